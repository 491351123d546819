from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from audit.rules import may_read_log


class AuditMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_log(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [path("audit/", include("audit.urls"))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    return AuditMenuItem(_("Audit log"), reverse_lazy("audit:index"), name="audit", icon_name="history", order=50)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="audit", codename="view_auditentry")
