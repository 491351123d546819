"""How much stands in each list, for the tree of the site."""

import datetime

from agenda.models import Week
from budget.models import DisclosurePage
from citizens.models import Question
from consultations.models import ConsultationPage
from legal.models import LegalDocument
from newsroom.models import ArticlePage
from places.models import PlacePage
from planning.models import ProjectPage
from procedures.overlays import Defaults
from procedures.queries import offered
from recruitment.models import VacancyPage

PAGES = {
    "articleindexpage": ArticlePage,
    "projectindexpage": ProjectPage,
    "disclosureindexpage": DisclosurePage,
    "consultationindexpage": ConsultationPage,
    "vacancyindexpage": VacancyPage,
    "placeindexpage": PlacePage,
}


def sizes(*, locale_id: int, on: datetime.date) -> dict[str, int]:
    """What a reader of that language finds, by the name of the list's kind; eleven queries."""
    found = {name: model.objects.on_show(on).in_locale(locale_id).count() for name, model in PAGES.items()}
    return {
        **found,
        "registerpage": LegalDocument.objects.published().count(),
        "agendapage": Week.objects.published().count(),
        "procedurespage": offered(on, Defaults.current().levels).count(),
        "questionspage": Question.objects.published().count(),
    }
