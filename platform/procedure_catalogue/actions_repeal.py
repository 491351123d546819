"""Repeal: a decision says from which day on a procedure is no longer in force, and what people turn to instead."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from lib.clock import refuse_far_day
from procedure_catalogue.actions import DecisionText, claim, keep_decision, note
from procedure_catalogue.models import Decision, Procedure, ProcedureVersion, Repeal
from procedure_catalogue.reading import clean_code
from procedure_catalogue.states import State, Step


@transaction.atomic
def repeal_many(
    *,
    seen: Mapping[str, int],
    decision: DecisionText,
    effective_on: datetime.date,
    by: User,
    successors: Sequence[str] = (),
    why: str = "",
    batch: uuid.UUID | None = None,
) -> uuid.UUID:
    """`seen` are the procedures by code, with the revision that was seen. From the day on they are no longer in force;
    `successors` are codes of the catalogue. Returns the batch, as publish_many does.

    Raises Meanwhile, PermissionDenied, and ValidationError where one is not in force then, has a version announced for
    later, or would succeed itself.
    """
    refuse_far_day(effective_on)
    if not seen:
        raise ValidationError(_("Choose at least one procedure."))
    batch = batch or uuid.uuid4()
    procedures = claim(dict(seen), by=by)
    following = _successors_of(procedures, [clean_code(code) for code in successors])
    last = _last_versions(procedures, effective_on)
    before = _end([last[procedure.pk] for procedure in procedures.values()], effective_on)
    repeals = _repeal(procedures, keep_decision(decision), effective_on, following, why)
    for place, repeal in zip(before, repeals, strict=True):
        place["repeal"] = repeal.pk
    versions = [last[procedure.pk] for procedure in procedures.values()]
    note([*procedures.values()], Step.REPEALED, by=by, versions=versions, why=why, before=before, batch=batch)
    return batch


def _successors_of(procedures: Mapping[str, Procedure], codes: Sequence[str]) -> list[Procedure]:
    own = sorted(set(codes) & set(procedures))
    if own:
        raise ValidationError({"successors": _("%(codes)s can't succeed itself.") % {"codes": ", ".join(own)}})
    found = list(Procedure.objects.with_codes(codes))
    missing = sorted(set(codes) - {one.code for one in found})
    if missing:
        raise ValidationError({"successors": _("There is no procedure %(codes)s.") % {"codes": ", ".join(missing)}})
    return found


def _last_versions(procedures: Mapping[str, Procedure], day: datetime.date) -> dict[int, ProcedureVersion]:
    found: dict[int, ProcedureVersion] = {}
    touched = ProcedureVersion.objects.published().filter(Q(valid_to=None) | Q(valid_to__gte=day))
    for version in touched.filter(procedure__in=procedures.values()).order_by("valid_from"):
        if version.procedure_id in found or version.valid_from > day:  # type: ignore[operator]
            code = next(one.code for one in procedures.values() if one.pk == version.procedure_id)
            raise ValidationError(
                _("%(code)s has a version that comes into force later: take that one back first.") % {"code": code}
            )
        found[version.procedure_id] = version
    idle = sorted(code for code, one in procedures.items() if one.pk not in found)
    if idle:
        raise ValidationError(_("Not in force on that day: %(codes)s.") % {"codes": ", ".join(idle[:10])})
    return found


def _end(versions: Sequence[ProcedureVersion], day: datetime.date) -> list[dict[str, Any]]:
    """A version of the very same day never holds, and is withdrawn. Returns what taking it back needs, one by one."""
    before = [_before(version, day) for version in versions]
    withdrawn = [number for place in before for number in place["withdrawn"]]
    ended = [int(number) for place in before for number in place["ended"]]
    ProcedureVersion.objects.filter(pk__in=withdrawn).update(state=State.WITHDRAWN)
    ProcedureVersion.objects.filter(pk__in=ended).update(valid_to=day - datetime.timedelta(days=1))
    return before


def _before(version: ProcedureVersion, day: datetime.date) -> dict[str, Any]:
    if version.valid_from == day:
        return {"ended": {}, "withdrawn": [version.pk]}
    return {"ended": {str(version.pk): version.valid_to and version.valid_to.isoformat()}, "withdrawn": []}


def _repeal(
    procedures: Mapping[str, Procedure],
    decision: Decision,
    day: datetime.date,
    successors: Sequence[Procedure],
    why: str,
) -> list[Repeal]:
    repeals = [
        Repeal(procedure=procedure, decision=decision, effective_on=day, note=why.strip())
        for procedure in procedures.values()
    ]
    Repeal.objects.bulk_create(repeals)
    links = Repeal.successors.through
    links.objects.bulk_create(
        links(repeal_id=repeal.pk, procedure_id=successor.pk) for repeal in repeals for successor in successors
    )
    return repeals
