"""What the worker does for an import: the dry run, the import itself, and taking it back.

Each is one transaction behind a lock on the import's row: what is killed leaves nothing behind and is done again, what
was asked for twice is done once. They are actions, in a file of their own.
"""

import dataclasses
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from audit.actions import record
from audit.states import Event
from importing.attachments import Attachments, NoArchive
from importing.models import Import, ImportRow, RegisterInUse
from importing.plans import Plan, Planned, planned, portions
from importing.progress import reporter, show
from importing.registers import Item, Register, register_named
from importing.rules import is_last, may_import
from importing.states import UNDER_WAY, State, Verdict
from importing.tables import opened
from lib.refusals import Limits, Refused
from lib.upload_fields import limits

logger = logging.getLogger(__name__)


class Refusal(Exception):
    """Why nothing was done, in a sentence for the person who asked."""


def check(import_id: int) -> None:
    """The dry run: says of each row what it would do."""
    with _turn(import_id, State.CHECKING) as found:
        if found:
            register = register_named(found.register)
            with _plan(found, register, share=1, lock=False) as plan:
                _keep(found, plan)
            found.state, found.notice = State.CHECKED, ""
            found.save()


def apply(import_id: int) -> None:
    """All rows or none. Where the register has changed since the dry run, so that something else would come of it,
    there is a new dry run to look at instead."""
    with _turn(import_id, State.APPLYING) as found:
        if not found:
            return
        register, by = register_named(found.register), _person(found.applied_by)
        _refuse_without_right(register, by)
        with _plan(found, register, share=2, lock=True) as plan:
            if plan.outcome != found.outcome:
                _keep(found, plan)
                found.state, found.applied_by = State.CHECKED, None
                found.notice = _(
                    "Nothing was imported: the register has changed since this sheet was checked. This is what it "
                    "would do now; look at it and import it again."
                )
            else:
                _carry_out(found, plan, by)
                found.state, found.applied_at, found.notice = State.APPLIED, timezone.now(), ""
                _note(Event.IMPORT_APPLIED, found, register, by)
        found.save()


def undo(import_id: int) -> None:
    """What was added goes, what was changed gets back what it held; nothing at all where somebody has edited one of
    them since."""
    with _turn(import_id, State.UNDOING) as found:
        if not found:
            return
        register, by = register_named(found.register), _person(found.undone_by)
        _refuse_without_right(register, by)
        rows = list(found.rows.that_did_something())
        obstacles = _obstacles(register, rows, found.pk)
        found.rows.update(obstacle="")
        if obstacles:
            ImportRow.objects.bulk_update(obstacles, ["obstacle"], batch_size=500)
            found.state, found.undone_by = State.APPLIED, None
            found.notice = _("Nothing was undone: %(count)d entries were edited since. They are listed below.") % {
                "count": len(obstacles)
            }
        else:
            _take_back(register, rows, by, found.pk)
            found.state, found.undone_at, found.notice = State.UNDONE, timezone.now(), ""
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


@contextmanager
def _plan(found: Import, register: Register, *, share: int, lock: bool) -> Iterator[Plan]:
    """With its archive open. `share` is into how many parts the whole work falls, of which this is the first."""
    with found.sheet_file.open("rb") as sheet, _attachments(found) as archive:
        table = opened(sheet, found.sheet_name, sheet_limits())
        try:
            show(found.pk, 0, 0)
            lines = [line for line in table.lines(found.sheet) if line.number > found.header_row]
        finally:
            table.close()
        yield planned(
            register=register,
            lines=lines,
            columns=found.columns,
            archive=archive,
            report=reporter(found.pk, share * len(lines)),
            lock=lock,
        )


@contextmanager
def _attachments(found: Import) -> Iterator[Attachments | NoArchive]:
    if not found.archive_file:
        yield NoArchive()
        return
    with found.archive_file.open("rb") as file:
        attachments = Attachments(file, limits())
        try:
            yield attachments
        finally:
            attachments.close()


def sheet_limits() -> Limits:
    """A sheet is read as a whole: what it unpacks to may be far less than of an archive that is only handed on."""
    return dataclasses.replace(limits(), unpacked_bytes=settings.IMPORT_MAX_UNPACKED_BYTES)


def _keep(found: Import, plan: Plan, done: dict[int, Item] | None = None) -> None:
    """The plan's rows in place of those from before; `done` are the items as they are now, by the rows' numbers."""
    found.rows.all().delete()
    ImportRow.objects.bulk_create((_row(found, plan, row, done or {}) for row in plan.rows), batch_size=500)
    for verdict, count in plan.counts().items():
        setattr(found, verdict.value, count)
    found.outcome = plan.outcome


def _row(found: Import, plan: Plan, row: Planned, done: dict[int, Item]) -> ImportRow:
    after = done.get(row.number)
    return ImportRow(
        of=found,
        number=row.number,
        verdict=row.verdict,
        label=row.label[:255],
        errors=[dataclasses.asdict(error) for error in row.errors],
        differences=[] if row.errors else [dataclasses.asdict(one) for one in plan.differences(row)],
        item=after.pk if after else row.item.pk if row.item else None,
        before=plan.register.as_json(row.item.values) if after and row.item else None,
        after=plan.register.as_json(after.values) if after else None,
        version=after.version if after else "",
    )


def _carry_out(found: Import, plan: Plan, by: User) -> None:
    register, new, changed = plan.register, plan.having(Verdict.NEW), plan.having(Verdict.CHANGED)
    total, done = 2 * len(plan.rows), len(plan.rows)
    numbers: dict[int, int] = {}
    for portion in portions(new):
        numbers.update(
            zip((row.number for row in portion), register.create([row.values for row in portion], by), strict=True)
        )
        show(found.pk, done := done + len(portion), total)
    for portion in portions(changed):
        pairs = [(row.item.pk, row.changes) for row in portion if row.item]
        register.change(pairs, by)
        numbers.update(zip((row.number for row in portion), (pk for pk, __ in pairs), strict=True))
        show(found.pk, done := done + len(portion), total)
    items = _items(register, list(numbers.values()))
    _keep(found, plan, {number: items[pk] for number, pk in numbers.items()})


def _items(register: Register, pks: list[int]) -> dict[int, Item]:
    return {pk: item for portion in portions(pks) for pk, item in register.read(portion).items()}


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
            elif register.as_json(item.values) != row.after or item.version != row.version:
                row.obstacle = _("Edited since.")
            if row.obstacle:
                found.append(row)
        report(seen := seen + len(portion))
    return found


def _take_back(register: Register, rows: list[ImportRow], by: User, import_id: int) -> None:
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
    counts = f"+{found.new} ~{found.changed}"
    record(event=event, by=by, about=by, detail=f"{register.name}: {found.sheet_name}, {counts}")


def _person(person: User | None) -> User:
    if person is None:
        raise Refusal(_("Nothing was changed: the person who asked for it no longer has an account."))
    return person


def _refuse_without_right(register: Register, by: User) -> None:
    if not may_import(by, register):
        raise Refusal(_("Nothing was changed: the person who asked for it may no longer do so."))
