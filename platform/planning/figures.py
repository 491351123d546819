"""What the yearly report counts of projects."""

import datetime

from catalogue.figures import Period, Tally, Traces
from pages.figures import tally_of_one_category, traces_of_items
from planning.models import ProjectPage


def tally(period: Period) -> Tally:
    return tally_of_one_category(ProjectPage.objects.all(), period, category=ProjectPage.CATEGORY)


def traces(on: datetime.date) -> Traces:
    return traces_of_items(ProjectPage.objects.all(), on, category=ProjectPage.CATEGORY)
