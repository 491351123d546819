"""What the tests of this room ask of the shared index."""

from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag
from django.test import Client, TestCase

from tenants.crossing import all_tenants, in_public, in_site
from tenants.registry.models import Tenant
from tenants.syndication.actions import renew_site
from tenants.syndication.models import SharedEntry
from tests.platform.search.findings import article, everything

ALL_SITES = "/tim-kiem/toan-huyen/"


def publish(tenant: Tenant, *titles: str, **fields: object) -> None:
    """With all that follows once it is committed."""
    with in_site(tenant), TestCase.captureOnCommitCallbacks(execute=True):
        for title in titles:
            article(title, **fields)


def copy(*tenants: Tenant) -> int:
    """Bring the indexes in step, each site's own and the shared one, as the clock does."""
    changed = 0
    for tenant in tenants or all_tenants():
        with in_site(tenant):
            everything()
        changed += renew_site(tenant=tenant)
    return changed


def copied(tenant: Tenant) -> set[str]:
    """Titles of what stands in the shared index of that site."""
    with in_public():
        return set(SharedEntry.objects.filter(tenant_id=tenant.pk).values_list("title", flat=True))


def main(browser: Client, words: str, more: str = "", at: str = ALL_SITES) -> Tag:
    answer = browser.get(f"{at}?q={words}{more}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


def found(browser: Client, words: str, more: str = "") -> list[str]:
    return titles_in(main(browser, words, more).select(".search-rows .search-row__link"))


def titles_in(links: Iterable[Tag]) -> list[str]:
    return [link.get_text() for link in links]
