"""Publication: what a decision announces becomes the version in force from its day on, for one procedure or for many.

However many sites there are, and however many procedures, a portion takes the same number of questions.
"""

import datetime
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from lib.clock import refuse_far_day
from procedure_catalogue.actions import DecisionText, claim, events_of, fields_of, fill, keep_decision, note
from procedure_catalogue.actions_forms import release_forms
from procedure_catalogue.contents import Content
from procedure_catalogue.models import Decision, Procedure, ProcedureVersion
from procedure_catalogue.reading import clean_code
from procedure_catalogue.states import State, Step

PORTION = 500
COLUMNS = [
    "state", "number", "decision", "valid_from", "valid_to", "written_at", "name", "name_km", "name_en", "field",
    "levels", "online", "deciding_agency", "agencies", "details", "sort_key", "search_text",
]  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """What one procedure is to say. `seen` is the revision that was looked at, None for one that is new; `life_events`
    are keys, None to leave them as they are; `from_draft` uses up the procedure's draft."""

    code: str
    content: Content
    seen: int | None
    life_events: tuple[str, ...] | None = None
    from_draft: bool = False


def publish(
    *, entry: Entry, decision: DecisionText, valid_from: datetime.date, by: User, why: str = ""
) -> ProcedureVersion:
    """See `publish_many`."""
    batch = publish_many(entries=[entry], decision=decision, valid_from=valid_from, by=by, why=why)
    found: ProcedureVersion = ProcedureVersion.objects.get(changes__batch=batch)
    return found


@transaction.atomic
def publish_many(
    *,
    entries: Iterable[Entry],
    decision: DecisionText,
    valid_from: datetime.date,
    by: User,
    why: str = "",
    batch: uuid.UUID | None = None,
    report: Callable[[int], None] | None = None,
) -> uuid.UUID:
    """All of them or none, portion by portion, so that memory does not grow with their number. Returns the batch by
    which `actions_undo.undo_batch` takes them back; give one to have it with other changes.

    The version that was in force on the day ends the day before; one of the very same day is withdrawn, because it
    never held for a day. A version of a later day, announced already, ends the new one. `report` hears how many are
    done. Raises Meanwhile, ValidationError, PermissionDenied.
    """
    refuse_far_day(valid_from)
    batch, kept = batch or uuid.uuid4(), None
    done = 0
    for portion in _portions(entries):
        kept = kept or keep_decision(decision)
        _publish_portion(portion, kept, valid_from, by, why, batch)
        done += len(portion)
        if report:
            report(done)
    return batch


@transaction.atomic
def publish_drafts(
    *, seen: Mapping[str, int], decision: DecisionText, valid_from: datetime.date, by: User, why: str = ""
) -> uuid.UUID:
    """Publish the drafts of these procedures, by code with the revision that was seen, under one decision."""
    drafts = {
        draft.procedure.code: draft
        for draft in ProcedureVersion.objects.drafts()
        .filter(procedure__code__in=seen)
        .select_related("procedure", "field")
    }
    without = sorted(set(seen) - set(drafts))
    if without or not seen:
        raise ValidationError(_("There is no draft to publish: %(codes)s.") % {"codes": ", ".join(without[:10])})
    entries = [Entry(code, drafts[code].content, revision, from_draft=True) for code, revision in seen.items()]
    return publish_many(entries=entries, decision=decision, valid_from=valid_from, by=by, why=why)


def _portions(entries: Iterable[Entry]) -> Iterator[dict[str, Entry]]:
    """By code. Raises ValidationError for a code that comes twice."""
    known: set[str] = set()
    waiting = iter(entries)
    while portion := list(islice(waiting, PORTION)):
        by_code = {clean_code(entry.code): entry for entry in portion}
        if len(by_code) < len(portion) or known & set(by_code):
            raise ValidationError(_("A code stands here twice."))
        known |= set(by_code)
        yield by_code


