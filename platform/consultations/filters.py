"""What narrows the list of consultations, for visitors; their names stand in addresses."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from consultations.queries import ConsultationQuerySet
from consultations.states import Phase
from lib.clock import today
from pages.filters import NameFilter


class ConsultationFilters(FilterSet):
    tim = NameFilter(label=_("Words of the title"))
    buoc = ChoiceFilter(label=_("Stage"), choices=Phase.choices, empty_label=_("All"), method="in_phase")

    def in_phase(self, pages: ConsultationQuerySet, name: str, chosen: str) -> ConsultationQuerySet:
        return pages.in_phase(chosen, today())
