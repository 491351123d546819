"""From a request to its site, and what a site answers while it is not in full service."""

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseNotFound,
    HttpResponsePermanentRedirect,
    JsonResponse,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase, HttpResponseRedirectBase
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from lib.clock import real_today
from tenants.connection import connection
from tenants.crossing import in_public
from tenants.isolation.addresses import site_url
from tenants.isolation.hosts import Address, find_address
from tenants.isolation.logins import as_site
from tenants.isolation.requests import SiteRequest
from tenants.registry.models import LifecycleChange, Tenant
from tenants.registry.states import Lifecycle

GetResponse = Callable[[SiteRequest], HttpResponseBase]
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
A_YEAR = 365
# Below it nothing is a page, and everything answers in JSON (opendata).
FOR_PROGRAMS = "/api/"
# To sign in and out, to choose a password, to open a page that has one.
PASSWORD_VIEWS = {
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "signin_code",
    "signin_enrol",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_confirm",
    "wagtailcore_authenticate_with_password",
    "wagtaildocs_authenticate_with_password",
}


class SiteMiddleware:
    """The host name decides which site's data the rest of the request can see."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponseBase:
        if connection.request_tenant:
            return self._answer_nested(request, connection.request_tenant)
        address = address_of(request)
        if address is None or address.tenant.lifecycle == Lifecycle.PREPARING:
            return _unknown_host()
        if address.is_alias:
            return _redirect_to(address.tenant, request)
        return self._answer(request, address.tenant)

    def _answer(self, request: SiteRequest, tenant: Tenant) -> HttpResponseBase:
        request.tenant = tenant
        try:
            with as_site(tenant):
                connection.request_tenant = tenant
                response = self.get_response(request)
        finally:
            connection.request_tenant = None
        if isinstance(response, StreamingHttpResponse) and not isinstance(response, FileResponse):
            response.streaming_content = _stream_in(tenant, cast("Iterable[bytes]", response.streaming_content))
        return response

    def _answer_nested(self, request: SiteRequest, tenant: Tenant) -> HttpResponseBase:
        """Wagtail's preview sends a made-up request through the middleware again, under the name that the page's
        own Site record bears. Whatever that name is, the preview stays in the site it was asked for."""
        request.tenant = tenant
        return self.get_response(request)


class LifecycleMiddleware:
    """A suspended site answers visitors with 503 and a notice; an archived one changes nothing any more."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponseBase:
        lifecycle = request.tenant.lifecycle
        if lifecycle == Lifecycle.SUSPENDED and not _may_pass_suspension(request):
            return _suspended(request)
        if lifecycle == Lifecycle.ARCHIVED and not _may_pass_archive(request):
            return _read_only(request)
        return self.get_response(request)


def address_of(request: HttpRequest) -> Address | None:
    """None as well for a path with a NUL: no site has such a page, and PostgreSQL refuses to look for it."""
    if "\0" in request.path:
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    return find_address(host.rpartition(":")[0].lower() if ":" in host else host.lower())


def _unknown_host() -> HttpResponse:
    """Names no site, and looks the same for every name that leads nowhere."""
    return HttpResponseNotFound(render_to_string("tenants/unknown_host.html"))


def _redirect_to(tenant: Tenant, request: SiteRequest) -> HttpResponseRedirectBase:
    response = HttpResponsePermanentRedirect(site_url(tenant, request.get_full_path()))
    if request.method not in SAFE_METHODS:
        response.status_code = 308
    # An address can become primary again: nobody's browser should redirect for ever.
    response["Cache-Control"] = "max-age=300"
    return response


def _stream_in(tenant: Tenant, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """A streamed answer is made after the middleware has returned; its queries belong to the site all the same."""
    with as_site(tenant):
        yield from chunks


def _is_staff_path(request: SiteRequest) -> bool:
    return request.path.startswith((reverse("wagtailadmin_home"), reverse("site_colours"), settings.STATIC_URL))


def _is_staff(request: SiteRequest) -> bool:
    return request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin")


def _may_pass_suspension(request: SiteRequest) -> bool:
    return _is_staff_path(request) or _is_staff(request)


def _may_pass_archive(request: SiteRequest) -> bool:
    """Reading is free, also for programs, whose addresses take nothing else; what may still be sent are passwords."""
    if request.method in SAFE_METHODS or request.path.startswith(FOR_PROGRAMS):
        return True
    try:
        return resolve(request.path_info).url_name in PASSWORD_VIEWS
    except Resolver404:
        return False


def _suspended(request: SiteRequest) -> HttpResponse:
    """A program that reads open data gets no page, but what it gets for every problem there."""
    change = _last_change(request.tenant)
    if request.path.startswith(FOR_PROGRAMS):
        title = _("This site is paused")
        told = {"type": "about:blank", "title": title, "status": 503, "detail": (change and change.reason) or title}
        response: HttpResponse = JsonResponse(told, status=503, content_type="application/problem+json")
        response["Access-Control-Allow-Origin"] = "*"
    else:
        html = render_to_string("tenants/suspended.html", {"change": change, "tenant": request.tenant}, request)
        response = HttpResponse(html, status=503)
    response["Cache-Control"] = "no-store"
    if change and change.expected_until:
        # For machines, which live on the real day even where a demonstration does not.
        days = (change.expected_until - real_today()).days
        if 0 <= days <= A_YEAR:
            response["Retry-After"] = str(max(days, 1) * 24 * 3600)
    return response


def _read_only(request: SiteRequest) -> HttpResponse:
    html = render_to_string("tenants/read_only.html", {"change": _last_change(request.tenant)}, request)
    return HttpResponse(html, status=403)


def _last_change(tenant: Tenant) -> LifecycleChange | None:
    with in_public():
        return LifecycleChange.objects.filter(tenant=tenant, after=tenant.lifecycle).first()
