"""Taking back what was done in one go: an import, a bulk action, a single publication. The rows stay, as withdrawn."""

import datetime
import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from procedure_catalogue.actions import claim, note
from procedure_catalogue.models import Change, ProcedureVersion, Repeal
from procedure_catalogue.states import State, Step

MENDED = (Step.PUBLISHED, Step.REPEALED)


@transaction.atomic
def undo_batch(*, batch: uuid.UUID, by: User, why: str = "", only: Collection[int] | None = None) -> int:
    """Put the catalogue back to before the batch, and say how many procedures that are; `only` those with these
    numbers, where others are to stay as they are.

    Raises Meanwhile where one of them was changed since, taken back already for instance, PermissionDenied, and
    ValidationError where there is nothing to take back. Life events stay as they are.
    """
    done = Change.objects.filter(batch=batch, step__in=MENDED).select_related("procedure").order_by("pk")
    changes = [change for change in done if only is None or change.procedure_id in only]
    if not changes:
        raise ValidationError(_("There is nothing to take back."))
    procedures = claim({change.procedure.code: change.revision for change in changes}, by=by)
    _withdraw([change for change in changes if change.step == Step.PUBLISHED])
    _put_back(change.before for change in changes)
    repeals = [change.before["repeal"] for change in changes if change.step == Step.REPEALED]
    Repeal.objects.filter(pk__in=repeals).update(undone_at=timezone.now())
    note([*procedures.values()], Step.UNDONE, by=by, why=why, batch=uuid.uuid4())
    return len(procedures)


def _withdraw(changes: list[Change]) -> None:
    """What was a draft is one again."""
    by_draft: dict[bool, list[int]] = {True: [], False: []}
    for change in changes:
        by_draft[bool(change.before.get("was_draft"))].append(change.version_id or 0)
    ProcedureVersion.objects.filter(pk__in=by_draft[False]).update(state=State.WITHDRAWN)
    empty: dict[str, Any] = dict.fromkeys(("number", "decision", "valid_from", "valid_to"))
    ProcedureVersion.objects.filter(pk__in=by_draft[True]).update(state=State.DRAFT, **empty)


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
