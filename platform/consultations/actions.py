"""What changes consultations beside Wagtail's own actions: comments, decisions on them, more time."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from audit.actions import record
from audit.states import Event
from consultations.models import Comment, ConsultationPage, Extension, Ruling
from consultations.numbers import as_text
from consultations.rules import may_extend, may_moderate
from consultations.states import Phase, Reason, Standing, may_move
from lib.clients import Client
from lib.clock import today

ROWS_AT_ONCE = 2000
EVENTS = {Standing.PUBLISHED: Event.COMMENTS_PUBLISHED, Standing.HIDDEN: Event.COMMENTS_HIDDEN}


class NotOpen(ValidationError):
    """Comments are not taken on this day."""


@dataclass(frozen=True)
class Decided:
    """Numbers of rows; `meanwhile` are those that somebody else had decided on before, and that stay as they are."""

    done: list[int]
    meanwhile: list[int]


@transaction.atomic
def leave_comment(
    *, page: ConsultationPage, body: str, name: str, contact: str, fingerprint: str, language: str
) -> Comment:
    """Keep what a visitor sent, under the next number. The same thing sent again is the same comment.

    The page is locked first, so that numbers have no gaps and nothing comes in after the last day has ended.
    Raises NotOpen.
    """
    original = _locked(page)
    earlier = Comment.objects.filter(page=original, fingerprint=fingerprint).first()
    if earlier:
        return earlier
    on = today()
    if original.period.phase(on) != Phase.OPEN or not ConsultationPage.objects.on_show(on).filter(pk=page.pk).exists():
        raise NotOpen(_refusal(original, on))
    last: int = original.comments.aggregate(last=Max("number"))["last"] or 0
    return Comment.objects.create(
        page=original,
        number=last + 1,
        body=body,
        name=name,
        contact=contact,
        fingerprint=fingerprint,
        language=language,
        received_on=on,
    )


@transaction.atomic
def moderate(
    *,
    seen: Mapping[int, Standing],
    to: Standing,
    by: User,
    reason: str = "",
    note: str = "",
    client: Client | None = None,
) -> Decided:
    """Publish or hide comments. `seen` says how each stood before the eyes of who decides: what a colleague has
    decided on since is left alone."""
    if not may_moderate(by):
        raise PermissionDenied
    if to == Standing.HIDDEN and reason not in Reason.values:
        raise ValidationError(_("Say why: readers see how many comments were hidden for which reason."))
    comments = list(Comment.objects.select_for_update(of=("self",)).filter(pk__in=seen).order_by("pk"))
    decided = [one for one in comments if one.standing == seen[one.pk] and _may_become(one, to)]
    kept_reason = reason if to == Standing.HIDDEN else ""
    numbers = [one.pk for one in decided]
    Comment.objects.filter(pk__in=numbers).update(standing=to, reason=kept_reason)
    Ruling.objects.bulk_create(
        [Ruling(comment=one, standing=to, reason=kept_reason, note=note, by=by) for one in decided],
        batch_size=ROWS_AT_ONCE,
    )
    for title, written in _by_consultation(decided).items():
        record(event=EVENTS[to], by=by, client=client, detail=f"{as_text(written)}: {title}"[:500])
    return Decided(numbers, sorted(set(seen) - set(numbers)))


@transaction.atomic
def extend(
    *, page: ConsultationPage, closes_on: datetime.date, reason: str, by: User, client: Client | None = None
) -> Extension:
    """Give people more time. Raises ValidationError where that day gives them none, or it is too late for more."""
    original = _locked(page)
    if not may_extend(by, original):
        raise PermissionDenied
    on, period = today(), original.period
    if not original.live:
        raise ValidationError(_("It is not published: change the closing date on its page."))
    if period.phase(on) == Phase.ANSWERED:
        raise ValidationError(_("The account is published already."))
    if closes_on <= period.closes_on:
        day = date_format(period.closes_on, "SHORT_DATE_FORMAT")
        raise ValidationError({"closes_on": _("It closes on %(day)s as it is: choose a later day.") % {"day": day}})
    if closes_on < on:
        raise ValidationError({"closes_on": _("This day has passed: choose a later one.")})
    extension = Extension.objects.create(
        page=original, closed_on=period.closes_on, closes_on=closes_on, reason=reason.strip(), extended_on=on, by=by
    )
    record(event=Event.CONSULTATION_EXTENDED, by=by, client=client, detail=f"{extension}: {original.title}"[:500])
    return extension


@transaction.atomic
def forget_commenters(*, days: int) -> int:
    """So many days after the last one: how to reach people goes, and the words of what was hidden. Safe to repeat."""
    closed = Comment.objects.ended_before(today() - datetime.timedelta(days=days))
    numbers = list(closed.with_something_to_forget().values_list("pk", flat=True))
    forgotten = Comment.objects.filter(pk__in=numbers)
    forgotten.hidden().update(body="", name="")
    return forgotten.update(contact="")


def _locked(page: ConsultationPage) -> ConsultationPage:
    """The page that the consultation was first written on, as it is now. Two at once come one after the other."""
    pages = ConsultationPage.objects.select_for_update(of=("self",), no_key=True)
    return pages.get(pk=page.original.pk)


def _refusal(original: ConsultationPage, on: datetime.date) -> str:
    period = original.period
    if period.phase(on) == Phase.UPCOMING:
        day = date_format(period.opens_on, "SHORT_DATE_FORMAT")
        return _("Your comment was not taken: comments are taken from %(day)s. Your text is still here.") % {"day": day}
    day = date_format(period.closes_on, "SHORT_DATE_FORMAT")
    return _("Your comment was not taken: the last day was %(day)s. Your text is still here.") % {"day": day}


def _may_become(comment: Comment, to: Standing) -> bool:
    return may_move(comment.standing, to) and not (to == Standing.PUBLISHED and comment.is_forgotten)


def _by_consultation(comments: list[Comment]) -> dict[str, list[int]]:
    pages = ConsultationPage.objects.in_bulk({one.page_id for one in comments})
    found: dict[str, list[int]] = {}
    for one in comments:
        found.setdefault(pages[one.page_id].title, []).append(one.number)
    return found
