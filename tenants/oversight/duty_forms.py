"""The editor of duties."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from accounts.models import User
from catalogue.models import Category
from lib.clock import refuse_far_day
from tenants.oversight import actions
from tenants.oversight.models import Duty
from tenants.oversight.spots import KINDS, QUEUES
from tenants.oversight.states import Evidence
from tenants.registry.states import Kind

# What a site may be read for, where the reference is one of a few.
OFFICE = ("departments", "leaders", "contact")
LANGUAGES = ("vi", "km", "en")
WITHOUT = frozenset({Evidence.ANY, Evidence.YEAR, Evidence.WEEKS})
FIELDS = [
    "title_vi",
    "title_km",
    "title_en",
    "kinds",
    "evidence",
    "reference",
    "at_least",
    "within",
    "count",
    "soon",
    "weight",
    "basis",
    "basis_source",
    "days_basis",
    "days_source",
    "valid_from",
    "valid_to",
]


class DutyForm(forms.ModelForm):
    kinds = forms.MultipleChoiceField(
        label=capfirst(gettext_lazy("kinds of sites")), choices=Kind, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Duty
        fields = ["key", *FIELDS]
        widgets = {"valid_from": AdminDateInput, "valid_to": AdminDateInput}
        help_texts = {
            "reference": gettext_lazy(
                "The key of the kind, category, language, queue or page; empty for items of any kind."
            ),
            "within": gettext_lazy("Empty: it only has to be there."),
            "valid_from": gettext_lazy("What holds until then ends the day before, and stays on record."),
        }

    def __init__(self, *args: Any, instead_of: Duty | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instead_of = instead_of
        for name in ("valid_from", "valid_to"):
            self.fields[name].validators = [*self.fields[name].validators, refuse_far_day]
        if instead_of is not None:
            del self.fields["key"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        evidence, reference = cleaned.get("evidence"), cleaned.get("reference", "")
        if evidence in WITHOUT and reference:
            raise ValidationError({"reference": _("This stays empty here.")})
        known = _references(evidence) if evidence else None
        if known is not None and reference not in known:
            raise ValidationError({"reference": _("Choose one of: %(known)s.") % {"known": ", ".join(known)}})
        if evidence == Evidence.PAGE and not reference:
            raise ValidationError({"reference": _("Write the page's name in the address, for example gioi-thieu.")})
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            raise ValidationError({"valid_to": _("The last day is before the first.")})
        return cleaned

    def _post_clean(self) -> None:
        """The action checks and writes a version of its own; the one that was opened stays as it is."""

    def keep(self, *, by: User) -> Duty:
        return actions.save_duty(values=self.cleaned_data, by=by, instead_of=self.instead_of)


class EndForm(forms.Form):
    last_day = forms.DateField(label=gettext_lazy("Last day"), widget=AdminDateInput, validators=[refuse_far_day])


def _references(evidence: str) -> list[str] | None:
    """None where it is free, or has none."""
    few: dict[str, tuple[str, ...]] = {
        Evidence.KIND: tuple(KINDS),
        Evidence.QUEUE: tuple(QUEUES),
        Evidence.OFFICE: OFFICE,
        Evidence.LANGUAGE: LANGUAGES,
    }
    if evidence == Evidence.CATEGORY:
        return list(Category.objects.values_list("key", flat=True))
    return list(few[evidence]) if evidence in few else None
