"""The search of the board's site over all of its sites: what it shows, and what it shows no more at once."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from catalogue.models import Category
from intake.rules import Limit
from newsroom.models import ArticlePage
from search.models import Entry
from tenants.crossing import in_public, in_site
from tenants.provisioning.actions import add_domain, rename_site
from tenants.provisioning.lifecycle import archive_site, suspend_site
from tenants.registry.models import Tenant
from tenants.syndication.actions import learn_shared_words
from tenants.syndication.models import SharedEntry
from tests.platform.items import queries
from tests.platform.legal.documents import add
from tests.platform.search.findings import SEARCH
from tests.tenants.syndication.shared import ALL_SITES, copied, copy, found, main, publish, titles_in

Visit = Callable[..., Client]


def page_of(tenant: Tenant, title: str = "Chợ nổi") -> ArticlePage:
    with in_site(tenant):
        return ArticlePage.objects.get(title=title)


def test_each_hit_names_its_site_and_leads_there(district: Tenant, commune: Tenant, town: Tenant, visit: Visit):
    publish(commune, "Chợ nổi")
    publish(town, "Chợ nổi mới")
    copy()
    rows = main(visit(district), "cho noi").select(".search-row")
    places = {row.select_one(".search-row__owner").get_text(): row.a["href"].partition("/tin-tuc/")[0] for row in rows}
    assert places == {
        "Xã Định An": "http://xa-dinh-an.tracu.localhost:8000",
        "Thị trấn Định An": "http://thi-tran-dinh-an.tracu.localhost:8000",
    }
    assert [mark.get_text() for mark in rows[0].select("a mark")] == ["Chợ nổi"]


def test_the_address_that_is_shown_is_the_one_that_answers(commune: Tenant, district: Tenant, visit: Visit):
    publish(commune, "Chợ nổi")
    copy(commune)
    host, _, path = main(visit(district), "cho noi").select_one(".search-row__link")["href"][7:].partition("/")
    assert host.startswith(commune.primary_host)
    assert visit(commune).get(f"/{path}").status_code == 200


def test_the_same_rules_hold_as_on_a_single_site(district: Tenant, commune: Tenant, visit: Visit):
    publish(commune, "Phòng Nội vụ báo cáo", "ភូមិខ្មែរនៅទីនេះ")
    with in_site(commune):
        add("15/2023/QĐ-UBND", abstract="Về việc mở chợ nổi")
    copy(commune)
    browser = visit(district)
    document = ["Quyết định 15/2023/QĐ-UBND: Về việc mở chợ nổi"]
    assert found(browser, "phong noi vu") == ["Phòng Nội vụ báo cáo"]
    assert found(browser, "ខ្មែរ") == ["ភូមិខ្មែរនៅទីនេះ"]
    assert found(browser, "số 15 2023 qd ubnd") == found(browser, "mơ chợ nổi") == document


def test_a_slip_is_set_right_with_a_word_of_whichever_site(district: Tenant, commune: Tenant, visit: Visit):
    publish(commune, "Ngân sách xã")
    copy()
    learn_shared_words()
    page = main(visit(district), "ngan sahc")
    assert "ngan sách" in page.select_one(".search-note").get_text()
    assert "Ngân sách xã" in titles_in(page.select(".search-rows .search-row__link"))


def test_what_several_sites_have_under_one_title_stands_once_before_the_rest(
    district: Tenant, commune: Tenant, town: Tenant, visit: Visit
):
    for tenant in (commune, town, district):
        publish(tenant, "Chợ nổi")
    publish(commune, "Chợ nổi họp vào sáng thứ bảy", "Chợ nổi")
    publish(town, "Giờ họp chợ nổi")
    copy()
    rows = main(visit(district), "cho noi").select(".search-row")
    assert [row.a.get_text() for row in rows[:3]] == ["Chợ nổi", "Giờ họp chợ nổi", "Chợ nổi họp vào sáng thứ bảy"]
    assert {row.a.get_text() for row in rows[3:]} == {"Chợ nổi"}
    owners = [row.select_one(".search-row__owner").get_text() for row in rows]
    assert owners[0] == "Huyện Trà Cú"
    assert sorted(owners[3:]) == ["Thị trấn Định An", "Xã Định An", "Xã Định An"]


def test_of_titles_that_only_communes_share_the_nearest_stands_first(
    district: Tenant, commune: Tenant, town: Tenant, visit: Visit
):
    publish(commune, "Chợ nổi")
    publish(town, "Chợ nổi")
    publish(town, "Giờ họp chợ nổi")
    copy()
    assert found(visit(district), "cho noi") == ["Chợ nổi", "Giờ họp chợ nổi", "Chợ nổi"]


def test_no_word_of_what_is_gone_is_offered_though_the_copy_holds_it(district: Tenant, commune: Tenant, visit: Visit):
    publish(commune, "Kròm một", "Kròm hai", "Kròm ba")
    copy()
    learn_shared_words()
    publish(commune, "Chợ kromh")
    copy()
    browser = visit(district)
    assert main(browser, "kromh").select_one(".search-note a").get_text() == "kròm"
    with in_site(commune):
        ArticlePage.objects.filter(title__startswith="Kròm").update(live=False)
    assert "Kròm ba" in copied(commune)
    assert main(browser, "kromh").select_one(".search-note") is None


def test_choices_narrow_by_site_kind_and_year_and_are_taken_back(
    district: Tenant, commune: Tenant, town: Tenant, visit: Visit
):
    publish(commune, "Chợ nổi", categories=[Category.objects.get(key="news")])
    publish(town, "Chợ nổi một", "Chợ nổi hai")
    with in_site(town):
        add(abstract="Chợ nổi")
    copy()
    browser = visit(district)
    assert found(browser, "cho noi", "&don-vi=xa-dinh-an") == ["Chợ nổi"]
    assert len(found(browser, "cho noi", "&don-vi=thi-tran-dinh-an&loai=article")) == 2
    assert found(browser, "cho noi", "&don-vi=xa-dinh-an&loai=document") == []
    assert len(found(browser, "cho noi", "&nam=2023")) == 4
    page = main(browser, "cho noi", "&don-vi=xa-dinh-an")
    counts = {
        choice.span.get_text(): choice.select_one(".search-choice__count").get_text()
        for choice in page.select(".search-choice__item")
    }
    assert (counts["Xã Định An"], counts["Thị trấn Định An"], counts["Tin, bài"]) == ("1", "3", "1")
    chosen = page.select_one(".search-choice [aria-current]")
    assert len(found(browser, "", chosen["href"].partition("q=")[2])) == 4


def test_by_day_and_page_after_page(district: Tenant, commune: Tenant, town: Tenant, visit: Visit):
    publish(commune, *(f"Chợ nổi số {number}" for number in range(12)))
    publish(town, *(f"Chợ nổi số {number}" for number in range(12, 23)))
    copy()
    browser = visit(district)
    for order in ("", "&sap-xep=moi-nhat"):
        seen = found(browser, "cho noi", order) + found(browser, "cho noi", f"{order}&trang=2")
        assert (len(seen), len(set(seen))) == (23, 23)


def test_who_asks_like_a_program_is_asked_to_wait(district: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("search.views.LIMIT", Limit(times=1, minutes=1))
    browser = visit(district)
    assert [browser.get(f"{ALL_SITES}?q=cho").status_code for _ in range(2)] == [200, 429]


def test_only_a_site_that_runs_a_board_has_it(commune: Tenant, visit: Visit):
    assert visit(commune).get(f"{ALL_SITES}?q=cho").status_code == 404


def test_both_pages_of_a_board_lead_to_each_other_with_the_words(district: Tenant, visit: Visit):
    for at, other in ((SEARCH, ALL_SITES), (ALL_SITES, SEARCH)):
        page = main(visit(district), "ch%E1%BB%A3+n%E1%BB%95i", at=at)
        here, there = (
            page.select_one(".search-scopes [aria-current]"),
            page.select_one(".search-scopes a:not([aria-current])"),
        )
        assert there["href"] == f"{other}?{urlencode({'q': 'chợ nổi'}).replace('+', '%20')}"
        assert here["href"].startswith(f"{at}?")
        assert page.select_one("form[role=search]")["action"] == at


def test_a_commune_leads_to_the_search_of_its_board_with_the_words(commune: Tenant, visit: Visit):
    link = main(visit(commune), "cho", at=SEARCH).select_one(".search-scopes__away a")
    assert link["href"] == f"http://tracu.localhost:8000{ALL_SITES}?q=cho"
    assert "Huyện Trà Cú" in link.get_text()


def test_in_khmer(district: Tenant, commune: Tenant, visit: Visit):
    publish(commune, "Chợ nổi")
    copy(commune)
    row = main(visit(district), "cho noi", at=f"/km{ALL_SITES}").select_one(".search-row")
    assert row.select_one(".search-row__owner").get_text() == "ឃុំ Định An"
    assert row.a["lang"] == "vi"


@pytest.mark.parametrize(
    "asked", ["q=cho&don-vi=%00", "q=cho&don-vi=khong-co", "q=cho&trang=999", "q=%22%22", "", "q="]
)
def test_whatever_is_typed_is_answered(district: Tenant, commune: Tenant, visit: Visit, asked: str):
    publish(commune, "Chợ nổi")
    copy(commune)
    assert visit(district).get(f"{ALL_SITES}?{asked}").status_code == 200


def take_away(page: ArticlePage, how: str) -> None:
    """Behind the back of everything that might announce it."""
    pages = ArticlePage.objects.filter(pk=page.pk)
    if how == "unpublished":
        pages.update(live=False)
    elif how == "private":
        PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    elif how == "deleted":
        page.delete()
    elif how == "dated later":
        pages.update(published_on="2999-01-01")
    elif how == "past its last day":
        pages.update(expire_at=timezone.now())


@pytest.mark.parametrize("how", ["unpublished", "private", "deleted", "dated later", "past its last day"])
def test_what_is_taken_away_is_out_at_once_though_the_copy_holds_it(
    district: Tenant, commune: Tenant, visit: Visit, how: str
):
    publish(commune, "Chợ nổi")
    copy(commune)
    with in_site(commune):
        take_away(page_of(commune), how)
    assert "Chợ nổi" in copied(commune)
    page = main(visit(district), "cho noi")
    assert page.select(".search-row") == []
    assert page.select_one(".search-none")


def test_what_is_left_is_counted_and_shown_beside_what_has_gone(
    district: Tenant, commune: Tenant, town: Tenant, visit: Visit
):
    publish(commune, "Chợ nổi")
    publish(town, "Chợ nổi mới")
    copy()
    with in_site(commune):
        take_away(page_of(commune), "private")
    page = main(visit(district), "cho noi")
    assert titles_in(page.select(".search-row__link")) == ["Chợ nổi mới"]
    assert page.select_one(".search-found [role=status]").get_text(strip=True).startswith("1 ")
    assert "Xã Định An" not in page.get_text()


def test_words_that_were_taken_out_of_a_page_are_not_shown(district: Tenant, commune: Tenant, visit: Visit):
    publish(commune, "Chợ nổi", body="Điện thoại của bà Sơn: 0901 234 567")
    copy(commune)
    with in_site(commune):
        page = page_of(commune)
        page.body = []
        page.save_revision().publish()
    assert SharedEntry.objects.filter(text__contains="0901 234 567").exists()
    assert "0901 234 567" not in visit(district).get(f"{ALL_SITES}?q=cho+noi").content.decode()


def test_a_suspended_site_is_out_at_once_and_an_archived_one_is_not(
    district: Tenant, commune: Tenant, town: Tenant, visit: Visit
):
    publish(commune, "Chợ nổi")
    publish(town, "Chợ nổi mới")
    copy()
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    archive_site(tenant=town, by="tests")
    assert copied(commune)
    page = main(visit(district), "cho noi")
    assert titles_in(page.select(".search-row__link")) == ["Chợ nổi mới"]
    assert "Xã Định An" not in page.get_text()


def test_a_new_name_and_a_new_address_are_shown_at_once(district: Tenant, commune: Tenant, visit: Visit):
    publish(commune, "Chợ nổi")
    copy(commune)
    rename_site(tenant=commune, name="Định Thành")
    add_domain(tenant=commune, host="dinhthanh.tracu.localhost", primary=True)
    row = main(visit(district), "cho noi").select_one(".search-row")
    assert row.select_one(".search-row__owner").get_text() == "Xã Định Thành"
    assert row.a["href"].startswith("http://dinhthanh.tracu.localhost:8000/")


def test_what_another_board_runs_is_not_found(district: Tenant, commune: Tenant, visit: Visit):
    publish(commune, "Chợ nổi")
    copy(commune)
    with in_public():
        Tenant.objects.filter(pk=commune.pk).update(parent=None)
    assert found(visit(district), "cho noi") == []


def test_a_site_that_cannot_be_read_leaves_the_others_to_be_found(
    district: Tenant, commune: Tenant, town: Tenant, visit: Visit
):
    publish(commune, "Chợ nổi")
    publish(town, "Chợ nổi mới")
    copy()
    with in_site(commune):
        Entry.objects.all().delete()
    assert found(visit(district), "cho noi") == ["Chợ nổi mới"]


def test_as_many_questions_for_three_hits_of_a_site_as_for_one(district: Tenant, commune: Tenant, visit: Visit):
    browser, counted = visit(district), []
    for titles in (["Chợ nổi"], ["Chợ nổi một", "Chợ nổi hai"]):
        publish(commune, *titles)
        copy(commune)
        counted.append(queries(browser, f"{ALL_SITES}?q=cho+noi"))
    assert counted[0] == counted[1]
    assert counted[0] <= 45
