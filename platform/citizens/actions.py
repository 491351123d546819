"""What changes questions: each of these once, by somebody who may, and in the history."""

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from catalogue.models import DocumentField
from citizens.clock import deadline_of, due_on, office_days
from citizens.models import Attachment, History, Question
from citizens.rules import may_answer, may_approve
from citizens.states import MAILED, Kind, State, Step
from citizens.tasks import tell
from lib.clock import now, today
from lib.search_words import compact
from lib.workdays import after
from organisation.models import Department
from search.actions import renew

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
    address: str = "",
    field: DocumentField | None = None,
    supply: str = "",
    may_be_published: bool = False,
    hides_name: bool = True,
    received_at: datetime.datetime | None = None,
    files: Sequence[File] = (),
    kept_files: Iterable[str] = (),
) -> Question:
    """Keep what a citizen sent, with its deadline. The same form sent again is the same question.

    `kept_files` are tokens of files that came with an earlier try of the form.
    """
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
            "address": address,
            "field": field,
            "supply": supply,
            "words_key": key_of_words(subject, body),
            "may_be_published": may_be_published,
            "hides_name": hides_name,
            "language": language,
            "received_at": at,
            "due_on": due_on(at, deadline_of(kind, at).working_days, office_days()),
        },
    )
    if is_new:
        claimed = Attachment.objects.waiting(list(kept_files)).values_list("pk", flat=True)
        Attachment.objects.filter(pk__in=list(claimed), question=None).update(question=question)
        keep_files(files, question=question)
        _note(question, Step.ASKED)
    return question


def keep_files(files: Sequence[File], *, question: Question | None = None) -> list[Attachment]:
    """Put checked files to a question, or aside until their form is sent without a mistake."""
    kept = []
    for file in files:
        name = PurePosixPath(str(file.name or "").replace("\\", "/")).name[-255:]
        attachment = Attachment(question=question, name=name, size=file.size or 0)
        attachment.file.save(name, file, save=True)
        kept.append(attachment)
    return kept


def key_of_words(subject: str, body: str) -> str:
    """The same for the same words, whoever sends them and however they are spaced and accented."""
    return hashlib.sha256(compact(f"{subject} {body}").encode()).hexdigest()


@transaction.atomic
def route(*, question: Question, department: Department | None, by: User, seen: int, note: str = "") -> Question:
    """Pass it to a department, or from one to another. The clock goes on."""
    current = locked(question, seen, allowed=may_answer(by))
    refuse_unless_open(current)
    if department is None:
        raise ValidationError({"department": _("Say which department.")})
    current.department, current.state = department, State.ROUTED
    return keep(current, Step.ROUTED, by=by, note=f"{department.name_vi}. {note}" if note else department.name_vi)


@transaction.atomic
def extend(*, question: Question, working_days: int, reason: str, by: User, seen: int) -> Question:
    """More working days, counted on from the day that was told; who asked is told why."""
    current = locked(question, seen, allowed=may_answer(by))
    refuse_unless_open(current)
    if not 1 <= working_days <= MOST_DAYS:
        raise ValidationError({"working_days": _("Between 1 and %(most)d working days.") % {"most": MOST_DAYS}})
    if not reason.strip():
        raise ValidationError({"reason": _("Say why: who asked is told.")})
    current.due_on = after(current.due_on, working_days=working_days, exceptions=office_days())
    return keep(current, Step.EXTENDED, by=by, note=reason.strip())


@transaction.atomic
def take_as_complex(*, question: Question, reason: str, by: User, seen: int) -> Question:
    """A request for information that takes gathering has the longer deadline, from the same day of receipt; who asked
    is told. Never shorter than what was told before."""
    current = locked(question, seen, allowed=may_answer(by))
    refuse_unless_open(current)
    if current.kind != Kind.ACCESS:
        raise ValidationError(_("Only a request for information can be one that takes gathering."))
    if not reason.strip():
        raise ValidationError({"reason": _("Say why: who asked is told.")})
    current.kind = Kind.ACCESS_COMPLEX
    days = deadline_of(current.kind, current.received_at).working_days
    current.due_on = max(current.due_on, due_on(current.received_at, days, office_days()))
    return keep(current, Step.EXTENDED, by=by, note=reason.strip())


