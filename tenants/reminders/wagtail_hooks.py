from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from tenants.reminders.panels import RemindersPanel


@hooks.register("construct_homepage_panels")
def show_reminders(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(RemindersPanel(request))
