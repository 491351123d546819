"""A citizen asks and follows it by a link; nobody else does."""

import datetime
from collections.abc import Callable

import pytest
import time_machine
from bs4 import BeautifulSoup, Tag
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from catalogue.models import DocumentField
from citizens.actions import ask, keep_files
from citizens.attachments import LARGEST
from citizens.models import Attachment, Question
from intake.sums import _numbers
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import HTML, PDF, PROGRAM

Visit = Callable[..., Client]
TYPED = {"subject": "Phí chợ", "body": "Thu theo tháng được không?", "name": "Thạch Sơn"}


def send(browser: Client, **typed: str) -> HttpResponse:
    with time_machine.travel("2023-10-31 08:00 +0700", tick=False):
        form = BeautifulSoup(browser.get("/gui-cau-hoi/").content, "html.parser").select_one("form.public-form")
    hidden = {one["name"]: one.get("value", "") for one in form.select("input[type=hidden]")}
    with time_machine.travel("2023-10-31 08:01 +0700", tick=False):
        return browser.post("/gui-cau-hoi/", {**hidden, **TYPED, **typed})


def test_who_asks_follows_it_by_a_link(commune: Tenant, visit: Visit):
    answer = send(visit(commune))
    page = visit(commune).get(answer["Location"])
    text = BeautifulSoup(page.content, "html.parser").main.get_text()
    assert "Phí chợ" in text
    assert "21/11/2023" in text
    assert (page["Referrer-Policy"], page["X-Robots-Tag"]) == ("no-referrer", "noindex, nofollow")
    assert "no-store" in page["Cache-Control"]


def test_the_link_opens_nothing_on_another_site(commune: Tenant, town: Tenant, visit: Visit):
    answer = send(visit(commune))
    assert visit(town).get(answer["Location"]).status_code == 404
    assert visit(commune).get("/gui-cau-hoi/doan-mo/").status_code == 404


def test_a_program_that_fills_in_the_trap_is_turned_away_with_its_words(commune: Tenant, visit: Visit):
    answer = send(visit(commune), website="http://spam.example")
    assert answer.status_code == 200
    assert TYPED["body"] in answer.content.decode()
    with in_site(commune):
        assert not Question.objects.exists()


def test_a_link_is_mailed_where_an_address_was_given(commune: Tenant, visit: Visit, work: Callable[[], None]):
    answer = send(visit(commune), email="son@demo.example")
    work()
    (letter,) = mail.outbox
    assert letter.to == ["son@demo.example"]
    assert answer["Location"] in letter.body
    assert "21/11/2023" in letter.body


def test_on_a_fixed_date_the_deadline_is_counted_from_that_date(commune: Tenant, settings: Settings):
    settings.FIXED_TODAY = datetime.date(2023, 1, 31)
    with in_site(commune), time_machine.travel("2026-11-24 10:00 +0700", tick=False):
        question = ask(**TYPED, fingerprint="a", language="vi")
    assert (question.reference[:4], question.due_on) == ("2023", datetime.date(2023, 2, 21))


def send_to(browser: Client, path: str, **typed: object) -> HttpResponse:
    """Opens the form, types for a minute, sends it with whatever it carries by itself."""
    with time_machine.travel("2023-10-31 08:00 +0700", tick=False):
        form = BeautifulSoup(browser.get(path).content, "html.parser").select_one("form.public-form")
    return send_again(browser, path, form, **typed)


def send_again(browser: Client, path: str, form: Tag, **typed: object) -> HttpResponse:
    carried = [one for one in form.select("input[type=hidden], input[checked]") if one.get("name")]
    values: dict[str, object] = {}
    for one in carried:
        values.setdefault(one["name"], []).append(one.get("value", ""))
    with time_machine.travel("2023-10-31 08:01 +0700", tick=False):
        return browser.post(path, {**values, **TYPED, **typed})


def only_question(tenant: Tenant) -> Question:
    with in_site(tenant):
        return Question.objects.prefetch_related("attachments").get()


