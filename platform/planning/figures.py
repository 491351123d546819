"""What the yearly report counts of projects."""

from catalogue.figures import Period, Tally
from pages.figures import tally_of_one_category
from planning.models import ProjectPage


def tally(period: Period) -> Tally:
    return tally_of_one_category(ProjectPage.objects.all(), period, category=ProjectPage.CATEGORY)
