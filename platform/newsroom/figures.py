"""What the yearly report counts of articles."""

import datetime

from catalogue.figures import Period, Tally, Traces
from newsroom.models import ArticlePage
from pages.figures import tally_by_category, traces_of_items


def tally(period: Period) -> Tally:
    return tally_by_category(ArticlePage.objects.all(), period)


def traces(on: datetime.date) -> Traces:
    return traces_of_items(ArticlePage.objects.all(), on)
