"""Files of forms that come along with what the board has typed. They are kept at once, and their addresses written into
the rows: whatever else is refused, nobody chooses a file twice."""

import re

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from accounts.queries import person_asking
from procedure_catalogue.actions_forms import keep_form_file

FIELD = re.compile(r"dossier-(\d{1,4})-form_file", re.ASCII)


def with_form_files(request: HttpRequest, code: str) -> tuple[QueryDict, ValidationError | None]:
    """What was typed, with the addresses of the files that were kept; and what is wrong with the others, by row."""
    typed, told = request.POST.copy(), []
    for name, file in sorted(request.FILES.items()):
        found = FIELD.fullmatch(name)
        if not found or not isinstance(file, UploadedFile):
            continue
        try:
            kept = keep_form_file(code=code, file=file, by=person_asking(request))
        except ValidationError as refused:
            row = _("Row %(number)d") % {"number": int(found[1]) + 1}
            told += [f"{row}: {sentence}" for sentence in refused.messages]
        else:
            typed[f"dossier-{found[1]}-form_url"] = kept.address
    return typed, ValidationError({"dossier": told}) if told else None
