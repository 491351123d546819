"""What is counted of items that are pages. A page and its translations are one item."""

from django.db.models import Count

from catalogue.figures import Period, Tally
from pages.queries import ItemQuerySet


def tally_of_one_category(items: ItemQuerySet, period: Period, *, category: str) -> Tally:
    number = items.published_in(period.first, period.last).aggregate(number=DISTINCT)["number"]
    return Tally(number, {category: number} if number else {})


def tally_by_category(items: ItemQuerySet, period: Period) -> Tally:
    """Of pages that have `categories`."""
    published = items.published_in(period.first, period.last)
    rows = published.order_by().values_list("categories__key").annotate(number=DISTINCT)
    return Tally(published.aggregate(number=DISTINCT)["number"], {key: number for key, number in rows if key})


DISTINCT = Count("translation_key", distinct=True)
