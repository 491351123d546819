"""Feeds, maps, pictures, copies and what heads of pages tell: of their own site, and gone with it."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from discovery.registers import REGISTERS
from newsroom.models import ArticlePage
from pages.models import SiteSettings
from tenants.crossing import in_site
from tenants.provisioning.lifecycle import archive_site, resume_site, suspend_site
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.discovery.items import one_of_each
from tests.platform.discovery.test_pictures import photo, picture

Visit = Callable[..., Client]
FEEDS = ["/nguon-tin/atom.xml", "/nguon-tin/rss.xml", *(f"/nguon-tin/{one.key}/atom.xml" for one in REGISTERS)]
MAPS = ["/sitemap.xml", *(f"/sitemap-{name}.xml" for name in ("trang", "van-ban", "lich-cong-tac", "to-chuc", "khac"))]
PAGES = ["/", "/tin-tuc/bi-mat/", "/so-do-trang/", "/nguon-tin/", "/ban-luu/tin-tuc/bi-mat/", "/robots.txt"]
WORDS = {cast.COMMUNE: "riengxa", cast.TOWN: "riengthitran"}
EVERYTHING = [*FEEDS, *MAPS, *PAGES]


@pytest.fixture
def both(commune: Tenant, town: Tenant) -> tuple[Tenant, Tenant]:
    """With items of equal numbers and addresses, and a word in each that only its own site has."""
    for tenant in (commune, town):
        with in_site(tenant):
            one_of_each(WORDS[tenant.slug])
    return commune, town


def test_nothing_of_another_site_is_told(both: tuple[Tenant, Tenant], visit: Visit):
    """The other one is asked first: what is kept for whoever comes next is kept on the same site."""
    for tenant, other in (both, both[::-1]):
        words = {WORDS[other.slug], cast.SECRETS[other.slug], other.primary_host}
        for path in EVERYTHING:
            visit(other).get(path)
            answer = visit(tenant).get(path)
            assert answer.status_code == 200
            assert [word for word in words if word in answer.content.decode()] == [], path


def test_the_same_number_has_another_picture(both: tuple[Tenant, Tenant], visit: Visit):
    paths = [picture(visit(tenant), "/tin-tuc/bi-mat/") for tenant in both]
    drawn = [visit(tenant).get(path) for tenant, path in zip(both, paths, strict=True)]
    assert paths[0] != paths[1]
    assert drawn[0].content != drawn[1].content


def test_the_address_of_a_picture_of_one_site_draws_nothing_of_it_on_another(both: tuple[Tenant, Tenant], visit: Visit):
    commune, town = both
    path = picture(visit(commune), "/tin-tuc/bi-mat/")
    visit(commune).get(path)
    answer = visit(town).get(path)
    assert answer.status_code == 302
    assert answer["Location"] != path


def test_a_picture_that_is_kept_is_kept_for_its_site(both: tuple[Tenant, Tenant], visit: Visit):
    """The same title, name and colours, and another emblem of the same number."""
    commune, town = both
    for tenant, colour in ((commune, "#0b5394"), (town, "#274e13")):
        with in_site(tenant):
            ArticlePage.objects.filter(slug="bi-mat").update(title="Như nhau")
            SiteSettings.objects.update(
                name_vi="Như nhau", main_colour="#0b5394", skin="flag", emblem=photo((200, 200), colour, pk=900)
            )
    paths = {picture(visit(tenant), "/tin-tuc/bi-mat/") for tenant in both}
    assert len(paths) == 1
    (path,) = paths
    assert visit(commune).get(path).content != visit(town).get(path).content


def test_a_suspended_site_tells_nothing(both: tuple[Tenant, Tenant], visit: Visit):
    commune, town = both
    tags = {path: visit(commune).get(path).headers.get("ETag", "*") for path in EVERYTHING}
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    for path, tag in tags.items():
        answer = visit(commune).get(path, headers={"If-None-Match": tag})
        assert answer.status_code == 503
        assert "riengxa" not in answer.content.decode()
        assert visit(town).get(path).status_code == 200


def test_its_pictures_are_suspended_with_it(both: tuple[Tenant, Tenant], visit: Visit):
    commune, _ = both
    path = picture(visit(commune), "/tin-tuc/bi-mat/")
    known = visit(commune).get(path)
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    assert visit(commune).get(path, headers={"If-None-Match": known["ETag"]}).status_code == 503
    resume_site(tenant=commune, by="tests")
    assert visit(commune).get(path, headers={"If-None-Match": known["ETag"]}).status_code == 304


def test_an_archived_site_can_still_be_read_and_kept(both: tuple[Tenant, Tenant], visit: Visit):
    commune, _ = both
    archive_site(tenant=commune, by="tests", reason="Đã sáp nhập")
    assert {visit(commune).get(path).status_code for path in EVERYTHING} == {200}


def test_what_a_page_says_of_itself_names_its_own_site(both: tuple[Tenant, Tenant], visit: Visit):
    for tenant in both:
        head = BeautifulSoup(visit(tenant).get("/tin-tuc/bi-mat/").content, "html.parser").head
        addresses = [
            one.get("href") or one.get("content") for one in head.select("link[rel=canonical], meta[property='og:url']")
        ]
        assert all(one.startswith(f"http://{tenant.primary_host}:8000/") for one in addresses)
        assert cast.SECRETS[tenant.slug] in head.find("script").string
