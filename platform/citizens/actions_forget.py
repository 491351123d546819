"""What forgets: who asked, and files that nobody needs any more. All of it may be repeated."""

import datetime
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from citizens.actions import keep, locked
from citizens.attachments import FOLDER
from citizens.keys import new_secret
from citizens.models import Attachment, Question
from citizens.queries import QuestionQuerySet
from citizens.rules import may_approve
from citizens.states import State, Step
from lib.clock import today


@transaction.atomic
def forget_askers(*, days: int) -> int:
    """So many days after the answer: who asked goes, and the words of what was not published. Safe to repeat."""
    return _forget(Question.objects.closed_before(today() - datetime.timedelta(days=days)), name_too=False)


@transaction.atomic
def forget_sender(*, contact: str, by: User) -> int:
    """All that came with that e-mail address or phone, at the wish of who sent it, answered or not.

    Raises ValidationError, and forgets nothing, while one of them is on its way to another office.
    """
    if not may_approve(by):
        raise PermissionDenied
    return _forget(Question.objects.found_by(contact), name_too=True, by=by)


@transaction.atomic
def forget(*, question: Question, by: User, seen: int) -> Question:
    """Who asked this one, at their wish: for those who left no address."""
    current = locked(question, seen, allowed=may_approve(by))
    _forget(Question.objects.filter(pk=current.pk), name_too=True, by=by)
    return current


@transaction.atomic
def remove_unclaimed_files(*, hours: int) -> int:
    """Files whose form was never sent, and those of no row, as a process that died leaves them. Safe to repeat."""
    before = timezone.now() - datetime.timedelta(hours=hours)
    removed = _drop(Attachment.objects.filter(question=None, at__lt=before))
    for name in _names_on_disk():
        if default_storage.get_modified_time(name) < before and not Attachment.objects.filter(file=name).exists():
            default_storage.delete(name)
            removed += 1
    return removed


def drop_files(question: Question) -> int:
    return _drop(Attachment.objects.filter(question=question))


def _drop(attachments: QuerySet[Attachment]) -> int:
    """The files go once the rows are gone for good."""
    names = list(attachments.values_list("file", flat=True))
    attachments.delete()
    transaction.on_commit(partial(_remove_from_disk, names))
    return len(names)


def _remove_from_disk(names: list[str]) -> None:
    for name in names:
        default_storage.delete(name)


def _names_on_disk() -> list[str]:
    if not default_storage.exists(FOLDER):
        return []
    return [f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]]


def _forget(questions: QuestionQuerySet, *, name_too: bool, by: User | None = None) -> int:
    """The link of each opens nothing from then on. Words that everybody reads stay, a name only where it was to. What
    was still to be answered waits no longer: nobody is left whom an answer would reach."""
    found = list(questions.with_something_to_forget(name_too=name_too).select_for_update())
    if Question.objects.on_their_way().filter(pk__in=[question.pk for question in found]).exists():
        raise ValidationError(_("A question is on its way to another office. Try again in a few minutes."))
    for question in found:
        is_public = question.published_on is not None
        question.email = question.phone = question.address = ""
        question.secret = new_secret()
        if name_too or not is_public or question.hides_name:
            question.name = ""
        if not is_public:
            question.subject = question.body = question.answer = question.words_key = ""
        if question.is_open:
            question.state = State.FORGOTTEN
        question.history.update(note="")
        question.transfers.update(note="")
        drop_files(question)
        keep(question, Step.FORGOTTEN, by=by)
    return len(found)
