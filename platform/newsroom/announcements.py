from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from newsroom.models import ArticlePage
from pages.announcements import Announcement, Wanted, newest_pages


def newest(wanted: Wanted) -> list[Announcement]:
    """One query."""
    articles = ArticlePage.objects.defer("body")
    stands = ArticlePage.categories.through.objects.filter(articlepage=OuterRef("pk")).order_by("category__position")
    if wanted.category:
        articles = articles.in_any([wanted.category])
    return newest_pages(articles, wanted, category_keys=ArraySubquery(stands.values("category__key")))
