from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from accounts.queries import person_asking
from traffic.rules import may_read


class VisitsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(person_asking(request))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("traffic/", include("traffic.urls"))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    return VisitsMenuItem(_("Visits"), reverse_lazy("traffic:index"), name="visits", icon_name="view", order=40)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="traffic", content_type__model__in=("daycount", "pasttotal")
    )
