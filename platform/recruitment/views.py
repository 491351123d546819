"""The list of recruitment notices in the administration."""

from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.views_items import STATUS, TITLE, DayColumn, ItemIndexView, WriteItemView
from recruitment.models import VacancyPage


class VacancyFilterSet(PageFilterSet):
    closes_on = DateFromToRangeFilter(label=_("Closing date"), widget=DateRangePickerWidget)
    published_on = DateFromToRangeFilter(label=_("Publication date"), widget=DateRangePickerWidget)

    class Meta:
        model = VacancyPage
        fields: list[str] = []


class VacancyIndexView(ItemIndexView):
    base_columns = [
        *TITLE,
        Column("employer", label=_("Employer"), sort_key="employer", width="20%"),
        DayColumn("published_on", label=_("Publication date"), sort_key="published_on", width="12%"),
        DayColumn("closes_on", label=_("Closing date"), sort_key="closes_on", width="12%"),
        STATUS,
    ]


class WriteVacancyView(WriteItemView):
    item_model = VacancyPage


class VacancyListingViewSet(PageListingViewSet):
    model = VacancyPage
    index_view_class = VacancyIndexView
    choose_parent_view_class = WriteVacancyView
    filterset_class = VacancyFilterSet
    menu_label = _("Recruitment")
    icon = "group"
    menu_order = 94
    add_to_admin_menu = True
    list_export = [
        "title",
        "employer",
        "positions",
        "requirements",
        "how_to_apply",
        "published_on",
        "closes_on",
        "live",
        "full_url",
    ]
    export_headings = {"title": _("Title"), "live": _("Published"), "full_url": _("Address")}
    export_filename = "tuyen-dung"
