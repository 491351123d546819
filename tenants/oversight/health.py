"""The board's screen about the installation: whether it works, and which work fails on which site since when."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from tenants.isolation.health import JobHealth, as_json, health
from tenants.isolation.schedule import timers
from tenants.provisioning.views import ProvisioningMixin

# What each piece of timed work does, by the name it has in `isolation/schedule.py`.
LABELS = {
    "publish what is due": gettext_lazy("Publish and take down what is due"),
    "let sites take turns": gettext_lazy("Let sites take turns with their work"),
    "find lost tasks": gettext_lazy("Take up work whose process was lost"),
    "retry after outages": gettext_lazy("Try again what failed for want of a server"),
    "bring searches in step": gettext_lazy("Bring searches in step with what is there"),
    "copy what sites have published": gettext_lazy("Copy what sites have published for the search of all sites"),
    "read sites for the board": gettext_lazy("Read the sites for the board"),
    "remind sites": gettext_lazy("Remind sites of what is overdue"),
    "learn words of searches": gettext_lazy("Learn the words of searches"),
    "learn words of all sites": gettext_lazy("Learn the words of all sites"),
    "forget senders": gettext_lazy("Forget who sent forms"),
    "forget visitors of past days": gettext_lazy("Forget visitors of past days"),
    "forget dead workers": gettext_lazy("Forget background workers that have ended"),
    "forget finished tasks": gettext_lazy("Forget finished work"),
    "forget ended sessions": gettext_lazy("Forget ended sessions"),
    "forget old uploads for imports": gettext_lazy("Forget old files of imports"),
    "forget orphaned files": gettext_lazy("Remove files that belong to nothing"),
    "forget who commented on drafts": gettext_lazy("Forget who commented on drafts"),
    "forget who asked questions": gettext_lazy("Forget who asked questions"),
    "carry questions that wait": gettext_lazy("Carry questions to other offices"),
    "remove unclaimed files": gettext_lazy("Remove files of questions that were never sent"),
    "write files of open data": gettext_lazy("Write the files of open data"),
    "forget old audit entries": gettext_lazy("Shorten the audit logs"),
    "look after links": gettext_lazy("Look where published pages lead"),
    "check links to other sites": gettext_lazy("Ask other sites for the addresses that pages lead to"),
}
WELL, WAITING, LATE, FAILING = "well", "waiting", "late", "failing"


@dataclass(frozen=True)
class Line:
    """One thing that is looked at: what it is called, how it is and since when, in words and as one of four states."""

    label: str
    state: str
    words: str
    at: datetime.datetime | None = None
    job: JobHealth | None = None


class HealthView(ProvisioningMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "oversight/health.html"
    page_title = gettext_lazy("Health of the installation")
    header_icon = "pick"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = health()
        known = {job.name: job for job in found.jobs}
        parts = [
            Line(_("Database"), WELL, _("reachable")),
            _migrations(found.behind),
            Line(
                _("Background worker"),
                WELL if found.worker_is_alive else FAILING,
                _("alive") if found.worker_is_alive else _("no sign of life: mail and publishing wait"),
                at=found.worker_beat_at,
            ),
        ]
        jobs = [_line(timer.name, known.get(timer.name)) for timer in timers()]
        troubles = [line for line in [*parts, *jobs] if line.state in (LATE, FAILING)]
        return super().get_context_data(as_of=found.at, parts=parts, jobs=jobs, troubles=troubles, **kwargs)


class HealthJsonView(ProvisioningMixin, View):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return as_json(health())


def _migrations(behind: tuple[str, ...]) -> Line:
    label = _("Tables")
    if not behind:
        return Line(label, WELL, _("as this version of the software needs them"))
    return Line(label, FAILING, _("not brought up to date: %(names)s") % {"names": ", ".join(behind)})


def _line(name: str, job: JobHealth | None) -> Line:
    label = str(LABELS.get(name, name))
    if job is None or job.started_at is None:
        return Line(label, WAITING, _("has not run yet"))
    if job.failing_since:
        return Line(label, FAILING, _("fails"), at=job.failing_since, job=job)
    if job.failing_sites:
        return Line(label, FAILING, _("fails on some sites"), at=job.failing_sites[0].since, job=job)
    if job.is_late:
        return Line(label, LATE, _("late: last begun"), at=job.started_at, job=job)
    if job.ended_at is None:
        return Line(label, WELL, _("is running"), at=job.started_at, job=job)
    return Line(label, WELL, _("went well"), at=job.done_at, job=job)
