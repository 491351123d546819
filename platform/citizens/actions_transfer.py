"""What takes a question from one office to another. Each may be repeated: a process may die between two of them.

`transfer`, `pack` and `finish` are for the office that gives it away, `accept` for the one that gets it; if that can't
be, `take_back`. What goes between is carried by the layer above.
"""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from citizens.actions import keep, keep_files, locked, refuse_unless_open
from citizens.actions_forget import drop_files
from citizens.models import History, Question, Transfer
from citizens.offices import Office, offices
from citizens.rules import may_answer
from citizens.states import TOLD, State, Step
from citizens.transfers import Parcel, Told
from lib.clock import now

CARRIED = (
    "kind",
    "subject",
    "body",
    "name",
    "email",
    "phone",
    "address",
    "field_id",
    "supply",
    "may_be_published",
    "hides_name",
    "language",
    "words_key",
    "received_at",
    "due_on",
)


@transaction.atomic
def transfer(*, question: Question, to: str, by: User, seen: int, note: str = "") -> Question:
    """Give it to another office, with all that came with it. The clock goes on, and the link of who asked still leads
    to it. Raises ValidationError for an office that is out of reach."""
    current = locked(question, seen, allowed=may_answer(by))
    refuse_unless_open(current)
    office = _within_reach(to)
    current.state = State.MOVED
    at = now()
    keep(current, Step.MOVED, by=by, note=f"{office.name}. {note}".strip() if note else office.name, at=at)
    moved = Transfer.objects.create(
        question=current, is_incoming=False, office=office.key, office_name=office.name, note=note[:500], at=at, by=by
    )
    offices().carry(str(moved.parcel))
    return current


@transaction.atomic
def pack(parcel: str) -> Parcel | None:
    """What is to be carried; None where it has been, or was taken back."""
    moved = Transfer.objects.filter(parcel=parcel, is_incoming=False).select_related("question").first()
    if moved is None or not moved.is_on_its_way:
        return None
    question = moved.question
    return Parcel(
        key=moved.parcel,
        to=moved.office,
        secret=question.secret,
        reference=question.reference,
        note=moved.note,
        words={name: getattr(question, name) for name in CARRIED},
        history=[Told(one.step, one.note, one.due_on, one.at, one.office) for one in _unknown_there(question, moved)],
        files=[(one.name, found) for one in question.attachments.all() if (found := one.content()) is not None],
    )


@transaction.atomic
def accept(parcel: Parcel, *, giver: Office) -> str:
    """Take it over as a question of this office, and say which number it has here. One that comes back goes on where
    it was."""
    arrived = Transfer.objects.filter(parcel=parcel.key).select_related("question").first()
    if arrived:
        return arrived.question.reference
    question = Question.objects.select_for_update().filter(secret=parcel.secret).first()
    if question is None:
        question = Question(secret=parcel.secret, fingerprint=uuid.uuid4().hex)
    else:
        _has_been_there(question, parcel, giver)
    for name, value in parcel.words.items():
        setattr(question, name, value)
    question.state, question.department = State.RECEIVED, None
    question.answer, question.answered_on, question.published_on = "", None, None
    question.version += 1
    question.save()
    keep_files([ContentFile(content, name) for name, content in parcel.files], question=question)
    History.objects.bulk_create(
        History(
            question=question,
            step=told.step,
            note=told.note,
            due_on=told.due_on,
            at=told.at,
            office=told.office or giver.name,
        )
        for told in parcel.history
    )
    at = now()
    Transfer.objects.create(
        question=question,
        parcel=parcel.key,
        is_incoming=True,
        office=giver.key,
        office_name=giver.name,
        reference=parcel.reference,
        note=parcel.note,
        at=at,
        arrived_at=at,
    )
    keep(question, Step.TAKEN, by=None, note=giver.name, at=at)
    return question.reference


@transaction.atomic
def finish(parcel: str, *, reference: str) -> None:
    """It has arrived. Only what it was about and where it went stay here; the rest is the other office's now."""
    question, moved = _locked_with_question(parcel)
    if not moved.is_on_its_way:
        return
    moved.arrived_at, moved.reference = now(), reference
    moved.save()
    question.name = question.email = question.phone = question.address = question.body = question.answer = ""
    question.version += 1
    question.save()
    drop_files(question)


@transaction.atomic
def take_back(parcel: str, *, reason: str) -> None:
    """It can't be taken there: it is this office's again, which sees why."""
    question, moved = _locked_with_question(parcel)
    if not moved.is_on_its_way:
        return
    moved.refused = reason[:500]
    moved.save()
    question.state = State.ROUTED if question.department_id else State.RECEIVED
    keep(question, Step.STAYED, by=None, note=reason)


def reference_of_arrived(parcel: str) -> str:
    """The number that a parcel has at this office; empty where it has not come."""
    arrived = Transfer.objects.filter(parcel=parcel, is_incoming=True).select_related("question").first()
    return arrived.question.reference if arrived else ""


def waiting_since(before: datetime.datetime) -> list[str]:
    """Parcels that should have arrived by then."""
    waiting = Transfer.objects.filter(is_incoming=False, arrived_at=None, refused="", at__lt=before)
    return [str(parcel) for parcel in waiting.values_list("parcel", flat=True)]


def _within_reach(key: str) -> Office:
    found = next((one for one in offices().within_reach() if one.key == key), None)
    if found is None:
        raise ValidationError({"to": _("This office can't be reached. Choose one of the list.")})
    return found


def _has_been_there(question: Question, parcel: Parcel, giver: Office) -> None:
    """What comes back has arrived, even where this office's process died before it could note that: else the next try
    would blank a question that is this office's again."""
    on_their_way = question.transfers.filter(is_incoming=False, office=giver.key, arrived_at=None, refused="")
    on_their_way.update(arrived_at=now(), reference=parcel.reference)
    drop_files(question)


def _locked_with_question(parcel: str) -> tuple[Question, Transfer]:
    """The question first, as whoever takes it over locks it."""
    sent = Transfer.objects.filter(parcel=parcel, is_incoming=False)
    question = Question.objects.select_for_update().get(pk__in=sent.values("question"))
    return question, sent.select_for_update().get()


def _unknown_there(question: Question, moved: Transfer) -> list[History]:
    """What who asked was told here or on the way, less what that office has written or been given before."""
    history = question.history.filter(step__in=TOLD).exclude(office=moved.office_name)
    before = question.transfers.filter(is_incoming=False, office=moved.office, arrived_at__isnull=False)
    last = before.exclude(pk=moved.pk).last()
    return list(history.filter(at__gt=last.at) if last else history)
