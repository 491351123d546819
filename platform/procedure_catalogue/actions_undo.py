"""Taking back what was done in one go: an import, a bulk action, a single publication. The rows stay, as withdrawn."""

import datetime
import uuid
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from procedure_catalogue.actions import Meanwhile, claim, fill, note
from procedure_catalogue.models import Change, Procedure, ProcedureVersion, Repeal
from procedure_catalogue.states import State, Step

MENDED = (Step.PUBLISHED, Step.REPEALED)


@transaction.atomic
def undo_batch(*, batch: uuid.UUID, by: User, why: str = "", only: Collection[int] | None = None) -> int:
    """Put the catalogue back to before the batch, and say how many procedures that are; `only` those with these
    numbers, where others are to stay as they are. What came after it may have been taken back before, the newest first.

    Raises Meanwhile where something else was changed since, or the batch was taken back already, PermissionDenied, and
    ValidationError where there is nothing to take back. Life events stay as they are.
    """
    done = Change.objects.filter(batch=batch, step__in=MENDED).select_related("procedure").order_by("pk")
    changes = [change for change in done if only is None or change.procedure_id in only]
    if not changes:
        raise ValidationError(_("There is nothing to take back."))
    procedures = _claim(changes, by)
    _withdraw([change for change in changes if change.step == Step.PUBLISHED])
    _put_back(change.before for change in changes)
    repeals = [change.before["repeal"] for change in changes if change.step == Step.REPEALED]
    Repeal.objects.filter(pk__in=repeals).update(undone_at=timezone.now())
    note([*procedures.values()], Step.UNDONE, by=by, why=why, batch=uuid.uuid4(), undoes=batch)
    return len(procedures)


def _claim(changes: Sequence[Change], by: User) -> dict[str, Procedure]:
    """Those of the changes, as each has left them."""
    procedures = Procedure.objects.filter(pk__in={change.procedure_id for change in changes})
    claimed = claim(dict(procedures.values_list("code", "revision")), by=by)
    stands = standing_revisions(one.pk for one in claimed.values())
    changed = [claimed[one.procedure.code] for one in changes if stands[one.procedure_id] != one.revision]
    if changed:
        raise Meanwhile(changed)
    return claimed


def standing_revisions(procedures: Iterable[int]) -> dict[int, int]:
    """By number: the revision of the last change that still stands, because it neither was taken back nor took
    something back. 0 where none does."""
    stands = dict.fromkeys(procedures, 0)
    taken_back: dict[int, set[uuid.UUID]] = {number: set() for number in stands}
    changes = Change.objects.filter(procedure__in=stands).order_by("-pk")
    for number, revision, batch, undone in changes.values_list("procedure", "revision", "batch", "undoes"):
        if undone:
            taken_back[number].add(undone)
        elif not stands[number] and batch not in taken_back[number]:
            stands[number] = revision
    return stands


def _withdraw(changes: list[Change]) -> None:
    """What was a draft comes back as another one with the same words, where none was begun since: offices may have
    confirmed the version, and would not be asked again if it were published once more with other words."""
    versions = ProcedureVersion.objects.filter(pk__in=[change.version_id for change in changes])
    versions.update(state=State.WITHDRAWN)
    drafts = ProcedureVersion.objects.drafts().filter(procedure__in=[change.procedure_id for change in changes])
    busy = set(drafts.values_list("procedure", flat=True))
    were_drafts = {change.procedure_id for change in changes if change.before.get("was_draft")}
    again = versions.filter(procedure__in=were_drafts - busy).select_related("procedure", "field")
    ProcedureVersion.objects.bulk_create(_as_draft(version) for version in again)


def _as_draft(version: ProcedureVersion) -> ProcedureVersion:
    draft = ProcedureVersion(procedure=version.procedure, written_at=timezone.now())
    fill(draft, version.content, version.field)
    return draft


def _put_back(before: Iterable[dict[str, Any]]) -> None:
    places = list(before)
    withdrawn = [number for place in places for number in place["withdrawn"]]
    ProcedureVersion.objects.filter(pk__in=withdrawn).update(state=State.PUBLISHED)
    by_day: dict[str | None, list[int]] = {}
    for place in places:
        for number, day in place["ended"].items():
            by_day.setdefault(day, []).append(int(number))
    for day, numbers in by_day.items():
        valid_to = datetime.date.fromisoformat(day) if day else None
        ProcedureVersion.objects.filter(pk__in=numbers).update(valid_to=valid_to)