def upload(content: bytes = PDF, name: str = "đơn xin.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_file_goes_along_and_opens_by_the_link_alone(commune: Tenant, town: Tenant, visit: Visit):
    link = send_to(visit(commune), "/gui-cau-hoi/", attached=[upload()])["Location"]
    (file,) = only_question(commune).attachments.all()
    answer = visit(commune).get(f"{link}tep/{file.pk}/")
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert visit(commune).get(f"/gui-cau-hoi/doan-mo/tep/{file.pk}/").status_code == 404
    assert visit(commune).get(f"/media/{file.file.name}").status_code == 404
    assert visit(town).get(f"{link}tep/{file.pk}/").status_code == 404


def test_another_questions_file_is_not_behind_ones_own_link(commune: Tenant, visit: Visit):
    link = send_to(visit(commune), "/gui-cau-hoi/")["Location"]
    with in_site(commune):
        other = ask(**TYPED, fingerprint="b", language="vi", files=[upload()])
        number = other.attachments.get().pk
    assert visit(commune).get(f"{link}tep/{number}/").status_code == 404


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (HTML, "đơn.pdf", "đơn.pdf"),
        (PROGRAM, "đơn.docx", "đơn.docx"),
        (HTML, "đơn.html", "đơn.html"),
        (PDF + b" " * LARGEST, "to.pdf", "to.pdf"),
    ],
)
def test_a_file_from_hell_is_named_and_the_words_stay(
    commune: Tenant, visit: Visit, content: bytes, name: str, word: str
):
    answer = send_to(visit(commune), "/gui-cau-hoi/", attached=[upload(content, name)])
    text = BeautifulSoup(answer.content, "html.parser").select_one("ul.errorlist").get_text()
    assert word in text
    assert TYPED["body"] in answer.content.decode()
    with in_site(commune):
        assert not Question.objects.exists()
        assert not Attachment.objects.exists()


def test_four_files_are_one_too_many(commune: Tenant, visit: Visit):
    answer = send_to(visit(commune), "/gui-cau-hoi/", attached=[upload() for _ in range(4)])
    assert answer.status_code == 200
    with in_site(commune):
        assert not Question.objects.exists()


def test_too_many_files_are_counted_before_anybody_looks_into_them(commune: Tenant, visit: Visit):
    answer = send_to(visit(commune), "/gui-cau-hoi/", attached=[upload(HTML) for _ in range(4)])
    assert answer.context["form"].errors["attached"] == ["Tối đa 3 tệp."]


def test_a_token_that_no_database_takes_is_no_mistake_of_who_sends(commune: Tenant, visit: Visit):
    send_to(visit(commune), "/gui-cau-hoi/", kept=["a\x00b"])
    assert not only_question(commune).attachments.all()


def test_after_a_mistake_nobody_chooses_the_file_again(commune: Tenant, visit: Visit):
    browser = visit(commune)
    answer = send_to(browser, "/gui-cau-hoi/", attached=[upload()], email="son")
    again = BeautifulSoup(answer.content, "html.parser").select_one("form.public-form")
    assert "đơn xin.pdf" in again.get_text()
    send_again(browser, "/gui-cau-hoi/", again, email="")
    assert [one.name for one in only_question(commune).attachments.all()] == ["đơn xin.pdf"]


def test_a_file_that_was_unticked_stays_behind(commune: Tenant, visit: Visit):
    browser = visit(commune)
    answer = send_to(browser, "/gui-cau-hoi/", attached=[upload()], email="son")
    again = BeautifulSoup(answer.content, "html.parser").select_one("form.public-form")
    send_again(browser, "/gui-cau-hoi/", again, email="", kept=[])
    assert not only_question(commune).attachments.all()


def test_the_form_sent_twice_with_a_kept_file_is_one_question(commune: Tenant, visit: Visit):
    browser = visit(commune)
    answer = send_to(browser, "/gui-cau-hoi/", attached=[upload()], email="son")
    again = BeautifulSoup(answer.content, "html.parser").select_one("form.public-form")
    first, second = (send_again(browser, "/gui-cau-hoi/", again, email="") for _ in range(2))
    assert first["Location"] == second["Location"]
    assert len(only_question(commune).attachments.all()) == 1


