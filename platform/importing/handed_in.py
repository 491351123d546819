"""What was handed in, opened again for the worker."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from importing.attachments import Attachments, NoArchive
from importing.models import Import
from importing.plans import Plan
from importing.progress import reporter, show
from importing.registers import Register
from importing.tables import opened
from lib.refusals import Limits
from lib.upload_fields import limits


@contextmanager
def plan_of(found: Import, register: Register, *, lock: bool) -> Iterator[Plan]:
    """With its archive open."""
    with found.sheet_file.open("rb") as sheet, _attachments(found) as archive:
        table = opened(sheet, found.sheet_name, sheet_limits(), register.formats)
        try:
            show(found.pk, 0, 0)
            lines = table.below(found.sheet, found.header_row)
            yield Plan(
                register=register,
                lines=lines,
                columns=found.columns,
                archive=archive,
                report=reporter(found.pk, len(lines)),
                lock=lock,
            )
        finally:
            table.close()


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
