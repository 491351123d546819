"""The forms of a consultation: a clerk's page, a visitor's comment, more time, and what is decided on comments."""

import hashlib
import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from consultations.comments import LONGEST_COMMENT, Comment
from consultations.numbers import as_text, numbers_of
from consultations.states import Reason, Standing
from intake.forms import PublicForm, WordsField
from pages.forms import PageForm

if TYPE_CHECKING:
    from consultations.models import ConsultationPage


class ConsultationForm(PageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.dates_are_fixed:
            for name in {"opens_on", "closes_on"} & self.fields.keys():
                self.fields[name].disabled = True
                self.fields[name].help_text = _("Readers rely on it since it opened. Use “Extend” for more time.")
        if "account" in self.fields and self.instance.is_closed and (numbers := unanswered(self.instance)):
            sentence = _("Published comments without a response: %(numbers)s.") % {"numbers": as_text(numbers)}
            self.fields["account"].help_text = f"{self.fields['account'].help_text} {sentence}"

    def is_valid(self) -> bool:
        return super().is_valid() and self._answers_what_came()

    def _answers_what_came(self) -> bool:
        """Each number of a response is one of a comment on this consultation."""
        rows = [form for form in self.formsets["responses"].forms if form.cleaned_data.get("comments")]
        numbers = {number for form in rows for number in form.instance.numbers}
        there = Comment.objects.on(self.instance.translation_key).filter(number__in=numbers)
        missing = numbers - set(there.values_list("number", flat=True))
        for form in rows:
            if wrong := missing.intersection(form.instance.numbers):
                sentence = _("There is no comment of this number here: %(numbers)s.")
                form.add_error("comments", sentence % {"numbers": as_text(wrong)})
        return not missing


def unanswered(page: "ConsultationPage") -> set[int]:
    """Numbers of published comments that no response of this draft names."""
    published = set(Comment.objects.on(page.translation_key).published().values_list("number", flat=True))
    return published.difference(*(numbers_of(response.comments) for response in page.responses.all()))


class CommentForm(PublicForm):
    body = WordsField(
        label=gettext_lazy("Your comment"),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea({"rows": 7}),
        error_messages={"required": gettext_lazy("Write your comment first.")},
    )
    name = WordsField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("Shown with your comment. You may leave it empty."),
        max_length=100,
        required=False,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    contact = WordsField(
        label=gettext_lazy("Phone or e-mail"),
        help_text=gettext_lazy("Never shown. Only for questions about your comment; you may leave it empty."),
        max_length=200,
        required=False,
    )
    form_key = forms.CharField(required=False, max_length=64, initial=uuid.uuid4, widget=forms.HiddenInput)

    @property
    def fingerprint(self) -> str:
        """The same for the same form with the same words, however often it is sent."""
        parts = [self.cleaned_data.get("form_key") or str(uuid.uuid4()), self.cleaned_data["body"]]
        parts += [self.cleaned_data["name"], self.cleaned_data["contact"]]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class ExtensionForm(forms.Form):
    closes_on = forms.DateField(
        label=gettext_lazy("New closing date"),
        help_text=gettext_lazy("The last day on which comments are taken. Day/month/year, for example 31/10/2023."),
        widget=AdminDateInput,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("Readers see it beside the earlier closing date."),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )


class ModerationForm(forms.Form):
    """What is decided on the comments that were ticked, each as it stood when the list was opened: `12:waiting`.

    A flood is hidden with one press (`everywhere`): all that wait and fit, less what came in after the list was opened.
    """

    decision = forms.ChoiceField(choices=[(one.value, one.label) for one in (Standing.PUBLISHED, Standing.HIDDEN)])
    reason = forms.ChoiceField(
        label=gettext_lazy("Reason for hiding"), choices=[("", "–"), *Reason.choices], required=False
    )
    note = forms.CharField(label=gettext_lazy("Note, for colleagues only"), max_length=500, required=False)
    everywhere = forms.BooleanField(required=False)
    last = forms.IntegerField(required=False, min_value=0, max_value=2**62)
    chosen = forms.CharField(required=False)

    def clean_chosen(self) -> dict[int, Standing]:
        ticked = self.data.getlist("chosen")
        if not ticked and not self.data.get("everywhere"):
            raise ValidationError(_("Tick at least one comment."))
        try:
            pairs = [one.split(":") for one in ticked]
            return {int(number): Standing(standing) for number, standing in pairs}
        except ValueError:
            raise ValidationError(_("Tick the comments once more.")) from None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("decision") == Standing.HIDDEN:
            if not cleaned.get("reason"):
                self.add_error("reason", _("Say why: readers see how many comments were hidden for which reason."))
            elif cleaned["reason"] == Reason.OTHER and not cleaned.get("note"):
                self.add_error("note", _("Write down which other reason."))
        elif cleaned.get("everywhere"):
            self.add_error("everywhere", _("Only hiding goes beyond this page: what is published is read first."))
        return cleaned
