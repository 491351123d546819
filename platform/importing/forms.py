"""The forms of an import: the files, and which column is which."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl.utils import get_column_letter

from importing.models import Import
from importing.registers import Register
from lib.archives import opened
from lib.filetypes import extension_of
from lib.upload_fields import limits

NOT_THERE = ""


class UploadForm(forms.Form):
    sheet = forms.FileField(
        label=gettext_lazy("Sheet"),
        help_text=gettext_lazy(
            "An Excel workbook (.xlsx) or a text file (.csv), with the names of the columns on top."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.tsv"}),
    )
    archive = forms.FileField(
        label=gettext_lazy("Files of the entries"),
        help_text=gettext_lazy(
            "A .zip with the files whose names stand in the sheet; leave it out where there are none."
        ),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".zip"}),
    )

    def __init__(self, *args: Any, register: Register, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.register = register
        if not register.takes_files:
            del self.fields["archive"]
        if register.formats:
            endings = [f".{extension}" for extension in ("xlsx", "csv", "tsv", *register.formats)]
            self.fields["sheet"].widget.attrs["accept"] = ",".join(endings)
            self.fields["sheet"].help_text = register.reads

    def kept(self) -> dict[str, Any]:
        """The terms of the register; none where it asks for none."""
        return {}

    def clean_sheet(self) -> UploadedFile:
        sheet: UploadedFile = self.cleaned_data["sheet"]
        is_archive = extension_of(sheet.name or "") == "zip" and "zip" in self.register.formats
        most = settings.IMPORT_MAX_ARCHIVE_BYTES if is_archive else settings.IMPORT_MAX_SHEET_BYTES
        _refuse_larger(sheet, most, _("Divide the sheet and import one part after the other."))
        return sheet

    def clean_archive(self) -> UploadedFile | None:
        archive: UploadedFile | None = self.cleaned_data["archive"]
        if archive:
            _refuse_larger(
                archive, settings.IMPORT_MAX_ARCHIVE_BYTES, _("Divide it, with the sheet, into two imports.")
            )
            if extension_of(archive.name or "") != "zip":
                raise ValidationError(_("Pack the files into one .zip and upload that."))
            with opened(archive, limits()) as files:
                files.refuse_bombs()
        return archive


def upload_form_for(register: Register) -> type[UploadForm]:
    """With what the register asks for along with the sheet, where it does."""
    return type("UploadForm", (register.terms, UploadForm), {}) if register.terms else UploadForm


class SheetForm(forms.Form):
    """Which of a workbook's sheets; asked where there are several."""

    sheet = forms.ChoiceField(label=gettext_lazy("Sheet of the workbook"))

    def __init__(self, *args: Any, sheets: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = [(name, name) for name in sheets]


class ColumnsForm(forms.Form):
    """A field for each column of the register, with the titles of the sheet to choose from."""

    def __init__(self, *args: Any, register: Register, found: Import, **kwargs: Any) -> None:
        initial = {key: str(position) for key, position in found.columns.items()}
        super().__init__(*args, **{**kwargs, "initial": initial})
        titles = [
            (str(position), f"{get_column_letter(position + 1)}: {title}")
            for position, title in enumerate(found.titles)
            if title
        ]
        for column in register.columns:
            self.fields[column.key] = forms.ChoiceField(
                label=column.header,
                choices=[(NOT_THERE, _("– not in this sheet –")), *titles],
                required=column.key in register.natural_key,
                help_text=column.help,
            )

    @property
    def columns(self) -> dict[str, int]:
        return {key: int(position) for key, position in self.cleaned_data.items() if position != NOT_THERE}


def _refuse_larger(file: UploadedFile, most: int, remedy: str) -> None:
    size = file.size or 0
    if size > most:
        raise ValidationError(
            _("This file is too large (%(size)s); up to %(most)s are taken. %(remedy)s"),
            params={"size": filesizeformat(size), "most": filesizeformat(most), "remedy": remedy},
        )
