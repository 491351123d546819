"""What the worker does for an import: the dry run, the import itself, and taking it back.

Each is one transaction behind a lock on the import's row: what is killed leaves nothing behind and is done again, what
was asked for twice is done once. They are actions, in a file of their own.
"""

import dataclasses
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from audit.actions import record
from audit.states import Event
from importing.handed_in import plan_of
from importing.models import Import, ImportRow, RegisterInUse
from importing.plans import PORTION, Plan, Planned, Tally, differences, outcome_of, portions
from importing.progress import reporter, show
from importing.registers import Register, working
from importing.rules import is_last, may_import
from importing.states import UNDER_WAY, State, Verdict
from lib.refusals import Refused

logger = logging.getLogger(__name__)


class Refusal(Exception):
    """Why nothing was done, in a sentence for the person who asked."""


class Changed(Exception):
    """Since the dry run: something else would come of it."""


def check(import_id: int) -> None:
    """The dry run: says of each row what it would do."""
    with _turn(import_id, State.CHECKING) as found:
        if found:
            register = working(found.register, found.terms)
            with plan_of(found, register, lock=False) as plan:
                _keep(found, plan)
            found.state, found.notice = State.CHECKED, ""
            found.save()


def apply(import_id: int) -> None:
    """All rows or none. Where the register has changed since the dry run, so that something else would come of it,
    there is a new dry run to look at instead."""
    with _turn(import_id, State.APPLYING) as found:
        if not found:
            return
        register, by = working(found.register, found.terms), _person(found.applied_by)
        _refuse_without_right(register, by)
        with plan_of(found, register, lock=True) as plan:
            try:
                with transaction.atomic():
                    _carry_out(found, plan, by)
            except Changed:
                _keep(found, plan)
                found.state, found.applied_by = State.CHECKED, None
                found.notice = _(
                    "Nothing was imported: the register has changed since this sheet was checked. This is what it "
                    "would do now; look at it and import it again."
                )
            else:
                found.state, found.applied_at, found.notice = State.APPLIED, timezone.now(), ""
                _note(Event.IMPORT_APPLIED, found, register, by)
        found.save()


def undo(import_id: int) -> None:
    """What was added goes, what was changed gets back what it held. Where somebody has edited one of them since,
    nothing is undone, unless it was asked to leave these as they are."""
    with _turn(import_id, State.UNDOING) as found:
        if not found:
            return
        register, by = working(found.register, found.terms), _person(found.undone_by)
        _refuse_without_right(register, by)
        rows = list(found.rows.that_did_something().defer("errors", "differences"))
        obstacles = _obstacles(register, rows, found.pk)
        found.rows.update(obstacle="")
        ImportRow.objects.bulk_update(obstacles, ["obstacle"], batch_size=500)
        if obstacles and not found.leaves_edited:
            found.state, found.undone_by = State.APPLIED, None
            found.notice = _("Nothing was undone: %(count)d entries were edited since. They are listed below.") % {
                "count": len(obstacles)
            }
        else:
            _take_back(register, [row for row in rows if not row.obstacle], by, found.pk)
            found.state, found.undone_at, found.notice = State.UNDONE, timezone.now(), ""
            if obstacles:
                found.notice = _("%(count)d entries were edited since and stay as they are. They are listed below.") % {
                    "count": len(obstacles)
                }
            _note(Event.IMPORT_UNDONE, found, register, by)
        found.save()


@contextmanager
def _turn(import_id: int, state: State) -> Iterator[Import | None]:
    """The import, locked, with its register; None where that work is done already, or by another worker meanwhile.

    Whatever goes wrong inside is taken back as a whole, and said to the person who asked.
    """
    with translation.override(Import.objects.filter(pk=import_id).values_list("language", flat=True).first()):
        try:
            with transaction.atomic():
                found = Import.objects.select_for_update().filter(pk=import_id, state=state).first()
                if found and state != State.CHECKING:
                    _wait_for_register(found, state)
                yield found
        except Refused as refused:
            _go_back(import_id, state, refused.messages[0])
        except ValidationError as wrong:
            _go_back(import_id, state, " ".join(wrong.messages))
        except Refusal as refusal:
            _go_back(import_id, state, str(refusal))
        except Exception:
            logger.exception("Import %s failed while it was %s", import_id, state)
            failure = _(
                "This did not work, and nothing was changed. Try again; if it fails again, tell the technical unit."
            )
            _go_back(import_id, state, failure)


def _wait_for_register(found: Import, state: State) -> None:
    RegisterInUse.objects.get_or_create(register=found.register)
    RegisterInUse.objects.select_for_update().get(register=found.register)
    if state == State.UNDOING and not is_last(found):
        raise Refusal(_("Nothing was undone: another import came after this one."))


def _go_back(import_id: int, state: State, notice: str) -> None:
    with transaction.atomic():
        Import.objects.filter(pk=import_id, state=state).update(state=UNDER_WAY[state], notice=notice)


Write = Callable[[list[Planned]], dict[int, int]]


def _nothing(rows: list[Planned]) -> dict[int, int]:
    return {}


