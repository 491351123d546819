"""What changes what this site says about procedures. Nothing else writes here; nothing here writes the catalogue."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from accounts.models import User
from lib.clock import today
from lib.vietnamese import to_nfc
from procedure_catalogue.models import ProcedureVersion
from procedure_catalogue.states import Level
from procedures.overlays import PLACE, Defaults, Overlay
from procedures.rules import may_change

MOST_TOLD = 10


class Meanwhile(ValidationError):
    """Somebody here has changed this, or the district the procedure, since it was opened. Nothing was written."""


@dataclass(frozen=True)
class Seen:
    """What was before somebody's eyes: the overlay's revision, 0 where there was none, and the catalogue's version."""

    revision: int
    version: int


@dataclass(frozen=True)
class Confirmed:
    """How many had to be confirmed and are, and by code and name those that had changed since they were seen."""

    number: int
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """All that an overlay says."""

    is_offered: bool
    desk: str = ""
    hours: str = ""
    officer: str = ""
    phone: str = ""
    note: str = ""
    form_file: Any = None


@transaction.atomic
def begin(*, levels: Iterable[str]) -> None:
    """Of a site that has no defaults yet: the levels that its unit deals with."""
    Defaults.objects.get_or_create(pk=Defaults.ONLY, defaults={"levels": list(levels)})


@transaction.atomic
def save_defaults(*, place: Mapping[str, str], levels: Iterable[str], seen: int, by: User) -> Defaults:
    """For all procedures without an overlay of their own. Raises Meanwhile, ValidationError, PermissionDenied."""
    _require(by)
    begin(levels=[Level.COMMUNE])
    found = Defaults.objects.select_for_update().get(pk=Defaults.ONLY)
    if found.revision != seen:
        raise Meanwhile(_("Somebody else has changed the defaults meanwhile. Open them again and compare."))
    for name in PLACE:
        setattr(found, name, _tidy(place.get(name, "")))
    found.levels = list(levels)
    found.revision, found.changed_at = found.revision + 1, timezone.now()
    found.full_clean()
    found.save()
    log(instance=found, action="wagtail.edit", user=by)
    return found


@transaction.atomic
def save_overlay(*, procedure: int, words: Words, seen: Seen, by: User) -> Overlay:
    """Write all that is said about one procedure, which thereby fits what the catalogue says today.

    Raises Meanwhile, ValidationError, PermissionDenied.
    """
    (overlay,) = _claim({procedure: seen}, by)
    for name in (*PLACE, "note"):
        setattr(overlay, name, _tidy(getattr(words, name)))
    overlay.is_offered, overlay.form_file = words.is_offered, words.form_file
    overlay.confirmed_id, overlay.confirmed_on = seen.version, today()
    overlay.revision, overlay.changed_at = overlay.revision + 1, timezone.now()
    overlay.full_clean()
    overlay.save()
    log(instance=overlay, action="wagtail.edit", user=by)
    return overlay


@transaction.atomic
def confirm(*, seen: Mapping[int, Seen], by: User) -> Confirmed:
    """What is said here still fits, by number of the procedure. One that a colleague or the district has changed since
    it was seen is left as it is. Raises ValidationError where none is chosen, PermissionDenied."""
    _require(by)
    if not seen:
        raise ValidationError(_("Choose at least one procedure."))
    versions = {one.procedure_id: one for one in ProcedureVersion.objects.in_force(today()).filter(procedure__in=seen)}
    # The catalogue's row is not locked: a site may only read it.
    locked = Overlay.objects.select_for_update(of=("self",)).select_related("procedure").filter(procedure__in=seen)
    fitting, left = [], []
    for overlay in locked.order_by("procedure"):
        version = versions.get(overlay.procedure_id)
        if version is None or Seen(overlay.revision, version.pk) != seen[overlay.procedure_id]:
            left.append(f"{overlay.procedure.code} {version.name if version else ''}".strip())
        elif overlay.confirmed_id != version.pk:
            overlay.confirmed_id, overlay.confirmed_on = version.pk, today()
            fitting.append(overlay)
    return Confirmed(_write(fitting, ["confirmed", "confirmed_on"], by), tuple(left))


