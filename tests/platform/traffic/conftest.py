import pytest
from wagtail.models import Page

from newsroom.models import ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.readers import Readers


@pytest.fixture
def readers() -> Readers:
    return Readers()


@pytest.fixture
def article(commune: Tenant) -> Page:
    with in_site(commune):
        return ArticlePage.objects.get(slug="bi-mat")
