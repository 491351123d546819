"""An office deals with a question on its screens; who comes second is told and keeps the text."""

import datetime
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import Settings

from accounts.roles import Role
from citizens.actions import ask
from citizens.models import Question
from organisation.models import Department
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.citizens.cases import moment

Visit = Callable[..., Client]
LIST = "/admin/questions/"


@pytest.fixture
def address(commune: Tenant) -> str:
    with in_site(commune):
        question = ask(
            subject="Phí chợ",
            body="Thu theo tháng được không?",
            name="Thạch Sơn",
            fingerprint="a",
            language="vi",
            may_be_published=True,
            received_at=moment("2023-10-31 10:00"),
        )
    return f"{LIST}{question.pk}/"


def kept(tenant: Tenant) -> Question:
    with in_site(tenant):
        return Question.objects.get()


def listed(browser: Client, **filters: str) -> bool:
    return "Phí chợ" in browser.get(LIST, filters).content.decode()


def test_it_is_listed_and_found_by_its_state(commune: Tenant, visit: Visit, address: str):
    editor = visit(commune, Role.EDITOR)
    assert [listed(editor), listed(editor, state="received"), listed(editor, state="answered")] == [True, True, False]


def test_it_is_found_by_the_number_that_is_read_out_on_the_phone(commune: Tenant, visit: Visit, address: str):
    editor, question = visit(commune, Role.EDITOR), kept(commune)
    assert question.reference == f"2023-{question.pk:05d}"
    assert all(listed(editor, number=number) for number in (question.reference, f" {question.pk} "))
    assert not any(listed(editor, number=number) for number in (f"2022-{question.pk:05d}", "2023-99999", "mười hai"))


def test_what_is_open_stands_above_what_is_answered_however_old(commune: Tenant, visit: Visit, address: str):
    with in_site(commune):
        Question.objects.update(state="answered", due_on=datetime.date(2023, 1, 31))
        for subject, at in (("Mới", "2023-10-30 10:00"), ("Cũ", "2023-10-02 10:00")):
            ask(subject=subject, body=subject, name="A", fingerprint=subject, language="vi", received_at=moment(at))
    shown = visit(commune, Role.EDITOR).get(LIST).context["object_list"]
    assert [question.subject for question in shown] == ["Cũ", "Mới", "Phí chợ"]


@pytest.mark.parametrize(("day", "late"), [(21, False), (22, True)])
def test_it_is_overdue_after_its_last_day(
    commune: Tenant, visit: Visit, address: str, settings: Settings, day: int, late: bool
):
    settings.FIXED_TODAY = datetime.date(2023, 11, day)
    editor = visit(commune, Role.EDITOR)
    assert listed(editor, overdue="on") is late
    assert ("– quá hạn" in editor.get(LIST).content.decode()) is late


def test_a_refusal_is_told_in_words_and_with_the_label_of_its_field(commune: Tenant, visit: Visit, address: str):
    editor, seen = visit(commune, Role.EDITOR), kept(commune).version
    for sent, told in (
        ({"propose": "1", "answer": ""}, "Hãy soạn câu trả lời trước."),
        ({"extend": "1", "working_days": "5"}, "Lý do, người hỏi đọc được: "),
    ):
        answer = editor.post(address, {"seen": seen, **sent})
        (refusal,) = BeautifulSoup(answer.content, "html.parser").select(".help-critical p")
        assert refusal.text.startswith(told)


def test_from_the_department_to_the_published_answer(commune: Tenant, visit: Visit, address: str):
    editor, approver = visit(commune, Role.EDITOR), visit(commune, Role.APPROVER)
    with in_site(commune):
        office = Department.objects.create(name_vi="Phòng Kinh tế")
    editor.post(address, {"route": "1", "seen": "0", "department": office.pk})
    editor.post(address, {"extend": "1", "seen": "1", "working_days": "5", "reason": "Chờ xác minh"})
    editor.post(address, {"propose": "1", "seen": "2", "answer": "Được."})
    approver.post(address, {"approve": "1", "seen": "3"})
    approver.post(address, {"publish": "1", "seen": "4"})
    question = kept(commune)
    assert (question.state, question.answer, question.department_id) == ("answered", "Được.", office.pk)
    assert question.due_on.isoformat() == "2023-11-28"
    assert question.published_on


