"""Recruitment notices as open data."""

from django.utils.translation import gettext_lazy as _

from catalogue.datasets import Dataset, changed_since, day, number, text
from pages.datasets import LANGUAGE, MARKS, ItemRow, items, of_body, published_in_year
from recruitment.models import VacancyPage


class VacancyRow(ItemRow):
    employer = text(_("The office, school or station that recruits."))
    positions = number(_("How many people are wanted."))
    requirements = text(_("What is asked of them."))
    how_to_apply = text(_("Which papers, and where to hand them in."))
    closes_on = day(_("The last day on which applications are taken."))
    text = of_body(source="body")


DATASETS = (
    Dataset(
        key="vacancies",
        title=_("Recruitment notices"),
        holds=_("Posts that are or were to be filled, with their closing dates."),
        row=VacancyRow,
        rows=lambda on: items(VacancyPage.objects.all(), on),
        filters=(published_in_year(), LANGUAGE, changed_since()),
        marks=MARKS,
    ),
)
