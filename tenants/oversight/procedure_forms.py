"""The forms in which the board writes procedures. They take what is typed; `procedure_catalogue.reading` judges it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lib.clock import refuse_far_day
from procedure_catalogue.actions import DecisionText
from procedure_catalogue.contents import ROWS, Content
from procedure_catalogue.models import LifeEvent, ProcedureField
from procedure_catalogue.reading import MOST_ROWS
from procedure_catalogue.states import Channel, Level, Online
from procedure_catalogue.wording import HEADINGS, written_day

BLANK_ROWS = 2
# Cells of a row that are no part of a content.
ASIDE = ("place", "is_gone", "form_file")
BY_LINES = ("performing_agencies", "coordinating_agencies", "applicants", "related")


def text(part: str, *, rows: int = 0, help_text: Any = "") -> forms.CharField:
    """Of one line, or of several."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=HEADINGS[part], required=False, widget=widget, help_text=help_text)


ONE_PER_LINE = _("One in each line.")


class ContentForm(forms.Form):
    """All of a Content but for its rows."""

    name = text("name", rows=2)
    field = forms.ChoiceField(label=HEADINGS["field"], required=False)
    levels = forms.MultipleChoiceField(
        label=HEADINGS["levels"], required=False, choices=Level, widget=forms.CheckboxSelectMultiple
    )
    online = forms.ChoiceField(label=HEADINGS["online"], required=False, choices=Online, widget=forms.RadioSelect)
    portal_url = text("portal_url")
    deciding_agency = text("deciding_agency")
    performing_agencies = text("performing_agencies", rows=2, help_text=ONE_PER_LINE)
    coordinating_agencies = text("coordinating_agencies", rows=2, help_text=ONE_PER_LINE)
    applicants = text("applicants", rows=2, help_text=ONE_PER_LINE)
    sets = text("sets")
    result = text("result", rows=3)
    conditions = text("conditions", rows=5)
    related = text("related", rows=2, help_text=_("Codes such as 1.001193, one in each line."))
    name_km = text("name_km", rows=2)
    name_en = text("name_en", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = ProcedureField.objects.all()
        self.fields["field"].choices = [("", "–"), *((one.key, one.name) for one in fields)]  # type: ignore[attr-defined]
        self.fields["name_km"].widget.attrs["lang"] = "km"
        self.fields["name_en"].widget.attrs["lang"] = "en"


class RowForm(forms.Form):
    place = forms.CharField(
        label=_("Place in the order"), required=False, widget=forms.TextInput(attrs={"size": 3, "inputmode": "numeric"})
    )
    is_gone = forms.BooleanField(label=_("Remove"), required=False)

    @property
    def order(self) -> float:
        typed = self.cleaned_data.get("place", "").strip()
        return int(typed) if typed.isascii() and typed.isdigit() else float("inf")


def cell(label: Any, *, rows: int = 0, **attributes: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, **attributes}) if rows else forms.TextInput(attrs=attributes)
    return forms.CharField(label=label, required=False, widget=widget)


class StepForm(RowForm):
    text = cell(_("What is done"), rows=3)
    text_km = cell(_("In Khmer"), rows=2, lang="km")
    text_en = cell(_("In English"), rows=2, lang="en")


class WayForm(RowForm):
    channel = forms.ChoiceField(label=_("Way"), required=False, choices=[("", "–"), *Channel.choices])
    time_limit = cell(_("Time limit"), rows=1)
    fee = cell(_("Fee"), rows=2)
    note = cell(_("Note"), rows=2)


class ComponentForm(RowForm):
    name = cell(_("Paper"), rows=2)
    originals = cell(_("Originals"), inputmode="numeric", size=3)
    copies = cell(_("Copies"), inputmode="numeric", size=3)
    case = cell(_("Only in the case that"), rows=1)
    form_name = cell(_("Name of the form"))
    form_url = cell(_("Address of the form's file"), inputmode="url")
    form_file = forms.FileField(
        label=_("or upload it (DOCX, PDF, XLSX)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.xlsx"}),
    )


class BasisForm(RowForm):
    number = cell(_("Number and sign"))
    title = cell(_("Abstract"), rows=1)
    issued_on = cell(_("Issued on"), placeholder="20/11/2014")
    issuer = cell(_("Issuing body"))


ROW_FORMS: dict[str, type[RowForm]] = {
    "steps": StepForm,
    "ways": WayForm,
    "dossier": ComponentForm,
    "legal_basis": BasisForm,
}
ROW_SETS = {
    part: forms.formset_factory(form, extra=BLANK_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
    for part, form in ROW_FORMS.items()
}


class Written:
    """A whole content in forms: as it stands, or as somebody has typed it."""

    def __init__(self, content: Content | None = None, data: QueryDict | None = None) -> None:
        given = initial_of(content) if content else {}
        self.form = ContentForm(data, initial=given)
        self.rows = {part: made(data, initial=given.get(part, []), prefix=part) for part, made in ROW_SETS.items()}

    @property
    def is_complete(self) -> bool:
        """Whether the browser has sent all of it."""
        return self.form.is_valid() and all(formset.is_valid() for formset in self.rows.values())

    def data(self) -> dict[str, Any]:
        """For `read_content`. Ask `is_complete` first."""
        typed = dict(self.form.cleaned_data)
        return {**typed, **{part: list(_in_order(formset.forms)) for part, formset in self.rows.items()}}


def initial_of(content: Content) -> dict[str, Any]:
    data = content.data()
    for part in BY_LINES:
        data[part] = "\n".join(data[part])
    for part in ROWS:
        data[part] = [{**row, "place": number} for number, row in enumerate(data[part], start=1)]
    for row in data["legal_basis"]:
        row["issued_on"] = written_day(row["issued_on"])
    return data


def _in_order(row_forms: list[RowForm]) -> Iterator[Mapping[str, Any]]:
    """By the number that was typed; rows without one follow as they stand."""
    kept = [form for form in row_forms if not form.cleaned_data.get("is_gone")]
    for form in sorted(kept, key=lambda form: form.order):
        yield {name: value for name, value in form.cleaned_data.items() if name not in ASIDE}


class DecisionForm(forms.Form):
    number = forms.CharField(label=_("Number of the decision"), max_length=100)
    issued_on = forms.DateField(label=_("Issued on"), widget=AdminDateInput, validators=[refuse_far_day])
    issuer = forms.CharField(label=_("Issuing body"), max_length=300)
    title = forms.CharField(label=_("Abstract"), max_length=2000, required=False)
    day = forms.DateField(widget=AdminDateInput, validators=[refuse_far_day])
    why = forms.CharField(label=_("Note for the history"), max_length=2000, required=False)

    @property
    def decision(self) -> DecisionText:
        return DecisionText(**{name: self.cleaned_data[name] for name in ("number", "issued_on", "issuer", "title")})


class PublicationForm(DecisionForm):
    day = forms.DateField(label=capfirst(_("valid from")), widget=AdminDateInput, validators=[refuse_far_day])


class RepealForm(DecisionForm):
    day = forms.DateField(label=_("No longer in force from"), widget=AdminDateInput, validators=[refuse_far_day])
    successors = forms.CharField(
        label=_("Procedures that take its place"),
        required=False,
        help_text=_("Codes such as 1.001193, with spaces or commas between them."),
    )

    def clean_successors(self) -> list[str]:
        return str(self.cleaned_data["successors"]).replace(",", " ").replace(";", " ").split()


class EventsForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    events: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        label=_("Life events"),
        queryset=LifeEvent.objects.all(),
        to_field_name="key",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
