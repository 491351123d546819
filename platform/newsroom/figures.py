"""What the yearly report counts of articles."""

from catalogue.figures import Period, Tally
from newsroom.models import ArticlePage
from pages.figures import tally_by_category


def tally(period: Period) -> Tally:
    return tally_by_category(ArticlePage.objects.all(), period)
