"""What changes the catalogue: each of these once, by somebody of the board, and in the history. `actions_publish.py`,
`actions_repeal.py` and `actions_undo.py` go on from here.

Nothing is done for a site: each reads the shared tables with its next request.
"""

import datetime
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from lib.vietnamese import slug, sort_key
from procedure_catalogue.actions_forms import release_forms
from procedure_catalogue.contents import Content
from procedure_catalogue.corrections import beyond_wording
from procedure_catalogue.models import Change, Decision, LifeEvent, Procedure, ProcedureField, ProcedureVersion
from procedure_catalogue.queries import search_text_of
from procedure_catalogue.reading import clean_code, line
from procedure_catalogue.rules import may_keep
from procedure_catalogue.states import INSIDE, State, Step

# Names that differ only behind so many letters may stand in any order.
SORTED_LETTERS = 150
MOST_TOLD = 10


class Meanwhile(ValidationError):
    """Somebody else has changed these procedures since they were opened. Nothing was written."""

    def __init__(self, procedures: Sequence[Procedure]) -> None:
        self.procedures = procedures
        super().__init__(_told_meanwhile(procedures))


@dataclass(frozen=True)
class DecisionText:
    """A decision as it is cited; the catalogue keeps each once."""

    number: str
    issued_on: datetime.date
    issuer: str
    title: str = ""


@transaction.atomic
def save_draft(*, code: str, content: Content, by: User, seen: int | None) -> ProcedureVersion:
    """Keep what somebody is working on; readers see nothing of it. `seen` is the revision that was opened, None for a
    procedure that is new. Raises Meanwhile, ValidationError, PermissionDenied."""
    procedure = next(iter(claim({clean_code(code): seen}, by=by).values()))
    field = fields_of([content])[content.field]
    draft = procedure.versions.drafts().first() or ProcedureVersion(procedure=procedure)
    fill(draft, content, field)
    draft.written_at = timezone.now()
    draft.save()
    note([procedure], Step.DRAFTED, by=by, versions=[draft])
    return draft


@transaction.atomic
def discard_draft(*, procedure: Procedure, by: User, seen: int) -> None:
    """Put it aside; the history keeps what it said."""
    claimed = claim({procedure.code: seen}, by=by)[procedure.code]
    draft = claimed.versions.drafts().first()
    if draft is None:
        raise ValidationError(_("There is no draft."))
    draft.state = State.WITHDRAWN
    draft.save(update_fields=["state"])
    note([claimed], Step.DISCARDED, by=by, versions=[draft])


@transaction.atomic
def correct(*, version: ProcedureVersion, content: Content, by: User, seen: int, why: str) -> ProcedureVersion:
    """Mend what was typed wrongly in a published version, where no decision changed anything. The old words are kept.

    Raises Meanwhile, PermissionDenied, and ValidationError where no reason is given, nothing is corrected, or more than
    the wording: that is a version.
    """
    procedure = claim({version.procedure.code: seen}, by=by)[version.procedure.code]
    current = procedure.versions.select_related("procedure", "field").get(pk=version.pk)
    if current.state != State.PUBLISHED:
        raise ValidationError(_("Only a published version is corrected; a draft is simply changed."))
    if not why.strip():
        raise ValidationError({"why": _("Say what was wrong.")})
    old, new = current.content.data(), content.data()
    before = {part: old[part] for part in old if old[part] != new[part]}
    if not before:
        raise ValidationError(_("Nothing was changed."))
    _refuse_more_than_wording(current.content, content)
    fill(current, content, fields_of([content])[content.field])
    current.save()
    release_forms([content])
    note([procedure], Step.CORRECTED, by=by, versions=[current], why=why, before=[{"content": before}])
    return current


def _refuse_more_than_wording(before: Content, after: Content) -> None:
    told = _(
        "This is more than a mistake in writing: offices and applicants go by it. Save it as a draft and publish it, "
        "under the same decision and from the same day if that is right."
    )
    if parts := beyond_wording(before, after):
        raise ValidationError(dict.fromkeys(parts, told))


@transaction.atomic
def set_life_events(*, procedure: Procedure, life_events: Iterable[str], by: User, seen: int) -> None:
    """Sort it into life events: no decision is needed, because nothing that it says changes."""
    claimed = claim({procedure.code: seen}, by=by)[procedure.code]
    before = sorted(claimed.life_events.values_list("key", flat=True))
    events = events_of(life_events)
    if before == sorted(event.key for event in events):
        return
    claimed.life_events.set(events)
    note([claimed], Step.EVENTS_SET, by=by, before=[{"life_events": before}])


@transaction.atomic
def add_fields(*, names: Iterable[str], by: User) -> dict[str, ProcedureField]:
    """Those of the names that the catalogue lacks. Returns all of them by name, compared without regard to accents."""
    if not may_keep(by):
        raise PermissionDenied
    known = {slug(field.name_vi): field for field in ProcedureField.objects.all()}
    keys = {field.key for field in known.values()}
    found = {}
    for name in dict.fromkeys(names):
        if slug(name) not in known:
            field = ProcedureField(key=_free_key(name, keys), name_vi=line(name), sort_key=sort_key(line(name)))
            field.full_clean()
            field.save()
            known[slug(name)] = field
            keys.add(field.key)
        found[name] = known[slug(name)]
    return found


