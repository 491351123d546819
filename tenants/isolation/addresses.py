"""Absolute addresses of sites, for those who speak of several, and for Wagtail, which knows one per installation."""

from typing import Any

from django.conf import settings
from django_tenants.utils import get_public_schema_name

from tenants.connection import connection
from tenants.registry.models import Tenant


def install() -> None:
    """Let Wagtail write the site at hand into e-mails and previews: a link to choose a password works nowhere else.

    Outside a site it writes what the settings say.
    """
    installation = settings.WAGTAILADMIN_BASE_URL
    type(settings).WAGTAILADMIN_BASE_URL = property(lambda _: own_url() or installation)  # type: ignore[attr-defined]


def own_url() -> str:
    """`http://xa-dai-an.tracu.localhost:8000` of the site at hand; empty outside a site."""
    if connection.schema_name == get_public_schema_name():
        return ""
    tenant: Any = connection.tenant
    if not isinstance(tenant, Tenant):
        tenant = Tenant.objects.with_addresses().filter(schema_name=connection.schema_name).first()
    return site_url(tenant, "") if tenant else ""


def site_url(tenant: Tenant, path: str = "/") -> str:
    return host_url(tenant.primary_host, path)


def host_url(host: str, path: str = "/") -> str:
    """`http://xa-dai-an.tracu.localhost:8000/`, as the settings HTTPS and PUBLIC_PORT have it."""
    scheme = "https" if settings.HTTPS else "http"
    port = "" if settings.PUBLIC_PORT in (80, 443) else f":{settings.PUBLIC_PORT}"
    return f"{scheme}://{host}{port}{path}"
