from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tenants.oversight.deadlines import DeadlineViewSet, OfficeDayViewSet
from tenants.oversight.menus import BoardMenuItem


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [path("oversight/", include("tenants.oversight.urls"))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse_lazy("oversight:audit_export")
    return BoardMenuItem(_("Audit logs of the sites"), address, name="audit-export", icon_name="download", order=60)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list:
    return [DeadlineViewSet("board_deadlines"), OfficeDayViewSet("board_office_days")]
