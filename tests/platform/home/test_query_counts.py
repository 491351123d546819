"""How often a visitor's page asks the database, once the caches are warm: whatever the site holds, equally often."""

import datetime
import io
from collections.abc import Callable

import PIL.Image
import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from catalogue.models import Category
from library.models import SiteImage
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import in_site

Visit = Callable[..., Client]
PINNED = {"/": 12, "/tin-tuc/": 11, "/tin-tuc/tin-0/": 9}


def add_articles(number: int) -> None:
    """Each with a picture of its own, in every category."""
    ArticlePage.objects.all().delete()
    index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    categories = list(Category.objects.all())
    for count in range(number):
        buffer = io.BytesIO()
        PIL.Image.new("RGB", (32, 18), "#a01818").save(buffer, "PNG")
        image = SiteImage.objects.create(title=f"Ảnh {count}", file=ContentFile(buffer.getvalue(), "anh.png"))
        article = ArticlePage(title=f"Tin {count}", slug=f"tin-{count}", image=image, image_alt="Lễ hội")
        article.published_on = datetime.date(2023, 10, 30)
        article.categories = categories
        index.add_child(instance=article)


def queries(browser: Client, path: str) -> int:
    """Less the savepoints in which a test wraps what is a transaction in service."""
    for _ in range(2):
        assert browser.get(path).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        browser.get(path)
    return len([query for query in captured if "SAVEPOINT" not in query["sql"]])


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize("site", ["commune", "district"])
def test_more_articles_cost_no_more_queries(
    request: pytest.FixtureRequest, visit: Visit, settings: Settings, site: str, number: int
):
    tenant = request.getfixturevalue(site)
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(tenant):
        add_articles(number)
    browser = visit(tenant)
    assert {path: queries(browser, path) for path in PINNED} == PINNED
