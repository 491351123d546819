"""The grid in which a clerk writes a week, and the box into which the weekly document is pasted."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agenda import sheets
from agenda.entries import MOST_ENTRIES, Entry
from agenda.rows import WORDS, Pasted, Row, time_in
from agenda.states import Session, session_at
from agenda.weeks import days_of
from lib.clock import refuse_far_day
from lib.upload_fields import limits
from lib.vietnamese import to_nfc
from lib.workbooks import rows_of

BLANK_ROWS = 3


class TimeOfDay(forms.CharField):
    """As offices write it: 8 giờ, 7g30, 08:00."""

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"size": 6, "maxlength": 12, "placeholder": "7g30", "inputmode": "text"}
        super().__init__(required=False, widget=forms.TextInput(attrs=attributes), **kwargs)

    def prepare_value(self, value: object) -> object:
        return f"{value.hour}g{value.minute:02}" if isinstance(value, datetime.time) else value

    def to_python(self, value: object) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        time = time_in(f"{text}g" if text.isascii() and text.isdigit() else text)
        if time is None:
            raise ValidationError(_("Write the time as in 7g30 or 14:00."))
        return time


class RowForm(forms.Form):
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    day = forms.TypedChoiceField(label=gettext_lazy("Day"), coerce=datetime.date.fromisoformat)
    session = forms.ChoiceField(
        label=gettext_lazy("Part of the day"), choices=[("", "–"), *Session.choices], required=False
    )
    starts_at = TimeOfDay(label=gettext_lazy("From"))
    ends_at = TimeOfDay(label=gettext_lazy("To"))
    content = forms.CharField(label=gettext_lazy("Content"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    chair = forms.CharField(
        label=gettext_lazy("Chaired by"),
        required=False,
        max_length=255,
        widget=forms.TextInput(attrs={"list": "leaders"}),
    )
    participants = forms.CharField(
        label=gettext_lazy("Participants"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    place = forms.CharField(label=gettext_lazy("Place"), required=False, max_length=255)
    prepared_by = forms.CharField(label=gettext_lazy("Prepared by"), required=False, max_length=255)
    papers = forms.CharField(label=gettext_lazy("Documents"), required=False, max_length=255)
    is_gone = forms.BooleanField(label=gettext_lazy("Remove"), required=False)

    def __init__(self, *args: Any, monday: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = days_of(monday)
        self.fields["day"].choices = [(day.isoformat(), date_format(day, "D d/m")) for day in days]

    @property
    def is_blank(self) -> bool:
        """Of a row for something new, in which nothing but the day is chosen."""
        cleaned = getattr(self, "cleaned_data", {})
        return not cleaned.get("pk") and not any(cleaned.get(name) for name in WORDS if name not in ("day", "session"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = to_nfc(value).strip()
        if self.is_blank or cleaned.get("is_gone"):
            return cleaned
        if not cleaned.get("content"):
            self.add_error("content", _("Say what it is about."))
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts:
            cleaned["session"] = session_at(starts)
        elif not cleaned.get("session") and "starts_at" not in self.errors:
            self.add_error("session", _("Choose a part of the day, or write a time."))
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("It ends before it begins. See which of the two is mistyped."))
        if ends and not starts and "starts_at" not in self.errors:
            self.add_error("starts_at", _("Say when it begins, too."))
        return cleaned

    def as_row(self) -> Row:
        cleaned = self.cleaned_data
        words: dict[str, Any] = {name: cleaned.get(name) for name in WORDS}
        return Row(**words, pk=cleaned.get("pk"), is_gone=bool(cleaned.get("is_gone")))


class RowFormSet(forms.BaseFormSet):
    def rows(self) -> list[Row]:
        return [form.as_row() for form in self.forms if not form.is_blank]


Rows = forms.formset_factory(
    RowForm, formset=RowFormSet, extra=BLANK_ROWS, max_num=MOST_ENTRIES, absolute_max=MOST_ENTRIES, validate_max=True
)


def initial_of(entry: Entry) -> dict[str, Any]:
    words = {name: getattr(entry, name) for name in WORDS}
    return {**words, "day": entry.day.isoformat(), "pk": entry.pk, "is_gone": entry.is_cancelled}


class WeekForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("Note below the calendar"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class PasteForm(forms.Form):
    """Either of the two. `pasted` is what was read out of it."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    sheet = forms.FileField(
        label=gettext_lazy("Or a workbook (XLSX)"),
        required=False,
        help_text=gettext_lazy(
            "A line of headings (Thứ ngày, Thời gian, Nội dung, Chủ trì, Thành phần, Địa điểm, Chuẩn bị), below it "
            "a row for each entry."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    text = forms.CharField(
        label=gettext_lazy("Text of the weekly document"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=gettext_lazy(
            "Copy it out of the document: a line for the day, below it each entry with its time, then lines that begin "
            "with Chủ trì, Thành phần, Địa điểm, Chuẩn bị."
        ),
    )

    def __init__(self, *args: Any, monday: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.monday = monday

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        name = "sheet" if cleaned["sheet"] else "text"
        self.pasted = self._read(cleaned)
        if not self.pasted.rows:
            self.add_error(name, _("No day of this week was found in it, and so no entry."))
        return cleaned

    def _read(self, cleaned: dict[str, Any]) -> Pasted:
        if cleaned["sheet"]:
            size = {"most_rows": sheets.MOST_ROWS, "most_columns": sheets.MOST_COLUMNS}
            return sheets.rows_in_table(rows_of(cleaned["sheet"], limits(), **size), self.monday)
        return sheets.rows_in_text(cleaned["text"], self.monday)


class NewWeekForm(forms.Form):
    day = forms.DateField(label=gettext_lazy("Any day of the week"), validators=[refuse_far_day])
