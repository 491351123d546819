"""The office's screens: the list, one procedure with what changed, and the defaults."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from procedures import views_confirm
from procedures.actions import offer
from procedures.models import Defaults, Overlay
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import queries
from tests.platform.procedures.cases import (
    ADMIN,
    BIRTH,
    COPIES,
    DEATH,
    TODAY,
    announce,
    change,
    number_of,
    person,
    say,
    seen_of,
)

CONFIRM = f"{ADMIN}confirm/"
Visit = Callable[..., Client]


@pytest.fixture(autouse=True)
def at_work(commune: Tenant, district: Tenant) -> None:
    announce()
    announce(COPIES, name="Chứng thực bản sao")
    announce(DEATH, name="Đăng ký khai tử", field="cu-tru")


def codes(browser: Client, **question: str) -> list[str]:
    return [row.version.procedure.code for row in browser.get(ADMIN, question).context["rows"]]


def said(answer: HttpResponse) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def chosen(browser: Client, *wanted: str) -> list[str]:
    return [row.key for row in browser.get(ADMIN).context["rows"] if row.version.procedure.code in wanted]


def test_the_list_is_narrowed(commune: Tenant, visit: Visit):
    with in_site(commune):
        say(BIRTH)
        say(COPIES, is_offered=False)
    change(BIRTH)
    browser = visit(commune, Role.APPROVER)
    assert codes(browser) == [COPIES, DEATH, BIRTH]
    assert codes(browser, state="to-confirm") == [BIRTH]
    assert codes(browser, state="own") == [COPIES, BIRTH]
    assert codes(browser, state="withheld") == [COPIES]
    assert codes(browser, field="cu-tru") == codes(browser, q="1.000656") == [DEATH]
    assert codes(browser, field="không", state="x", trang="-1") == [COPIES, DEATH, BIRTH]


@pytest.mark.parametrize("path", ["", "defaults/", "confirm/", f"{BIRTH}/"])
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR, None])
def test_for_administrators_and_approvers_only(commune: Tenant, visit: Visit, role: Role | None, path: str):
    browser = visit(commune, role)
    assert browser.get(f"{ADMIN}{path}").status_code == 302
    assert browser.post(f"{ADMIN}{path}", {"do": "withhold"}).status_code == 302
    assert "/admin/procedures/" not in browser.get("/admin/").content.decode()
    with in_site(commune):
        assert not Overlay.objects.exists()


def test_many_are_filled_in_confirmed_and_withheld(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.ADMINISTRATOR)
    words = {"do": "fill-in", "desk": "Quầy số 1", "chosen": chosen(browser, BIRTH, COPIES)}
    assert said(browser.post(ADMIN, words, follow=True)) == ["Đã thay đổi 2 thủ tục."]
    change(BIRTH)
    change(COPIES)
    assert set(codes(browser, state="to-confirm")) == {COPIES, BIRTH}
    shown = browser.post(CONFIRM, {"chosen": chosen(browser, BIRTH, COPIES)})
    browser.post(CONFIRM, {"do": "confirm", "shown": keys(shown)})
    assert codes(browser, state="to-confirm") == []
    browser.post(ADMIN, {"do": "withhold", "chosen": chosen(browser, DEATH)})
    assert codes(browser, state="withheld") == [DEATH]
    browser.post(ADMIN, {"do": "offer", "chosen": chosen(browser, DEATH)})
    assert codes(browser, state="withheld") == []


@pytest.mark.parametrize("junk", [[], ["x"], ["1:2"], ["9" * 30 + ":0:1"], ["a:b:c"]])
@pytest.mark.parametrize("do", ["offer", "withhold", "fill-in"])
def test_nothing_chosen_is_said_in_words(commune: Tenant, visit: Visit, do: str, junk: list[str]):
    answer = visit(commune, Role.ADMINISTRATOR).post(ADMIN, {"do": do, "desk": "x", "chosen": junk})
    assert said(answer) == ["Vui lòng chọn ít nhất một thủ tục."]


def keys(shown: HttpResponse) -> list[str]:
    return [one["value"] for one in BeautifulSoup(shown.content, "html.parser").select("[name=shown]")]


@pytest.fixture
def waiting(commune: Tenant) -> None:
    """Two, of which each says something else since July."""
    with in_site(commune):
        say(BIRTH)
        say(COPIES)
    change(BIRTH, result="Giấy khai sinh")
    change(COPIES, name="Chứng thực bản sao từ bản chính")


def test_many_are_confirmed_with_what_differs_before_ones_eyes(commune: Tenant, visit: Visit, waiting: None):
    browser = visit(commune, Role.APPROVER)
    shown = browser.post(CONFIRM, {"chosen": chosen(browser, BIRTH, COPIES, DEATH)})
    html = BeautifulSoup(shown.content, "html.parser")
    assert [one.text for one in html.select("details ins")] == [" từ bản chính", "Giấy khai sinh"]
    assert set(codes(browser, state="to-confirm")) == {BIRTH, COPIES}
    answer = browser.post(CONFIRM, {"do": "confirm", "shown": keys(shown)}, follow=True)
    assert said(answer) == ["Đã xác nhận 2 thủ tục."]
    assert codes(browser, state="to-confirm") == []


@pytest.mark.parametrize("who", ["the district", "a colleague"])
def test_what_changes_in_between_is_left_and_said_by_name(commune: Tenant, visit: Visit, waiting: None, who: str):
    browser = visit(commune, Role.APPROVER)
    shown = browser.post(CONFIRM, {"chosen": chosen(browser, BIRTH, COPIES)})
    if who == "the district":
        announce(BIRTH, day=TODAY, seen=2, number="05/QĐ-UBND", sets=3)
    else:
        with in_site(commune):
            offer(seen={number_of(): seen_of()}, is_offered=False, by=person())
    answer = browser.post(CONFIRM, {"do": "confirm", "shown": keys(shown)}, follow=True)
    confirmed, left = said(answer)
    assert confirmed == "Đã xác nhận 1 thủ tục."
    assert f"{BIRTH} Thủ tục đăng ký khai sinh" in left
    assert codes(browser, state="to-confirm") == [BIRTH]


def test_what_is_not_ticked_or_not_shown_is_not_confirmed(commune: Tenant, visit: Visit, waiting: None):
    browser = visit(commune, Role.APPROVER)
    shown = browser.post(CONFIRM, {"chosen": chosen(browser, BIRTH, COPIES)})
    browser.post(CONFIRM, {"do": "confirm", "shown": keys(shown)[:1], "chosen": []})
    assert codes(browser, state="to-confirm") == [BIRTH]
    browser.post(CONFIRM, {"do": "confirm"})
    assert codes(browser, state="to-confirm") == [BIRTH]


def test_they_are_shown_page_by_page(commune: Tenant, visit: Visit, waiting: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(views_confirm, "SHOWN_AT_ONCE", 1)
    browser = visit(commune, Role.APPROVER)
    first = browser.post(CONFIRM, {"chosen": chosen(browser, BIRTH, COPIES)})
    rest = [one["value"] for one in BeautifulSoup(first.content, "html.parser").select("[name=chosen]")]
    assert (len(keys(first)), len(rest)) == (1, 1)
    second = browser.post(CONFIRM, {"do": "confirm", "shown": keys(first), "chosen": rest})
    assert codes(browser, state="to-confirm") == [BIRTH]
    browser.post(CONFIRM, {"do": "confirm", "shown": keys(second)})
    assert codes(browser, state="to-confirm") == []


def test_nothing_to_confirm_is_said(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.APPROVER)
    answer = browser.post(CONFIRM, {"chosen": chosen(browser, BIRTH)}, follow=True)
    assert said(answer) == ["Không còn thủ tục nào đã chọn cần xác nhận."]
    assert said(browser.post(CONFIRM, {}, follow=True)) == ["Vui lòng chọn ít nhất một thủ tục."]


def test_more_to_confirm_costs_no_more_queries(commune: Tenant, visit: Visit, waiting: None):
    browser = visit(commune, Role.APPROVER)
    assert _questions(browser, chosen(browser, BIRTH)) == _questions(browser, chosen(browser, BIRTH, COPIES))


def _questions(browser: Client, rows: list[str]) -> int:
    browser.post(CONFIRM, {"chosen": rows})
    with CaptureQueriesContext(connection) as captured:
        assert len(browser.post(CONFIRM, {"chosen": rows}).context["waiting"]) == len(rows)
    return len(captured)


def test_a_colleague_was_first(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.ADMINISTRATOR)
    keys = chosen(browser, BIRTH)
    with in_site(commune):
        say(BIRTH, desk="Của người thứ nhất")
    answer = browser.post(ADMIN, {"do": "fill-in", "desk": "Của người thứ hai", "chosen": keys})
    assert BIRTH in said(answer)[0]
    assert answer.context["form"]["desk"].value() == "Của người thứ hai"


def test_the_difference_is_shown_and_saving_confirms(commune: Tenant, visit: Visit):
    with in_site(commune):
        say()
    change(name="Thủ tục đăng ký khai sinh lưu động")
    browser = visit(commune, Role.APPROVER)
    html = BeautifulSoup(browser.get(f"{ADMIN}{BIRTH}/").content, "html.parser")
    assert "lưu động" in html.select_one(".difference ins").text
    with in_site(commune):
        seen = seen_of()
    words = {"is_offered": "on", "desk": "Quầy mới", "seen": seen.revision, "seen_version": seen.version}
    answer = browser.post(f"{ADMIN}{BIRTH}/", words, follow=True)
    assert said(answer) == [f"Đã lưu và xác nhận {BIRTH}."]
    assert not BeautifulSoup(browser.get(f"{ADMIN}{BIRTH}/").content, "html.parser").select(".difference")
    with in_site(commune):
        assert Overlay.objects.to_confirm(TODAY, ["commune"]).count() == 0
        assert Overlay.objects.get().desk == "Quầy mới"


def test_what_was_typed_is_kept_when_it_is_refused(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.APPROVER)
    with in_site(commune):
        seen = seen_of()
        say(desk="Của người thứ nhất")
    words = {"is_offered": "on", "desk": "Của người thứ hai", "seen": seen.revision, "seen_version": seen.version}
    answer = browser.post(f"{ADMIN}{BIRTH}/", words)
    assert answer.context["form"].non_field_errors()
    assert answer.context["form"]["desk"].value() == "Của người thứ hai"
    with in_site(commune):
        assert Overlay.objects.get().desk == "Của người thứ nhất"


def test_the_defaults_are_written_once_for_all(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.ADMINISTRATOR)
    words = {"levels": ["commune", "district"], "desk": "Bộ phận một cửa", "hours": "7g–11g", "seen": "0"}
    browser.post(f"{ADMIN}defaults/", words)
    assert {row.place.desk for row in browser.get(ADMIN).context["rows"]} == {"Bộ phận một cửa"}
    assert browser.post(f"{ADMIN}defaults/", {**words, "desk": "Khác"}).context["form"].non_field_errors()
    assert browser.post(f"{ADMIN}defaults/", {**words, "levels": []}).context["form"].errors["levels"]
    with in_site(commune):
        assert Defaults.current().desk == "Bộ phận một cửa"


def test_what_the_site_does_not_deal_with_has_no_screen(district: Tenant, visit: Visit):
    browser = visit(district, Role.ADMINISTRATOR)
    assert browser.get(f"{ADMIN}{BIRTH}/").status_code == 404
    assert codes(browser) == []


def test_more_rows_cost_no_more_queries(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.ADMINISTRATOR)
    with in_site(commune):
        say(BIRTH)
    before = queries(browser, ADMIN)
    with in_site(commune):
        say(COPIES)
        say(DEATH)
    announce("1.000894", name="Đăng ký kết hôn")
    assert queries(browser, ADMIN) == before
