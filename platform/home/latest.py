"""What is new on a site, by category, over all kinds of items."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.db.models import CharField, Subquery, Value
from wagtail.models import Page

from agenda.models import AgendaPage, Week
from agenda.weeks import monday_of
from budget.models import DisclosurePage
from catalogue.models import Category
from consultations.models import ConsultationPage
from consultations.states import Phase
from legal.models import LegalDocument
from legal.queries import newest_by_category
from newsroom.models import ArticlePage
from newsroom.queries import latest_by_category
from pages.queries import restricted, unexpired
from places.models import PlacePage
from planning.models import ProjectPage
from procedure_catalogue.models import LifeEvent
from procedures.models import Defaults, ProceduresPage
from procedures.queries import life_events_of, offered
from recruitment.models import VacancyPage

OF_ONE_CATEGORY = (ProjectPage, DisclosurePage, PlacePage, VacancyPage, ConsultationPage)


@dataclass(frozen=True)
class Entry:
    """A page, or a document of the register."""

    day: datetime.date
    page: Page | None = None
    document: LegalDocument | None = None


@dataclass(frozen=True)
class Shelf:
    """One category: its newest articles, which have pictures, and the newest of all that stands in it."""

    category: Category
    articles: list[ArticlePage]
    entries: list[Entry]
    has_documents: bool

    @property
    def list_above(self) -> Page | None:
        """The list that the first of its pages stands in, where all are of one kind that has no categories."""
        page = next((entry.page for entry in self.entries if entry.page), None)
        return _above(page) if page else None


@dataclass(frozen=True)
class Calendar:
    """The week that readers have a calendar of, and the page on which it stands."""

    week: Week
    page: Page


@dataclass(frozen=True)
class Asking:
    """Drafts on which readers may comment today, and the list that they stand in."""

    consultations: list[ConsultationPage]

    @property
    def list_above(self) -> Page:
        return _above(self.consultations[0])


@dataclass(frozen=True)
class Services:
    """What happens to people that sends them to this office, and the page of procedures."""

    life_events: list[LifeEvent]
    page: Page


def newest(*, locale_id: int, on: datetime.date, each: int, with_documents: bool) -> list[Shelf]:
    """Categories in their order, less those with nothing; four queries, whatever the site holds.

    A document stands on the first shelf only of those that it could stand on: most have two categories.
    """
    articles = latest_by_category(ArticlePage.objects.all(), locale_id=locale_id, on=on, each=each)
    documents = newest_by_category(LegalDocument.objects.all()) if with_documents else {}
    pages = _newest_pages(locale_id=locale_id, on=on, each=each)
    shown: set[int] = set()
    shelves = []
    for category, own in articles:
        entries = [Entry(article.published_on, page=article) for article in own]
        entries += [entry for key, entry in pages if key == category.key]
        entries += islice(_not_yet(documents.get(category.key, []), shown), each)
        # Sorted is stable: of one day, articles stand before documents.
        kept = sorted(entries, key=lambda entry: entry.day, reverse=True)[:each]
        shown |= {entry.document.pk for entry in kept if entry.document}
        if kept:
            shelves.append(Shelf(category, own, kept, category.key in documents))
    return shelves


def asking(*, locale_id: int, on: datetime.date, most: int) -> Asking | None:
    """What closes soonest first, in one query; None where nothing is open."""
    pages = ConsultationPage.objects.on_show(on).in_locale(locale_id).in_phase(Phase.OPEN, on).for_lists()
    found = list(pages.order_by("ends", "-pk")[:most])
    return Asking(found) if found else None


def calendar_of_this_week(*, locale_id: int, on: datetime.date) -> Calendar | None:
    """Where the leaders are, in one query; None where readers have no calendar of this week, or no page for it."""
    open_to_all = AgendaPage.objects.live().filter(unexpired(), ~restricted(), locale_id=locale_id)
    pages = open_to_all.order_by("path").values("url_path")[:1]
    week = Week.objects.published().filter(monday=monday_of(on)).annotate(path=Subquery(pages)).first()
    return Calendar(week, Page(url_path=week.path)) if week and week.path else None


def services(*, locale_id: int, on: datetime.date) -> Services | None:
    """Life events that lead to procedures offered here, in two queries; None where there are none, or no page."""
    levels = Defaults.objects.values("levels")[:1]
    pages = ProceduresPage.objects.live().filter(unexpired(), ~restricted(), locale_id=locale_id).order_by("path")
    page = pages.annotate(levels=Subquery(levels)).values("url_path", "levels").first()
    if not page or not page["levels"]:
        return None
    events = list(life_events_of(offered(on, page["levels"]), on))
    return Services(events, Page(url_path=page["url_path"])) if events else None


def _above(page: Page) -> Page:
    return Page(url_path=f"{page.url_path.rstrip('/').rpartition('/')[0]}/")


def _not_yet(documents: list[LegalDocument], shown: set[int]) -> Iterator[Entry]:
    return (Entry(one.issued_on, document=one) for one in documents if one.pk not in shown and one.issued_on)


def _newest_pages(*, locale_id: int, on: datetime.date, each: int) -> list[tuple[str, Entry]]:
    """With the key of the category in which the kind stands; as much of a page as its link takes."""
    first, *others = (
        model.objects.on_show(on)
        .in_locale(locale_id)
        .order_by("-published_on", "-pk")
        .annotate(category_key=Value(model.CATEGORY, output_field=CharField()))
        .values_list("pk", "title", "url_path", "published_on", "category_key")[:each]
        for model in OF_ONE_CATEGORY
    )
    rows = first.union(*others, all=True)
    return [(key, Entry(day, page=Page(pk=pk, title=title, url_path=path))) for pk, title, path, day, key in rows]
