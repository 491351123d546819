"""What the yearly report counts of places to see."""

from catalogue.figures import Period, Tally
from pages.figures import tally_of_one_category
from places.models import PlacePage


def tally(period: Period) -> Tally:
    return tally_of_one_category(PlacePage.objects.all(), period, category=PlacePage.CATEGORY)
