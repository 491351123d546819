"""All that is kept of one person's questions, as a file for that person."""

import posixpath
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

import openpyxl
from django.utils.translation import gettext as _

from citizens.models import Question
from lib.spreadsheets import harmless, moment
from lib.vietnamese import slug

SHEET = "cau-hoi.xlsx"
LONGEST_NAME = 60


def as_archive(questions: Iterable[Question]) -> IO[bytes]:
    """A ZIP with a workbook (questions, what happened) and the files that came along, each in the folder of its number.

    `questions` come with history and attachments. An answer that is not approved is nobody's yet and not in it.
    """
    kept = list(questions)
    archive = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
        with parts.open(SHEET, "w") as sheet:
            _write_workbook(sheet, kept)
        for question in kept:
            for number, attachment in enumerate(question.attachments.all(), start=1):
                if (content := attachment.content()) is not None:
                    parts.writestr(f"{question.reference}/{number}-{_plain(attachment.name)}", content)
    archive.seek(0)
    return archive


def _write_workbook(file: IO[bytes], questions: list[Question]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_("Questions"))
    sheet.append(list(_facts_of(Question())))
    for question in questions:
        sheet.append([harmless(value) for value in _facts_of(question).values()])
    steps = book.create_sheet(_("What has happened"))
    steps.append([_("Number"), _("Time"), _("Step"), _("Note"), _("Due on")])
    for row in _steps_of(questions):
        steps.append([harmless(value) for value in row])
    book.save(file)


def _facts_of(question: Question) -> dict[str, Any]:
    """Heading → value; the headings of a question that was never asked as well."""
    is_asked = question.pk is not None
    return {
        _("Number"): question.reference if is_asked else "",
        _("Received at"): moment(question.received_at) if is_asked else "",
        _("Kind"): question.get_kind_display(),
        _("What it is about"): question.subject,
        _("Words"): question.body,
        _("Name"): question.name,
        _("Address"): question.address,
        _("E-mail address"): question.email,
        _("Phone"): question.phone,
        _("May be published"): _("yes") if question.may_be_published else _("no"),
        _("State"): question.get_state_display(),
        _("Due on"): question.due_on.isoformat() if is_asked else "",
        _("Answer"): question.told_answer,
        _("Published on"): question.published_on.isoformat() if question.published_on else "",
    }


def _steps_of(questions: list[Question]) -> Iterator[list[str]]:
    for question in questions:
        for one in question.told_steps:
            yield [
                question.reference,
                moment(one.at),
                str(one.get_step_display()),
                one.note,
                one.due_on.isoformat(),
            ]


def _plain(name: str) -> str:
    """A name that no program takes for a way to another folder."""
    stem, extension = posixpath.splitext(posixpath.basename(name.replace("\\", "/")))
    return f"{slug(stem)[:LONGEST_NAME] or 'tep'}{extension.lower()}"