@transaction.atomic
def offer(*, seen: Mapping[int, Seen], is_offered: bool, by: User) -> int:
    """Show these procedures to readers, or no longer. Returns how many it changed."""
    changed = [overlay for overlay in _claim(seen, by) if overlay.is_offered != is_offered]
    for overlay in changed:
        overlay.is_offered = is_offered
    return _write(changed, ["is_offered"], by)


@transaction.atomic
def fill_in(*, seen: Mapping[int, Seen], place: Mapping[str, str], by: User) -> int:
    """Give many procedures the same desk, hours, officer or phone; parts that are empty stay as they are.

    Raises Meanwhile, PermissionDenied, and ValidationError where all is empty.
    """
    words = {name: text for name in PLACE if (text := _tidy(place.get(name, "")))}
    if not words:
        raise ValidationError(_("Write what the chosen procedures are to have: a desk, hours, an officer or a phone."))
    overlays = _claim(seen, by)
    for overlay in overlays:
        for name, text in words.items():
            setattr(overlay, name, text)
        overlay.clean_fields(exclude=["procedure", "form_file", "confirmed"])
    return _write(overlays, list(words), by)


def _claim(seen: Mapping[int, Seen], by: User) -> list[Overlay]:
    """Locked until the transaction ends; those that were not there are made. As many questions for one as for 300."""
    _require(by)
    if not seen:
        raise ValidationError(_("Choose at least one procedure."))
    _refuse_other_versions(seen)
    day = today()
    new = (
        Overlay(procedure_id=number, confirmed_id=one.version, confirmed_on=day)
        for number, one in seen.items()
        if not one.revision
    )
    # Of two at once the second waits here, and then finds it changed. What is there and was never written says nothing
    # yet: it begins with what is seen today.
    Overlay.objects.bulk_create(
        new, update_conflicts=True, unique_fields=["procedure"], update_fields=["confirmed", "confirmed_on"]
    )
    # The catalogue's row is not locked: a site may only read it.
    locked = Overlay.objects.select_for_update(of=("self",)).select_related("procedure").filter(procedure__in=seen)
    found = list(locked.order_by("procedure"))
    changed = [one.procedure.code for one in found if one.revision != seen[one.procedure_id].revision]
    if changed or len(found) < len(seen):
        codes = ", ".join(changed[:MOST_TOLD])
        raise Meanwhile(
            _("%(codes)s: a colleague has changed this meanwhile. Nothing was saved: open it again and compare.")
            % {"codes": codes}
        )
    return found


def _refuse_other_versions(seen: Mapping[int, Seen]) -> None:
    """Nobody confirms what they have not seen."""
    versions = ProcedureVersion.objects.in_force(today()).filter(procedure__in=seen)
    in_force = dict(versions.values_list("procedure", "pk"))
    changed = [number for number, one in seen.items() if in_force.get(number) != one.version]
    if changed:
        codes = ProcedureVersion.objects.filter(procedure__in=changed).values_list("procedure__code", flat=True)
        told = ", ".join(sorted(set(codes))[:MOST_TOLD])
        raise Meanwhile(
            _("%(codes)s: the catalogue has changed meanwhile. Nothing was saved: open it again and look.")
            % {"codes": told}
        )


def _write(overlays: list[Overlay], columns: list[str], by: User) -> int:
    Overlay.objects.bulk_update(overlays, columns)
    now = timezone.now()
    Overlay.objects.filter(pk__in=[one.pk for one in overlays]).update(revision=F("revision") + 1, changed_at=now)
    _log(overlays, by, now)
    return len(overlays)


def _log(overlays: list[Overlay], by: User, at: datetime.datetime) -> None:
    """As `wagtail.log_actions.log` writes it, in one question for all of them."""
    kind = ContentType.objects.get_for_model(Overlay)
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(one.pk),
            label=str(one),
            action="wagtail.edit",
            timestamp=at,
            user=by,
            content_changed=True,
        )
        for one in overlays
    )


def _require(by: User) -> None:
    if not may_change(by):
        raise PermissionDenied


def _tidy(text: str) -> str:
    return to_nfc(text).strip()
