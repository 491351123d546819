"""What an office writes about its procedures: the defaults, one procedure, and many at once."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from procedure_catalogue.models import ProcedureField
from procedure_catalogue.states import Level
from procedures.actions import Seen, Words
from procedures.overlays import PLACE, Defaults, Overlay

HOURS = forms.Textarea(attrs={"rows": 3})


class SeenField(forms.IntegerField):
    def __init__(self) -> None:
        super().__init__(min_value=0, widget=forms.HiddenInput)


class DefaultsForm(WagtailAdminModelForm):
    levels = forms.MultipleChoiceField(
        label=_("Levels whose procedures are shown"), choices=Level.choices, widget=forms.CheckboxSelectMultiple
    )
    seen = SeenField()

    class Meta:
        model = Defaults
        fields = ["levels", *PLACE]
        widgets = {"hours": HOURS}

    @property
    def place(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in PLACE}


class OverlayForm(WagtailAdminModelForm):
    seen = SeenField()
    seen_version = SeenField()

    class Meta:
        model = Overlay
        fields = ["is_offered", *PLACE, "note", "form_file"]
        widgets = {"hours": HOURS, "note": forms.Textarea(attrs={"rows": 5})}

    @property
    def words(self) -> Words:
        return Words(**{name: self.cleaned_data[name] for name in self.Meta.fields})

    @property
    def what_was_seen(self) -> Seen:
        return Seen(self.cleaned_data["seen"], self.cleaned_data["seen_version"])


class FillInForm(forms.Form):
    """What is left empty stays as each of them has it."""

    desk = forms.CharField(label=_("Receiving desk"), max_length=300, required=False)
    hours = forms.CharField(label=_("Office hours"), max_length=1000, required=False, widget=HOURS)
    officer = forms.CharField(label=_("Officer"), max_length=255, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=50, required=False)


class ListFilters(forms.Form):
    TO_CONFIRM, OWN, WITHHELD = "to-confirm", "own", "withheld"

    q = forms.CharField(label=_("Words or code"), max_length=200, required=False)
    field = forms.ModelChoiceField(
        ProcedureField.objects.all(), label=_("Field"), to_field_name="key", required=False, empty_label=_("All")
    )
    state = forms.ChoiceField(
        label=_("Here"),
        choices=[
            ("", _("All")),
            (TO_CONFIRM, _("To be confirmed")),
            (OWN, _("With details of its own")),
            (WITHHELD, _("Not offered")),
        ],
        required=False,
    )

    def chosen(self, name: str) -> Any:
        """Of what can't be read: nothing."""
        return self.cleaned_data.get(name) if self.is_bound and self.is_valid() else None


def seen_in(posted: QueryDict, name: str = "chosen") -> dict[int, Seen]:
    """The chosen rows with what stood in each: `procedure:revision:version`. What can't be read is left
    out."""
    found = {}
    for text in posted.getlist(name):
        parts = text.split(":")
        if len(parts) == 3 and all(part.isascii() and part.isdigit() and len(part) <= 18 for part in parts):
            number, revision, version = map(int, parts)
            found[number] = Seen(revision, version)
    return found
