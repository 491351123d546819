"""What narrows a list of projects, for visitors; their names stand in addresses."""

from django.forms import NumberInput
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet, NumberFilter

from pages.filters import NameFilter
from planning.queries import ProjectQuerySet
from planning.states import Field, Status


class ProjectFilters(FilterSet):
    tim = NameFilter(label=_("Words of the name"))
    tinh_trang = ChoiceFilter(field_name="status", label=_("Status"), choices=Status, empty_label=_("All"))
    linh_vuc = ChoiceFilter(field_name="field", label=_("Field of work"), choices=Field, empty_label=_("All"))
    nam = NumberFilter(
        label=_("Year"), method="in_year", min_value=1975, max_value=2100, widget=NumberInput({"inputmode": "numeric"})
    )

    def in_year(self, projects: ProjectQuerySet, name: str, year: int) -> ProjectQuerySet:
        return projects.in_year(int(year))
