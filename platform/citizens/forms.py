"""The forms with which an office deals with a question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from citizens.offices import offices
from intake.forms import WordsField
from organisation.models import Department


class SeenForm(forms.Form):
    """`seen` is the version before the eyes of who decides."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class AnswerForm(SeenForm):
    answer = WordsField(label=_("Answer"), required=False, widget=forms.Textarea({"rows": 12}))


class RouteForm(SeenForm):
    department = forms.ModelChoiceField(
        Department.objects.order_by("position", "name_vi", "pk"),
        label=_("Department"),
        error_messages={"required": _("Say which department.")},
    )
    note = WordsField(label=_("Note, who asked reads it"), max_length=500, required=False)


class ExtensionForm(SeenForm):
    working_days = forms.IntegerField(label=_("More working days"), min_value=1)
    reason = WordsField(label=_("Reason, who asked reads it"), max_length=500)


class ReasonForm(SeenForm):
    reason = WordsField(label=_("Reason, who asked reads it"), max_length=500)


class ForgetForm(SeenForm):
    sure = forms.BooleanField(label=_("I have checked that it is this person's wish"))


def offices_within_reach() -> list[tuple[str, Any]]:
    return [("", _("Choose an office")), *((one.key, one.name) for one in offices().within_reach())]


class TransferForm(SeenForm):
    to = forms.ChoiceField(
        label=_("Office"), choices=offices_within_reach, error_messages={"required": _("Choose an office.")}
    )
    note = WordsField(label=_("Note, who asked reads it"), max_length=500, required=False)

    @property
    def has_other_offices(self) -> bool:
        to: Any = self.fields["to"]
        return any(key for key, _name in to.choices)


class ContactForm(forms.Form):
    contact = forms.CharField(label=_("E-mail address or phone"), max_length=254)


class NoteForm(SeenForm):
    note = WordsField(label=_("Note, for colleagues only"), max_length=500, required=False)
