"""Published work calendars as open data, entry by entry."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from agenda.models import AgendaPage, Entry
from agenda.states import Session
from agenda.weeks import monday_named
from catalogue.datasets import (
    Dataset,
    Filter,
    Row,
    changed_since,
    clock,
    day,
    moment,
    number,
    of_year,
    one_of,
    text,
    truth,
)


class EntryRow(Row):
    id = number(_("Number of the entry. It stays the same when the entry is changed."), source="pk")
    week = text(_("The week as in ISO 8601, such as 2023-W44."), source="week.name")
    day = day(_("Day."))
    session = one_of(Session, _("Part of the day."))
    starts_at = clock(_("When it begins, if known."), allow_null=True)
    ends_at = clock(_("When it ends, if known."), allow_null=True)
    content = text(_("What is to happen."))
    chair = text(_("Who is in the chair."))
    participants = text(_("Who takes part."))
    place = text(_("Where."))
    prepared_by = text(_("Which office prepares it."))
    papers = text(_("Documents for it."))
    is_cancelled = truth(_("Whether it was cancelled after the calendar was published."))
    url = serializers.SerializerMethodField(help_text=_("Where people read the calendar of that week."))
    changed_at = moment(_("When the calendar of that week last changed."), source="week.changed_at")

    def get_url(self, entry: Entry) -> str:
        return f"{self.context['page_address']}tuan/{entry.week.name}/"


DATASETS = (
    Dataset(
        key="work-calendar",
        title=_("Work calendar of the leaders"),
        holds=_("Entries of the weekly calendars that are published, cancelled ones among them."),
        row=EntryRow,
        rows=lambda on: Entry.objects.filter(week__published_at__isnull=False).select_related("week"),
        filters=(
            Filter(
                "week",
                _("Only entries of that week."),
                serializers.RegexField(r"^[0-9]{4}-W[0-9]{2}$"),
                lambda rows, name: rows.filter(week__monday=monday) if (monday := monday_named(name)) else rows.none(),
                _("Write a week as in ISO 8601, for example 2023-W44."),
            ),
            of_year(lambda rows, year: rows.filter(day__year=year), _("Only entries of days in that year.")),
            changed_since("week__changed_at"),
        ),
        page=AgendaPage,
        marks=("week__version", "week__changed_at"),
    ),
)
