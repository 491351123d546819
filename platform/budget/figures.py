"""What the yearly report counts of budget disclosures."""

import datetime

from budget.models import DisclosurePage
from catalogue.figures import Period, Tally, Traces
from pages.figures import tally_of_one_category, traces_of_items


def tally(period: Period) -> Tally:
    return tally_of_one_category(DisclosurePage.objects.all(), period, category=DisclosurePage.CATEGORY)


def traces(on: datetime.date) -> Traces:
    return traces_of_items(DisclosurePage.objects.all(), on, category=DisclosurePage.CATEGORY)
