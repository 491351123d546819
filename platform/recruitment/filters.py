"""What narrows a list of vacancies, for visitors; their names stand in addresses."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from lib.clock import today
from pages.filters import NameFilter
from recruitment.queries import VacancyQuerySet

OPEN, CLOSED = "dang-nhan", "da-het-han"


class VacancyFilters(FilterSet):
    tim = NameFilter(label=_("Words of the title"))
    han = ChoiceFilter(
        label=_("Applications"),
        choices=[(OPEN, _("Still taken")), (CLOSED, _("Closed"))],
        empty_label=_("All"),
        method="by_closing_date",
    )

    def by_closing_date(self, vacancies: VacancyQuerySet, name: str, chosen: str) -> VacancyQuerySet:
        return vacancies.open(today()) if chosen == OPEN else vacancies.closed(today())
