"""The demo year: which items stand on the district's site and on each commune's, and in which categories."""

import json
from functools import cache
from pathlib import Path
from random import Random

from . import calendars, communes, drafts, khmer, openings, rooms, sights, undertakings
from .communes import ACTIVITY
from .documents import directives, plans, reports
from .documents.forms import Office
from .model import Categories, Draft, Item, Scheduled
from .news import overlaps
from .news.stock import NEWS
from .outreach import laws, seasons
from .places import unit
from .spelling import slug_of, unique_slug
from .stories import Narrator

_FIGURES = Path(__file__).with_name("figures-2023.json")

_PLAN: dict[Categories, int] = {
    ("news",): 439,
    ("directives",): 153,
    ("leader_calendar",): 54,
    ("policy_outreach",): 83,
    ("notices_reports",): 75,
    ("planning",): 120,
    ("budget_disclosure",): 7,
    ("new_countryside",): 7,
    ("administrative_reform",): 10,
    ("other",): 20,
    ("news", "policy_outreach"): 14,
    ("news", "new_countryside"): 14,
    ("news", "administrative_reform"): 10,
    ("news", "other"): 6,
    ("directives", "planning"): 111,
    ("directives", "notices_reports"): 16,
    ("directives", "policy_outreach"): 8,
    ("directives", "administrative_reform"): 4,
    ("directives", "other"): 4,
    ("notices_reports", "administrative_reform"): 4,
    ("notices_reports", "other"): 2,
    ("policy_outreach", "administrative_reform"): 3,
    ("news", "policy_outreach", "administrative_reform"): 4,
    ("news", "policy_outreach", "new_countryside"): 2,
    ("directives", "planning", "administrative_reform"): 6,
    ("directives", "planning", "new_countryside"): 5,
}
_PLANS_THAT_DIRECT = 56
"""Of the items in directives and planning, so many are plans (Kế hoạch); the others are decisions that approve one."""


def overlap_plan() -> tuple[tuple[Categories, int], ...]:
    """How many of the district's items stand in exactly these categories; adds up to the figures of the report."""
    return tuple(_PLAN.items())


def procedures_counted() -> int:
    """Administrative procedures of district and communes, as the report has them."""
    return int(json.loads(_FIGURES.read_text(encoding="utf-8"))["procedures_district_and_commune"])


def figures() -> dict[str, int]:
    """Items by category as the report counts them."""
    rows = json.loads(_FIGURES.read_text(encoding="utf-8"))["by_category"]
    return {row["key"]: row["count"] for row in rows}


@cache
def district_items() -> tuple[Item, ...]:
    """The 1,181 items of the district's site, oldest first."""
    random = Random("district")  # noqa: S311 - must be the same on every run
    told = _told() + _papers() + _rooms() + calendars.drafts(random)
    told += [khmer.draft(random, one) for one in khmer.OF_DISTRICT]
    return _listed("district", told)


@cache
def commune_items(code: str) -> tuple[Item, ...]:
    """The items of one commune's or town's own site by its official code, oldest first."""
    activity = next(one for one in ACTIVITY if one.code == code)
    return _listed(unit(code).slug, communes.drafts(activity))


def commune_calendars(code: str) -> list[Scheduled]:
    """The weeks that a commune's office has written and not published."""
    published = {item.record.monday for item in commune_items(code) if isinstance(item.record, Scheduled)}
    return calendars.unpublished(unit(code), published)


def _told() -> list[Draft]:
    narrator = Narrator("district stories")
    shelves = (
        (NEWS, ("news",)),
        (overlaps.COUNTRYSIDE, ("news", "new_countryside")),
        (overlaps.REFORM, ("news", "administrative_reform")),
        (overlaps.OUTREACH, ("news", "policy_outreach")),
        (overlaps.OTHER, ("news", "other")),
        (overlaps.OUTREACH_REFORM, ("news", "policy_outreach", "administrative_reform")),
        (overlaps.OUTREACH_COUNTRYSIDE, ("news", "policy_outreach", "new_countryside")),
        (laws.LAWS + seasons.SEASONS, ("policy_outreach",)),
        (laws.REFORM, ("policy_outreach", "administrative_reform")),
        (rooms.REFORM, ("administrative_reform",)),
        (rooms.COUNTRYSIDE, ("new_countryside",)),
        (rooms.OTHER, ("other",)),
    )
    return [
        draft
        for stories, categories in shelves
        for draft in narrator.tell_all(
            stories, _PLAN[categories] - _in_khmer(categories) - _in_rooms(categories), categories
        )
    ]


def _rooms() -> list[Draft]:
    """Projects, places to see, recruitment notices, drafts to comment on: each kind stands in one category."""
    kinds = (undertakings, sights, openings, drafts)
    return [draft for kind in kinds for draft in kind.district_drafts()]


def _in_rooms(categories: Categories) -> int:
    return sum(draft.categories == categories for draft in _rooms())


def _in_khmer(categories: Categories) -> int:
    return sum(one.categories == categories for one in khmer.OF_DISTRICT)


def _papers() -> list[Draft]:
    office = Office("district office")
    office.issue(plans.PLANS, _plans())
    office.issue(plans.APPROVALS, _places("directives", "planning")[_PLANS_THAT_DIRECT:])
    office.issue(plans.REFORM, _places("directives", "planning", "administrative_reform"))
    office.issue(plans.COUNTRYSIDE, _places("directives", "planning", "new_countryside"))
    office.issue(directives.ORDERS, _places("directives"))
    office.issue(directives.OUTREACH, _places("directives", "policy_outreach"))
    office.issue(directives.REFORM, _places("directives", "administrative_reform"))
    office.issue(directives.OTHER, _places("directives", "other"))
    office.issue(directives.BUDGET, _places("budget_disclosure"))
    office.issue(directives.CONCLUSIONS, _places("directives", "notices_reports"))
    office.issue(reports.NOTICES + reports.REPORTS, _places("notices_reports")[_in_rooms(("notices_reports",)) :])
    office.issue(reports.REFORM, _places("notices_reports", "administrative_reform"))
    office.issue(reports.OTHER, _places("notices_reports", "other"))
    return office.drafts()


def _plans() -> list[Categories]:
    """Where plans stand: what is in planning alone, less the projects, and those that direct as well."""
    alone = _places("planning")[_in_rooms(("planning",)) :]
    return alone + [("directives", "planning")] * _PLANS_THAT_DIRECT


def _places(*categories: str) -> list[Categories]:
    return [categories] * _PLAN[categories]


def _listed(site: str, told: list[Draft]) -> tuple[Item, ...]:
    taken: set[str] = set()
    ordered = sorted(told, key=lambda draft: (draft.published, draft.title))
    return tuple(_item(site, number, draft, taken) for number, draft in enumerate(ordered, start=1))


def _item(site: str, number: int, draft: Draft, taken: set[str]) -> Item:
    return Item(
        key=f"{site}-{number:04}",
        title=draft.title,
        slug=unique_slug(draft.slug or slug_of(draft.title), taken),
        lead=draft.lead,
        body=draft.body,
        author=draft.author,
        published=draft.published,
        categories=draft.categories,
        language=draft.language,
        picture=draft.picture,
        record=draft.record,
    )
