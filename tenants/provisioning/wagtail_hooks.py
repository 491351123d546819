from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tenants.registry.rules import may_provision


class SitesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_provision(request.user, request.tenant)


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [path("units/", include("tenants.provisioning.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return SitesMenuItem(_("Sites"), reverse_lazy("provisioning:index"), name="units", icon_name="site", order=50)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="registry", codename="provision_site")
