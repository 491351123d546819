"""Absolute addresses of sites, for those who speak of several."""

from django.conf import settings

from tenants.registry.models import Tenant


def site_url(tenant: Tenant, path: str = "/") -> str:
    """`http://xa-dai-an.tracu.localhost:8000/`, as the settings HTTPS and PUBLIC_PORT have it."""
    scheme = "https" if settings.HTTPS else "http"
    port = "" if settings.PUBLIC_PORT in (80, 443) else f":{settings.PUBLIC_PORT}"
    return f"{scheme}://{tenant.primary_host}{port}{path}"
