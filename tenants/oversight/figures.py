"""What is read of the site that is current, by asking its rooms: numbers and days, no title, no name, no address."""

import datetime
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from django.db.migrations.recorder import MigrationRecorder

from accounts.figures import accounts
from agenda.figures import weeks
from catalogue.figures import NOTHING, Period, Trace, Traces
from citizens.figures import desk
from home.figures import items_published, traces_of_kinds
from library.figures import storage
from links.figures import links
from organisation.figures import office
from pages.figures import approvals, contact, lists, texts
from procedures.figures import standing
from traffic.figures import visits

SCHEMA = 1
YEAR = datetime.timedelta(days=364)
MONTH = datetime.timedelta(days=29)
# Address, phone and e-mail address.
WHOLE_CONTACT = 3

Told = list[Any]


@dataclass(frozen=True)
class Reading:
    """What a snapshot is made of; all of it can be written as JSON."""

    traces: dict[str, Told]
    document: dict[str, Any]
    items: int
    visits: int


def read(on: datetime.date, *, slugs: Collection[str]) -> Reading:
    """Sixty queries, however much there is. `slugs` are the pages that some duty asks for. Inside the site."""
    kinds = traces_of_kinds(on)
    together = sum(kinds.values(), Traces())
    year = items_published(Period(on - YEAR, on))
    waiting, citizens, procedures = approvals(), desk(on), standing(on)
    here, foot = office(on), contact()
    pages = texts(slugs)
    month = visits(Period(on - MONTH, on))
    traces = {
        "any": _told(together.whole),
        "year": _told(Trace(year.items, together.whole.last)),
        "weeks": _told(weeks(on)),
        **{f"kind:{key}": _told(one.whole) for key, one in kinds.items()},
        **{f"category:{key}": _told(one) for key, one in together.by_category.items()},
        **{f"language:{key}": _told(one) for key, one in together.by_language.items()},
        **{f"page:{slug}": _told(one) for slug, one in pages.items()},
        "office:departments": [here.departments, None, None],
        "office:leaders": [here.leaders, None, None],
        "office:contact": [int(foot == WHOLE_CONTACT), None, None],
        "queue:questions": [citizens.waiting, None, _iso(citizens.due)],
        "queue:approvals": [waiting.items, None, _iso(waiting.since)],
        "queue:procedures": [procedures.waiting, None, _iso(procedures.since)],
    }
    document = {
        "schema": SCHEMA,
        "on": on,
        "items": {
            "total": together.whole.items,
            "last": together.whole.last,
            "year": year.items,
            "by_kind": {key: one.whole.items for key, one in kinds.items()},
            "by_category": {key: one.items for key, one in together.by_category.items()},
            "by_language": {key: one.items for key, one in together.by_language.items()},
            "year_by_category": dict(year.by_category),
        },
        "approvals": asdict(waiting),
        "questions": asdict(citizens),
        "procedures": asdict(procedures),
        "lists": lists(slugs),
        "office": asdict(here),
        "visits": {"days": len(month.days), "total": month.counted, "views": month.views},
        "storage": asdict(storage()),
        "accounts": {name: asdict(role) for name, role in accounts().items()},
        "links": asdict(links()),
        # Filled by whoever checks pages; empty: nobody has looked.
        "accessibility": None,
        "migrations": MigrationRecorder.Migration.objects.count(),
    }
    return Reading(traces, _plain(document), together.whole.items, month.counted)


def _told(trace: Trace) -> Told:
    return [trace.items, _iso(trace.last), None] if trace != NOTHING else [0, None, None]


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, datetime.date) else value
