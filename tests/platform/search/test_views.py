"""The page of the search, the field in every header, and what is offered while somebody types."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from catalogue.models import Category
from intake.rules import Limit
from newsroom.models import ArticlePage
from search.actions import learn_words
from search.models import Miss, Pin
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import queries
from tests.platform.legal.documents import add
from tests.platform.search.findings import DAY, SEARCH, article, everything

Visit = Callable[..., Client]
SUGGESTIONS = f"{SEARCH}goi-y/"


def main(browser: Client, path: str) -> Tag:
    answer = browser.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


def rows(browser: Client, path: str) -> list[str]:
    return [link.get_text() for link in main(browser, path).select(".search-rows .search-row__link")]


def suggestions(browser: Client, text: str, at: str = SUGGESTIONS) -> list[dict[str, str]]:
    return browser.get(at, {"q": text}).json()["suggestions"]


def test_every_page_has_a_field_that_needs_no_script(commune: Tenant, visit: Visit):
    page = BeautifulSoup(visit(commune).get("/tin-tuc/").content, "html.parser")
    form = page.select_one("header form[role=search]")
    assert (form["action"], form.get("method", "get")) == (SEARCH, "get")
    field = form.select_one("input[name=q]")
    assert page.select_one(f"label[for={field['id']}]")


def test_what_is_found_is_marked_and_leads_there(commune: Tenant, visit: Visit):
    with in_site(commune):
        address = article("Chợ nổi <b>họp</b>").get_url()
    found = main(visit(commune), f"{SEARCH}?q=cho+noi").select_one(".search-row")
    assert found.select_one("a")["href"] == address
    assert [mark.get_text() for mark in found.select("a mark")] == ["Chợ nổi"]
    assert "<b>" not in str(found)


def test_nothing_typed_and_nothing_found_lead_on(commune: Tenant, visit: Visit):
    for path in (SEARCH, f"{SEARCH}?q=", f"{SEARCH}?q=qwxyzk", f"{SEARCH}?q=!!!"):
        links = {link["href"] for link in main(visit(commune), path).select(".search-ways a")}
        assert {"/van-ban/", "/gui-cau-hoi/"} <= links


def test_a_code_that_the_site_does_not_offer_leads_to_the_page_of_procedures(commune: Tenant, visit: Visit):
    links = main(visit(commune), f"{SEARCH}?q=9.999999").select(".search-ways a")
    assert "/thu-tuc/?q=9.999999" in [link["href"] for link in links]


def test_the_page_is_for_no_search_engine(commune: Tenant, visit: Visit):
    answer = visit(commune).get(f"{SEARCH}?q=cho")
    assert answer["X-Robots-Tag"] == "noindex"
    assert BeautifulSoup(answer.content, "html.parser").select_one("meta[name=robots]")["content"] == "noindex"


def test_choices_narrow_and_are_taken_back(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("Chợ nổi", categories=[Category.objects.get(key="news")])
        add(abstract="Chợ nổi")
        everything()
    browser = visit(commune)
    chosen = f"{SEARCH}?q=cho+noi&loai=document"
    assert rows(browser, chosen) == ["Quyết định 15/2023/QĐ-UBND: Chợ nổi"]
    assert rows(browser, f"{SEARCH}?q=cho+noi&chuyen-muc=news") == ["Chợ nổi"]
    first = main(browser, chosen).select_one(".search-kinds a")
    assert first["aria-current"] == "true"
    back = first["href"]
    assert len(rows(browser, f"{SEARCH}{back}")) == 2


@pytest.mark.parametrize(
    "asked",
    ["q=%00", "q=cho&nam=20x3", "q=cho&nam=0000", "q=cho&loai=%00", "q=cho&trang=999", "q=%27%3A%2A%26%7C%21%3C-%3E%5C",
     "q=" + "a+" * 300, "q=%22%22", "q=cho&sap-xep=x", "q=%E1%9E%81%27%25_%5C"],
)  # fmt: skip
def test_whatever_is_typed_is_answered(commune: Tenant, visit: Visit, asked: str):
    with in_site(commune):
        article("Chợ nổi")
        learn_words(DAY)
    assert visit(commune).get(f"{SEARCH}?{asked}").status_code == 200
    assert visit(commune).get(f"{SUGGESTIONS}?{asked}").status_code == 200


def test_each_language_has_its_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("Chợ nổi")
    found = main(visit(commune), f"/km{SEARCH}?q=cho+noi")
    assert found.h1.get_text() == "ស្វែងរក"
    assert found.select_one(".search-row__link")["lang"] == "vi"


def test_pages_of_results_follow_each_other(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in range(23):
            article(f"Chợ nổi số {number}")
    browser = visit(commune)
    seen = rows(browser, f"{SEARCH}?q=cho+noi") + rows(browser, f"{SEARCH}?q=cho+noi&trang=2")
    assert (len(seen), len(set(seen))) == (23, 23)


def test_a_pin_stands_above_on_the_first_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        Pin.objects.create(words="bến phà", title="Giờ phà", address="/pha/")
    page = main(visit(commune), f"{SEARCH}?q=ben+pha")
    assert [link["href"] for link in page.select(".search-pinned a")] == ["/pha/"]


def test_what_is_not_found_is_counted_without_who_sought_it(commune: Tenant, visit: Visit):
    browser = visit(commune)
    browser.get(f"{SEARCH}?q=Bến+phà")
    browser.get(f"{SEARCH}?q=Bến+phà&loai=article")
    with in_site(commune):
        assert [(miss.words, miss.times) for miss in Miss.objects.all()] == [("bến phà", 1)]
    assert not browser.cookies


def test_who_asks_like_a_program_is_asked_to_wait(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("search.views.LIMIT", Limit(times=1, minutes=1))
    browser = visit(commune)
    assert [browser.get(f"{SEARCH}?q=cho").status_code for _ in range(2)] == [200, 429]
    assert browser.get(SEARCH).status_code == 200


def test_what_is_offered_has_a_limit_of_its_own_and_says_so(
    commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("search.views.LIMIT_OF_OFFERS", Limit(times=1, minutes=1))
    browser = visit(commune)
    answers = [browser.get(SUGGESTIONS, {"q": "cho"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1].json() == {
        "suggestions": [],
        "detail": "Kết nối của bạn đã tìm rất nhiều lần trong một phút.",
    }
    assert 0 < int(answers[1]["Retry-After"]) <= 60
    assert browser.get(f"{SEARCH}?q=cho").status_code == 200
    assert browser.get(SUGGESTIONS, {"q": "cho"}, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_titles_are_offered_while_the_last_word_is_unfinished(commune: Tenant, visit: Visit):
    with in_site(commune):
        address = article("Công khai ngân sách").get_url()
        article("Tin khác", body="Về ngân sách")
    assert suggestions(visit(commune), "ngan sa") == [
        {"title": "Công khai ngân sách", "kind": "Tin, bài", "address": address}
    ]


def test_nothing_is_offered_that_readers_may_not_see(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(commune):
        ArticlePage.objects.filter(pk=article("Công khai ngân sách").pk).update(live=False)
    with in_site(town):
        article("Ngân sách thị trấn")
    assert suggestions(visit(commune), "ngan sa") == []


def test_nothing_is_offered_for_one_letter(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("Chợ nổi")
    assert suggestions(visit(commune), "c") == []


def test_what_is_offered_is_kept_in_no_shared_cache(commune: Tenant, visit: Visit):
    assert "private" in visit(commune).get(SUGGESTIONS, {"q": "cho"})["Cache-Control"]


@pytest.mark.parametrize("path", [f"{SEARCH}?q=cho+noi", f"{SUGGESTIONS}?q=cho+noi"])
def test_as_many_questions_for_three_as_for_one(commune: Tenant, visit: Visit, path: str):
    browser, counted = visit(commune), []
    for titles in (["Chợ nổi"], ["Chợ nổi một", "Chợ nổi hai"]):
        with in_site(commune):
            for title in titles:
                article(title)
        counted.append(queries(browser, path))
    assert counted[0] == counted[1]
    assert counted[0] <= 45
