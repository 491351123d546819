"""What is kept of one person is handed out whole and forgotten whole, and nobody else's."""

import io
import uuid
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from citizens.actions import ask, keep_files
from citizens.actions_forget import forget, remove_unclaimed_files
from citizens.models import Attachment, Question
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.cast import address_of
from tests.files import PDF
from tests.platform.citizens.cases import moment

Visit = Callable[..., Client]
SCREEN = "/admin/questions/asker/"


@pytest.fixture
def questions(commune: Tenant) -> list[Question]:
    """Two of one person, one of another."""
    contacts = [
        {"email": "son@demo.example", "phone": "0987 654 321"},
        {"email": "Son@Demo.example", "phone": "0987.654.321"},
        {"email": "khac@demo.example", "phone": "0123456789"},
    ]
    with in_site(commune):
        return [
            ask(
                subject=f"=Câu {number}",
                body="Thu phí chợ",
                name="Thạch Sơn",
                fingerprint=uuid.uuid4().hex,
                language="vi",
                received_at=moment("2023-10-31 10:00"),
                files=[ContentFile(PDF, "../../đơn.pdf")],
                **contact,
            )
            for number, contact in enumerate(contacts)
        ]


@pytest.mark.parametrize("contact", ["son@demo.example", "0987654321", "0987 654-321", "+84 987 654 321"])
def test_all_of_one_person_is_found(commune: Tenant, visit: Visit, questions: list, contact: str):
    answer = visit(commune, Role.APPROVER).post(SCREEN, {"contact": contact, "find": "1"})
    assert answer.context["count"] == 2


@pytest.mark.parametrize("contact", ["321", "87654321", "%", "@", "nobody@demo.example"])
def test_half_a_number_finds_nobody(commune: Tenant, visit: Visit, questions: list, contact: str):
    answer = visit(commune, Role.APPROVER).post(SCREEN, {"contact": contact, "find": "1"})
    assert answer.context["count"] == 0


def test_the_file_holds_the_questions_and_what_came_with_them(commune: Tenant, visit: Visit, questions: list):
    answer = visit(commune, Role.APPROVER).post(SCREEN, {"contact": "son@demo.example", "export": "1"})
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert sorted(archive.namelist()) == [
        f"{questions[0].reference}/1-don.pdf",
        f"{questions[1].reference}/1-don.pdf",
        "cau-hoi.xlsx",
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(archive.read("cau-hoi.xlsx"))).worksheets[0]
    rows = list(sheet.values)
    assert {row[3] for row in rows[1:]} == {"'=Câu 0", "'=Câu 1"}
    with in_site(commune):
        entry = AuditEntry.objects.latest("pk")
    assert (entry.event, "demo.example" in entry.detail) == ("questions-exported", False)


def test_a_file_that_the_disk_has_lost_keeps_the_rest_from_nobody(commune: Tenant, visit: Visit, questions: list):
    with in_site(commune):
        default_storage.delete(Attachment.objects.get(question=questions[0]).file.name)
    answer = visit(commune, Role.APPROVER).post(SCREEN, {"contact": "son@demo.example", "export": "1"})
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert sorted(archive.namelist()) == [f"{questions[1].reference}/1-don.pdf", "cau-hoi.xlsx"]


def test_one_who_is_forgotten_is_gone_with_the_files(
    commune: Tenant, visit: Visit, questions: list, django_capture_on_commit_callbacks: Callable
):
    browser = visit(commune, Role.APPROVER)
    browser.post(SCREEN, {"contact": "son@demo.example", "forget": "1"})
    with in_site(commune):
        assert Question.objects.filter(name="").count() == 0
        gone = [one.file.name for one in Attachment.objects.exclude(question=questions[2])]
    with in_site(commune), django_capture_on_commit_callbacks(execute=True):
        browser.post(SCREEN, {"contact": "son@demo.example", "forget": "1", "sure": "1"})
    with in_site(commune):
        assert Question.objects.filter(name="", body="", subject="", phone="").count() == 2
        assert Question.objects.get(pk=questions[2].pk).name == "Thạch Sơn"
        kept = Attachment.objects.get()
        assert [default_storage.exists(name) for name in (*gone, kept.file.name)] == [False, False, True]
        assert Question.objects.get(pk=questions[0].pk).history.latest("pk").step == "forgotten"
    assert visit(commune).get(f"/gui-cau-hoi/{questions[0].secret}/").status_code == 404


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CONTRIBUTOR])
def test_who_may_not_approve_hands_out_and_forgets_nothing(commune: Tenant, visit: Visit, questions: list, role: Role):
    words = {"contact": "son@demo.example", "forget": "1", "sure": "1"}
    assert visit(commune, role).post(SCREEN, words).status_code == 302
    with in_site(commune):
        assert Question.objects.filter(name="").count() == 0


