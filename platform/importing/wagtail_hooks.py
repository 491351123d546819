from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from importing.rules import is_anywhere_allowed


class ImportsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_anywhere_allowed(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("imports/", include("importing.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return ImportsMenuItem(_("Imports"), reverse_lazy("importing:index"), name="imports", icon_name="upload", order=850)
