"""What narrows a list of places, for visitors; their names stand in addresses."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from pages.filters import NameFilter
from places.states import Kind


class PlaceFilters(FilterSet):
    tim = NameFilter(label=_("Words of the name"))
    loai = ChoiceFilter(field_name="kind", label=_("Kind of place"), choices=Kind, empty_label=_("All"))
