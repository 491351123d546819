"""The list of places in the administration."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, MultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.views_items import STATUS, TITLE, DayColumn, ItemIndexView, WriteItemView
from places.models import PlacePage
from places.states import Kind


class PlaceFilterSet(PageFilterSet):
    kind = MultipleChoiceFilter(label=_("Kind of place"), choices=Kind, widget=CheckboxSelectMultiple)
    published_on = DateFromToRangeFilter(label=_("Publication date"), widget=DateRangePickerWidget)

    class Meta:
        model = PlacePage
        fields: list[str] = []


class PlaceIndexView(ItemIndexView):
    base_columns = [
        *TITLE,
        Column("get_kind_display", label=_("Kind of place"), sort_key="kind", width="15%"),
        Column("address", label=_("Address"), width="20%"),
        DayColumn("published_on", label=_("Publication date"), sort_key="published_on", width="12%"),
        STATUS,
    ]


class WritePlaceView(WriteItemView):
    item_model = PlacePage


class PlaceListingViewSet(PageListingViewSet):
    model = PlacePage
    index_view_class = PlaceIndexView
    choose_parent_view_class = WritePlaceView
    filterset_class = PlaceFilterSet
    menu_label = _("Places to see")
    icon = "site"
    menu_order = 95
    add_to_admin_menu = True
    list_export = [
        "title",
        "get_kind_display",
        "rank",
        "address",
        "opening_hours",
        "admission",
        "phone",
        "latitude",
        "longitude",
        "published_on",
        "live",
        "full_url",
    ]
    export_headings = {
        "title": _("Name"),
        "get_kind_display": _("Kind of place"),
        "live": _("Published"),
        "full_url": _("Address on the web"),
    }
    export_filename = "dia-diem"
