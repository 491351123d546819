"""News and articles as open data."""

from django.utils.translation import gettext_lazy as _

from catalogue.datasets import Dataset, changed_since, text, texts
from newsroom.models import ArticlePage
from pages.datasets import LANGUAGE, MARKS, ItemRow, category_keys, in_category, items, of_body, published_in_year

COLUMN = "articlepage_id"


class ArticleRow(ItemRow):
    categories = texts(_("Keys of the categories it stands in."), source="category_keys")
    lead = text(_("Two or three sentences that say what happened."))
    author_line = text(_("Who wrote it, as it stands below the article."))
    text = of_body(source="body")


DATASETS = (
    Dataset(
        key="articles",
        title=_("News and articles"),
        holds=_("All news and articles that are published on this site, with their text."),
        row=ArticleRow,
        rows=lambda on: items(ArticlePage.objects.all(), on).annotate(
            category_keys=category_keys(ArticlePage.objects.all(), COLUMN)
        ),
        filters=(in_category(COLUMN), published_in_year(), LANGUAGE, changed_since()),
        marks=MARKS,
    ),
)
