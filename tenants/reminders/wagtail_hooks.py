from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tenants.oversight.menus import BoardMenuItem, OwnStandingMenuItem
from tenants.reminders.panels import RemindersPanel


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("reminders/", include("tenants.reminders.urls"))]


@hooks.register("construct_homepage_panels")
def show_reminders(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(RemindersPanel(request))


@hooks.register("register_admin_menu_item")
def register_log() -> MenuItem:
    return BoardMenuItem(_("Reminders"), reverse_lazy("reminders:log"), name="reminders", icon_name="mail", order=112)


@hooks.register("register_reports_menu_item")
def register_own_reminders() -> MenuItem:
    address = reverse_lazy("reminders:own")
    return OwnStandingMenuItem(_("Reminders of this site"), address, name="own-reminders", icon_name="mail", order=31)
