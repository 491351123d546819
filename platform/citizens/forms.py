"""The form with which a citizen asks, and those with which an office deals with it."""

import hashlib
import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from citizens.models import LONGEST_QUESTION
from intake.forms import PublicForm, WordsField


class QuestionForm(PublicForm):
    subject = WordsField(label=_("What it is about"), max_length=200)
    body = WordsField(
        label=_("Your question"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea({"rows": 7}),
        error_messages={"required": _("Write your question first.")},
    )
    name = WordsField(label=_("Your name"), max_length=100, widget=forms.TextInput({"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Never shown. We write to it when there is news; you may leave it empty."),
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    phone = WordsField(
        label=_("Phone"),
        help_text=_("Never shown. Only for questions about your question; you may leave it empty."),
        max_length=30,
        required=False,
        widget=forms.TextInput({"autocomplete": "tel", "inputmode": "tel"}),
    )
    may_be_published = forms.BooleanField(
        label=_("Question and answer may be published, so that others find them"), required=False
    )
    hides_name = forms.BooleanField(label=_("Without my name"), required=False, initial=True)
    form_key = forms.CharField(required=False, max_length=64, initial=uuid.uuid4, widget=forms.HiddenInput)

    @property
    def fingerprint(self) -> str:
        """The same for the same form with the same words, however often it is sent."""
        parts = [self.cleaned_data.get("form_key") or str(uuid.uuid4())]
        parts += [self.cleaned_data[name] for name in ("subject", "body", "name", "email", "phone")]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class SeenForm(forms.Form):
    """`seen` is the version before the eyes of who decides."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class AnswerForm(SeenForm):
    answer = WordsField(label=_("Answer"), required=False, widget=forms.Textarea({"rows": 12}))


class RouteForm(SeenForm):
    department = WordsField(label=_("Department"), max_length=255)
    note = WordsField(label=_("Note, who asked reads it"), max_length=500, required=False)


class ExtensionForm(SeenForm):
    working_days = forms.IntegerField(label=_("More working days"), min_value=1)
    reason = WordsField(label=_("Reason, who asked reads it"), max_length=500)


class NoteForm(SeenForm):
    note = WordsField(label=_("Note, for colleagues only"), max_length=500, required=False)
