"""What narrows the list of consultations, for visitors; their names stand in addresses."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from consultations.states import Phase
from pages.filters import NameFilter


class ConsultationFilters(FilterSet):
    tim = NameFilter(label=_("Words of the title"))
    buoc = ChoiceFilter(label=_("Stage"), choices=Phase.choices, empty_label=_("All"), field_name="phase")
