"""What the yearly report counts of places to see."""

import datetime

from catalogue.figures import Period, Tally, Traces
from pages.figures import tally_of_one_category, traces_of_items
from places.models import PlacePage


def tally(period: Period) -> Tally:
    return tally_of_one_category(PlacePage.objects.all(), period, category=PlacePage.CATEGORY)


def traces(on: datetime.date) -> Traces:
    return traces_of_items(PlacePage.objects.all(), on, category=PlacePage.CATEGORY)
