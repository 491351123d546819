"""Lists of items in the administration: what each room's own list is made of."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.pages.listing import IndexView
from wagtail.models import Locale, Page, PageQuerySet

from lib.spreadsheets import harmless

TITLE, STATUS = IndexView.base_columns[:2], IndexView.base_columns[-1]


class DayColumn(Column):
    """The day itself, where Wagtail's own column says how long ago it was."""

    def get_value(self, instance: Model) -> str:
        day = super().get_value(instance)
        return date_format(day, "SHORT_DATE_FORMAT") if day else ""


class ItemIndexView(IndexView):
    """Newest first, and to be taken away as a table in which no text is a formula."""

    default_ordering = "-published_on"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        texts = {self.FORMAT_CSV: harmless, self.FORMAT_XLSX: harmless}
        self.custom_value_preprocess = {**SpreadsheetExportMixin.custom_value_preprocess, str: texts}

    def search_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        """By any column: Wagtail's own search orders by fields of its index only."""
        if not (self.is_searching and self.is_explicitly_ordered):
            return super().search_queryset(queryset)
        found = queryset.order_by().autocomplete(self.search_query)
        return queryset.filter(pk__in=found.get_queryset().order_by().values("pk"))


class WriteItemView(View):
    """Straight to an empty form: a clerk need not know where in the tree the items live."""

    item_model: type[Page]

    def get(self, request: HttpRequest) -> HttpResponse:
        for parent_model in self.item_model.allowed_parent_page_models():
            for parent in parent_model.objects.filter(locale=Locale.get_default()).order_by("path"):
                if parent.permissions_for_user(request.user).can_add_subpage():
                    names = self.item_model._meta.app_label, self.item_model._meta.model_name
                    return redirect("wagtailadmin_pages:add", *names, parent.pk)
        raise PermissionDenied(_("There is no list yet in which this could stand: an administrator adds one."))
