from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from catalogue.figures import Period
from traffic.models import PastTotal


class PeriodForm(forms.Form):
    first = forms.DateField(label=gettext_lazy("From"), widget=AdminDateInput)
    last = forms.DateField(label=gettext_lazy("Until"), widget=AdminDateInput)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("first") and cleaned.get("last") and cleaned["last"] < cleaned["first"]:
            raise ValidationError({"last": _("The last day is before the first.")})
        return cleaned

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])


class TotalForm(forms.ModelForm):
    """A total of an older system, entered for the first time."""

    class Meta:
        model = PastTotal
        fields = ["first", "last", "visits", "source"]
        widgets = {"first": AdminDateInput, "last": AdminDateInput}


class CorrectionForm(TotalForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=250, help_text=gettext_lazy("Why it changes; it stays on record.")
    )


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=250, help_text=gettext_lazy("Why it changes; it stays on record.")
    )
