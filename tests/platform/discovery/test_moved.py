"""An address that was passed on, printed or linked to goes on leading to its page."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client, TestCase
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from accounts.roles import Role
from legal.models import RegisterPage
from newsroom.models import ArticleIndexPage, ArticlePage
from pages.models import SectionPage, StandardPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.discovery.items import article, close
from tests.platform.legal.documents import add as issue
from tests.platform.planning.test_models import add as plan

Visit = Callable[..., Client]


def rename(page: Page, slug: str) -> None:
    """Wagtail notes the old address once the new one is committed."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.slug = slug
        page.save_revision().publish()


def section(slug: str = "gioi-thieu", language: str = "vi") -> SectionPage:
    return SectionPage.objects.get(slug=slug, locale__language_code=language)


def leads(browser: Client, path: str) -> str:
    answer: HttpResponse = browser.get(path)
    return answer.headers.get("Location", "") if answer.status_code == 301 else str(answer.status_code)


def test_another_name_is_found_under_the_old_one(commune: Tenant, visit: Visit):
    with in_site(commune):
        rename(ArticlePage.objects.get(slug="bi-mat"), "ten-moi")
    assert leads(visit(commune), "/tin-tuc/bi-mat/") == "/tin-tuc/ten-moi/"
    assert leads(visit(commune), "/tin-tuc/bi-mat") == "/tin-tuc/ten-moi/"


def test_no_browser_remembers_it_for_ever(commune: Tenant, visit: Visit):
    with in_site(commune):
        rename(ArticlePage.objects.get(slug="bi-mat"), "ten-moi")
    assert visit(commune).get("/tin-tuc/bi-mat/")["Cache-Control"] == "max-age=300"


def test_a_page_renamed_in_the_admin_is_found(own_database: str, visit: Visit):
    """As a clerk does it, in a request that is committed."""
    commune = find_tenant(cast.COMMUNE)
    with in_site(commune):
        page = section().add_child(instance=StandardPage(title="Lịch sử", slug="lich-su"))
        page.save_revision()
    words = {"title": "Lịch sử", "slug": "lich-su-xa", "introduction": "", "body-count": "0", "action-publish": "1"}
    counts = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    words |= {f"comments-{name}": value for name, value in counts.items()}
    answer = visit(commune, Role.APPROVER).post(f"/admin/pages/{page.pk}/edit/", words)
    assert answer.status_code == 302
    assert leads(visit(commune), "/gioi-thieu/lich-su/") == "/gioi-thieu/lich-su-xa/"


def test_what_hangs_below_moves_along(commune: Tenant, visit: Visit):
    with in_site(commune):
        upper = section().add_child(instance=StandardPage(title="Lịch sử", slug="lich-su"))
        upper.add_child(instance=StandardPage(title="Thời xưa", slug="thoi-xua"))
        Page.objects.get(pk=upper.pk).move(section("cong-khai"), pos="last-child")
    browser = visit(commune)
    assert leads(browser, "/gioi-thieu/lich-su/") == "/cong-khai/lich-su/"
    assert leads(browser, "/gioi-thieu/lich-su/thoi-xua/") == "/cong-khai/lich-su/thoi-xua/"


def test_a_section_that_is_renamed_takes_its_lists_along(commune: Tenant, visit: Visit):
    with in_site(commune):
        plan(slug="duong")
        rename(section("cong-khai"), "minh-bach")
    browser = visit(commune)
    assert leads(browser, "/cong-khai/du-an/duong/") == "/minh-bach/du-an/duong/"
    assert leads(browser, "/cong-khai/du-an/?q=duong&trang=2") == "/minh-bach/du-an/?q=duong&trang=2"


def test_several_moves_are_one_step(commune: Tenant, visit: Visit):
    with in_site(commune):
        for slug in ("hai", "ba", "bon"):
            rename(ArticlePage.objects.get(title__startswith="Bí mật"), slug)
    assert [leads(visit(commune), f"/tin-tuc/{slug}/") for slug in ("bi-mat", "hai", "ba")] == ["/tin-tuc/bon/"] * 3


def test_a_page_that_comes_back_is_there_without_a_detour(commune: Tenant, visit: Visit):
    with in_site(commune):
        rename(ArticlePage.objects.get(slug="bi-mat"), "cho-khac")
        rename(ArticlePage.objects.get(slug="cho-khac"), "bi-mat")
    assert leads(visit(commune), "/tin-tuc/bi-mat/") == "200"
    assert leads(visit(commune), "/tin-tuc/cho-khac/") == "/tin-tuc/bi-mat/"


