from collections.abc import Callable, Iterator
from typing import Any

import pytest
from wagtail.models import Page

from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Publish = Callable[..., ArticlePage]


@pytest.fixture
def here(commune: Tenant) -> Iterator[Tenant]:
    """What follows happens on the commune's site."""
    with in_site(commune):
        yield commune


@pytest.fixture
def publish(here: Tenant) -> Publish:
    def write(title: str, *hrefs: str, body: list[dict[str, Any]] | None = None) -> ArticlePage:
        links = "".join(f'<p><a href="{href}">Xem {number}</a></p>' for number, href in enumerate(hrefs, 1))
        index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
        article = ArticlePage(title=title, published_on=cast.DAY, body=body or [{"type": "text", "value": links}])
        index.add_child(instance=article)
        article.save_revision().publish()
        return article

    return write


@pytest.fixture
def home(here: Tenant) -> Page:
    return Page.objects.get(depth=2, locale__language_code="vi")
