from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from links.sources import LinkSource
from procedures import links
from procedures.rules import may_change
from procedures.search import PROCEDURES, PROCEDURES_IN_ENGLISH, PROCEDURES_IN_KHMER
from search.sources import Source


class ProceduresMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_change(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("procedures/", include("procedures.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse_lazy("procedures:index")
    return ProceduresMenuItem(_("Procedures here"), address, name="procedures", icon_name="form", order=100)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="procedures", codename="change_overlay")


@hooks.register("search_sources")
def offer_procedures() -> Source:
    return PROCEDURES


@hooks.register("search_sources")
def offer_what_is_found_in_khmer() -> Source:
    return PROCEDURES_IN_KHMER


@hooks.register("search_sources")
def offer_what_is_found_in_english() -> Source:
    return PROCEDURES_IN_ENGLISH


@hooks.register("link_sources")
def offer_links() -> LinkSource:
    return links.PROCEDURES
