"""What people of a site find on their first screen: what it is behind with, since when, and where it is done."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from lib.clock import today
from tenants.exchange.offices import here
from tenants.oversight.board import line_of
from tenants.oversight.evaluation import Verdict
from tenants.oversight.spots import working_path
from tenants.reminders.ladder import began_on, late_ones
from tenants.reminders.models import Reminder
from tenants.reminders.periods import running_periods
from tenants.reminders.rules import may_see_own_reminders
from tenants.reminders.states import State

MOST = 8


@dataclass(frozen=True)
class Notice:
    verdict: Verdict
    since: datetime.date | None
    """The last day on which all was well; None until the first round of reminders has looked."""
    told_on: datetime.date | None
    """When somebody was last reminded of it."""

    @property
    def address(self) -> str:
        return working_path(self.verdict.duty)


class RemindersPanel(Component):
    name = "reminders"
    order = 40
    template_name = "reminders/panel.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def render_html(self, parent_context: Any = None) -> str:
        """Nothing at all for who has nothing to do with it."""
        return super().render_html(parent_context) if may_see_own_reminders(self.request.user) else ""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        found = notices()
        return {"notices": found[:MOST], "more": max(len(found) - MOST, 0), "user": self.request.user}


def notices() -> list[Notice]:
    """Of the site at hand, what weighs most first; six queries, with the site's own login."""
    tenant = here()
    line = line_of(tenant, today())
    periods = running_periods(tenant)
    rows = Reminder.objects.filter(period__in=periods.values(), state=State.SENT).order_by("on")
    told = dict(rows.values_list("duty_key", "on"))
    found = []
    for verdict in late_ones(line.judgement) if line.judgement else []:
        period = periods.get(verdict.duty.key)
        since = began_on(verdict, period) if period else verdict.due
        found.append(Notice(verdict, since, told.get(verdict.duty.key)))
    return found
