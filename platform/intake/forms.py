"""What every form for the public is made of."""

import datetime
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext_lazy as _

from intake import sums
from lib.vietnamese import to_nfc

QUICKEST = datetime.timedelta(seconds=3)
SLOWEST = datetime.timedelta(days=1)
# Zero-width letters belong to Khmer; these turn the direction of what stands around them.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


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

    def ask_quietly(self) -> None:
        """Before it is looked at: this sender is to count as well."""
        data: Any = self.data.copy()
        key = data.get(self.add_prefix("sum_key"), "")
        if not sums.holds(key):
            key = data[self.add_prefix("sum_key")] = sums.new_key()
        self.data = data
        self.fields["sum"] = forms.CharField(
            label=sums.question_of(key),
            help_text=sums.HELP,
            max_length=10,
            error_messages={"required": _("Please answer this as well, then send it once more.")},
            widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        )
        self.fields["sum_key"] = forms.CharField(max_length=100, widget=forms.HiddenInput)

    @property
    def asks_quietly(self) -> bool:
        return "sum_key" in self.fields

    def clean_sum_key(self) -> str:
        key: str = self.cleaned_data["sum_key"]
        if "sum" in self.cleaned_data and not sums.is_right(key, self.cleaned_data["sum"]):
            self.add_error("sum", _("That is not the sum. Please count again."))
        return key

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned.pop("sum", None)
        cleaned.pop("sum_key", None)
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


class WordsField(forms.CharField):
    """What somebody typed, in one Unicode form and without what nobody sees. Nothing else is changed."""

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")
        return to_nfc("".join(letter for letter in typed if _is_seen(letter))).strip()


def _is_seen(letter: str) -> bool:
    return letter in "\n\t" or (unicodedata.category(letter) != "Cc" and letter not in TURNING)
