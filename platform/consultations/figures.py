"""What the yearly report counts of consultations."""

import datetime

from catalogue.figures import Period, Tally, Traces
from consultations.models import ConsultationPage
from pages.figures import tally_of_one_category, traces_of_items


def tally(period: Period) -> Tally:
    return tally_of_one_category(ConsultationPage.objects.all(), period, category=ConsultationPage.CATEGORY)


def traces(on: datetime.date) -> Traces:
    return traces_of_items(ConsultationPage.objects.all(), on, category=ConsultationPage.CATEGORY)
