"""`manage.py procedures import FILE …`: what the import screen of the board's site does, for who runs the server."""

import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from importing import actions, work
from importing.forms import upload_form_for
from importing.models import Import
from importing.registers import register_named
from importing.states import State, Verdict
from procedure_imports.records import KINDS
from procedure_imports.register import REGISTER_KEY
from procedure_imports.terms import COMPLETE
from tenants.crossing import all_tenants, in_site
from tenants.registry.models import Tenant

MOST_TOLD = 50


class Command(BaseCommand):
    help = "Imports procedures into the district's catalogue, or takes the last import back."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        one = verbs.add_parser("import", help="says what a file would do; with --apply, does it")
        one.add_argument(
            "file", type=Path, help=".xlsx, .csv, .zip, .json, .docx, or a folder of .json and .docx files"
        )
        one.add_argument("--number", required=True, help="of the decision, as in 15/QĐ-UBND")
        one.add_argument("--issued-on", required=True, help="day of the decision, as in 2023-06-20")
        one.add_argument("--issuer", required=True)
        one.add_argument("--title", default="")
        one.add_argument("--valid-from", required=True, help="the day from which all of it holds")
        one.add_argument("--complete", default="", choices=[value for value, __ in COMPLETE], help="retire the rest")
        one.add_argument("--apply", action="store_true")
        last = verbs.add_parser("undo", help="takes the last import back")
        last.add_argument("--leave-edited", action="store_true", help="all but what was edited since")
        for each in (one, last):
            each.add_argument("--by", required=True, help="e-mail address of an administrator of the board's site")
            each.add_argument("--site", default="", help="short name of the board's site, where there are several")

    def handle(self, *args: Any, **options: Any) -> None:
        with in_site(_board(options["site"])):
            by = _person(options["by"])
            try:
                if options["verb"] == "undo":
                    self._undo(by, options)
                else:
                    self._import(by, options)
            except PermissionDenied:
                raise CommandError(f"{by.email} may not keep the catalogue of procedures.") from None
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from None

    def _import(self, by: User, options: dict[str, Any]) -> None:
        register = register_named(REGISTER_KEY)
        with _opened(options["file"]) as sheet:
            terms = {
                name: options[name] for name in ("number", "issuer", "title", "issued_on", "valid_from", "complete")
            }
            form = upload_form_for(register)(data=terms, files={"sheet": sheet}, register=register)
            if not form.is_valid():
                raise CommandError(
                    "\n".join(f"{name}: {' '.join(map(str, told))}" for name, told in form.errors.items())
                )
            found = actions.hand_in(register=register, sheet=sheet, archive=None, by=by, terms=form.kept())
        actions.confirm_columns(of=found, columns=found.columns, by=by)
        self._work("dry run", work.check, found)
        self._tell(found)
        if found.state != State.CHECKED or found.wrong:
            raise CommandError(found.notice or "Nothing was imported: correct what is wrong, then try again.")
        if not options["apply"]:
            self.stdout.write("Nothing was changed: this was the dry run. Add --apply to import it.")
        elif found.may_be_applied:
            actions.ask_to_apply(of=found, outcome=found.outcome, by=by)
            self._work("import", work.apply, found)
            if found.state != State.APPLIED:
                raise CommandError(found.notice)

    def _undo(self, by: User, options: dict[str, Any]) -> None:
        found = Import.objects.into([REGISTER_KEY]).in_force().first()
        if found is None:
            raise CommandError("There is no import to take back.")
        actions.ask_to_undo(of=found, by=by, leaves_edited=options["leave_edited"])
        self._work("undo", work.undo, found)
        for row in found.rows.in_the_way()[:MOST_TOLD]:
            self.stdout.write(f"  {row.label}: {row.obstacle}")
        if found.state != State.UNDONE:
            raise CommandError(found.notice)
        self.stdout.write(found.notice or "The catalogue is as it was before.")

    def _work(self, name: str, do: Callable[[int], None], found: Import) -> None:
        begun = time.monotonic()
        do(found.pk)
        found.refresh_from_db()
        self.stdout.write(f"{name}: {time.monotonic() - begun:.1f} s")

    def _tell(self, found: Import) -> None:
        counts = (f"{count} {verdict.value}" for verdict, count in found.counts().items())
        self.stdout.write(", ".join(counts))
        told = found.rows.exclude(verdict__in=(Verdict.SAME, Verdict.NEW)).order_by("number")
        for row in told[:MOST_TOLD]:
            self.stdout.write(f"{row.get_verdict_display()}: {row.source or row.number} {row.label}")
            for error in row.errors:
                self.stdout.write(f"  {error['column']}: {error['reason']} {error['suggestion']}")
            for one in row.differences:
                self.stdout.write(f"  {one['column']}: {one['before'] or '–'} → {one['after'] or '–'}")
        if told.count() > MOST_TOLD:
            self.stdout.write(f"… and {told.count() - MOST_TOLD} more: they are listed in the admin.")


def _board(slug: str) -> Tenant:
    boards = [tenant for tenant in all_tenants() if tenant.runs_board and slug in ("", tenant.slug)]
    if len(boards) != 1:
        raise CommandError("Name the site that runs the board with --site." if boards else "No such board's site.")
    return boards[0]


def _person(email: str) -> User:
    person = User.objects.filter(email__iexact=email, is_active=True).first()
    if person is None:
        raise CommandError(f"Nobody with the address {email!r} works on the board's site.")
    return person


@contextmanager
def _opened(path: Path) -> Iterator[File]:
    """A folder is packed on the way, so that it is read as an archive of it would be."""
    if path.is_dir():
        with TemporaryFile() as packed:
            _pack(path, packed)
            yield File(packed, name=f"{path.resolve().name}.zip")
    elif path.is_file():
        with path.open("rb") as file:
            yield File(file, name=path.name)
    else:
        raise CommandError(f"There is no file {path}.")


def _pack(folder: Path, packed: IO[bytes]) -> None:
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and path.suffix.lower().lstrip(".") in KINDS:
                archive.write(path, path.relative_to(folder).as_posix())
    packed.seek(0)
