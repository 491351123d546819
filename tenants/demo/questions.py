"""Questions of the demo year, each with what happened to it on the days on which it happened.

The actions of the room know today only; here the same actions run, and the history is dated afterwards.
"""

import datetime
import hashlib
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from catalogue.models import DocumentField
from citizens.actions import approve, ask, extend, publish, route, write_answer
from citizens.actions_transfer import transfer
from citizens.models import History, Question
from citizens.offices import offices
from organisation.models import Department
from tenants.demo.corpus.questions import FOR_THE_DISTRICT, QUESTIONS, DemoQuestion, asker
from tenants.registry.models import Tenant

# The steps on the way to each state, in their order, two days apart.
STEPS = {
    "received": (),
    "routed": ("route",),
    "extended": ("route", "extend"),
    "proposed": ("route", "propose"),
    "answered": ("route", "propose", "approve"),
    "published": ("route", "propose", "approve", "publish"),
    "moved": ("transfer",),
}
APART = datetime.timedelta(days=2)


def write_questions(tenant: Tenant, people: dict[Role, User]) -> int:
    """Enter them on a site that has none, and say how many there are."""
    if Question.objects.exists():
        return 0
    sent = FOR_THE_DISTRICT[int(tenant.code) % len(FOR_THE_DISTRICT)]
    wanted = [*QUESTIONS, sent] if tenant.parent_id else list(QUESTIONS)
    for number, one in enumerate(wanted):
        _write(one, number, tenant, people)
    return len(wanted)


def _write(one: DemoQuestion, number: int, tenant: Tenant, people: dict[Role, User]) -> None:
    unit = tenant.full_name[0].lower() + tenant.full_name[1:]
    question = ask(
        kind=one.kind,
        subject=one.subject,
        body=one.body.format(unit=unit),
        name=asker(number),
        field=DocumentField.objects.filter(key=one.field).first(),
        address="Ấp minh họa" if one.kind != "question" else "",
        supply="online" if one.kind == "access" else "",
        may_be_published=one.kind == "question",
        hides_name=one.hides_name,
        fingerprint=hashlib.sha256(one.subject.encode()).hexdigest(),
        language="vi",
        received_at=timezone.make_aware(one.at),
    )
    for step in STEPS[one.reaches]:
        question = _take(step, question, one.answer.format(unit=unit), people)
    _date(question, one)


def _take(step: str, question: Question, answer: str, people: dict[Role, User]) -> Question:
    facts: dict[str, Any] = {"question": question, "seen": question.version, "by": people[Role.EDITOR]}
    deciding = {**facts, "by": people[Role.APPROVER]}
    match step:
        case "route":
            department = Department.objects.filter(parent__isnull=False).order_by("position", "pk").first()
            return route(**facts, department=department or Department.objects.order_by("pk").first())
        case "extend":
            return extend(**facts, working_days=10, reason="Phải đối chiếu bản đồ với cơ quan chuyên môn")
        case "propose":
            return write_answer(**facts, answer=answer, propose=True)
        case "approve":
            return approve(**deciding)
        case "publish":
            return publish(**deciding)
        case _:
            return transfer(**facts, to=offices().within_reach()[0].key, note="Thuộc thẩm quyền của huyện")


def _date(question: Question, one: DemoQuestion) -> None:
    at = timezone.make_aware(one.at)
    for number, step in enumerate(question.history.order_by("pk")):
        History.objects.filter(pk=step.pk).update(at=at + number * APART)
    last = timezone.localtime(at + (question.history.count() - 1) * APART).date()
    if question.published_on:
        Question.objects.filter(pk=question.pk).update(answered_on=last - APART, published_on=last)
    elif question.answered_on:
        Question.objects.filter(pk=question.pk).update(answered_on=last)