def test_who_comes_second_sees_both_texts_and_may_send_again(commune: Tenant, visit: Visit, address: str):
    visit(commune, Role.EDITOR).post(address, {"keep": "1", "seen": "0", "answer": "Câu thứ nhất"})
    second = visit(commune, Role.APPROVER)
    told = BeautifulSoup(
        second.post(address, {"keep": "1", "seen": "0", "answer": "Câu thứ hai"}).content, "html.parser"
    )
    assert told.select_one("[role=alert]")
    assert "Câu thứ nhất" in told.select_one(".moderation__words").text
    assert told.select_one("textarea[name=answer]").text.strip() == "Câu thứ hai"
    assert kept(commune).answer == "Câu thứ nhất"
    seen = told.select_one("form:has(textarea[name=answer]) input[name=seen]")["value"]
    second.post(address, {"keep": "1", "seen": seen, "answer": "Cả hai câu"})
    assert kept(commune).answer == "Cả hai câu"


def test_who_comes_after_the_approval_still_has_what_they_wrote(commune: Tenant, visit: Visit, address: str):
    editor = visit(commune, Role.EDITOR)
    editor.post(address, {"propose": "1", "seen": "0", "answer": "Câu thứ nhất"})
    visit(commune, Role.APPROVER).post(address, {"approve": "1", "seen": "1"})
    told = BeautifulSoup(
        editor.post(address, {"keep": "1", "seen": "1", "answer": "Câu thứ hai"}).content, "html.parser"
    )
    assert "Câu thứ hai" in told.main.text
    assert kept(commune).answer == "Câu thứ nhất"


def test_an_editor_does_not_approve(commune: Tenant, visit: Visit, address: str):
    editor = visit(commune, Role.EDITOR)
    editor.post(address, {"propose": "1", "seen": "0", "answer": "Được."})
    assert b'name="approve"' not in editor.get(address).content
    editor.post(address, {"approve": "1", "seen": "1"})
    assert kept(commune).state == "proposed"


def test_a_contributor_sees_no_questions(commune: Tenant, visit: Visit, address: str):
    contributor = visit(commune, Role.CONTRIBUTOR)
    assert contributor.get(address).status_code == 302
    assert contributor.get(LIST).status_code == 302


def test_the_secret_of_who_asked_stands_on_no_screen(commune: Tenant, visit: Visit, address: str):
    secret = kept(commune).secret
    editor = visit(commune, Role.EDITOR)
    assert all(secret not in editor.get(path).content.decode() for path in (address, LIST))


def test_the_list_as_a_workbook_names_nobody(commune: Tenant, visit: Visit, address: str):
    with in_site(commune):
        office = Department.objects.create(name_vi="=Phòng")
        Question.objects.update(subject="=1+1", department=office)
    answer = visit(commune, Role.EDITOR).get(LIST, {"export": "xlsx"})
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    (row,) = list(sheet.values)[1:]
    assert row[1:5] == ("2023-10-31 10:00:00", "Câu hỏi", "'=1+1", "'=Phòng")
    assert "Thạch Sơn" not in str(row)


@pytest.mark.parametrize(("day", "late"), [(21, False), (22, True)])
def test_the_first_screen_says_how_many_wait_and_are_late(
    commune: Tenant, visit: Visit, address: str, settings: Settings, day: int, late: bool
):
    settings.FIXED_TODAY = datetime.date(2023, 11, day)
    shown = visit(commune, Role.EDITOR).get("/admin/").content.decode()
    assert "1 câu hỏi chờ trả lời" in shown
    assert ("1 quá hạn" in shown) is late
    assert "chờ trả lời" not in visit(commune, Role.CONTRIBUTOR).get("/admin/").content.decode()
