"""News items and articles (tin, bài), and the pages that list them."""

from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from catalogue.models import Category
from lib.clock import today
from lib.pagination import page_of
from lib.structured_data import Data, news_article
from lib.vietnamese import to_nfc
from newsroom.forms import ArticleForm
from newsroom.queries import ArticleQuerySet
from pages.blocks import BodyBlock
from pages.models import BasePage
from pages.subjects import About, Subject

ARTICLES_PER_PAGE = 20
RELATED_ARTICLES = 4


class ArticleIndexPage(BasePage):
    """Lists the articles of the whole site that stand in its categories; without categories, all of them."""

    introduction = models.TextField(_("introduction"), blank=True)
    categories = ParentalManyToManyField(
        Category,
        verbose_name=_("categories"),
        blank=True,
        related_name="+",
        help_text=_("Leave empty to list articles of every category."),
    )

    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("categories", widget=forms.CheckboxSelectMultiple),
    ]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["newsroom.ArticlePage"]
    template = "newsroom/article_index_page.html"

    class Meta:
        verbose_name = _("list of articles")
        verbose_name_plural = _("lists of articles")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        categories = list(self.categories.all())
        articles = ArticlePage.objects.on_show(today()).in_locale(self.locale_id).newest_first()
        if categories:
            articles = articles.in_any(categories)
        offered = categories or list(Category.objects.in_use(today()).filter(_has_articles(self.locale_id)))
        chosen = _chosen(request.GET.get("chuyen-muc", ""), offered)
        if chosen:
            articles = articles.in_any([chosen])
        context["articles"] = page_of(articles.for_cards(), request, per_page=ARTICLES_PER_PAGE)
        context["categories"] = offered
        context["chosen"] = chosen
        return context


def _has_articles(locale_id: int) -> Exists:
    """A category with documents only is offered by their register."""
    stands = ArticlePage.categories.through.objects.filter(category=OuterRef("pk"))
    return Exists(stands.filter(articlepage__live=True, articlepage__locale_id=locale_id))


def _chosen(key: str, offered: list[Category]) -> Category | None:
    """One that is offered, or another there is: an article leads to each of its own. Raises Http404 for any other."""
    if not key:
        return None
    chosen = next((category for category in offered if category.key == key), None)
    chosen = chosen or Category.objects.filter(key=key.replace("\0", "")).first()
    if chosen is None:
        raise Http404
    return chosen


class ArticlePage(BasePage):
    """A news item or article."""

    search_kind: ClassVar[str] = "article"
    is_text: ClassVar[bool] = True

    lead = models.TextField(_("lead"), blank=True, help_text=_("Two or three sentences that say what happened."))
    image = models.ForeignKey(
        "library.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("text in place of the picture"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for readers who can't see it. Required with a picture."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    author_line = models.CharField(_("author line"), max_length=255, blank=True)
    published_on = models.DateField(_("publication date"), default=today, db_index=True)
    categories = ParentalManyToManyField(
        Category,
        verbose_name=_("categories"),
        blank=True,
        related_name="+",
        help_text=_("An article may stand in several; the yearly report counts it once in the total."),
    )

    objects: ClassVar[PageManager] = PageManager.from_queryset(ArticleQuerySet)()
    read_with: ClassVar[tuple[str, ...]] = ("image",)

    base_form_class = ArticleForm
    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], _("Picture")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("author_line"),
                FieldPanel("published_on", help_text=_("Day/month/year, for example 31/10/2023.")),
            ],
            _("Author and date"),
        ),
        FieldPanel("categories", widget=forms.CheckboxSelectMultiple, required_on_save=False),
    ]
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("author_line"),
        index.FilterField("published_on"),
    ]
    parent_page_types: ClassVar[list[str]] = ["newsroom.ArticleIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "newsroom/article_page.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def clean(self) -> None:
        super().clean()
        self.lead = to_nfc(self.lead)

    @property
    def gist(self) -> str:
        return self.lead or super().gist

    @property
    def as_subject(self) -> Subject:
        return replace(super().as_subject, is_article=True)

    def structured_data(self, about: About) -> list[Data]:
        return [
            news_article(
                about.office,
                address=about.address,
                headline=self.title,
                language=about.language,
                published=self.published_on,
                updated=self.last_published_at,
                gist=self.gist,
                picture=about.picture,
                author=self.author_line,
            )
        ]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing that readers need to find and to understand it."""
        return bool(self.categories.all()) and bool(not self.image_id or self.image_alt.strip())

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["article_categories"] = list(self.categories.all())
        context["related"] = self._related(context["article_categories"])
        return context

    def _related(self, categories: list[Category]) -> list["ArticlePage"]:
        if not categories:
            return []
        articles = ArticlePage.objects.on_show(today()).in_locale(self.locale_id).in_any(categories[:1])
        return list(articles.exclude(pk=self.pk).newest_first().for_cards()[:RELATED_ARTICLES])
