"""Files of forms that come along with what the board has typed. They are kept at once, and their addresses written into
the rows: whatever else is refused, nobody chooses a file twice."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from accounts.queries import person_asking
from procedure_catalogue.actions_forms import keep_form_file
from procedure_catalogue.reading import clean_code

FIELD = re.compile(r"dossier-(\d{1,4})-form_file", re.ASCII)


def with_form_files(request: HttpRequest, code: str) -> tuple[QueryDict, ValidationError | None]:
    """What was typed, with the addresses of the files that were kept; and what is wrong with the others, by row."""
    typed, told, files = request.POST.copy(), [], dict(_by_row(request))
    if files and (wrong := _wrong(code)):
        return typed, wrong
    for row, file in files.items():
        try:
            kept = keep_form_file(code=code, file=file, by=person_asking(request))
        except ValidationError as refused:
            name = _("Row %(number)d") % {"number": row + 1}
            told += [f"{name}: {sentence}" for sentence in refused.messages]
        else:
            typed[f"dossier-{row}-form_url"] = kept.address
    return typed, ValidationError({"dossier": told}) if told else None


def _by_row(request: HttpRequest) -> Iterator[tuple[int, UploadedFile]]:
    """In their order, each with its row, from 0."""
    rows = {name: int(found[1]) for name in request.FILES if (found := FIELD.fullmatch(name))}
    for name in sorted(rows, key=lambda name: rows[name]):
        if isinstance(file := request.FILES[name], UploadedFile):
            yield rows[name], file


def _wrong(code: str) -> ValidationError | None:
    """Of a code that no file can be kept under: it is told where it was typed."""
    try:
        clean_code(code)
    except ValidationError as refused:
        return ValidationError({"code": refused.messages})
    return None
