from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tenants.registry.rules import may_provision


class OversightMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_provision(request.user, request.tenant)


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [path("oversight/", include("tenants.oversight.urls"))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse_lazy("oversight:audit_export")
    return OversightMenuItem(_("Audit logs of the sites"), address, name="audit-export", icon_name="download", order=60)
