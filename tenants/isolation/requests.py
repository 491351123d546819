from django.http import HttpRequest

from tenants.registry.models import Tenant


class SiteRequest(HttpRequest):
    """A request as SiteMiddleware hands it on."""

    tenant: Tenant
