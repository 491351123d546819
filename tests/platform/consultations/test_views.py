"""Consultations and comments in the administration, and as the committee takes them away."""

import csv
import io
from collections.abc import Callable

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from accounts.roles import Role
from audit.models import AuditEntry
from consultations.models import Comment, ConsultationIndexPage, ConsultationPage, Extension
from consultations.states import Standing
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.consultations.drafts import DAY, TODAY, WORDS, add, answer, close, comment
from tests.platform.items import NO_COMMENTS, queries
from tests.platform.legal.documents import add as issue

Visit = Callable[..., Client]
LIST, WRITE, QUEUE = "/admin/consultations/", "/admin/consultations/choose_parent/", "/admin/consultations/comments/"
PUBLISH = {"action-publish": "1"}
PINNED = {LIST: 26, QUEUE: 17}
# wagtail-localize asks so often for each row of any list of pages whether it could be translated.
OF_LOCALIZE = {LIST: 2, QUEUE: 0}


def form(responses: list[dict[str, str]] | None = None, **changes: str) -> dict[str, str]:
    fields = {
        "title": "Dự thảo phí chợ",
        "slug": "",
        "summary": "Mức thu phí chợ thay đổi.",
        "asked": "Mọi người dân",
        "drafter": "",
        "send_to": "",
        "published_on": "1/10/2023",
        "opens_on": "11/10/2023",
        "closes_on": "5/11/2023",
        "accounted_on": "",
        "account": "",
        "document": "",
        "body-count": "0",
        "files": inline_formset([]),
        "responses": inline_formset(responses or []),
        **NO_COMMENTS,
        **changes,
    }
    return nested_form_data(fields)


def write(browser: Client, **changes: str) -> HttpResponse:
    return browser.post(browser.get(WRITE).headers["Location"], {**form(**changes), **PUBLISH})


def edit(browser: Client, page: ConsultationPage, **changes: object) -> HttpResponse:
    return browser.post(f"/admin/pages/{page.pk}/edit/", {**form(**changes), "slug": page.slug, **PUBLISH})