def test_a_new_page_takes_the_old_address(commune: Tenant, visit: Visit):
    with in_site(commune):
        rename(ArticlePage.objects.get(slug="bi-mat"), "ten-moi")
        new = article("Bài khác", slug="bi-mat")
    assert leads(visit(commune), "/tin-tuc/bi-mat/") == "200"
    with in_site(commune):
        rename(new, "bai-khac")
    assert leads(visit(commune), "/tin-tuc/bi-mat/") == "/tin-tuc/bai-khac/"


def test_what_was_deleted_is_not_found_any_more(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = ArticlePage.objects.get(slug="bi-mat")
        rename(page, "ten-moi")
        page.delete()
    assert leads(visit(commune), "/tin-tuc/bi-mat/") == "404"


def test_nothing_is_told_of_a_page_that_was_taken_down(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = ArticlePage.objects.get(slug="bi-mat")
        rename(page, "ten-mat")
        page.unpublish()
    answer = visit(commune).get("/tin-tuc/bi-mat/")
    assert answer.status_code == 404
    assert "ten-mat" not in answer.content.decode()


def test_a_page_that_is_closed_goes_on_asking_who_comes(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = ArticlePage.objects.get(slug="bi-mat")
        rename(page, "ten-moi")
        close(page)
    last = visit(commune).get("/tin-tuc/bi-mat/", follow=True)
    assert last.request["PATH_INFO"].startswith("/admin/login/")


@pytest.mark.parametrize("language", ["km", "en"])
def test_each_language_has_its_own(commune: Tenant, visit: Visit, language: str):
    with in_site(commune):
        rename(ArticleIndexPage.objects.get(locale__language_code=language), "ban-tin")
    assert leads(visit(commune), f"/{language}/tin-tuc/") == f"/{language}/ban-tin/"
    assert leads(visit(commune), "/tin-tuc/") == "200"


def test_permalinks_of_documents_outlive_a_move_of_the_register(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = issue()
        rename(RegisterPage.objects.get(locale__language_code="vi"), "cong-bao")
    browser = visit(commune)
    assert leads(browser, f"/van-ban/{document.address}") == f"/cong-bao/{document.address}"
    assert browser.get(f"/van-ban/{document.pk}/", follow=True).status_code == 200
    assert leads(browser, "/van-ban/?q=ngan+sach") == "/cong-bao/?q=ngan+sach"
    assert leads(browser, "/van-ban/khong-co/") == "404"


def test_permalinks_outlive_several_moves(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = issue()
        for slug in ("cong-bao", "kho-van-ban"):
            rename(RegisterPage.objects.get(locale__language_code="vi"), slug)
    assert leads(visit(commune), f"/van-ban/{document.address}") == f"/kho-van-ban/{document.address}"


@pytest.mark.parametrize("path", ["/van-ban/\0/", "/" + "a/" * 400, "/van-ban/%ff/", "/" + "x" * 3000 + "/"])
def test_strange_addresses_are_not_found(commune: Tenant, visit: Visit, path: str):
    with in_site(commune):
        rename(RegisterPage.objects.get(locale__language_code="vi"), "cong-bao")
    assert visit(commune).get(path).status_code == 404


def test_an_address_that_an_administrator_wrote_down_leads_on(commune: Tenant, visit: Visit):
    with in_site(commune):
        Redirect.objects.create(old_path="/index-php", redirect_link="https://example.vn/x?y=1")
    assert leads(visit(commune), "/index-php/") == "https://example.vn/x?y=1"


def test_a_move_on_one_site_is_none_on_another(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(commune):
        rename(ArticlePage.objects.get(slug="bi-mat"), "ten-moi")
    with in_site(town):
        ArticlePage.objects.get(slug="bi-mat").unpublish()
    assert leads(visit(town), "/tin-tuc/bi-mat/") == "404"


def test_nothing_that_is_sent_is_led_elsewhere(commune: Tenant, visit: Visit):
    with in_site(commune):
        rename(ArticlePage.objects.get(slug="bi-mat"), "ten-moi")
    assert visit(commune).post("/tin-tuc/bi-mat/").status_code == 404
