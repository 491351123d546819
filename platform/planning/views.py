"""The list of projects in the administration."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, MultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.views_items import STATUS, TITLE, DayColumn, ItemIndexView, WriteItemView
from planning.models import ProjectPage
from planning.states import Field, Funding, Status


class ProjectFilterSet(PageFilterSet):
    status = MultipleChoiceFilter(label=_("Status"), choices=Status, widget=CheckboxSelectMultiple)
    field = MultipleChoiceFilter(label=_("Field of work"), choices=Field, widget=CheckboxSelectMultiple)
    funding = MultipleChoiceFilter(label=_("Type of funding"), choices=Funding, widget=CheckboxSelectMultiple)
    published_on = DateFromToRangeFilter(label=_("Publication date"), widget=DateRangePickerWidget)

    class Meta:
        model = ProjectPage
        fields: list[str] = []


class ProjectIndexView(ItemIndexView):
    base_columns = [
        *TITLE,
        Column("get_status_display", label=_("Status of the project"), sort_key="status", width="15%"),
        Column("duration", label=_("Project duration"), sort_key="first_year", width="10%"),
        DayColumn("published_on", label=_("Publication date"), sort_key="published_on", width="12%"),
        STATUS,
    ]


class WriteProjectView(WriteItemView):
    item_model = ProjectPage


class ProjectListingViewSet(PageListingViewSet):
    model = ProjectPage
    index_view_class = ProjectIndexView
    choose_parent_view_class = WriteProjectView
    filterset_class = ProjectFilterSet
    menu_label = _("Projects")
    icon = "crosshairs"
    menu_order = 92
    add_to_admin_menu = True
    list_export = [
        "title",
        "get_status_display",
        "aim",
        "get_field_display",
        "get_kind_display",
        "place",
        "first_year",
        "last_year",
        "cost",
        "get_funding_display",
        "funder",
        "published_on",
        "live",
        "full_url",
    ]
    export_headings = {
        "title": _("Name"),
        "get_status_display": _("Status"),
        "get_field_display": _("Field of work"),
        "get_kind_display": _("Type of project"),
        "get_funding_display": _("Type of funding"),
        "live": _("Published"),
        "full_url": _("Address"),
    }
    export_filename = "du-an"
