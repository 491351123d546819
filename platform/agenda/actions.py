"""What changes work calendars. Nothing else writes here."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from agenda.entries import MOST_ENTRIES
from agenda.leaders import leaders_on, named_in
from agenda.models import Adjustment, Attendance, Entry, Week
from agenda.rows import WORDS, Row
from agenda.rules import may_publish, may_write
from agenda.weeks import DAYS, monday_of
from lib.clock import now
from search.actions import renew

# Of words that are too long, in the sentence that says so.
SHOWN = 60


class Meanwhile(ValidationError):
    """Somebody else has changed the calendar since it was opened."""


@transaction.atomic
def open_week(*, day: datetime.date, by: User) -> Week:
    """The calendar of the week of that day; an empty one, where there was none. Two at once get the same."""
    if not may_write(by):
        raise PermissionDenied
    week, is_new = Week.objects.get_or_create(monday=monday_of(day))
    if is_new:
        log(instance=week, action="wagtail.create", user=by)
    return week


@transaction.atomic
def save_week(*, week: Week, rows: Sequence[Row], note: str, seen: int, by: User) -> Week:
    """Write the whole calendar as somebody has it before the eyes. Raises Meanwhile, ValidationError.

    What readers know already stays where they know it: a change is marked, and what is taken away is struck through.
    """
    found = _locked(week, seen, by)
    entries = {entry.pk: entry for entry in found.entries.all()}
    for position, row in enumerate(rows):
        if row.pk is not None and row.pk not in entries:
            raise Meanwhile(_("One of the entries is no longer there. Open the calendar again."))
        entry = entries[row.pk] if row.pk is not None else Entry(week=found)
        if row.is_gone:
            _take_away(entry, found)
        else:
            _write(entry, row, position, found)
    found.note = note
    _has_changed(found, by)
    return found


@transaction.atomic
def copy_week(*, to: Week, seen: int, by: User) -> int:
    """Add the entries of the calendar before, day by day, and say how many. Nothing cancelled comes along."""
    found = _locked(to, seen, by)
    before = Week.objects.filter(monday__lt=found.monday).order_by("-monday").first()
    if before is None:
        raise ValidationError(_("There is no earlier calendar to copy from."))
    later = found.monday - before.monday
    last: int = found.entries.aggregate(last=Max("position"))["last"] or 0
    copied = before.entries.filter(cancelled_at=None)
    for number, entry in enumerate(copied, start=last + 1):
        words: dict[str, Any] = {name: getattr(entry, name) for name in WORDS}
        _write(Entry(week=found), Row(**{**words, "day": entry.day + later}), number, found)
    _has_changed(found, by)
    return len(copied)


@transaction.atomic
def publish_week(*, week: Week, seen: int, by: User) -> Week:
    """Show it to readers. Once it is, every change is theirs at once."""
    if not may_publish(by):
        raise PermissionDenied
    found = _locked(week, seen, by)
    if not found.entries.exists():
        raise ValidationError(_("The calendar is empty: write at least one entry."))
    if not found.is_published:
        found.published_at = now()
        found.save(update_fields=["published_at"])
        log(instance=found, action="wagtail.publish", user=by)
        renew(source="weeks", numbers=[found.pk])
    return found


@transaction.atomic
def withdraw_week(*, week: Week, seen: int, by: User) -> Week:
    """Take it back from readers; published again, nothing counts as changed."""
    if not may_publish(by):
        raise PermissionDenied
    found = _locked(week, seen, by)
    found.published_at = None
    found.save(update_fields=["published_at"])
    found.entries.filter(cancelled_at__isnull=False).delete()
    found.entries.update(changed_at=None)
    log(instance=found, action="wagtail.unpublish", user=by)
    renew(source="weeks", numbers=[found.pk])
    return found


@transaction.atomic
def announce(*, week: Week, note: str, seen: int, by: User) -> Adjustment:
    """Say to readers above the calendar that it was changed, and how. Nothing is announced twice.

    Raises Meanwhile, and ValidationError where nothing has changed since it was published or announced last.
    """
    if not may_publish(by):
        raise PermissionDenied
    found = _locked(week, seen, by)
    if not note.strip():
        raise ValidationError(_("Say in a few words what has changed."))
    last = found.adjustments.aggregate(last=Max("announced_at"))["last"]
    changed = Q(changed_at__gt=last) | Q(cancelled_at__gt=last) if last else ~Q(changed_at=None, cancelled_at=None)
    if not found.is_published or not found.entries.filter(changed).exists():
        raise ValidationError(_("Nothing has changed since readers were told last."))
    adjustment: Adjustment = found.adjustments.create(note=note.strip(), announced_at=now(), by=by)
    log(instance=found, action="wagtail.publish", user=by)
    return adjustment


def _locked(week: Week, seen: int, by: User) -> Week:
    found = Week.objects.select_for_update().get(pk=week.pk)
    if not may_write(by, found):
        raise PermissionDenied
    if found.version != seen:
        raise Meanwhile(
            _(
                "A colleague has changed this calendar since you opened it. What you wrote is still below: open the "
                "calendar once more beside this page, compare, and save there."
            )
        )
    return found


def _write(entry: Entry, row: Row, position: int, week: Week) -> None:
    before = [getattr(entry, name) for name in WORDS]
    was_cancelled = entry.is_cancelled
    for name in WORDS:
        setattr(entry, name, getattr(row, name))
    if not 0 <= (entry.day - week.monday).days < DAYS:
        raise ValidationError(_("%(day)s is not in this week.") % {"day": f"{entry.day:%d/%m/%Y}"})
    _check(entry)
    has_changed = entry.pk is None or was_cancelled or before != [getattr(entry, name) for name in WORDS]
    if not has_changed and entry.position == position:
        return
    entry.position, entry.cancelled_at = position, None
    if has_changed and week.is_published:
        entry.changed_at = now()
    if has_changed:
        entry.sequence += entry.pk is not None
    entry.save()
    note_leaders(entry)


def _check(entry: Entry) -> None:
    """Whatever wrote it, a form or a document that was read. Raises ValidationError that says which entry it is."""
    try:
        entry.clean_fields(exclude=("week",))
        entry.clean()
    except ValidationError as refused:
        name, reasons = next(iter(refused.message_dict.items()))
        field: Any = Entry._meta.get_field(name)
        words = {
            "day": f"{entry.day:%d/%m}",
            "content": entry.content[:SHOWN],
            "field": field.verbose_name,
            "reason": reasons[0],
        }
        raise ValidationError(_("%(day)s, “%(content)s”, %(field)s: %(reason)s") % words) from None


def _take_away(entry: Entry, week: Week) -> None:
    if entry.pk is None or entry.is_cancelled:
        return
    if not week.is_published:
        entry.delete()
        return
    entry.cancelled_at = now()
    entry.sequence += 1
    entry.save()


def note_leaders(entry: Entry) -> None:
    leaders = leaders_on(entry.day)
    chairs = {leader.pk for leader in named_in(entry.chair, leaders)}
    others = {leader.pk for leader in named_in(entry.participants, leaders)} - chairs
    entry.attendances.all().delete()
    Attendance.objects.bulk_create(
        Attendance(entry=entry, person_id=pk, chairs=pk in chairs) for pk in sorted(chairs | others)
    )


def _has_changed(week: Week, by: User) -> None:
    if week.entries.count() > MOST_ENTRIES:
        raise ValidationError(_("A calendar has room for %(most)d entries.") % {"most": MOST_ENTRIES})
    week.version += 1
    week.changed_at = now()
    week.save(update_fields=["note", "version", "changed_at"])
    log(instance=week, action="wagtail.edit", user=by, content_changed=True)
    renew(source="weeks", numbers=[week.pk])
