"""Which articles a reader may see, and in what order."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import connection

from catalogue.models import Category
from pages.queries import ItemQuerySet

if TYPE_CHECKING:
    from newsroom.models import ArticlePage


class ArticleQuerySet(ItemQuerySet):
    def in_any(self, categories: Iterable[Category]) -> Self:
        """In at least one of the categories, each article once."""
        through = self.model.categories.through
        rows = through.objects.filter(category__in=[category.pk for category in categories])
        return self.filter(pk__in=rows.values("articlepage_id"))

    def newest_first(self) -> Self:
        return self.order_by("-published_on", "-pk")

    def for_cards(self) -> Self:
        """With what a card in a list shows and nothing else. Renditions come from the cache of that name."""
        return self.select_related("image").defer("body", "author_line")


CATEGORY_COLUMNS = ("id", "key", "name_vi", "name_km", "name_en")

LATEST_PER_CATEGORY = """
    SELECT latest.page_ptr_id, category.id, category.key, category.name_vi, category.name_km, category.name_en
    FROM catalogue_category AS category
    LEFT JOIN LATERAL (
        SELECT article.page_ptr_id, article.published_on
        FROM newsroom_articlepage AS article
        JOIN wagtailcore_page AS page ON page.id = article.page_ptr_id
        JOIN newsroom_articlepage_categories AS stands ON stands.articlepage_id = article.page_ptr_id
        WHERE stands.category_id = category.id
          AND page.live AND page.locale_id = %(locale)s AND article.published_on <= %(on)s
          AND NOT EXISTS (
              SELECT FROM wagtailcore_pageviewrestriction AS restriction
              JOIN wagtailcore_page AS closed ON closed.id = restriction.page_id
              WHERE starts_with(page.path, closed.path)
          )
        ORDER BY article.published_on DESC, article.page_ptr_id DESC
        LIMIT %(each)s
    ) AS latest ON true
    WHERE category.retired_on IS NULL OR category.retired_on > %(on)s
    ORDER BY category.position, category.key, latest.published_on DESC, latest.page_ptr_id DESC
"""


def latest_by_category(
    articles: ArticleQuerySet, *, locale_id: int, on: datetime.date, each: int
) -> list[tuple[Category, list["ArticlePage"]]]:
    """The categories in use in their order, each with its newest articles on show, if it has any; two queries."""
    with connection.cursor() as cursor:
        cursor.execute(LATEST_PER_CATEGORY, {"locale": locale_id, "on": on, "each": each})
        rows = cursor.fetchall()
    numbers = {pk for pk, *_ in rows if pk is not None}
    found = {article.pk: article for article in articles.filter(pk__in=numbers).for_cards()}
    categories: dict[int, Category] = {}
    lists: dict[int, list[ArticlePage]] = defaultdict(list)
    for pk, category_id, *names in rows:
        categories[category_id] = Category.from_db(None, CATEGORY_COLUMNS, [category_id, *names])
        lists[category_id] += [found[pk]] if pk is not None else []
    return [(categories[category_id], latest) for category_id, latest in lists.items()]
