"""What changes questions: each of these once, by somebody who may, and in the history."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from citizens.clock import deadline_of, due_on, office_days
from citizens.models import History, Question, new_secret
from citizens.queries import QuestionQuerySet
from citizens.rules import may_answer, may_approve
from citizens.states import Kind, State, Step
from citizens.tasks import tell
from lib.clock import now, today
from lib.workdays import after

MOST_DAYS = 60


class ChangedMeanwhile(ValidationError):
    """Somebody else has changed it since it was opened. `current` is how it is now; nothing was written."""

    def __init__(self, current: Question) -> None:
        self.current = current
        super().__init__(_("Somebody else has changed this meanwhile. Your text is still here: compare the two."))


@transaction.atomic
def ask(
    *,
    subject: str,
    body: str,
    name: str,
    fingerprint: str,
    language: str,
    kind: str = Kind.QUESTION,
    email: str = "",
    phone: str = "",
    may_be_published: bool = False,
    hides_name: bool = True,
    received_at: datetime.datetime | None = None,
) -> Question:
    """Keep what a citizen sent, with its deadline. The same thing sent again is the same question."""
    at = received_at or now()
    question, is_new = Question.objects.get_or_create(
        fingerprint=fingerprint,
        defaults={
            "kind": kind,
            "subject": subject,
            "body": body,
            "name": name,
            "email": email,
            "phone": phone,
            "may_be_published": may_be_published,
            "hides_name": hides_name,
            "language": language,
            "received_at": at,
            "due_on": due_on(at, deadline_of(kind, at).working_days, office_days()),
        },
    )
    if is_new:
        _note(question, Step.ASKED)
    return question


@transaction.atomic
def route(*, question: Question, department: str, by: User, seen: int, note: str = "") -> Question:
    """Pass it to a department, or from one to another. The clock goes on."""
    current = _locked(question, seen, allowed=may_answer(by))
    _refuse_unless_open(current)
    if not department.strip():
        raise ValidationError({"department": _("Say which department.")})
    current.department, current.state = department.strip(), State.ROUTED
    return _keep(current, Step.ROUTED, by=by, note=note or current.department)


@transaction.atomic
def extend(*, question: Question, working_days: int, reason: str, by: User, seen: int) -> Question:
    """More working days, counted on from the day that was told; who asked is told why."""
    current = _locked(question, seen, allowed=may_answer(by))
    _refuse_unless_open(current)
    if not 1 <= working_days <= MOST_DAYS:
        raise ValidationError({"working_days": _("Between 1 and %(most)d working days.") % {"most": MOST_DAYS}})
    if not reason.strip():
        raise ValidationError({"reason": _("Say why: who asked is told.")})
    current.due_on = after(current.due_on, working_days=working_days, exceptions=office_days())
    return _keep(current, Step.EXTENDED, by=by, note=reason.strip())


@transaction.atomic
def write_answer(*, question: Question, answer: str, by: User, seen: int, propose: bool = False) -> Question:
    """Keep a draft, or put it forward for approval. Who asked sees neither."""
    current = _locked(question, seen, allowed=may_answer(by))
    _refuse_unless_open(current)
    if propose and not answer.strip():
        raise ValidationError({"answer": _("Write the answer first.")})
    current.answer = answer.strip()
    if propose:
        current.state = State.PROPOSED
    elif current.state == State.PROPOSED:
        current.state = State.ROUTED
    return _keep(current, Step.PROPOSED if propose else Step.WRITTEN, by=by)


@transaction.atomic
def send_back(*, question: Question, note: str, by: User, seen: int) -> Question:
    current = _locked(question, seen, allowed=may_approve(by))
    _refuse_unless_proposed(current)
    current.state = State.ROUTED
    return _keep(current, Step.RETURNED, by=by, note=note)


@transaction.atomic
def approve(*, question: Question, by: User, seen: int) -> Question:
    """From now on who asked reads the answer."""
    current = _locked(question, seen, allowed=may_approve(by))
    _refuse_unless_proposed(current)
    current.state, current.answered_on = State.ANSWERED, today()
    return _keep(current, Step.ANSWERED, by=by)


@transaction.atomic
def publish(*, question: Question, by: User, seen: int) -> Question:
    """For all readers, with the consent of who asked only."""
    current = _locked(question, seen, allowed=may_approve(by))
    if current.state != State.ANSWERED:
        raise ValidationError(_("It is not answered yet."))
    if not current.may_be_published:
        raise ValidationError(_("Who asked does not want it published."))
    current.published_on = current.published_on or today()
    return _keep(current, Step.PUBLISHED, by=by)


@transaction.atomic
def take_down(*, question: Question, by: User, seen: int, note: str = "") -> Question:
    current = _locked(question, seen, allowed=may_approve(by))
    current.published_on = None
    return _keep(current, Step.WITHDRAWN, by=by, note=note)


@transaction.atomic
def forget_askers(*, days: int) -> int:
    """So many days after the answer: who asked goes, and the words of what was not published. Safe to repeat."""
    return _forget(Question.objects.answered_before(today() - datetime.timedelta(days=days)), name_too=False)


@transaction.atomic
def forget_sender(*, email: str, by: User) -> int:
    """All that came with that address, at the wish of who sent it, answered or not."""
    if not may_approve(by):
        raise PermissionDenied
    return _forget(Question.objects.of_sender(email), name_too=True)


def _forget(questions: QuestionQuerySet, *, name_too: bool) -> int:
    """The link of each opens nothing from then on. Words that everybody reads stay, a name only where it was to."""
    forgotten = 0
    for question in questions.with_something_to_forget().select_for_update():
        is_public = question.published_on is not None
        question.email = question.phone = ""
        question.secret = new_secret()
        if name_too or not is_public or question.hides_name:
            question.name = ""
        if not is_public:
            question.subject = question.body = question.answer = ""
        question.version += 1
        question.save()
        question.history.update(note="")
        forgotten += 1
    return forgotten


def _locked(question: Question, seen: int, *, allowed: bool) -> Question:
    """As it is now. `seen` is the version before the eyes of who decides. Raises ChangedMeanwhile."""
    if not allowed:
        raise PermissionDenied
    current: Question = Question.objects.select_for_update().get(pk=question.pk)
    if current.version != seen:
        raise ChangedMeanwhile(current)
    return current


def _refuse_unless_open(question: Question) -> None:
    if not question.is_open:
        raise ValidationError(_("It is answered already."))


def _refuse_unless_proposed(question: Question) -> None:
    if question.state != State.PROPOSED:
        raise ValidationError(_("There is no answer that waits for approval."))


def _keep(question: Question, step: Step, *, by: User, note: str = "") -> Question:
    question.version += 1
    question.save()
    _note(question, step, by=by, note=note)
    return question


def _note(question: Question, step: Step, *, by: User | None = None, note: str = "") -> None:
    History.objects.create(question=question, step=step, note=note[:500], due_on=question.due_on, at=now(), by=by)
    if question.email and step in {Step.ASKED, Step.EXTENDED, Step.ANSWERED}:
        tell.enqueue(question.pk, step.value)
