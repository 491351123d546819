"""The clerk's grid: rows as they are typed, what is refused, and what is read out of a document."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from accounts.roles import Role
from agenda.entries import MOST_ENTRIES
from agenda.models import Entry, Week
from organisation.models import Post
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.agenda.weeks import ADMIN, MONDAY, TODAY, leader, row, write
from tests.platform.items import queries

Visit = Callable[..., Client]
PINNED = [18, 23]
BLANK = {
    "pk": "", "day": str(TODAY), "session": "", "starts_at": "", "ends_at": "", "content": "", "chair": "",
    "participants": "", "place": "", "prepared_by": "", "papers": "",
}  # fmt: skip


def typed(seen: int, *rows: dict[str, str], initial: int = 0, do: str = "save") -> dict[str, str]:
    data = {
        "seen": str(seen),
        "note": "",
        "do": do,
        "form-TOTAL_FORMS": str(len(rows)),
        "form-INITIAL_FORMS": str(initial),
    }
    for number, one in enumerate(rows):
        data |= {f"form-{number}-{name}": value for name, value in {**BLANK, **one}.items()}
    return data


def opened(browser: Client) -> int:
    answer = browser.post(f"{ADMIN}open/", {"day": "02/11/2023"})
    assert answer.status_code == 302
    return int(answer["Location"].rstrip("/").rpartition("/")[2])


def said(answer: HttpResponse) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_a_week_is_opened_written_and_published_in_the_grid(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.APPROVER)
    number = opened(browser)
    rows = [
        {"content": "Họp giao ban", "starts_at": "7g30", "chair": "Ai đó"},
        {},
        {"content": "Dự lễ", "session": "3-afternoon"},
    ]
    answer = browser.post(f"{ADMIN}{number}/", typed(1, *rows, do="publish"), follow=True)
    assert said(answer) == ["Lịch đã được đăng."]
    with in_site(commune):
        week = Week.objects.get()
        assert (week.monday, week.is_published) == (MONDAY, True)
        assert [(one.content, one.session) for one in week.entries.all()] == [
            ("Họp giao ban", "2-morning"),
            ("Dự lễ", "3-afternoon"),
        ]


@pytest.mark.parametrize(
    ("typed_row", "field"),
    [
        ({"starts_at": "8g00"}, "content"),
        ({"content": "Họp"}, "session"),
        ({"content": "Họp", "starts_at": "mai"}, "starts_at"),
        ({"content": "Họp", "starts_at": "9g", "ends_at": "8g"}, "ends_at"),
        ({"content": "Họp", "session": "2-morning", "ends_at": "8g"}, "starts_at"),
        ({"content": "Họp", "session": "2-morning", "day": "2023-11-20"}, "day"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    commune: Tenant, visit: Visit, typed_row: dict[str, str], field: str
):
    browser = visit(commune, Role.EDITOR)
    number = opened(browser)
    answer = browser.post(f"{ADMIN}{number}/", typed(1, {"content": "Đúng", "session": "2-morning"}, typed_row))
    assert answer.status_code == 200
    first, second = answer.context["rows"].forms[:2]
    assert (first.errors, set(second.errors)) == ({}, {field})
    assert first["content"].value() == "Đúng"
    with in_site(commune):
        assert not Entry.objects.exists()


@pytest.mark.parametrize("do", ["copy", "announce"])
def test_what_is_refused_beside_saving_is_not_half_done(commune: Tenant, visit: Visit, do: str):
    browser = visit(commune, Role.APPROVER)
    number = opened(browser)
    rows = typed(1, {"content": "Họp", "session": "2-morning"}, do=do)
    answer = browser.post(f"{ADMIN}{number}/", rows)
    assert answer.status_code == 200
    assert answer.context["rows"].forms[0]["content"].value() == "Họp"
    assert browser.post(f"{ADMIN}{number}/", {**rows, "do": "save"}).status_code == 302
    with in_site(commune):
        assert [one.content for one in Entry.objects.all()] == ["Họp"]


def test_the_way_to_the_weekly_document_saves_the_grid_first(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    number = opened(browser)
    answer = browser.post(f"{ADMIN}{number}/", typed(1, {"content": "Họp", "session": "2-morning"}, do="paste"))
    assert answer["Location"] == f"{ADMIN}{number}/paste/"
    with in_site(commune):
        assert [one.content for one in Entry.objects.all()] == ["Họp"]


def test_the_second_of_two_keeps_what_was_typed(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    number = opened(browser)
    mine = typed(1, {"content": "Của tôi", "session": "2-morning"})
    browser.post(f"{ADMIN}{number}/", typed(1, {"content": "Của đồng nghiệp", "session": "2-morning"}))
    answer = browser.post(f"{ADMIN}{number}/", mine)
    assert answer.status_code == 200
    assert answer.context["rows"].forms[0]["content"].value() == "Của tôi"
    with in_site(commune):
        assert [one.content for one in Entry.objects.all()] == ["Của đồng nghiệp"]


def test_an_announcement_that_is_refused_is_kept(commune: Tenant, visit: Visit):
    with in_site(commune):
        week = write(row("Một"))
        entry = Entry.objects.get()
    same = {"pk": str(entry.pk), "content": "Một", "session": "2-morning"}
    rows = {**typed(week.version, same, initial=1, do="announce"), "announcement": "Dời sang chiều"}
    answer = visit(commune, Role.APPROVER).post(f"{ADMIN}{week.pk}/", rows)
    assert 'value="Dời sang chiều"' in answer.content.decode()


def test_who_may_only_look_can_type_nothing(commune: Tenant, visit: Visit):
    with in_site(commune):
        week = write(row("Một"))
    for role, closed in ((Role.EDITOR, True), (Role.APPROVER, False)):
        html = BeautifulSoup(visit(commune, role).get(f"{ADMIN}{week.pk}/").content, "html.parser")
        assert html.select_one(".agenda-grid").has_attr("disabled") is closed


def test_a_conflict_is_told_and_does_not_stop_anybody(commune: Tenant, visit: Visit):
    with in_site(commune):
        leader()
        week = write(row("Một", chair="Thạch Văn Mẫu"), row("Hai", chair="Thạch Văn Mẫu"))
    answer = visit(commune, Role.APPROVER).get(f"{ADMIN}{week.pk}/")
    assert "Trùng lịch" in answer.content.decode()


def test_who_takes_office_in_the_middle_of_the_week_is_a_leader_of_that_week(commune: Tenant, visit: Visit):
    with in_site(commune):
        leader()
        Post.objects.update(since=TODAY)
        week = write(row("Một", chair="Thạch Văn Mẫu"), row("Hai", chair="Thạch Văn Mẫu"))
    shown = visit(commune, Role.APPROVER).get(f"{ADMIN}{week.pk}/").context
    assert [len(shown["leaders"]), len(shown["conflicts"])] == [1, 1]


def test_cancelled_rows_stay_so_when_the_grid_is_saved(commune: Tenant, visit: Visit):
    with in_site(commune):
        week = write(row("Một"))
        Entry.objects.update(cancelled_at=week.published_at)
        entry = Entry.objects.get()
    browser = visit(commune, Role.APPROVER)
    form = browser.get(f"{ADMIN}{week.pk}/").context["rows"].forms[0]
    assert form["is_gone"].value() is True
    kept = {"pk": str(entry.pk), "content": "Một", "session": "2-morning", "is_gone": "on"}
    browser.post(f"{ADMIN}{week.pk}/", typed(week.version, kept, initial=1))
    with in_site(commune):
        assert Entry.objects.get().is_cancelled


def test_the_weekly_document_is_pasted(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    number = opened(browser)
    text = "Lịch tuần\nThứ Ba, 31/10\n8g00: Họp Ban biên tập\nChủ trì: Phó Chủ tịch"
    answer = browser.post(f"{ADMIN}{number}/paste/", {"seen": "1", "text": text}, follow=True)
    assert said(answer) == ["Đã đọc 1 mục. Vui lòng xem lại.", "Không đọc được: Lịch tuần"]
    with in_site(commune):
        entry = Entry.objects.get()
        assert (entry.day, entry.content, entry.chair) == (TODAY, "Họp Ban biên tập", "Phó Chủ tịch")
    again = browser.post(f"{ADMIN}{number}/paste/", {"seen": "2", "text": "không có ngày nào"})
    assert "text" in again.context["form"].errors


def test_what_is_refused_beside_saving_leaves_a_grid_that_can_be_saved(commune: Tenant, visit: Visit):
    with in_site(commune):
        week = write(row("Một"))
        entry = Entry.objects.get()
    browser = visit(commune, Role.APPROVER)
    kept = {"pk": str(entry.pk), "content": "Hai", "session": "2-morning"}
    told = browser.post(f"{ADMIN}{week.pk}/", typed(week.version, kept, initial=1, do="announce"))
    assert said(told) == ["Hãy ghi ngắn gọn nội dung điều chỉnh."]
    with in_site(commune):
        assert Entry.objects.get().content == "Một"
    seen = told.context["form"]["seen"].value()
    again = {**typed(int(seen), kept, initial=1, do="announce"), "announcement": "Đổi nội dung"}
    browser.post(f"{ADMIN}{week.pk}/", again)
    with in_site(commune):
        assert (Entry.objects.get().content, Week.objects.get().adjustments.get().note) == ("Hai", "Đổi nội dung")


def test_an_announcement_that_was_refused_is_still_there(commune: Tenant, visit: Visit):
    with in_site(commune):
        week = write(row("Một"))
    told = visit(commune, Role.APPROVER).post(
        f"{ADMIN}{week.pk}/", {**typed(0, do="announce"), "announcement": "Đổi giờ"}
    )
    assert 'value="Đổi giờ"' in told.content.decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thứ Ba\n9g - 8g: Họp dân", "trước giờ bắt đầu"),
        (f"Thứ Ba\n8g: Họp dân\nĐịa điểm: {'dài ' * 80}", "255"),
        ("Thứ Ba" + "\n8g: Họp dân" * 201, "200"),
    ],
)
def test_a_document_that_does_not_fit_is_refused_with_a_sentence(commune: Tenant, visit: Visit, text: str, words: str):
    browser = visit(commune, Role.EDITOR)
    number = opened(browser)
    answer = browser.post(f"{ADMIN}{number}/paste/", {"seen": "1", "text": text})
    (refusal,) = answer.context["form"].non_field_errors()
    assert words in refusal
    assert answer.context["form"]["text"].value() == text
    with in_site(commune):
        assert not Entry.objects.exists()


def test_no_more_is_pasted_than_the_grid_can_save(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    number = opened(browser)
    lines = [f"8g{count % 60:02}: Việc {count}" for count in range(MOST_ENTRIES + 1)]
    texts = ["\n".join(["Thứ Ba, 31/10", *some]) for some in (lines, lines[1:])]
    answers = [browser.post(f"{ADMIN}{number}/paste/", {"seen": "1", "text": text}) for text in texts]
    assert [answer.status_code for answer in answers] == [200, 302]
    with in_site(commune):
        assert Entry.objects.count() == MOST_ENTRIES


@pytest.mark.parametrize("path", ["", "open/", "1/", "1/paste/"])
def test_contributors_have_no_calendar(commune: Tenant, visit: Visit, path: str):
    assert visit(commune, Role.CONTRIBUTOR).get(f"{ADMIN}{path}").status_code in (302, 403)


@pytest.mark.parametrize("day", ["hôm qua", "31/12/9999"])
def test_what_is_no_day_is_refused(commune: Tenant, visit: Visit, day: str):
    answer = visit(commune, Role.EDITOR).post(f"{ADMIN}open/", {"day": day}, follow=True)
    assert said(answer) == ["Vui lòng ghi ngày như 31/10/2023."]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_and_the_grid_ask_no_more_for_more_rows(commune: Tenant, visit: Visit, number: int):
    with in_site(commune):
        leader()
        week = write(*(row(f"Việc {count}", chair="Thạch Văn Mẫu", place=f"{count}") for count in range(number)))
    browser = visit(commune, Role.APPROVER)
    assert [queries(browser, path) for path in (ADMIN, f"{ADMIN}{week.pk}/")] == PINNED
