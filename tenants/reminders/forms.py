"""The board's forms for reminders."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from accounts.models import User
from lib.clock import refuse_far_day
from tenants.oversight.models import Duty
from tenants.registry.models import Tenant
from tenants.reminders import actions_settings
from tenants.reminders.actions_by_hand import Order
from tenants.reminders.models import Contact, Reminder, Step
from tenants.reminders.states import Addressee, State

ANY = [("", gettext_lazy("any"))]
MOST_WORDS = 1000


class LogForm(forms.Form):
    """What of the log somebody wants to see; all of it is in the address."""

    site = forms.ChoiceField(label=gettext_lazy("Site"), required=False)
    duty = forms.ChoiceField(label=gettext_lazy("Duty"), required=False)
    addressee = forms.ChoiceField(
        label=capfirst(gettext_lazy("addressee")), choices=[*ANY, *Addressee.choices], required=False
    )
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=[*ANY, *State.choices], required=False)
    first = forms.DateField(
        label=gettext_lazy("From"), widget=AdminDateInput, required=False, validators=[refuse_far_day]
    )
    last = forms.DateField(
        label=gettext_lazy("Until"), widget=AdminDateInput, required=False, validators=[refuse_far_day]
    )

    def __init__(self, *args: Any, sites: Sequence[Tenant], duties: Sequence[Duty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].choices = [*ANY, *((one.slug, one.full_name) for one in sites)]  # type: ignore[attr-defined]
        titles = {duty.key: duty.title for duty in duties}
        self.fields["duty"].choices = [*ANY, *titles.items()]  # type: ignore[attr-defined]

    def narrow(self, reminders: QuerySet[Reminder]) -> QuerySet[Reminder]:
        """Nothing, where something is asked for that there is not."""
        if not self.is_valid():
            return reminders.none()
        wanted = self.cleaned_data
        fields = {
            "site": "tenant__slug",
            "duty": "duty_key",
            "addressee": "addressee",
            "state": "state",
            "first": "on__gte",
            "last": "on__lte",
        }
        return reminders.filter(**{fields[name]: value for name, value in wanted.items() if value})


class StepForm(forms.ModelForm):
    class Meta:
        model = Step
        fields = ["addressee", "after_days", "valid_from", "valid_to"]
        widgets = {"valid_from": AdminDateInput, "valid_to": AdminDateInput}
        help_texts = {"valid_from": gettext_lazy("What holds until then ends the day before, and stays on record.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("valid_from", "valid_to"):
            self.fields[name].validators = [*self.fields[name].validators, refuse_far_day]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            raise ValidationError({"valid_to": _("The last day is before the first.")})
        return cleaned

    def _post_clean(self) -> None:
        """The action checks and writes a version of its own; the one that was opened stays as it is."""

    def keep(self, *, by: User, instead_of: Step | None = None) -> Step:
        return actions_settings.save_step(values=self.cleaned_data, by=by, instead_of=instead_of)


class TextForm(forms.Form):
    subject = forms.CharField(label=capfirst(gettext_lazy("subject")), max_length=200)
    body = forms.CharField(label=capfirst(gettext_lazy("text")), max_length=5000, widget=forms.Textarea)


class PreviewForm(forms.Form):
    site = forms.ModelChoiceField(Tenant.objects.none(), label=gettext_lazy("Preview with"), to_field_name="slug")

    def __init__(self, *args: Any, sites: QuerySet[Tenant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = sites  # type: ignore[attr-defined]


class ContactForm(forms.ModelForm):
    """Both fields, or neither, which takes the address away."""

    class Meta:
        model = Contact
        fields = ["name", "email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = self.fields["email"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if bool(cleaned.get("name")) != bool(cleaned.get("email")) and not self.errors:
            raise ValidationError(_("Write both the name and the address, or leave both empty."))
        return cleaned

    def _post_clean(self) -> None:
        """The action writes."""


class NowForm(forms.Form):
    sites = forms.ModelMultipleChoiceField(
        Tenant.objects.none(),
        label=gettext_lazy("Sites"),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
    )
    duties = forms.MultipleChoiceField(
        label=gettext_lazy("Duties"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked: everything that is missing or overdue."),
    )
    addressees = forms.MultipleChoiceField(
        label=gettext_lazy("To whom"), choices=Addressee, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=gettext_lazy("Your words"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("They stand above the list of what is overdue."),
    )

    def __init__(self, *args: Any, sites: QuerySet[Tenant], duties: Sequence[Duty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sites"].queryset = sites  # type: ignore[attr-defined]
        titles = {duty.key: duty.title for duty in duties}
        self.fields["duties"].choices = list(titles.items())  # type: ignore[attr-defined]

    @property
    def order(self) -> Order:
        wanted = self.cleaned_data
        return Order(frozenset(wanted["duties"]), frozenset(wanted["addressees"]), wanted["words"].strip())
