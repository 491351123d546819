"""What is counted of items that are pages. A page and its translations are one item."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q
from wagtail.models import Locale, Page, WorkflowState

from catalogue.figures import Period, Tally, Trace, Traces
from lib.clock import day_of
from pages.models import SectionPage, SiteSettings, StandardPage
from pages.queries import ItemQuerySet, restricted

# Root, home page, the menu, what is below it.
LISTS_DEPTH = 4
DISTINCT = Count("translation_key", distinct=True)


def tally_of_one_category(items: ItemQuerySet, period: Period, *, category: str) -> Tally:
    number = items.published_in(period.first, period.last).aggregate(number=DISTINCT)["number"]
    return Tally(number, {category: number} if number else {})


def tally_by_category(items: ItemQuerySet, period: Period) -> Tally:
    """Of pages that have `categories`."""
    published = items.published_in(period.first, period.last)
    rows = published.order_by().values_list("categories__key").annotate(number=DISTINCT)
    return Tally(published.aggregate(number=DISTINCT)["number"], {key: number for key, number in rows if key})


def traces_of_items(items: ItemQuerySet, on: datetime.date, *, category: str = "") -> Traces:
    """Of what readers see on that day. Without `category`, of pages that have `categories`. Two queries or three."""
    shown = items.on_show(on).order_by()
    number, last = shown.aggregate(number=DISTINCT, last=Max("published_on")).values()
    whole = Trace(number, last)
    by_category = _by(shown, "categories__key") if not category else {category: whole} if number else {}
    return Traces(whole, by_category, _by(shown, "locale__language_code"))


@dataclass(frozen=True)
class Waiting:
    """What somebody handed in and nobody has decided on; `since` the day on which the first of it came."""

    items: int
    since: datetime.date | None


def approvals() -> Waiting:
    """Of pages, documents and whatever else is handed in. One query."""
    waiting = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    number, since = waiting.aggregate(number=Count("pk"), since=Min("created_at")).values()
    return Waiting(number, day_of(since))


def texts(slugs: Collection[str]) -> dict[str, Trace]:
    """Of sections and text pages with one of these names in their address: those that say something to everybody, and
    when that was last published. Two queries."""
    found: dict[str, Trace] = {}
    for model, says_something in ((SectionPage, ~Q(introduction="") | ~Q(body=[])), (StandardPage, ~Q(body=[]))):
        pages = model.objects.live().filter(~restricted(), says_something, slug__in=slugs).order_by()
        for slug, moment in pages.values_list("slug", "last_published_at"):
            found[slug] = found.get(slug, Trace()) + Trace(1, day_of(moment))
    return found


def lists(slugs: Collection[str]) -> dict[str, str]:
    """Where readers find what stands in the menu and right below it, in the main language: the path by the kind of the
    list, and by `page:` and its name in the address. One query."""
    found = Page.objects.live().filter(~restricted(), depth__gt=1, depth__lte=LISTS_DEPTH, locale=Locale.get_default())
    paths: dict[str, str] = {}
    for kind, slug, path in found.order_by("-path").values_list("content_type__model", "slug", "url_path"):
        below_home = "/" + path.split("/", 2)[2]
        paths[kind] = below_home
        if slug in slugs:
            paths[f"page:{slug}"] = below_home
    return paths


def contact() -> int:
    """How many of address, phone and e-mail address the foot of each page names: 3 is all. One query."""
    known = SiteSettings.objects.values_list("address", "phone", "email").first()
    return sum(map(bool, known or ()))


def _by(shown: ItemQuerySet, column: str) -> dict[str, Trace]:
    rows = shown.values_list(column).annotate(number=DISTINCT, last=Max("published_on"))
    return {key: Trace(number, last) for key, number, last in rows if key}
