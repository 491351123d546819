"""Forms of the district's screens for oversight."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lib.clock import refuse_far_day
from tenants.oversight.audit_logs import MOST_ROWS_IN_WORKBOOK, Period
from tenants.registry.models import Tenant

LONGEST_DAYS = 2 * 366


class Format(models.TextChoices):
    CSV = "csv", _("CSV: any number of rows")
    XLSX = "xlsx", _("Excel workbook")


class AuditExportForm(forms.Form):
    first = forms.DateField(label=_("From"), widget=AdminDateInput, validators=[refuse_far_day])
    last = forms.DateField(label=_("To"), widget=AdminDateInput, validators=[refuse_far_day])
    sites: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        label=_("Sites"), queryset=Tenant.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    file_format = forms.ChoiceField(
        label=capfirst(_("file")), choices=Format, initial=Format.CSV, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, sites: models.QuerySet[Tenant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sites"].queryset = sites
        self.fields["sites"].label_from_instance = lambda tenant: tenant.full_name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "first" in cleaned and "last" in cleaned:
            days = (cleaned["last"] - cleaned["first"]).days
            if days < 0:
                raise ValidationError({"last": _("The last day is before the first.")})
            if days > LONGEST_DAYS:
                raise ValidationError({"last": _("Choose at most two years at a time.")})
        return cleaned

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])

    def refuse_workbook_of(self, number: int) -> None:
        message = _("%(number)d entries are too many for a workbook (%(most)d): choose CSV or a shorter period.")
        self.add_error("file_format", message % {"number": number, "most": MOST_ROWS_IN_WORKBOOK})
