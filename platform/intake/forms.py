"""What every form for the public is made of."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext_lazy as _

QUICKEST = datetime.timedelta(seconds=3)
SLOWEST = datetime.timedelta(days=1)


def now_signed() -> str:
    return _signer().sign("")


class PublicForm(forms.Form):
    """A form that programs fill in badly: one field that people do not see, and a time that they need.

    Templates include components/form_guard.html. Whoever is turned away keeps what they typed and may send it again:
    a browser that fills in everything by itself is no program.
    """

    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )
    began = forms.CharField(required=False, initial=now_signed, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.pop("website", "") or not self._took_its_time(cleaned.pop("began", "")):
            raise ValidationError(_("This was not sent yet. Please wait a few seconds, then send it once more."))
        return cleaned

    def add_error(self, field: str | None, error: Any) -> None:
        """Whatever is wrong, the form that is shown again starts with an empty trap and a time that holds."""
        super().add_error(field, error)
        data: Any = self.data.copy()
        data[self.add_prefix("website")] = ""
        if not self._is_recent(data.get(self.add_prefix("began"), "")):
            data[self.add_prefix("began")] = now_signed()
        self.data = data

    def _took_its_time(self, began: str) -> bool:
        return self._is_recent(began) and not self._is_recent(began, within=QUICKEST)

    def _is_recent(self, began: str, *, within: datetime.timedelta = SLOWEST) -> bool:
        try:
            _signer().unsign(began, max_age=within)
        except BadSignature:
            return False
        return True


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="intake.began")
