"""What the yearly report counts of budget disclosures."""

from budget.models import DisclosurePage
from catalogue.figures import Period, Tally
from pages.figures import tally_of_one_category


def tally(period: Period) -> Tally:
    return tally_of_one_category(DisclosurePage.objects.all(), period, category=DisclosurePage.CATEGORY)
