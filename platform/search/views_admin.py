"""The editors' screens: what stands above all results, which words mean the same, and what was sought in vain."""

import datetime

from django.db.models import Max, QuerySet, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search.pins import Miss, Pin
from search.vocabulary import Synonyms


class DayColumn(Column):
    """A day as a date: Wagtail's own column tells how long ago it was, and of one to come that it was just now."""

    def get_value(self, instance: object) -> str:
        day: datetime.date | None = super().get_value(instance)
        return date_format(day, "SHORT_DATE_FORMAT") if day else ""


class PinViewSet(SnippetViewSet):
    model = Pin
    url_prefix = "search/pins"
    chooser_base_url_path = "search/pins/choose"
    icon = "thumbtack"
    menu_label = _("Pinned results")
    menu_order = 100
    copy_view_enabled = False
    list_per_page = 50
    list_display = [
        "__str__",
        Column("page", label=_("Page")),
        "address",
        DayColumn("since", label=_("From")),
        DayColumn("until", label=_("Until")),
    ]

    def get_queryset(self, request: object) -> QuerySet[Pin]:
        return Pin.objects.select_related("page").order_by("words", "pk")


class SynonymsViewSet(SnippetViewSet):
    model = Synonyms
    url_prefix = "search/synonyms"
    chooser_base_url_path = "search/synonyms/choose"
    icon = "list-ul"
    menu_label = _("Words of one meaning")
    menu_order = 200
    copy_view_enabled = False
    list_per_page = 50


class SearchViewSetGroup(SnippetViewSetGroup):
    items = (PinViewSet, SynonymsViewSet)
    menu_label = _("Search of the site")
    menu_icon = "search"
    menu_order = 97
    add_to_admin_menu = True


class MissesView(ReportView):
    """Added up over the days that are kept."""

    model = Miss
    permission_policy = ModelPermissionPolicy(Miss)
    any_permission_required = ("view",)
    index_url_name = "search:misses"
    index_results_url_name = "search:misses_results"
    page_title = _("Searches without a result")
    header_icon = "search"
    paginate_by = 50
    is_searchable = False
    default_ordering = "-times_together"
    columns = [
        Column("words", label=_("Words"), sort_key="words"),
        Column("times_together", label=_("Times"), sort_key="times_together"),
        DayColumn("last_on", label=_("Last day"), sort_key="last_on"),
    ]
    list_export = ["words", "times_together", "last_on"]
    export_headings = {"words": _("Words"), "times_together": _("Times"), "last_on": _("Last day")}

    def get_queryset(self) -> QuerySet:
        together = Miss.objects.order_by().values("words").annotate(times_together=Sum("times"), last_on=Max("on"))
        return together.order_by("-times_together", "words")

    def get_filename(self) -> str:
        return "tim-khong-thay"
