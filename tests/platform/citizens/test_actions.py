"""A question from the first word to the answer that everybody may read; and two people at once."""

import datetime
import uuid
from collections.abc import Iterator

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pytest_django import Settings

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Deadline
from citizens.actions import (
    ChangedMeanwhile,
    approve,
    ask,
    extend,
    publish,
    route,
    send_back,
    write_answer,
)
from citizens.actions_forget import forget, forget_askers, forget_sender
from citizens.models import Question
from organisation.models import Department
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.citizens.cases import CASES, MOVED, moment


@pytest.fixture(autouse=True)
def _here(commune: Tenant) -> Iterator[None]:
    with in_site(commune):
        yield


def person(role: Role) -> User:
    return User.objects.get(email=cast.address_of(role))


def department(name: str = "Phòng Kinh tế") -> Department:
    return Department.objects.get_or_create(name_vi=name)[0]


def asked(**facts: object) -> Question:
    words = {"subject": "Phí chợ", "body": "Thu theo tháng được không?", "name": "Thạch Sơn", "language": "vi"}
    return ask(**{**words, "fingerprint": uuid.uuid4().hex, "received_at": moment("2023-10-31 10:00"), **facts})


def proposed(**facts: object) -> Question:
    question = asked(**facts)
    return write_answer(question=question, answer="Được.", by=person(Role.EDITOR), seen=0, propose=True)


@pytest.mark.parametrize(("kind", "at", "steps", "due"), CASES)
def test_the_clock_agrees_with_the_days_counted_by_hand(kind: str, at: str, steps: list, due: str):
    question, editor = asked(kind=kind, received_at=moment(at)), person(Role.EDITOR)
    for number, step in enumerate(steps):
        if step == MOVED:
            route(question=question, department=department(f"Phòng {number}"), by=editor, seen=number)
        else:
            extend(question=question, working_days=step, reason="Chờ xác minh", by=editor, seen=number)
    assert Question.objects.get(pk=question.pk).due_on == datetime.date.fromisoformat(due)


def test_a_gap_in_the_table_of_deadlines_turns_nobody_away():
    Deadline.objects.filter(kind="question").update(valid_to=datetime.date(2023, 6, 30))
    assert asked(received_at=moment("2023-10-31 10:00")).due_on == datetime.date(2023, 11, 21)


def test_the_same_form_sent_twice_is_one_question():
    assert asked(fingerprint="a").pk == asked(fingerprint="a").pk
    assert Question.objects.get().history.count() == 1


def test_of_two_who_answer_at_once_the_second_is_told_and_nothing_is_lost():
    question, editor, approver = asked(), person(Role.EDITOR), person(Role.APPROVER)
    write_answer(question=question, answer="Câu trả lời thứ nhất", by=editor, seen=0)
    with pytest.raises(ChangedMeanwhile) as refusal:
        write_answer(question=question, answer="Câu trả lời thứ hai", by=approver, seen=0)
    assert refusal.value.current.answer == "Câu trả lời thứ nhất"
    assert Question.objects.get().answer == "Câu trả lời thứ nhất"
    assert Question.objects.get().history.count() == 2


def test_who_asked_reads_the_answer_only_once_it_is_approved():
    question = proposed()
    assert question.told_answer == ""
    assert approve(question=question, by=person(Role.APPROVER), seen=1).told_answer == "Được."


def test_an_answer_that_is_sent_back_is_not_told_and_not_lost():
    question = send_back(question=proposed(), note="Nêu căn cứ", by=person(Role.APPROVER), seen=1)
    assert (question.answer, question.told_answer, question.state) == ("Được.", "", "routed")
    with pytest.raises(ValidationError):
        approve(question=question, by=person(Role.APPROVER), seen=2)


def test_who_writes_answers_does_not_approve_them():
    with pytest.raises(PermissionDenied):
        approve(question=proposed(), by=person(Role.EDITOR), seen=1)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR])
def test_a_contributor_answers_nobody(role: Role):
    with pytest.raises(PermissionDenied):
        write_answer(question=asked(), answer="Được.", by=person(role), seen=0)


@pytest.mark.parametrize(("consent", "number"), [(True, 1), (False, 0)])
def test_nothing_is_published_without_consent(consent: bool, number: int):
    question = approve(question=proposed(may_be_published=consent), by=person(Role.APPROVER), seen=1)
    try:
        publish(question=question, by=person(Role.APPROVER), seen=2)
    except ValidationError:
        assert not consent
    assert Question.objects.published().count() == number


def test_overdue_is_what_waits_after_its_last_day():
    asked()
    last = datetime.date(2023, 11, 21)
    days = [last, last + datetime.timedelta(days=1)]
    assert [Question.objects.overdue(day).count() for day in days] == [0, 1]


def test_an_answered_question_takes_no_further_changes():
    question = approve(question=proposed(), by=person(Role.APPROVER), seen=1)
    with pytest.raises(ValidationError):
        extend(question=question, working_days=5, reason="Muộn", by=person(Role.EDITOR), seen=2)


def answered(**facts: object) -> Question:
    facts = {"email": "son@demo.example", "phone": "0912", **facts}
    question = approve(question=proposed(**facts), by=person(Role.APPROVER), seen=1)
    return publish(question=question, by=person(Role.APPROVER), seen=2) if facts.get("may_be_published") else question


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ({}, ("", "")),
        ({"may_be_published": True}, ("", "Được.")),
        ({"may_be_published": True, "hides_name": False}, ("Thạch Sơn", "Được.")),
    ],
    ids=["not published", "published without the name", "published with the name"],
)
def test_who_asked_is_forgotten_after_a_time(facts: dict, left: tuple[str, str], settings: Settings):
    question = answered(**facts)
    settings.FIXED_TODAY = question.answered_on + datetime.timedelta(days=30)
    assert forget_askers(days=30) == 0
    settings.FIXED_TODAY = question.answered_on + datetime.timedelta(days=31)
    assert [forget_askers(days=30), forget_askers(days=30)] == [1, 0]
    now = Question.objects.get()
    assert (now.name, now.answer) == left
    assert (now.email, now.phone) == ("", "")
    assert now.secret != question.secret


def test_a_name_that_was_to_be_public_goes_at_the_wish_of_who_bears_it(settings: Settings):
    question = answered(may_be_published=True, hides_name=False)
    settings.FIXED_TODAY = question.answered_on + datetime.timedelta(days=31)
    forget_askers(days=30)
    now = Question.objects.get()
    forget(question=now, by=person(Role.APPROVER), seen=now.version)
    assert Question.objects.get().name == ""


def test_what_waits_for_an_answer_is_not_forgotten_by_the_clock(settings: Settings):
    asked(email="son@demo.example")
    settings.FIXED_TODAY = datetime.date(2030, 1, 1)
    assert forget_askers(days=30) == 0


def test_a_sender_is_forgotten_at_once_and_nobody_else():
    asked(email="Son@demo.example")
    asked(email="other@demo.example")
    with pytest.raises(PermissionDenied):
        forget_sender(contact="son@demo.example", by=person(Role.EDITOR))
    assert forget_sender(contact="son@demo.example", by=person(Role.APPROVER)) == 1
    assert sorted(Question.objects.values_list("email", "name")) == [("", ""), ("other@demo.example", "Thạch Sơn")]
