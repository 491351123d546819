"""The list of budget disclosures in the administration."""

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, MultipleChoiceFilter, NumberFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from budget.models import Deadline, DisclosurePage
from budget.states import Period, Subject
from pages.views_items import STATUS, TITLE, DayColumn, ItemIndexView, WriteItemView


class DisclosureFilterSet(PageFilterSet):
    year = NumberFilter(label=_("Budget year"))
    period = MultipleChoiceFilter(label=_("Budget period"), choices=Period, widget=CheckboxSelectMultiple)
    subject = MultipleChoiceFilter(label=_("Content"), choices=Subject, widget=CheckboxSelectMultiple)
    published_on = DateFromToRangeFilter(label=_("Publication date"), widget=DateRangePickerWidget)

    class Meta:
        model = DisclosurePage
        fields: list[str] = []


class DisclosureIndexView(ItemIndexView):
    """With the day on which each has to be disclosed at the latest."""

    base_columns = [
        *TITLE,
        Column("year", label=_("Budget year"), sort_key="year", width="8%"),
        Column("get_period_display", label=_("Budget period"), width="12%"),
        DayColumn("decided_on", label=_("Date of the decision"), sort_key="decided_on", width="12%"),
        DayColumn("due_on", label=_("To be disclosed by"), width="12%"),
        DayColumn("published_on", label=_("Publication date"), sort_key="published_on", width="12%"),
        STATUS,
    ]

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().with_deadline(Deadline.objects.all())


class WriteDisclosureView(WriteItemView):
    item_model = DisclosurePage


class DisclosureListingViewSet(PageListingViewSet):
    model = DisclosurePage
    index_view_class = DisclosureIndexView
    choose_parent_view_class = WriteDisclosureView
    filterset_class = DisclosureFilterSet
    menu_label = _("Budget disclosures")
    icon = "table"
    menu_order = 93
    add_to_admin_menu = True
    list_export = [
        "title",
        "year",
        "get_period_display",
        "get_subject_display",
        "form",
        "decision_number",
        "decided_on",
        "decided_by",
        "due_on",
        "legal_basis",
        "published_on",
        "live",
        "full_url",
    ]
    export_headings = {
        "title": _("Title"),
        "get_period_display": _("Budget period"),
        "get_subject_display": _("Content"),
        "due_on": _("To be disclosed by"),
        "legal_basis": _("Legal basis"),
        "live": _("Published"),
        "full_url": _("Address"),
    }
    export_filename = "cong-khai-ngan-sach"
