from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from accounts.queries import person_asking
from links.pages import PAGES
from links.rules import may_read
from links.sources import HOOK, LinkSource


class LinksMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(person_asking(request))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("links/", include("links.urls"))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    return LinksMenuItem(_("Links"), reverse_lazy("links:index"), name="links", icon_name="link", order=50)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="links", content_type__model="link", codename__in=("view_link", "change_link")
    )


@hooks.register(HOOK)
def offer_pages() -> LinkSource:
    return PAGES
