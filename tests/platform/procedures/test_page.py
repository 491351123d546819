"""What the public finds, reads and prints."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings
from wagtail.models import PageViewRestriction

from citizens.models import QuestionsPage
from procedure_catalogue.actions import set_life_events
from procedure_catalogue.models import Procedure
from procedures import searches
from procedures.actions import offer, save_defaults
from procedures.addresses import address_of as at
from procedures.models import ProceduresPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.items import queries
from tests.platform.procedure_catalogue.cases import officer
from tests.platform.procedures.cases import (
    BIRTH,
    COPIES,
    DEATH,
    PAGE,
    SINCE,
    TODAY,
    announce,
    change,
    number_of,
    person,
    repeal,
    say,
    seen_of,
)

Visit = Callable[..., Client]
PINNED = {PAGE: 16, f"{PAGE}{at(BIRTH)}": 13, f"{PAGE}{at(BIRTH)}ho-so/": 13}
PORTAL = "https://dichvucong.example/1.001193"


@pytest.fixture(autouse=True)
def at_work(commune: Tenant, district: Tenant) -> None:
    announce(name_km="ការចុះបញ្ជីកំណើត", online="full", portal_url=PORTAL)
    announce(COPIES, name="Chứng thực bản sao từ bản chính", field="chung-thuc", levels=["district", "commune"])
    announce(DEATH, name="Đăng ký khai tử", deciding_agency="Công an cấp xã", performing_agencies=[])


def found(browser: Client, **question: str) -> list[str]:
    response = browser.get(PAGE, question)
    assert response.status_code == 200
    return [version.procedure.code for version in response.context["versions"]]


def page(response: HttpResponse, status: int = 200) -> BeautifulSoup:
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def give_event(key: str, code: str = BIRTH) -> None:
    with in_site(find_tenant(cast.DISTRICT)):
        procedure = Procedure.objects.get(code=code)
        set_life_events(procedure=procedure, life_events=[key], by=officer(), seen=procedure.revision)


def test_a_site_lists_those_of_its_level_as_a_dictionary_does(commune: Tenant, district: Tenant, visit: Visit):
    assert found(visit(commune)) == [COPIES, DEATH, BIRTH]
    assert found(visit(district)) == [COPIES]


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ({"q": "khai sinh"}, [BIRTH]),
        ({"q": "chung thuc ban sa"}, [COPIES]),
        ({"q": "1.000656"}, [DEATH]),
        ({"q": "1000656"}, [DEATH]),
        ({"linh-vuc": "chung-thuc"}, [COPIES]),
        ({"truc-tuyen": "full"}, [BIRTH]),
        ({"cap": "district"}, [COPIES]),
        ({"co-quan": "Công an cấp xã"}, [DEATH]),
        ({"chu": "Đ"}, [DEATH]),
        ({"chu": "đ"}, [DEATH]),
        ({"chu": "T", "linh-vuc": "ho-tich"}, [BIRTH]),
        ({"q": "khong co gi"}, []),
        ({"q": "'; drop table x; --"}, []),
        ({"linh-vuc": "không", "cap": "x", "co-quan": "y", "chu": "1", "trang": "-1"}, [COPIES, DEATH, BIRTH]),
        ({"q": "khai\0 sinh"}, [BIRTH]),
    ],
)
def test_what_is_asked_for_is_found(commune: Tenant, visit: Visit, question: dict[str, str], codes: list[str]):
    assert found(visit(commune), **question) == codes


@pytest.mark.parametrize("words", ["khai tu", DEATH])
def test_what_another_level_deals_with_is_named_where_it_is_sought_in_vain(district: Tenant, visit: Visit, words: str):
    browser = visit(district)
    assert found(browser, q=words) == []
    assert f"<span>Đăng ký khai tử</span> ({DEATH}): Cấp xã" in browser.get(PAGE, {"q": words}).text


def test_words_with_a_slip_lead_on_to_the_search_that_tells_what_was_likely_meant(commune: Tenant, visit: Visit):
    link = page(visit(commune).get(PAGE, {"q": "khai sihn"})).select_one('main a[href="/tim-kiem/?q=khai%20sihn"]')
    assert link is not None
    assert link.text == "Tìm “khai sihn” trên trang này"


def test_what_a_site_withholds_is_not_named_as_another_levels(commune: Tenant, visit: Visit):
    with in_site(commune):
        say(DEATH, is_offered=False)
    assert visit(commune).get(PAGE, {"q": DEATH}).context["elsewhere"] == []


def test_of_many_agencies_some_are_offered_and_all_are_found(
    commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(searches, "MOST_AGENCIES", 1)
    page = visit(commune).get(PAGE, {"co-quan": "Công an cấp xã"})
    assert page.context["offers"].agencies == ["Ủy ban nhân dân cấp xã"]
    assert [version.procedure.code for version in page.context["versions"]] == [DEATH]
    assert '<option lang="vi" selected>Công an cấp xã</option>' in page.text


def test_agencies_stand_as_a_dictionary_has_them(commune: Tenant, visit: Visit):
    for number, agency in enumerate(("Tòa án", "Đồn biên phòng", "Dân quân")):
        announce(f"2.00000{number}", deciding_agency=agency, performing_agencies=[])
    agencies = visit(commune).get(PAGE).context["offers"].agencies
    assert agencies == ["Công an cấp xã", "Dân quân", "Đồn biên phòng", "Tòa án", "Ủy ban nhân dân cấp xã"]


def test_by_life_event_from_the_list_and_from_home(commune: Tenant, district: Tenant, visit: Visit):
    give_event("birth")
    give_event("papers", COPIES)
    browser = visit(commune)
    for address in ("/", PAGE):
        links = [link["href"] for link in page(browser.get(address)).select(".life-events__link")]
        assert links == [f"{PAGE}?su-kien=birth", f"{PAGE}?su-kien=papers"]
    assert found(browser, **{"su-kien": "birth"}) == [BIRTH]
    at_district = [link["href"] for link in page(visit(district).get("/")).select(".life-events__link")]
    assert at_district == [f"{PAGE}?su-kien=papers"]


def test_letters_are_those_that_there_are(commune: Tenant, visit: Visit):
    html = page(visit(commune).get(PAGE))
    assert [link.text for link in html.select(".letters__item")] == ["C", "Đ", "T"]
    assert html.select(".letters__item")[1]["href"] == f"{PAGE}?chu=%C4%90"


def test_what_is_not_offered_is_nowhere(commune: Tenant, town: Tenant, visit: Visit):
    give_event("birth")
    with in_site(commune):
        offer(seen={number_of(): seen_of()}, is_offered=False, by=person())
    browser = visit(commune)
    assert found(browser) == [COPIES, DEATH]
    assert [browser.get(f"{PAGE}{at(BIRTH)}{part}").status_code for part in ("", "ho-so/")] == [404, 404]
    assert not page(browser.get("/")).select(".life-events__link")
    assert found(visit(town)) == [COPIES, DEATH, BIRTH]


@pytest.mark.parametrize("code", ["1.999999", "9.000001", "x", "1.00119", "1.0011933", "1.001193.1"])
def test_what_the_catalogue_does_not_have(commune: Tenant, visit: Visit, code: str):
    assert visit(commune).get(f"{PAGE}{at(code)}").status_code == 404


def test_the_order_is_that_of_somebody_who_goes_there(commune: Tenant, visit: Visit):
    html = page(visit(commune).get(f"{PAGE}{at(BIRTH)}"))
    titles = [title.text for title in html.select(".procedure__part > h2")]
    assert titles == [
        "Cần chuẩn bị gì",
        "Cách thực hiện",
        "Mất bao lâu, tốn bao nhiêu",
        "Nộp ở đâu",
        "Căn cứ pháp lý",
    ]


def test_the_communes_desk_stands_there_part_by_part(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(commune):
        save_defaults(
            place={"desk": "Bộ phận một cửa", "hours": "7g–11g", "phone": "0294 111"},
            levels=["commune"],
            seen=0,
            by=person(),
        )
        say(desk="", phone="0294 222", note="Mang theo giấy chứng sinh.")
    html = page(visit(commune).get(f"{PAGE}{at(BIRTH)}"))
    where = html.select_one("[aria-labelledby=where]").text
    assert "Bộ phận một cửa" in where
    assert "7g–11g" in where
    assert "0294 222" in where
    assert "0294 111" not in where
    assert "Mang theo giấy chứng sinh." in html.select_one(".procedure__notice").text
    other = visit(town).get(f"{PAGE}{at(BIRTH)}").content.decode()
    assert "Bộ phận một cửa" not in other
    assert "giấy chứng sinh" not in other


def test_online_is_offered_where_something_is_done_online(commune: Tenant, visit: Visit):
    browser = visit(commune)

    def buttons(code: str) -> list[str]:
        return [link["href"] for link in page(browser.get(f"{PAGE}{at(code)}")).select("a[rel=external]")]

    assert buttons(BIRTH) == [PORTAL]
    change(online="information", portal_url=PORTAL)
    assert buttons(BIRTH) == []


def test_a_question_is_asked_where_questions_are_taken(commune: Tenant, visit: Visit):
    browser = visit(commune)
    link = page(browser.get(f"{PAGE}{at(BIRTH)}")).find("a", href=f"/gui-cau-hoi/?thu-tuc={BIRTH}")
    assert page(browser.get(link["href"])).select_one("[name=subject]")["value"] == f"Thủ tục {BIRTH}"
    with in_site(commune):
        QuestionsPage.objects.all().update(live=False)
    assert not page(browser.get(f"{PAGE}{at(BIRTH)}")).select("a[href*=gui-cau-hoi]")


@pytest.mark.parametrize("code", ["x", "<script>", "1.001193 mua ngay", "1" * 500])
def test_an_address_writes_nothing_else_into_the_form(commune: Tenant, visit: Visit, code: str):
    subject = page(visit(commune).get("/gui-cau-hoi/", {"thu-tuc": code})).select_one("[name=subject]")
    assert not subject.get("value")


def test_in_khmer_names_and_steps_are_translated_and_the_rest_says_that_it_is_vietnamese(commune: Tenant, visit: Visit):
    html = page(visit(commune).get(f"/km{PAGE}{at(BIRTH)}"))
    assert html.h1.text == "ការចុះបញ្ជីកំណើត"
    assert not html.h1.has_attr("lang")
    assert "ដាក់ពាក្យ" in html.select_one(".procedure__steps").text
    assert html.select_one(".papers__item span")["lang"] == "vi"
    other = page(visit(commune).get(f"/km{PAGE}{at(DEATH)}"))
    assert (other.h1.text, other.h1["lang"]) == ("Đăng ký khai tử", "vi")


def test_the_checklist_has_a_box_for_each_paper(commune: Tenant, visit: Visit):
    change(dossier=[{"name": "Tờ khai", "originals": 1}, {"name": "Bản sao", "copies": 2, "case": "Nếu ủy quyền"}])
    html = page(visit(commune).get(f"{PAGE}{at(BIRTH)}ho-so/"))
    assert [" ".join(one.text.split()) for one in html.select(".ticks__item")] == [
        "Tờ khai – 1 bản chính",
        "Bản sao – 2 bản sao",
    ]
    assert html.select("main h3")[0].text == "Nếu ủy quyền"
    assert html.select_one(".procedure__qr svg")


def test_a_repealed_one_leads_to_its_successor_which_says_so(commune: Tenant, visit: Visit):
    repeal(BIRTH, DEATH)
    browser = visit(commune)
    response = browser.get(f"{PAGE}{at(BIRTH)}")
    assert (response.status_code, response["Location"]) == (302, f"{PAGE}{at(DEATH)}?thay-cho={BIRTH}")
    assert BIRTH in page(browser.get(response["Location"])).select_one(".procedure__notice").text
    assert not page(browser.get(f"{PAGE}{at(DEATH)}?thay-cho={COPIES}")).select(".procedure__notice")
    assert found(browser) == [COPIES, DEATH]


@pytest.mark.parametrize("successors", [(), (COPIES, DEATH)])
def test_without_one_successor_it_says_since_when_and_by_what(
    commune: Tenant, visit: Visit, successors: tuple[str, ...]
):
    repeal(BIRTH, *successors)
    html = page(visit(commune).get(f"{PAGE}{at(BIRTH)}"), 410)
    said = html.select_one(".procedure__notice").text
    assert "01/07/2023" in said
    assert "03/QĐ-UBND" in said
    assert len(html.select(".procedure__related a")) == len(successors)


def test_what_is_not_yet_in_force_is_not_offered(commune: Tenant, visit: Visit):
    announce("1.000894", name="Đăng ký kết hôn", day=TODAY.replace(year=2024))
    browser = visit(commune)
    assert found(browser, q="ket hon") == []
    assert browser.get(f"{PAGE}1-000894/").status_code == 404


def test_the_page_of_a_repealed_one_names_the_repeal_that_ended_it(commune: Tenant, visit: Visit):
    repeal(day=TODAY)
    repeal(day=SINCE)
    gone = visit(commune).get(f"{PAGE}{at(BIRTH)}").context["gone"]
    assert (gone.since, gone.repeal.effective_on) == (SINCE, SINCE)


def test_a_change_is_there_with_the_next_request(commune: Tenant, town: Tenant, visit: Visit):
    browsers = [visit(commune), visit(town)]
    for browser in browsers:
        page(browser.get(f"{PAGE}{at(BIRTH)}"))
    change(name="Tên mới")
    assert [page(browser.get(f"{PAGE}{at(BIRTH)}")).h1.text for browser in browsers] == ["Tên mới"] * 2


def structured(browser: Client, code: str = BIRTH) -> dict[str, Any]:
    blocks = page(browser.get(f"{PAGE}{at(code)}")).find_all("script", type="application/ld+json")
    told = [one for block in blocks for one in json.loads(block.string)["@graph"]]
    (data,) = [one for one in told if one["@type"] == "GovernmentService"]
    return data


@pytest.mark.parametrize("former", ["%00", "x", "1.001193%0A"])
def test_what_is_no_code_was_replaced_by_nothing(commune: Tenant, visit: Visit, former: str):
    assert not page(visit(commune).get(f"{PAGE}{at(DEATH)}?thay-cho={former}")).select(".procedure__notice")


def test_search_engines_are_told_what_it_is(commune: Tenant, visit: Visit):
    data = structured(visit(commune))
    assert (data["@type"], data["identifier"], data["name"]) == (
        "GovernmentService",
        BIRTH,
        "Thủ tục đăng ký khai sinh",
    )
    assert data["url"] == f"http://{commune.primary_host}:8000{PAGE}{at(BIRTH)}"
    assert data["availableChannel"][0]["serviceUrl"] == PORTAL


def test_it_is_known_by_its_own_address_and_has_a_picture(commune: Tenant, visit: Visit):
    browser = visit(commune)
    head = page(browser.get(f"{PAGE}{at(BIRTH)}")).head
    assert head.select_one("link[rel=canonical]")["href"] == f"http://{commune.primary_host}:8000{PAGE}{at(BIRTH)}"
    picture = head.select_one("meta[property='og:image']")["content"]
    assert browser.get(picture.partition(":8000")[2])["Content-Type"] == "image/png"


def test_no_text_ends_the_data_block(commune: Tenant, visit: Visit):
    change(name="</script><script>alert(1)</script>")
    assert structured(visit(commune))["name"] == "</script><script>alert(1)</script>"


def test_more_procedures_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    browser = visit(commune)
    give_event("birth")
    change(related=[COPIES])
    with in_site(commune):
        say()
    assert {path: queries(browser, path) for path in PINNED} == PINNED
    for number in range(3):
        announce(f"2.00000{number}", name=f"Thủ tục {number}", field="dat-dai", deciding_agency=f"Cơ quan {number}")
        give_event("land", f"2.00000{number}")
    assert {path: queries(browser, path) for path in PINNED} == PINNED


def test_home_leads_to_no_page_that_is_closed(commune: Tenant, visit: Visit):
    give_event("birth")
    with in_site(commune):
        page_of_all = ProceduresPage.objects.get(locale__language_code="vi")
        PageViewRestriction.objects.create(page=page_of_all, restriction_type=PageViewRestriction.LOGIN)
    assert not page(visit(commune).get("/")).select(".life-events__link")


def test_ways_for_which_the_same_holds_are_told_once(commune: Tenant, visit: Visit):
    same = {"time_limit": "5 ngày", "fee": "Miễn phí"}
    change(ways=[{"channel": "counter", **same}, {"channel": "post", **same}, {"channel": "online", "fee": "0 đồng"}])
    html = page(visit(commune).get(f"{PAGE}{at(BIRTH)}"))
    assert [one.text for one in html.select(".ways-to-apply__title")] == [
        "Trực tiếp; Qua bưu chính công ích",
        "Trực tuyến",
    ]


@pytest.mark.parametrize("below", ["", at(BIRTH), f"{at(BIRTH)}ho-so/"])
def test_who_changes_the_language_goes_on_reading_the_same(commune: Tenant, visit: Visit, below: str):
    browser = visit(commune)
    links = {link["href"] for link in page(browser.get(f"{PAGE}{below}")).select("a[hreflang]")}
    assert {f"/km{PAGE}{below}", f"/en{PAGE}{below}"} <= links
    assert browser.get(f"/km{PAGE}{below}").status_code == 200


def test_choices_change_with_the_catalogue_and_with_what_is_offered(commune: Tenant, town: Tenant, visit: Visit):
    browsers = [visit(commune), visit(town)]

    def choices() -> list[tuple[list[str], list[str]]]:
        offered = [browser.get(PAGE).context["offers"] for browser in browsers]
        return [([offer.field.key for offer in one.fields], one.letters) for one in offered]

    before = (["chung-thuc", "ho-tich"], ["C", "Đ", "T"])
    assert choices() == [before, before]
    with in_site(commune):
        offer(seen={number_of(COPIES): seen_of(COPIES)}, is_offered=False, by=person())
    assert choices() == [(["ho-tich"], ["Đ", "T"]), before]
    repeal(DEATH)
    assert choices() == [(["ho-tich"], ["T"]), (["chung-thuc", "ho-tich"], ["C", "T"])]
    change(field="cu-tru")
    assert choices()[0] == (["cu-tru"], ["T"])