def test_who_left_no_address_is_forgotten_from_the_question(commune: Tenant, visit: Visit, questions: list):
    browser, address = visit(commune, Role.APPROVER), f"/admin/questions/{questions[2].pk}/"
    form = BeautifulSoup(browser.get(address).content, "html.parser").select_one("form:has(button[name=forget])")
    seen = form.select_one("[name=seen]")["value"]
    browser.post(address, {"forget": "1", "seen": seen})
    with in_site(commune):
        assert Question.objects.get(pk=questions[2].pk).name == "Thạch Sơn"
    browser.post(address, {"forget": "1", "seen": seen, "sure": "on"})
    with in_site(commune):
        assert Question.objects.get(pk=questions[2].pk).name == ""
    assert b'name="forget"' not in browser.get(address).content
    assert b'name="forget"' not in visit(commune, Role.EDITOR).get(f"/admin/questions/{questions[0].pk}/").content


def test_what_nobody_can_answer_any_more_waits_no_longer_and_is_still_found(
    commune: Tenant, visit: Visit, questions: list
):
    with in_site(commune):
        forget(question=questions[2], by=User.objects.get(email=address_of(Role.APPROVER)), seen=0)
        assert set(Question.objects.waiting()) == set(questions[:2])
    shown = visit(commune, Role.EDITOR).get("/admin/questions/", {"state": "forgotten"}).content
    assert BeautifulSoup(shown, "html.parser").select_one("td.title a").text.strip() == questions[2].reference


def test_files_that_nobody_claims_go_and_those_of_questions_stay(
    commune: Tenant, questions: list, django_capture_on_commit_callbacks: Callable
):
    with in_site(commune):
        keep_files([ContentFile(PDF, "rớt.pdf")])
        default_storage.save("questions/khong-dong.pdf", ContentFile(PDF))
        with django_capture_on_commit_callbacks(execute=True):
            assert remove_unclaimed_files(hours=1) == 0
            assert remove_unclaimed_files(hours=-1) >= 2
        assert remove_unclaimed_files(hours=-1) == 0
        assert Attachment.objects.count() == len(default_storage.listdir("questions")[1]) == len(questions)


def test_nobody_approves_their_own_answer(commune: Tenant, visit: Visit, questions: list):
    browser = visit(commune, Role.APPROVER)
    address = f"/admin/questions/{questions[0].pk}/"
    browser.post(address, {"propose": "1", "seen": "0", "answer": "Được."})
    told = browser.post(address, {"approve": "1", "seen": "1"}).content.decode()
    assert "người khác" in told
    visit(commune, Role.ADMINISTRATOR).post(address, {"approve": "1", "seen": "1"})
    with in_site(commune):
        assert Question.objects.get(pk=questions[0].pk).state == "answered"


def test_the_same_words_twice_are_shown_to_who_answers(commune: Tenant, visit: Visit, questions: list):
    with in_site(commune):
        again = ask(subject="=cau 0", body="THU  PHÍ CHỢ!", name="Khác", fingerprint="z", language="vi")
    shown = visit(commune, Role.EDITOR).get(f"/admin/questions/{again.pk}/").context["same_words"]
    assert [one.pk for one in shown] == [questions[0].pk]


def test_what_takes_gathering_has_the_longer_deadline_from_the_same_day(commune: Tenant, visit: Visit):
    with in_site(commune):
        question = ask(
            kind="access",
            subject="Quy hoạch",
            body="Bản đồ",
            name="Sơn",
            fingerprint="q",
            language="vi",
            received_at=moment("2023-10-31 10:00"),
        )
    editor = visit(commune, Role.EDITOR)
    address = f"/admin/questions/{question.pk}/"
    editor.post(address, {"take_as_complex": "1", "seen": "0", "reason": ""})
    editor.post(address, {"take_as_complex": "1", "seen": "0", "reason": "Phải tập hợp"})
    with in_site(commune):
        kept = Question.objects.get()
    assert (kept.kind, kept.due_on.isoformat(), kept.version) == ("access-complex", "2023-11-21", 1)
    editor.post(address, {"take_as_complex": "1", "seen": "1", "reason": "Lần nữa"})
    with in_site(commune):
        assert Question.objects.get().version == 1