def _publish_portion(
    entries: Mapping[str, Entry], decision: Decision, day: datetime.date, by: User, why: str, batch: uuid.UUID
) -> None:
    procedures = claim({code: entry.seen for code, entry in entries.items()}, by=by)
    fields = fields_of(entry.content for entry in entries.values())
    drafts = _drafts_of([procedures[code] for code, entry in entries.items() if entry.from_draft])
    places = _places_of(procedures.values(), day)
    versions: list[ProcedureVersion] = []
    for code, procedure in procedures.items():
        entry, place = entries[code], places[procedure.pk]
        version = drafts.get(procedure.pk) or ProcedureVersion()
        version.procedure, version.decision = procedure, decision
        version.state, version.number = State.PUBLISHED, place.number
        version.valid_from, version.valid_to = day, place.valid_to
        version.written_at = timezone.now()
        fill(version, entry.content, fields[entry.content.field])
        versions.append(version)
    _make_room(places.values(), day)
    release_forms(entry.content for entry in entries.values())
    ProcedureVersion.objects.bulk_create([one for one in versions if one.pk is None])
    ProcedureVersion.objects.bulk_update([one for one in versions if one.procedure_id in drafts], COLUMNS)
    _sort_into_events(entries, procedures)
    before = [{**places[one.pk].before(), "was_draft": one.pk in drafts} for one in procedures.values()]
    note([*procedures.values()], Step.PUBLISHED, by=by, versions=versions, why=why, before=before, batch=batch)


@dataclass
class _Place:
    """Where in the row of versions a new one stands: what gives way to it, and what ends it."""

    number: int = 1
    ends: ProcedureVersion | None = None
    gives_way: ProcedureVersion | None = None
    valid_to: datetime.date | None = None

    def before(self) -> dict[str, object]:
        """What `actions_undo` puts back."""
        ended = {str(self.ends.pk): self.ends.valid_to and self.ends.valid_to.isoformat()} if self.ends else {}
        return {"ended": ended, "withdrawn": [self.gives_way.pk] if self.gives_way else []}


def _places_of(procedures: Iterable[Procedure], day: datetime.date) -> dict[int, _Place]:
    places = {procedure.pk: _Place() for procedure in procedures}
    versions = ProcedureVersion.objects.filter(procedure__in=places).order_by()
    for number, last in versions.values_list("procedure").annotate(last=Max("number")):
        places[number].number = (last or 0) + 1
    touched = versions.published().filter(Q(valid_to=None) | Q(valid_to__gte=day)).order_by("procedure", "valid_from")
    for version in touched.only("procedure", "valid_from", "valid_to"):
        _find_place(places[version.procedure_id], version, day)
    return places


def _find_place(place: _Place, version: ProcedureVersion, day: datetime.date) -> None:
    """Versions come in the order of their days."""
    starts = version.valid_from
    if starts is not None and starts > day:
        if not (place.ends or place.gives_way or place.valid_to):
            place.valid_to = starts - datetime.timedelta(days=1)
        return
    place.valid_to = version.valid_to
    if starts == day:
        place.gives_way = version
    else:
        place.ends = version


def _make_room(places: Iterable[_Place], day: datetime.date) -> None:
    found = list(places)
    ends = [place.ends.pk for place in found if place.ends]
    gives_way = [place.gives_way.pk for place in found if place.gives_way]
    if ends:
        ProcedureVersion.objects.filter(pk__in=ends).update(valid_to=day - datetime.timedelta(days=1))
    if gives_way:
        ProcedureVersion.objects.filter(pk__in=gives_way).update(state=State.WITHDRAWN)


def _drafts_of(procedures: Sequence[Procedure]) -> dict[int, ProcedureVersion]:
    if not procedures:
        return {}
    return {draft.procedure_id: draft for draft in ProcedureVersion.objects.drafts().filter(procedure__in=procedures)}


def _sort_into_events(entries: Mapping[str, Entry], procedures: Mapping[str, Procedure]) -> None:
    """Only those whose entry says so. Links of an entry that says "none of them" go, no others."""
    wanted = {
        procedures[code].pk: entry.life_events for code, entry in entries.items() if entry.life_events is not None
    }
    if not wanted:
        return
    keys = {event.key: event.pk for event in events_of({key for keys in wanted.values() for key in keys})}
    links = Procedure.life_events.through
    links.objects.filter(procedure__in=wanted).delete()
    links.objects.bulk_create(
        links(procedure_id=number, lifeevent_id=keys[key]) for number, its in wanted.items() for key in set(its)
    )
