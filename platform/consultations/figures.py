"""What the yearly report counts of consultations."""

from catalogue.figures import Period, Tally
from consultations.models import ConsultationPage
from pages.figures import tally_of_one_category


def tally(period: Period) -> Tally:
    return tally_of_one_category(ConsultationPage.objects.all(), period, category=ConsultationPage.CATEGORY)