def test_a_token_claims_a_file_once(commune: Tenant):
    with in_site(commune):
        (kept,) = keep_files([upload()])
        first = ask(**TYPED, fingerprint="a", language="vi", kept_files=[kept.token])
        second = ask(**TYPED, fingerprint="b", language="vi", kept_files=[kept.token])
        assert (first.attachments.count(), second.attachments.count()) == (1, 0)


@pytest.mark.parametrize(
    ("path", "kind", "due"),
    [
        ("/gui-cau-hoi/", "question", "2023-11-21"),
        ("/phan-anh-quy-dinh/", "feedback", "2023-11-07"),
        ("/yeu-cau-thong-tin/", "access", "2023-11-03"),
    ],
)
def test_each_way_of_asking_has_its_own_deadline(commune: Tenant, visit: Visit, path: str, kind: str, due: str):
    typed = {"address": "Ấp Chợ", "supply": "office"}
    with time_machine.travel("2023-10-31 08:01 +0700", tick=False):
        send_to(visit(commune), path, **typed)
    question = only_question(commune)
    assert (question.kind, question.due_on.isoformat()) == (kind, due)
    assert question.supply == ("office" if kind == "access" else "")


def test_what_is_wrong_is_named_above_the_form_with_the_way_to_it(commune: Tenant, visit: Visit):
    answer = send(visit(commune), email="không phải địa chỉ")
    form = BeautifulSoup(answer.content, "html.parser").select_one("form.public-form")
    (way,) = form.select("[role=alert] a")
    assert form.select_one(way["href"])["name"] == "email"


def test_a_request_for_information_is_never_published(commune: Tenant, visit: Visit):
    send_to(
        visit(commune), "/yeu-cau-thong-tin/", address="Ấp Chợ", supply="post", may_be_published="on", hides_name=""
    )
    question = only_question(commune)
    assert (question.may_be_published, question.hides_name) == (False, True)


def test_who_sends_a_great_deal_is_asked_to_count_and_loses_nothing(commune: Tenant, visit: Visit):
    browser = visit(commune)
    for _ in range(5):
        assert send_to(browser, "/gui-cau-hoi/").status_code == 302
    answer = send_to(browser, "/gui-cau-hoi/")
    form = BeautifulSoup(answer.content, "html.parser").select_one("form.public-form")
    assert TYPED["body"] in form.get_text()
    assert "Xin trả lời thêm câu này rồi gửi lại." in form.get_text()
    key = form.select_one("[name=sum_key]")["value"]
    wrong = send_again(browser, "/gui-cau-hoi/", form, sum="99")
    assert wrong.status_code == 200
    assert send_again(browser, "/gui-cau-hoi/", form, sum=str(sum(_numbers(key)))).status_code == 302


def test_what_was_published_is_found_on_the_page_of_questions(commune: Tenant, visit: Visit):
    with in_site(commune):
        field = DocumentField.objects.first()
        for number in range(25):
            question = ask(
                **{**TYPED, "subject": f"Câu {number}", "body": "Đất ở" if number else "Chợ"},
                fingerprint=str(number),
                language="vi",
                may_be_published=True,
                field=field if number == 0 else None,
            )
            Question.objects.filter(pk=question.pk).update(
                state="answered", answer="Được.", published_on=datetime.date(2023, 11, 1)
            )
    browser = visit(commune)
    assert listed(browser, "/hoi-dap/") == 20
    assert listed(browser, "/hoi-dap/?trang=2") == 5
    assert listed(browser, "/hoi-dap/?q=cho") == 1
    assert listed(browser, f"/hoi-dap/?linh-vuc={field.key}") == 1
    assert listed(browser, "/hoi-dap/?q=khongco") == 0
    assert listed(browser, "/hoi-dap/?linh-vuc=la%00&q=%00") >= 0
    assert TYPED["name"] not in browser.get("/hoi-dap/").content.decode()


def listed(browser: Client, path: str) -> int:
    return len(BeautifulSoup(browser.get(path).content, "html.parser").select(".answers > li"))
