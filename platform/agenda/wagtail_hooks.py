from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from agenda.rules import may_write
from agenda.search import WEEKS
from search.sources import HOOK, Source


class AgendaMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_write(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("agenda/", include("agenda.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return AgendaMenuItem(
        _("Work calendars"), reverse_lazy("agenda:index"), name="agenda", icon_name="calendar", order=99
    )


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="agenda")


@hooks.register(HOOK)
def offer_to_search() -> Source:
    return WEEKS
