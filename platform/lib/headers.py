"""What each answer tells the browser about itself.

Both stand outermost: unknown hosts, redirects, static files and errors bear the same headers as pages do. What a view
has set already stays.
"""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.security import SecurityMiddleware
from django.urls import reverse

# Pages of the admin that anybody can open, and that ask for passwords. They need no more than public pages do.
SIGN_IN_VIEWS = {
    "wagtailadmin_login",
    "signin_code",
    "signin_enrol",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
}


class HeadersMiddleware(SecurityMiddleware):
    """Django's own headers without its redirect to HTTPS, which comes further inside, where the host is known."""

    def process_request(self, request: HttpRequest) -> None:
        return None

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return super().process_response(request, response)


class ContentPolicyMiddleware(CSPMiddleware):
    """The strict policy for the public, a wider one for Wagtail's admin behind the sign-in."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and _is_admin(request):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return parts


def _is_admin(request: HttpRequest) -> bool:
    """Never for what was answered before an address was looked at: an unknown host answers every path alike."""
    view = request.resolver_match
    return bool(
        view and view.url_name not in SIGN_IN_VIEWS and request.path_info.startswith(reverse("wagtailadmin_home"))
    )
