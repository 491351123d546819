"""The newsroom's own list in the admin: what a clerk opens every morning."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from catalogue.models import Category
from newsroom.models import ArticlePage
from pages.views_items import DayColumn, WriteItemView


class ArticleFilterSet(PageFilterSet):
    categories = ModelMultipleChoiceFilter(
        label=_("Category"), queryset=Category.objects.all(), widget=CheckboxSelectMultiple
    )
    published_on = DateFromToRangeFilter(label=_("Publication date"), widget=DateRangePickerWidget)

    class Meta:
        model = ArticlePage
        fields: list[str] = []


class ArticleIndexView(IndexView):
    default_ordering = "-published_on"
    base_columns = [
        *IndexView.base_columns[:2],
        DayColumn("published_on", label=_("Publication date"), sort_key="published_on", width="15%"),
        Column("author_line", label=_("Author line"), width="20%"),
        IndexView.base_columns[-1],
    ]


class WriteArticleView(WriteItemView):
    item_model = ArticlePage


class ArticleListingViewSet(PageListingViewSet):
    model = ArticlePage
    index_view_class = ArticleIndexView
    choose_parent_view_class = WriteArticleView
    filterset_class = ArticleFilterSet
    menu_label = _("Articles")
    icon = "doc-full-inverse"
    menu_order = 90
    add_to_admin_menu = True
