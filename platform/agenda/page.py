"""The page on which the public reads where the leaders are this week."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page
from wagtail.search import index

from agenda.details import week_detail
from agenda.entries import Entry, Week
from agenda.feeds import feed_of
from agenda.leaders import leaders_within
from agenda.subjects import subject_of
from agenda.weeks import monday_named, monday_of, name_of
from lib.clock import today
from pages.models import BasePage

LEADER = "lanh-dao"
LONGEST_NUMBER = 9


class AgendaPage(RoutablePageMixin, BasePage):
    """The calendar of this week, with the way to those before and after; a feed of all, and one of each leader."""

    introduction = models.TextField(gettext_lazy("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "agenda/agenda_page.html"

    class Meta:
        verbose_name = gettext_lazy("work calendar of the leaders")
        verbose_name_plural = gettext_lazy("work calendars of the leaders")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """This week's; where that is not published yet, the last one before it."""
        weeks = Week.objects.published().filter(monday__lte=monday_of(today()))
        return self._context(request, weeks.order_by("-monday").first())

    @path("tuan/<str:name>/", name="week")
    def week(self, request: HttpRequest, name: str) -> HttpResponse:
        """Raises Http404 for a week that readers do not have, whether it is written or not."""
        monday = monday_named(name)
        week = Week.objects.published().filter(monday=monday).first() if monday else None
        if week is None:
            raise Http404
        return TemplateResponse(request, self.template, self._context(request, week))

    @path("ical/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Of one leader, also where that one has left office: older weeks lead here, and phones go on asking."""
        wanted = _number(request)
        leader = next((one for one in leaders_within(datetime.date.min, today()) if one.pk == wanted), None)
        if wanted is not None and leader is None:
            raise Http404
        entries = Entry.objects.of_leader(leader.pk) if leader else Entry.objects.all()
        name = f"{self.title} – {leader.name}" if leader else self.title
        address = self.get_full_url(request)
        content = feed_of(entries, name=name, host=request.get_host().partition(":")[0], address=address, on=today())
        response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="lich-cong-tac.ics"'
        return response

    def _context(self, request: HttpRequest, week: Week | None) -> dict[str, Any]:
        context = super().get_context(request)
        address = self.get_url(request) or "/"
        context |= {"agenda_address": address, "week": week, "leader_parameter": LEADER, "crumb": self.title}
        if week is None:
            return context
        beside, this_monday = Week.objects.beside(week.monday), monday_of(today())
        following = beside["following"]
        detail = week_detail(week, _number(request))
        heading = _("Week from %(first)s to %(last)s") % {
            "first": f"{week.monday:%d/%m/%Y}",
            "last": f"{week.sunday:%d/%m/%Y}",
        }
        chosen = f"?{LEADER}={detail.leader.pk}" if detail.leader else ""
        return {
            **context,
            "as_subject": subject_of(detail, calendar=self.as_subject, heading=heading),
            "detail": detail,
            "chosen": chosen,
            "previous": _address(address, beside["previous"], chosen),
            "following": _address(address, following, chosen),
            "is_this_week": week.monday == this_monday,
            "is_shown_first": week.monday <= this_monday and (following is None or following > this_monday),
            "heading": heading,
            "crumb": self.title if request.path == address else heading,
        }


def _address(address: str, monday: datetime.date | None, chosen: str) -> str:
    return f"{address}tuan/{name_of(monday)}/{chosen}" if monday else ""


def _number(request: HttpRequest) -> int | None:
    wanted = request.GET.get(LEADER, "")
    return int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) <= LONGEST_NUMBER else None
