"""What the yearly report counts of recruitment notices."""

from catalogue.figures import Period, Tally
from pages.figures import tally_of_one_category
from recruitment.models import VacancyPage


def tally(period: Period) -> Tally:
    return tally_of_one_category(VacancyPage.objects.all(), period, category=VacancyPage.CATEGORY)