def _keep(found: Import, plan: Plan, write: Write = _nothing) -> None:
    """The plan's rows in place of those from before. `write` does what they say, and returns the items that it has
    touched, by the rows' numbers."""
    found.rows.all().delete()
    tally = Tally(plan.register)
    for portion in plan.portions():
        tally.add(portion)
        touched = write(portion)
        rows = (_row(found, plan.register, row, touched.get(row.number)) for row in portion)
        ImportRow.objects.bulk_create(rows)
    for verdict in Verdict:
        setattr(found, verdict.value, tally.counts[verdict])
    found.outcome = tally.outcome


def _carry_out(found: Import, plan: Plan, by: User) -> None:
    """Raises Changed where something else would come of it than was seen; what streams finds out on the way."""
    seen, register = found.outcome, plan.register
    if not register.streams and outcome_of(plan) != seen:
        raise Changed
    _keep(found, plan, partial(_write, register, by))
    if found.outcome != seen:
        raise Changed
    _remember(found, register)


def _row(found: Import, register: Register, row: Planned, touched: int | None) -> ImportRow:
    keeps_before = touched and row.item and not register.take_back
    return ImportRow(
        of=found,
        number=row.number,
        source=row.line.name[-255:],
        verdict=row.verdict,
        label=row.label[:255],
        errors=[dataclasses.asdict(error) for error in row.errors],
        differences=[] if row.errors else [dataclasses.asdict(one) for one in differences(register, row)],
        item=touched or (row.item.pk if row.item else None),
        before=register.as_json(row.item.values) if keeps_before and row.item else None,
    )


def _write(register: Register, by: User, rows: list[Planned]) -> dict[int, int]:
    by_verdict: dict[Verdict, list[Planned]] = {verdict: [] for verdict in Verdict}
    for row in rows:
        by_verdict[row.verdict].append(row)
    if by_verdict[Verdict.WRONG]:
        raise Changed
    new, changed, gone = (by_verdict[verdict] for verdict in (Verdict.NEW, Verdict.CHANGED, Verdict.GONE))
    touched = {row.number: row.item.pk for row in (*changed, *gone) if row.item}
    if new:
        touched.update(zip((row.number for row in new), register.create([row.values for row in new], by), strict=True))
    if changed:
        register.change([(row.item.pk, row.changes) for row in changed if row.item], by)
    if gone and register.retire:
        register.retire([row.item.pk for row in gone if row.item], by)
    return touched


def _remember(found: Import, register: Register) -> None:
    """How the items are now that everything is written: what came later may have touched what came before."""
    rows = found.rows.that_did_something().defer("errors", "differences").order_by("number")
    for portion in portions(rows.iterator(chunk_size=PORTION)):
        items = register.read([row.item for row in portion if row.item])
        for row in portion:
            after = items[row.item or 0]
            row.version, row.after = after.version, None if register.take_back else register.as_json(after.values)
        ImportRow.objects.bulk_update(portion, ["version", "after"], batch_size=PORTION)


def _obstacles(register: Register, rows: list[ImportRow], import_id: int) -> list[ImportRow]:
    """Rows whose items are not as the import has left them."""
    report = reporter(import_id, 2 * len(rows))
    found: list[ImportRow] = []
    seen = 0
    for portion in portions(rows):
        items = register.read([row.item for row in portion if row.item])
        for row in portion:
            item = items.get(row.item or 0)
            if item is None:
                row.obstacle = _("Removed since.")
            elif item.version != row.version or (row.after and register.as_json(item.values) != row.after):
                row.obstacle = _("Edited since.")
            if row.obstacle:
                found.append(row)
        report(seen := seen + len(portion))
    return found


def _take_back(register: Register, rows: list[ImportRow], by: User, import_id: int) -> None:
    if register.take_back:
        register.take_back([row.item for row in rows if row.item], by)
        return
    changed = [row for row in rows if row.before is not None]
    added = [row.item for row in rows if row.before is None and row.item]
    done = len(rows)
    for portion in portions(changed):
        register.change([(row.item or 0, _earlier(register, row)) for row in portion], by)
        show(import_id, done := done + len(portion), 2 * len(rows))
    for numbers in portions(added):
        register.remove(numbers, by)
        show(import_id, done := done + len(numbers), 2 * len(rows))


def _earlier(register: Register, row: ImportRow) -> dict[str, object]:
    before, after = row.before or {}, row.after or {}
    return register.from_json({key: value for key, value in before.items() if after.get(key) != value})


def _note(event: Event, found: Import, register: Register, by: User) -> None:
    counts = f"+{found.new} ~{found.changed} -{found.gone}" if found.gone else f"+{found.new} ~{found.changed}"
    record(event=event, by=by, about=by, detail=f"{register.name}: {found.sheet_name}, {counts}")


def _person(person: User | None) -> User:
    if person is None:
        raise Refusal(_("Nothing was changed: the person who asked for it no longer has an account."))
    return person


def _refuse_without_right(register: Register, by: User) -> None:
    if not may_import(by, register):
        raise Refusal(_("Nothing was changed: the person who asked for it may no longer do so."))
