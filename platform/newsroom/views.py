"""The newsroom's own list in the admin: what a clerk opens every morning."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from django_filters import DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale

from catalogue.models import Category
from newsroom.models import ArticleIndexPage, ArticlePage


class ArticleFilterSet(PageFilterSet):
    categories = ModelMultipleChoiceFilter(
        label=_("Category"), queryset=Category.objects.all(), widget=CheckboxSelectMultiple
    )
    published_on = DateFromToRangeFilter(label=_("Publication date"), widget=DateRangePickerWidget)

    class Meta:
        model = ArticlePage
        fields: list[str] = []


class DayColumn(Column):
    """The day itself, where Wagtail's own column says how long ago it was."""

    def get_value(self, instance: Model) -> str:
        return date_format(super().get_value(instance), "SHORT_DATE_FORMAT")


class ArticleIndexView(IndexView):
    default_ordering = "-published_on"
    base_columns = [
        *IndexView.base_columns[:2],
        DayColumn("published_on", label=_("Publication date"), sort_key="published_on", width="15%"),
        Column("author_line", label=_("Author line"), width="20%"),
        IndexView.base_columns[-1],
    ]


class WriteArticleView(View):
    """Straight to an empty article: a clerk need not know where in the tree articles live."""

    def get(self, request: HttpRequest) -> HttpResponse:
        for index in ArticleIndexPage.objects.filter(locale=Locale.get_default()).order_by("path"):
            if index.permissions_for_user(request.user).can_add_subpage():
                return redirect("wagtailadmin_pages:add", "newsroom", "articlepage", index.pk)
        raise PermissionDenied


class ArticleListingViewSet(PageListingViewSet):
    model = ArticlePage
    index_view_class = ArticleIndexView
    choose_parent_view_class = WriteArticleView
    filterset_class = ArticleFilterSet
    menu_label = _("Articles")
    icon = "doc-full-inverse"
    menu_order = 90
    add_to_admin_menu = True
