"""What a person asks for at an import, and what becomes of it with time. The worker does the rest, in `work.py`."""

import datetime
import uuid
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from importing import tasks
from importing.handed_in import sheet_limits
from importing.headers import Header, guess, header_in, header_of, still_fits
from importing.models import Import, RememberedColumns
from importing.progress import progress_of, show
from importing.registers import Register, register_named
from importing.rules import may_be_undone, may_import
from importing.states import State, may_move
from importing.tables import opened
from lib.filetypes import extension_of

TASKS = {State.CHECKING: tasks.check, State.APPLYING: tasks.apply, State.UNDOING: tasks.undo}


@transaction.atomic
def hand_in(
    *, register: Register, sheet: File, archive: File | None, by: User, terms: Mapping[str, Any] | None = None
) -> Import:
    """Keep a sheet, with its archive of files, and say which column is probably which. `terms` are those that the
    register asks for, as its form has them.

    Raises lib.refusals.Refused for a sheet that can't be read, with nothing kept.
    """
    _require(by, register)
    name = sheet.name or ""
    table = opened(sheet, name, sheet_limits(), register.formats)
    try:
        header = header_of(table, register)
    finally:
        table.close()
    if header is None:
        raise ValidationError(_("This sheet is empty. See whether it was saved, then upload it again."))
    found = Import(
        register=register.key,
        asked_at=timezone.now(),
        asked_by=by,
        language=get_language() or "vi",
        terms=dict(terms or {}),
        sheet_name=name[-255:],
        archive_name=(archive.name or "")[-255:] if archive else "",
    )
    _take_header(found, header, register)
    sheet.seek(0)
    found.sheet_file.save(f"{uuid.uuid4()}.{extension_of(name)}", sheet, save=False)
    if archive:
        archive.seek(0)
        found.archive_file.save(f"{uuid.uuid4()}.zip", archive, save=False)
    found.save()
    return found


@transaction.atomic
def choose_sheet(*, of: Import, sheet: str, by: User) -> Import:
    """Another one of the workbook's sheets. Raises ValidationError where it is empty or not there."""
    found = _locked(of, by)
    register = register_named(found.register)
    _refuse_unless(found, State.MAPPING)
    with found.sheet_file.open("rb") as file:
        table = opened(file, found.sheet_name, sheet_limits(), register.formats)
        try:
            header = header_in(table, sheet, register) if sheet in table.sheets else None
        finally:
            table.close()
    if header is None:
        raise ValidationError(_("This sheet is empty. See whether it was saved, then upload it again."))
    _take_header(found, header, register)
    found.save()
    return found


@transaction.atomic
def confirm_columns(*, of: Import, columns: Mapping[str, int], by: User) -> Import:
    """Remember which column is which for sheets with the same titles, and have the sheet checked."""
    found = _locked(of, by)
    register = register_named(found.register)
    if found.state == State.CHECKING:
        return found
    _refuse_unless(found, State.MAPPING, State.CHECKED)
    lacking = [column.header for column in register.columns if column.key in set(register.natural_key) - set(columns)]
    if lacking:
        raise ValidationError(
            _("Say which column is “%(column)s”: without it, no row says what it is about."),
            params={"column": lacking[0]},
        )
    if len(set(columns.values())) < len(columns):
        raise ValidationError(_("One column of the sheet can't be two columns of the register."))
    found.columns = dict(columns)
    fingerprint = Header(found.sheet, found.header_row, tuple(found.titles)).fingerprint
    RememberedColumns.objects.update_or_create(
        register=register.key, fingerprint=fingerprint, defaults={"columns": found.columns}
    )
    return _have_done(found, State.CHECKING)


@transaction.atomic
def ask_to_apply(*, of: Import, outcome: str, by: User) -> Import:
    """Have imported what the dry run with that outcome has shown. A second press does nothing more.

    Raises ValidationError where there is nothing to import, or something wrong.
    """
    found = _locked(of, by)
    if found.state in (State.APPLYING, State.APPLIED):
        return found
    if not found.may_be_applied:
        raise ValidationError(_("Nothing was imported: correct the wrong rows and hand the sheet in again."))
    if found.outcome != outcome:
        raise ValidationError(_("Nothing was imported: the sheet was checked again meanwhile. Look at the result."))
    found.applied_by = by
    return _have_done(found, State.APPLYING)


@transaction.atomic
def ask_to_undo(*, of: Import, by: User, leaves_edited: bool = False) -> Import:
    """Have the last import into its register taken back. A second press does nothing more.

    Where somebody has edited an entry since, nothing is undone, or all but these with `leaves_edited`.
    """
    found = _locked(of, by)
    if found.state in (State.UNDOING, State.UNDONE):
        return found
    if not may_be_undone(found):
        raise ValidationError(_("Only the last import into a register can be undone."))
    found.undone_by, found.leaves_edited = by, leaves_edited
    return _have_done(found, State.UNDOING)


@transaction.atomic
def ask_again(*, of: Import, by: User) -> Import:
    """Queue work once more that nobody has heard of for a while. If it is under way all the same, it is done once."""
    found = _locked(of, by)
    progress = progress_of(found.pk)
    if found.is_under_way and (progress is None or progress.is_silent):
        show(found.pk, 0, 0)
        TASKS[State(found.state)].enqueue(found.pk)
    return found


@transaction.atomic
def discard(*, of: Import, by: User) -> None:
    """Forget a sheet that was not imported."""
    found = _locked(of, by)
    _refuse_unless(found, State.MAPPING, State.CHECKED)
    _forget_files(found)
    found.delete()


@transaction.atomic
def forget_old_uploads(*, days: int) -> int:
    """Remove the files of imports handed in more than so many days ago, and say of how many. What was never imported
    goes as a whole. Safe to repeat."""
    old = Import.objects.handed_in_before(timezone.now() - datetime.timedelta(days=days)).select_for_update()
    forgotten = list(old.with_files())
    for found in forgotten:
        if not found.is_under_way:
            _forget_files(found)
            found.save()
    old.unfinished().delete()
    return len(forgotten)


def _take_header(found: Import, header: Header, register: Register) -> None:
    remembered = RememberedColumns.objects.filter(register=register.key, fingerprint=header.fingerprint).first()
    columns = remembered.columns if remembered else None
    if columns is None or not still_fits(columns, header.titles, register):
        columns = guess(header.titles, register)
    found.sheet, found.header_row, found.titles, found.columns = header.sheet, header.number, header.titles, columns


def _have_done(found: Import, state: State) -> Import:
    if not may_move(found.state, state):
        raise PermissionDenied
    found.state, found.notice = state, ""
    found.save()
    show(found.pk, 0, 0)
    TASKS[state].enqueue(found.pk)
    return found


def _locked(of: Import, by: User) -> Import:
    """As it is now. Two people who press at once come one after the other."""
    found = Import.objects.select_for_update().get(pk=of.pk)
    _require(by, register_named(found.register))
    return found


def _require(by: User, register: Register) -> None:
    if not may_import(by, register):
        raise PermissionDenied


def _refuse_unless(found: Import, *states: State) -> None:
    if found.state not in states:
        raise ValidationError(_("This import has gone on meanwhile. Look at where it stands now."))


def _forget_files(found: Import) -> None:
    """From the disk once it is certain that the row says so too."""
    for file in (found.sheet_file, found.archive_file):
        if file:
            storage, name = file.storage, file.name
            transaction.on_commit(lambda storage=storage, name=name: storage.delete(name))  # type: ignore[misc]
    found.sheet_file = found.archive_file = ""  # type: ignore[assignment]
