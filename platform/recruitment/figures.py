"""What the yearly report counts of recruitment notices."""

import datetime

from catalogue.figures import Period, Tally, Traces
from pages.figures import tally_of_one_category, traces_of_items
from recruitment.models import VacancyPage


def tally(period: Period) -> Tally:
    return tally_of_one_category(VacancyPage.objects.all(), period, category=VacancyPage.CATEGORY)


def traces(on: datetime.date) -> Traces:
    return traces_of_items(VacancyPage.objects.all(), on, category=VacancyPage.CATEGORY)