def _free_key(name: str, taken: set[str]) -> str:
    key = slug(name)[:50]
    return key if key not in taken else next(one for n in count(2) if (one := f"{key[:46]}-{n}") not in taken)


def claim(seen: Mapping[str, int | None], *, by: User) -> dict[str, Procedure]:
    """The procedures with these codes, locked until the transaction ends; those that were new are made.

    Raises PermissionDenied, and Meanwhile where one is not as it was seen.
    """
    if not may_keep(by):
        raise PermissionDenied
    new = [Procedure(code=code) for code, revision in seen.items() if revision is None]
    # Of two who enter the same one at once, the second waits here, and then finds it changed.
    Procedure.objects.bulk_create(new, ignore_conflicts=True)
    locked = list(Procedure.objects.select_for_update(no_key=True).filter(code__in=seen).order_by("code"))
    changed = [one for one in locked if one.revision != (seen[one.code] or 0)]
    if changed:
        raise Meanwhile(changed)
    if len(locked) < len(seen):
        missing = sorted(set(seen) - {one.code for one in locked})
        raise ValidationError(_("There is no procedure %(codes)s.") % {"codes": ", ".join(missing[:MOST_TOLD])})
    return {one.code: one for one in locked}


def fill(version: ProcedureVersion, content: Content, field: ProcedureField) -> None:
    """Write what the content says into the columns; saves nothing."""
    version.field = field
    version.name, version.name_km, version.name_en = content.name, content.name_km, content.name_en
    version.levels, version.online = list(content.levels), content.online
    version.deciding_agency, version.agencies = content.deciding_agency, content.agencies
    version.details = content.without_columns()
    version.sort_key = sort_key(content.name[:SORTED_LETTERS])
    names = (content.name, content.name_km, content.name_en)
    version.search_text = search_text_of(version.procedure.code, *names)


def fields_of(contents: Iterable[Content]) -> dict[str, ProcedureField]:
    """By key. Raises ValidationError for one that the catalogue lacks."""
    keys = {content.field for content in contents}
    found: dict[str, ProcedureField] = {field.key: field for field in ProcedureField.objects.filter(key__in=keys)}
    missing = sorted(keys - set(found))
    if missing:
        raise ValidationError({"field": _("There is no field %(keys)s.") % {"keys": ", ".join(missing[:MOST_TOLD])}})
    return found


def events_of(keys: Iterable[str]) -> list[LifeEvent]:
    """Raises ValidationError for one that the catalogue lacks."""
    wanted = set(keys)
    found = list(LifeEvent.objects.filter(key__in=wanted))
    if len(found) < len(wanted):
        missing = ", ".join(sorted(wanted - {event.key for event in found}))
        raise ValidationError({"life_events": _("There is no life event %(keys)s.") % {"keys": missing}})
    return found


def keep_decision(decision: DecisionText) -> Decision:
    """Raises ValidationError where it has no number or no issuer."""
    number, issuer = line(decision.number), line(decision.issuer)
    if not number or not issuer:
        raise ValidationError({"decision": _("Name the decision: its number, its day and who issued it.")})
    return Decision.objects.get_or_create(
        number=number, issuer=issuer, issued_on=decision.issued_on, defaults={"title": line(decision.title)}
    )[0]


def note(
    procedures: Sequence[Procedure],
    step: Step,
    *,
    by: User,
    versions: Sequence[ProcedureVersion | None] = (),
    why: str = "",
    before: Sequence[Mapping[str, Any]] = (),
    batch: uuid.UUID | None = None,
    undoes: uuid.UUID | None = None,
) -> None:
    """A line in the history of each, and a revision further; an edition, unless it is a draft's alone. `versions` and
    `before` go by procedure, or are empty."""
    for_readers = {} if step in INSIDE else {"edition": F("edition") + 1, "changed_at": timezone.now()}
    numbers = [one.pk for one in procedures]
    Procedure.objects.filter(pk__in=numbers).update(revision=F("revision") + 1, **for_readers)
    for one in procedures:
        one.revision += 1
    who = f"{by.get_full_name()} <{by.email}>".strip()
    Change.objects.bulk_create(
        Change(
            procedure=one,
            version=versions[place] if versions else None,
            step=step,
            by_pk=by.pk,
            by=who[:300],
            why=why.strip(),
            before=dict(before[place]) if before else {},
            revision=one.revision,
            batch=batch,
            undoes=undoes,
        )
        for place, one in enumerate(procedures)
    )


def _told_meanwhile(procedures: Sequence[Procedure]) -> str:
    numbers = [procedure.pk for procedure in procedures]
    last = Change.objects.filter(procedure__in=numbers).order_by("-at", "-pk").first()
    codes = ", ".join(procedure.code for procedure in procedures[:MOST_TOLD])
    if last is None:
        return _("%(codes)s was changed meanwhile.") % {"codes": codes}
    at = timezone.localtime(last.at).strftime("%H:%M %d/%m/%Y")
    return _(
        "%(codes)s: %(who)s has changed this at %(at)s, after you opened it. Nothing of yours was saved. Look at what "
        "has changed, then do it again."
    ) % {"codes": codes, "who": last.by, "at": at}
