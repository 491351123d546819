"""What of work calendars is found: a published week, with what happens in it."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from agenda.models import AgendaPage, Entry, Week
from agenda.weeks import days_of
from pages.search import open_lists
from search.sources import Source, Thing


def _stamps(numbers: Collection[int] | None) -> dict[int, str]:
    weeks = Week.objects.order_by().published()
    if numbers is not None:
        weeks = weeks.filter(pk__in=numbers)
    rows = weeks.values_list("pk", "version", "published_at", "changed_at")
    return {pk: f"{version} {published} {changed}" for pk, version, published, changed in rows}


def _read(numbers: Collection[int]) -> Iterator[Thing]:
    for week in Week.objects.filter(pk__in=numbers).prefetch_related("entries"):
        entries = [entry for entry in week.entries.all() if not entry.is_cancelled]
        yield Thing(
            number=week.pk,
            kind="calendar",
            # As the office writes it: what is kept in the index has the language of the content.
            title=f"Lịch công tác tuần {week.monday:%d/%m/%Y} – {week.sunday:%d/%m/%Y}",
            text="\n".join([*map(_line, entries), week.note]),
            keywords=" ".join(f"{day:%d/%m/%Y}" for day in days_of(week.monday)),
            day=week.monday,
            categories=(Week.CATEGORY,),
        )


def _line(entry: Entry) -> str:
    words = (entry.content, entry.chair, entry.participants, entry.place)
    return f"{entry.day:%d/%m/%Y}: {'; '.join(filter(None, words))}"


def _on_show(on: datetime.date) -> QuerySet[Any]:
    """Next week's as well, as soon as it is published."""
    return Week.objects.order_by().published().values("pk")


def _lists() -> dict[str, str]:
    return open_lists(AgendaPage)


def _addresses(numbers: Collection[int], calendar: str) -> dict[int, str]:
    weeks = Week.objects.filter(pk__in=numbers) if calendar else ()
    return {week.pk: f"{calendar}tuan/{week.name}/" for week in weeks}


WEEKS = Source(
    key="weeks",
    kinds={"calendar": _("Work calendars")},
    stamps=_stamps,
    read=_read,
    on_show=_on_show,
    addresses=_addresses,
    lists=_lists,
)
