"""The clerk's screens: weeks, the grid of one week, and what is pasted into it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from accounts.queries import person_asking
from agenda import actions
from agenda.details import conflicts_in
from agenda.forms import NewWeekForm, PasteForm, Rows, WeekForm, initial_of
from agenda.leaders import leaders_within
from agenda.models import Week
from agenda.rules import may_publish, may_write
from lib.clock import today

# Of an announcement.
MOST_WORDS = 500


class WritersOnly:
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_write(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class IndexView(WritersOnly, ReportView):
    template_name = "agenda/index.html"
    results_template_name = "agenda/index_results.html"
    index_url_name = "agenda:index"
    index_results_url_name = "agenda:index_results"
    page_title = gettext_lazy("Work calendars")
    header_icon = "calendar"
    model = Week
    paginate_by = 30
    is_searchable = False
    any_permission_required: tuple[str, ...] = ()
    list_export: list[str] = []
    columns = [
        TitleColumn("__str__", label=gettext_lazy("Week"), get_url=lambda week: reverse("agenda:week", args=[week.pk])),
        Column("size", label=gettext_lazy("Entries")),
        Column("published_at", label=gettext_lazy("Published at")),
    ]

    def get_queryset(self) -> QuerySet[Week]:
        return Week.objects.with_size().order_by("-monday")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "new": NewWeekForm(initial={"day": today()})}


class OpenView(WritersOnly, View):
    """To the calendar of the week of a day, which is made where there was none."""

    def post(self, request: HttpRequest) -> HttpResponse:
        form = NewWeekForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Write the day as in 31/10/2023."))
            return redirect("agenda:index")
        week = actions.open_week(day=form.cleaned_data["day"], by=person_asking(request))
        return redirect("agenda:week", week.pk)


class WeekView(WritersOnly, View):
    """The grid. Nothing that was typed is lost where something is refused, and nothing of it is saved by halves: what
    was saved would make the grid that is shown again an old one.
    """

    @cached_property
    def week(self) -> Week:
        return get_object_or_404(Week, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._shown(*self._fresh())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        rows = Rows(request.POST, form_kwargs={"monday": self.week.monday})
        form = WeekForm(request.POST)
        if not (rows.is_valid() and form.is_valid()):
            messages.error(request, _("Nothing was saved: see what is marked below."))
            return self._shown(rows, form)
        by, cleaned = person_asking(request), form.cleaned_data
        try:
            # What is refused beside saving is not half done: the same grid can be sent again.
            with transaction.atomic():
                week = actions.save_week(
                    week=self.week, rows=rows.rows(), note=cleaned["note"], seen=cleaned["seen"], by=by
                )
                self._go_on(request, week)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self._shown(rows, form)
        is_pasting = request.POST.get("do") == "paste"
        return redirect("agenda:paste" if is_pasting else "agenda:week", self.week.pk)

    def _go_on(self, request: HttpRequest, week: Week) -> None:
        """What was asked for beside saving."""
        by, wanted = person_asking(request), request.POST.get("do", "save")
        if wanted == "copy":
            number = actions.copy_week(to=week, seen=week.version, by=by)
            messages.success(request, _("%(count)d entries were copied.") % {"count": number})
        elif wanted == "publish":
            actions.publish_week(week=week, seen=week.version, by=by)
            messages.success(request, _("The calendar is published."))
        elif wanted == "announce":
            note = request.POST.get("announcement", "")[:MOST_WORDS]
            actions.announce(week=week, note=note, seen=week.version, by=by)
            messages.success(request, _("Readers are told above the calendar that it was adjusted."))
        elif wanted == "withdraw":
            actions.withdraw_week(week=week, seen=week.version, by=by)
            messages.success(request, _("Readers no longer see this calendar."))
        else:
            messages.success(request, _("The calendar is saved."))

    def _fresh(self) -> tuple[Any, WeekForm]:
        rows = [initial_of(entry) for entry in self.week.entries.all()]
        return (
            Rows(initial=rows, form_kwargs={"monday": self.week.monday}),
            WeekForm(initial={"seen": self.week.version, "note": self.week.note}),
        )

    def _shown(self, rows: Any, form: WeekForm) -> HttpResponse:
        by = person_asking(self.request)
        context = {
            "week": self.week,
            "rows": rows,
            "form": form,
            "leaders": leaders_within(self.week.monday, self.week.sunday),
            "conflicts": conflicts_in(self.week),
            "announcement": self.request.POST.get("announcement", "")[:MOST_WORDS],
            "cancelled": {entry.pk for entry in self.week.entries.all() if entry.is_cancelled},
            "most_words": MOST_WORDS,
            "may_write": may_write(by, self.week),
            "may_publish": may_publish(by),
        }
        return render(self.request, "agenda/week.html", context)


class PasteView(WritersOnly, View):
    """Reads the weekly document into entries of the grid, which somebody then looks through."""

    @cached_property
    def week(self) -> Week:
        return get_object_or_404(Week, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._shown(PasteForm(initial={"seen": self.week.version}, monday=self.week.monday))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = PasteForm(request.POST, request.FILES, monday=self.week.monday)
        if not form.is_valid():
            return self._shown(form)
        pasted = form.pasted
        try:
            actions.save_week(
                week=self.week,
                rows=pasted.rows,
                note=self.week.note,
                seen=form.cleaned_data["seen"],
                by=person_asking(request),
            )
        except ValidationError as refused:
            form.add_error(None, refused)
            return self._shown(form)
        messages.success(request, _("%(count)d entries were read. Look through them.") % {"count": len(pasted.rows)})
        if pasted.unread:
            messages.warning(request, _("Not read: %(lines)s") % {"lines": " / ".join(pasted.unread)[:500]})
        return redirect("agenda:week", self.week.pk)

    def _shown(self, form: PasteForm) -> HttpResponse:
        return render(self.request, "agenda/paste.html", {"week": self.week, "form": form})