def soup(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def numbers(browser: Client, **query: object) -> list[str]:
    cards = soup(browser.get(QUEUE, query)).select(".moderation__comment strong")
    return [card.text.strip().rpartition(" ")[2] for card in cards]


def decide(browser: Client, *ticked: str, address: str = QUEUE, **words: str) -> HttpResponse:
    return browser.post(address, {"chosen": ticked, "reason": "", "note": "", **words})


def test_it_goes_from_the_contributor_through_the_approver_to_the_public(commune: Tenant, visit: Visit):
    contributor, approver = visit(commune, Role.CONTRIBUTOR), visit(commune, Role.APPROVER)
    contributor.post(contributor.get(WRITE).headers["Location"], {**form(), "action-submit": "1"})
    with in_site(commune):
        page = ConsultationPage.objects.get()
        state = page.current_workflow_task_state
        path = page.get_url()
    assert visit(commune).get(f"/gop-y/{page.pk}/").status_code == 404
    approver.post(f"/admin/pages/workflow/action/{page.pk}/approve/{state.pk}/", {"comment": ""})
    assert soup(visit(commune).get(path)).select("form.public-form")


@pytest.mark.parametrize(
    ("role", "is_live"),
    [(Role.CONTRIBUTOR, False), (Role.EDITOR, False), (Role.APPROVER, True), (Role.ADMINISTRATOR, True)],
)
def test_everybody_writes_and_those_who_may_publish(commune: Tenant, visit: Visit, role: Role, is_live: bool):
    write(visit(commune, role))
    with in_site(commune):
        assert ConsultationPage.objects.get().live is is_live


@pytest.mark.parametrize(
    ("field", "wrong"), [("closes_on", "10/10/2023"), ("closes_on", "31/11/2023"), ("opens_on", "1/9/2023")]
)
def test_wrong_entries_are_told_and_nothing_is_lost(commune: Tenant, visit: Visit, field: str, wrong: str):
    answer = write(visit(commune, Role.APPROVER), **{field: wrong})
    assert answer.status_code == 200
    assert f'value="{wrong}"' in answer.content.decode()
    assert "Mức thu phí chợ thay đổi." in answer.content.decode()


def test_once_it_is_open_only_an_extension_moves_the_dates(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
    edit(visit(commune, Role.APPROVER), page, title="Tên mới", closes_on="6/11/2023", opens_on="2/10/2023")
    with in_site(commune):
        page = ConsultationPage.objects.get()
        assert (page.title, page.opens_on, page.closes_on) == ("Tên mới", TODAY - 20 * DAY, TODAY + 5 * DAY)


def test_before_it_opens_its_dates_may_be_corrected(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add(opens_on=TODAY + DAY)
    edit(visit(commune, Role.APPROVER), page, opens_on="2/11/2023", closes_on="6/11/2023")
    with in_site(commune):
        assert ConsultationPage.objects.get().closes_on == TODAY + 6 * DAY


def test_the_account_answers_comments_by_their_numbers(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        for _ in range(3):
            comment(page, to=Standing.PUBLISHED)
        page, document = close(page), issue()
    browser = visit(commune, Role.APPROVER)
    row = {"opinion": "Theo tháng", "outcome": "accepted", "reason": "Đã sửa."}
    answered = {"accounted_on": "31/10/2023", "account": "Ba ý kiến.", "document": str(document.pk)}
    for comments in ("1, 4", "3-5", "hai", "0", ","):
        refused = edit(browser, page, responses=[{**row, "comments": comments}], **answered)
        assert refused.status_code == 200, comments
        assert "Ba ý kiến." in refused.content.decode()
        assert "Đã sửa." in refused.content.decode()
    with in_site(commune):
        assert not ConsultationPage.objects.get().responses.exists()
    edit(browser, page, responses=[{**row, "comments": "1–2, 3"}], **answered)
    with in_site(commune):
        assert [one.numbers for one in ConsultationPage.objects.get().responses.all()] == [[1, 2, 3]]


def test_a_clerk_is_told_which_comments_have_no_answer_yet(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        for to in ("published", "hidden", "published", "published"):
            comment(page, to=to)
        path = f"/admin/pages/{page.pk}/edit/"
    browser = visit(commune, Role.EDITOR)
    help_text = "[data-contentpath=account] .help"
    assert "4" not in soup(browser.get(path)).select_one(help_text).text
    with in_site(commune):
        answer(close(page), "1")
    assert "3, 4" in soup(browser.get(path)).select_one(help_text).text


def test_an_account_waits_for_its_approval_like_any_text(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        comment(page)
        page = close(page)
    row = {"comments": "1", "opinion": "Theo tháng", "outcome": "accepted", "reason": "Đã sửa."}
    answered = {"accounted_on": "31/10/2023", "account": "Một ý kiến."}
    edit(visit(commune, Role.EDITOR), page, responses=[row], **answered)
    with in_site(commune):
        page = ConsultationPage.objects.get()
        assert (page.account, page.responses.count()) == ("", 0)
        draft = page.get_latest_revision_as_object()
        assert (draft.account, draft.responses.count()) == ("Một ý kiến.", 1)
        path = page.get_url()
    assert "Một ý kiến." not in visit(commune).get(path).content.decode()


@pytest.mark.parametrize(
    ("role", "reads", "decides"),
    [
        (Role.CONTRIBUTOR, False, False),
        (Role.EDITOR, True, False),
        (Role.APPROVER, True, True),
        (Role.ADMINISTRATOR, True, True),
    ],
)
def test_who_reads_comments_and_who_decides(commune: Tenant, visit: Visit, role: Role, reads: bool, decides: bool):
    with in_site(commune):
        one = comment(add(), contact="0912 345 678")
    browser = visit(commune, role)
    answer = browser.get(QUEUE)
    assert (answer.status_code == 200) is reads
    text = answer.content.decode()
    assert (WORDS in text) is reads
    assert ("0912 345 678" in text) is decides
    assert (QUEUE in browser.get("/admin/").content.decode()) is reads
    decide(browser, f"{one.pk}:waiting", decision="published")
    with in_site(commune):
        assert (Comment.objects.get().standing == "published") is decides


def test_the_queue_is_narrowed_and_who_waited_longest_comes_first(commune: Tenant, visit: Visit):
    with in_site(commune):
        page, other = add(), add("Đường")
        comment(page, to=Standing.PUBLISHED)
        comment(page, "Thu theo NĂM")
        comment(page)
        comment(other)
    browser = visit(commune, Role.APPROVER)
    assert numbers(browser) == ["1", "2", "3", "1"]
    assert numbers(browser, standing="waiting") == ["2", "3", "1"]
    assert numbers(browser, standing="waiting", page=page.translation_key) == ["2", "3"]
    assert numbers(browser, words="theo nam") == ["2"]


def test_the_dashboard_says_how_many_wait(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        for _ in range(37):
            comment(page)
        comment(page, to=Standing.PUBLISHED)
    assert f'{QUEUE}?standing=waiting">37' in visit(commune, Role.APPROVER).get("/admin/").content.decode()
    assert f'{QUEUE}?standing=waiting">37' not in visit(commune, Role.EDITOR).get("/admin/").content.decode()


@pytest.mark.parametrize("column", ["ends", "begins", "came", "wait"])
def test_the_list_is_sorted_by_what_it_shows(commune: Tenant, visit: Visit, column: str):
    with in_site(commune):
        add("Ít")
        page = add("Nhiều", opens_on=TODAY, closes_on=TODAY + 9 * DAY)
        comment(page)
    for ordering, titles in ((column, ["Ít", "Nhiều"]), (f"-{column}", ["Nhiều", "Ít"])):
        html = soup(visit(commune, Role.EDITOR).get(LIST, {"ordering": ordering}))
        assert [link.text.strip() for link in html.select("tbody .title-wrapper a")] == titles


def test_deciding_leads_back_to_the_same_part_of_the_queue(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        comments = [comment(page) for _ in range(3)]
    browser = visit(commune, Role.APPROVER)
    address = f"{QUEUE}?standing=waiting"
    ticked = [f"{one.pk}:waiting" for one in comments[:2]]
    answer = decide(browser, *ticked, address=address, decision="hidden", reason="off-topic")
    assert answer["Location"] == address
    assert numbers(browser, standing="waiting") == ["3"]
    with in_site(commune):
        assert AuditEntry.objects.latest("pk").address == "127.0.0.1"


@pytest.mark.parametrize(
    ("ticked", "words"),
    [
        (True, {"decision": "hidden"}),
        (True, {"decision": "hidden", "reason": "other"}),
        (True, {"decision": "waiting"}),
        (True, {}),
        (False, {"decision": "published"}),
    ],
)
def test_what_is_missing_is_said_and_ticks_stay(commune: Tenant, visit: Visit, ticked: bool, words: dict[str, str]):
    with in_site(commune):
        value = f"{comment(add()).pk}:waiting"
    answer = decide(visit(commune, Role.APPROVER), *([value] if ticked else []), **words, note="")
    assert answer.status_code == 200
    html = soup(answer)
    assert html.select_one("[role=alert] .errorlist")
    assert [box["value"] for box in html.select("[name=chosen][checked]")] == ([value] if ticked else [])
    with in_site(commune):
        assert Comment.objects.get().standing == "waiting"


@pytest.mark.parametrize("value", ["x", "1", "1:gone", "1:waiting:2", "99999999999999999999:waiting"])
def test_forged_ticks_change_nothing(commune: Tenant, visit: Visit, value: str):
    with in_site(commune):
        comment(add())
    assert decide(visit(commune, Role.APPROVER), value, decision="published").status_code in (200, 302)
    with in_site(commune):
        assert Comment.objects.get().standing == "waiting"


def test_what_a_colleague_was_quicker_with_is_told(commune: Tenant, visit: Visit):
    with in_site(commune):
        one = comment(add())
    first, second = visit(commune, Role.APPROVER), visit(commune, Role.ADMINISTRATOR)
    decide(first, f"{one.pk}:waiting", decision="hidden", reason="insulting")
    decide(second, f"{one.pk}:waiting", decision="published")
    assert soup(second.get(QUEUE)).select_one(".messages .warning")
    with in_site(commune):
        assert Comment.objects.get().standing == "hidden"


def test_a_long_queue_has_pages(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        for _ in range(51):
            comment(page)
    browser = visit(commune, Role.APPROVER)
    assert [len(numbers(browser, p=page)) for page in (1, 2)] == [50, 1]


def test_a_flood_is_hidden_with_one_press_and_nothing_else_is(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        comment(page, "Sòng bạc đã đăng", to=Standing.PUBLISHED)
        for _ in range(52):
            comment(page, "Sòng bạc trực tuyến")
        honest = comment(page)
    browser, address = visit(commune, Role.APPROVER), f"{QUEUE}?words=song bac"
    opened = soup(browser.get(address))
    with in_site(commune):
        late = comment(page, "Không muốn sòng bạc ở chợ")
    flood = {"everywhere": "on", "last": opened.select_one("[name=last]")["value"]}
    assert decide(browser, address=address, decision="published", **flood).status_code == 200
    decide(browser, address=address, decision="hidden", reason="advertising", **flood)
    with in_site(commune):
        assert Comment.objects.hidden().count() == 52
        assert set(Comment.objects.waiting()) == {honest, late}
        assert AuditEntry.objects.latest("pk").detail == "2–53: Dự thảo phí chợ"


def test_one_page_offers_no_more_than_itself(commune: Tenant, visit: Visit):
    with in_site(commune):
        one = comment(add())
    browser = visit(commune, Role.APPROVER)
    assert not soup(browser.get(QUEUE)).select("[name=everywhere]")
    decide(browser, decision="hidden", reason="advertising", everywhere="on")
    assert soup(browser.get(QUEUE)).select_one(".messages .warning")
    with in_site(commune):
        assert Comment.objects.get(pk=one.pk).standing == "waiting"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_committee_takes_comments_away_without_formulas_and_contacts(commune: Tenant, visit: Visit, kind: str):
    with in_site(commune):
        page = add("=1+1")
        comment(page, "=HYPERLINK(1)", name="@Sơn", contact="0912 345 678", to=Standing.PUBLISHED)
        comment(page, "Chưa đọc")
    answer = visit(commune, Role.EDITOR).get(QUEUE, {"export": kind, "standing": "published"})
    content = b"".join(answer)
    if kind == "csv":
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        rows = [[str(cell) if cell is not None else "" for cell in row] for row in sheet.values]
    assert len(rows) == 2
    assert rows[1][:5] == ["'=1+1", "1", "31/10/2023", "'@Sơn", "'=HYPERLINK(1)"]
    assert not any("0912" in cell for row in rows for cell in row)
    with in_site(commune):
        entry = AuditEntry.objects.latest("pk")
        assert (entry.event, entry.detail) == ("comments-exported", "=1+1")


def test_more_time_with_a_reason(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
    browser = visit(commune, Role.APPROVER)
    address = f"/admin/consultations/{page.pk}/extend/"
    assert address in browser.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    for words in (
        {"closes_on": "9/11/2023", "reason": " "},
        {"closes_on": "5/11/2023", "reason": "Mưa lớn"},
        {"closes_on": "31/11/2023", "reason": "Mưa lớn"},
    ):
        answer = browser.post(address, words)
        assert answer.status_code == 200
        assert words["reason"].strip() in answer.content.decode()
        assert words["closes_on"] in answer.content.decode()
    assert browser.post(address, {"closes_on": "9/11/2023", "reason": "Mưa lớn"}).status_code == 302
    assert "Mưa lớn" in browser.get(address).content.decode()
    with in_site(commune):
        assert Extension.objects.get().closes_on == TODAY + 9 * DAY


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR])
def test_the_screen_for_more_time_is_for_those_who_may_publish(commune: Tenant, visit: Visit, role: Role):
    with in_site(commune):
        page = add()
    browser = visit(commune, role)
    address = f"/admin/consultations/{page.pk}/extend/"
    assert address not in browser.get(LIST).content.decode()
    browser.post(address, {"closes_on": "9/11/2023", "reason": "Mưa lớn"})
    with in_site(commune):
        assert not Extension.objects.exists()


@pytest.mark.parametrize("above", [False, True])
def test_what_people_commented_on_is_not_deleted(commune: Tenant, visit: Visit, above: bool):
    with in_site(commune):
        page = add()
        comment(page)
        target = page.get_parent().pk if above else page.pk
    browser = visit(commune, Role.ADMINISTRATOR)
    browser.post(f"/admin/pages/{target}/delete/")
    browser.post(f"/admin/bulk/wagtailcore/page/delete/?id={target}")
    with in_site(commune):
        assert ConsultationPage.objects.filter(pk=page.pk).exists()
        assert ConsultationIndexPage.objects.filter(locale__language_code="vi").exists()


def test_what_nobody_commented_on_may_go(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
    visit(commune, Role.ADMINISTRATOR).post(f"/admin/pages/{page.pk}/delete/")
    with in_site(commune):
        assert not ConsultationPage.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_more_rows_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        for count in range(number):
            page = add(f"Dự thảo {count}")
            comment(page)
            comment(page, to=Standing.HIDDEN)
    browser = visit(commune, Role.APPROVER)
    assert {path: queries(browser, path) - number * OF_LOCALIZE[path] for path in PINNED} == PINNED


def test_nobody_sees_or_decides_on_comments_of_another_site(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        there = comment(add("Chỉ của thị trấn"), "Lời của thị trấn")
    browser = visit(commune, Role.ADMINISTRATOR)
    assert "thị trấn" not in soup(browser.get(QUEUE)).select_one("#main").text
    decide(browser, f"{there.pk}:waiting", decision="published")
    assert "thị trấn" not in b"".join(browser.get(QUEUE, {"export": "csv"})).decode()
    with in_site(town):
        assert Comment.objects.get().standing == "waiting"