@transaction.atomic
def write_answer(*, question: Question, answer: str, by: User, seen: int, propose: bool = False) -> Question:
    """Keep a draft, or put it forward for approval. Who asked sees neither."""
    current = locked(question, seen, allowed=may_answer(by))
    refuse_unless_open(current)
    if propose and not answer.strip():
        raise ValidationError({"answer": _("Write the answer first.")})
    current.answer = answer.strip()
    if propose:
        current.state = State.PROPOSED
    elif current.state == State.PROPOSED:
        current.state = State.ROUTED
    return keep(current, Step.PROPOSED if propose else Step.WRITTEN, by=by)


@transaction.atomic
def send_back(*, question: Question, note: str, by: User, seen: int) -> Question:
    current = locked(question, seen, allowed=may_approve(by))
    _refuse_unless_proposed(current)
    current.state = State.ROUTED
    return keep(current, Step.RETURNED, by=by, note=note)


@transaction.atomic
def approve(*, question: Question, by: User, seen: int) -> Question:
    """From now on who asked reads the answer. Nobody approves what they wrote themselves."""
    current = locked(question, seen, allowed=may_approve(by))
    _refuse_unless_proposed(current)
    if current.history.filter(step=Step.PROPOSED).order_by("at", "pk").values_list("by", flat=True).last() == by.pk:
        raise ValidationError(_("You wrote this answer: somebody else has to approve it."))
    current.state, current.answered_on = State.ANSWERED, today()
    return keep(current, Step.ANSWERED, by=by)


@transaction.atomic
def publish(*, question: Question, by: User, seen: int) -> Question:
    """For all readers, with the consent of who asked only."""
    current = locked(question, seen, allowed=may_approve(by))
    if current.state != State.ANSWERED:
        raise ValidationError(_("It is not answered yet."))
    if not current.may_be_published:
        raise ValidationError(_("Who asked does not want it published."))
    current.published_on = current.published_on or today()
    return keep(current, Step.PUBLISHED, by=by)


@transaction.atomic
def take_down(*, question: Question, by: User, seen: int, note: str = "") -> Question:
    current = locked(question, seen, allowed=may_approve(by))
    current.published_on = None
    return keep(current, Step.WITHDRAWN, by=by, note=note)


def locked(question: Question, seen: int, *, allowed: bool) -> Question:
    """As it is now. `seen` is the version before the eyes of who decides. Raises ChangedMeanwhile."""
    if not allowed:
        raise PermissionDenied
    current: Question = Question.objects.select_for_update().get(pk=question.pk)
    if current.version != seen:
        raise ChangedMeanwhile(current)
    return current


def refuse_unless_open(question: Question) -> None:
    if not question.is_open:
        raise ValidationError(_("It is no longer open here: %(state)s.") % {"state": question.get_state_display()})


def _refuse_unless_proposed(question: Question) -> None:
    if question.state != State.PROPOSED:
        raise ValidationError(_("There is no answer that waits for approval."))


def keep(
    question: Question, step: Step, *, by: User | None, note: str = "", at: datetime.datetime | None = None
) -> Question:
    question.version += 1
    question.save()
    renew(source="questions", numbers=[question.pk])
    _note(question, step, by=by, note=note, at=at)
    return question


def _note(
    question: Question, step: Step, *, by: User | None = None, note: str = "", at: datetime.datetime | None = None
) -> None:
    History.objects.create(question=question, step=step, note=note[:500], due_on=question.due_on, at=at or now(), by=by)
    if question.email and step in MAILED:
        tell.enqueue(question.pk, step.value)
