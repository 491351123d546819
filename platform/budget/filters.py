"""What narrows a list of disclosures, for visitors; their names stand in addresses."""

from django.forms import NumberInput
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet, NumberFilter

from budget.states import Period, Subject
from pages.filters import NameFilter


class DisclosureFilters(FilterSet):
    tim = NameFilter(label=_("Words of the title"))
    nam = NumberFilter(
        field_name="year",
        label=_("Budget year"),
        min_value=1975,
        max_value=2100,
        widget=NumberInput({"inputmode": "numeric"}),
    )
    ky = ChoiceFilter(field_name="period", label=_("Budget period"), choices=Period, empty_label=_("All"))
    noi_dung = ChoiceFilter(field_name="subject", label=_("Content"), choices=Subject, empty_label=_("All"))
    bieu = CharFilter(field_name="form", lookup_expr="icontains", label=_("Form number"), max_length=50)
