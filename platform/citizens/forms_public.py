"""The forms with which a citizen asks, and the one that narrows what others asked."""

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from catalogue.models import DocumentField
from citizens.attachments import EXTENSIONS, LARGEST, MOST_FILES, Attachment
from citizens.queries import QuestionQuerySet
from citizens.questions import LONGEST_QUESTION
from citizens.states import Kind, Supply
from intake.forms import PublicForm, WordsField
from lib.clock import today
from lib.filetypes import extension_of
from lib.upload_fields import check_content

MEGABYTE = 1024 * 1024


class ManyFilesField(forms.FileField):
    """Up to MOST_FILES files, each looked at by its content. Cleans to a list; an error names the file."""

    def __init__(self, **options: Any) -> None:
        accepted = ",".join(f".{extension}" for extension in EXTENSIONS)
        widget = ManyFilesInput({"accept": accepted})
        super().__init__(**{"required": False, "widget": widget, **options})

    def clean(self, data: Any, initial: Any = None) -> list[File]:
        if len(data or []) > MOST_FILES:
            raise ValidationError(_("At most %(most)d files.") % {"most": MOST_FILES})
        return [self._checked(super(ManyFilesField, self).clean(file, initial)) for file in data or []]

    def _checked(self, file: File) -> File:
        name = file.name or ""
        if extension_of(name) not in EXTENSIONS:
            raise ValidationError(_("“%(name)s”: files of this type are not taken.") % {"name": name})
        if (file.size or 0) > LARGEST:
            most = f"{LARGEST // MEGABYTE} MB"
            raise ValidationError(_("“%(name)s” is larger than %(most)s.") % {"name": name, "most": most})
        try:
            check_content(file)
        except ValidationError as error:
            reason = {"name": name, "reason": error.messages[0]}
            raise ValidationError(_("“%(name)s”: %(reason)s") % reason) from None
        return file


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class KeptFilesField(forms.MultipleChoiceField):
    def valid_value(self, value: str) -> bool:
        """A file that has gone with the first of two sendings, or after a day, is no mistake of who sends."""
        return True


class AskForm(PublicForm):
    """What every kind of asking has in common. `kind` is the kind of what comes in."""

    kind: ClassVar[Kind]
    words_label: ClassVar[Any]

    subject = WordsField(label=_("What it is about"), max_length=200)
    body = WordsField(
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea({"rows": 7}),
        error_messages={"required": _("Write your question first.")},
    )
    field = forms.ModelChoiceField(
        DocumentField.objects.none(), label=_("Field"), required=False, empty_label=_("I don't know")
    )
    kept = KeptFilesField(label=_("Files that came already"), required=False, widget=forms.CheckboxSelectMultiple)
    attached = ManyFilesField(label=_("Files"))
    name = WordsField(label=_("Your name"), max_length=100, widget=forms.TextInput({"autocomplete": "name"}))
    address = WordsField(
        label=_("Your address"), max_length=255, widget=forms.TextInput({"autocomplete": "street-address"})
    )
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
    form_key = forms.CharField(required=False, max_length=64, initial=uuid.uuid4, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = self.words_label
        field: Any = self.fields["field"]
        field.queryset = DocumentField.objects.in_use(today())
        self.fields["attached"].help_text = _("Up to %(most)d, each up to %(size)s: PDF, pictures, Word, Excel.") % {
            "most": MOST_FILES,
            "size": f"{LARGEST // MEGABYTE} MB",
        }
        self._offer_kept()

    def _offer_kept(self) -> None:
        """What came with an earlier try stands there, ticked: nobody chooses a file twice."""
        tokens = self.data.getlist("kept") if isinstance(self.data, MultiValueDict) else []
        waiting = list(Attachment.objects.waiting(tokens)) if tokens else []
        kept: Any = self.fields["kept"]
        kept.choices = [(one.token, f"{one.name} ({filesizeformat(one.size)})") for one in waiting]
        if not waiting:
            kept.widget = forms.MultipleHiddenInput()

    def keep(self, attachments: Sequence[Attachment]) -> None:
        """Show the form again with files that have been put aside."""
        data: Any = self.data
        data = data.copy()
        tokens = [*data.getlist("kept"), *(one.token for one in attachments)]
        data.setlist("kept", tokens)
        self.data = data
        self.fields["kept"].widget = forms.CheckboxSelectMultiple()
        self._offer_kept()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        many = len(cleaned.get("attached") or []) + len(cleaned.get("kept") or [])
        if many > MOST_FILES:
            self.add_error("attached", _("At most %(most)d files.") % {"most": MOST_FILES})
        return cleaned

    @property
    def fingerprint(self) -> str:
        """The same for the same form with the same words, however often it is sent."""
        parts = [self.cleaned_data.get("form_key") or str(uuid.uuid4())]
        names = ("subject", "body", "name", "address", "email", "phone")
        parts += [self.cleaned_data.get(name, "") for name in names]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class Publishable(forms.Form):
    may_be_published = forms.BooleanField(
        label=_("Question and answer may be published, so that others find them"), required=False
    )
    hides_name = forms.BooleanField(label=_("Without my name"), required=False, initial=True)


class QuestionForm(Publishable, AskForm):
    kind = Kind.QUESTION
    words_label = _("Your question")
    address = None  # type: ignore[assignment]  # Django's way to leave a field out


class FeedbackForm(Publishable, AskForm):
    """NĐ 20/2008: with name, address, phone and e-mail of who sends it."""

    kind = Kind.FEEDBACK
    words_label = _("Which regulation, and what is wrong with it")


class AccessForm(AskForm):
    """A request for information; nobody but who asked learns of it."""

    kind = Kind.ACCESS
    words_label = _("Which information or document")
    supply = forms.ChoiceField(
        label=_("How to hand it over"), choices=Supply, widget=forms.RadioSelect, initial="online"
    )


class NarrowForm(forms.Form):
    """Whatever an address asks for, there is a list: what makes no sense narrows nothing."""

    def __init__(self, data: Any, *, fields: list[DocumentField]) -> None:
        super().__init__(data)
        self.fields["q"] = WordsField(label=_("Words"), max_length=200, required=False)
        choices = [("", _("All fields")), *((field.key, field.name) for field in fields)]
        self.fields["linh-vuc"] = forms.ChoiceField(label=_("Field"), choices=choices, required=False)
        self.is_valid()

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.values())

    def narrow(self, questions: QuestionQuerySet) -> QuestionQuerySet:
        words, field = self.cleaned_data.get("q"), self.cleaned_data.get("linh-vuc")
        found = questions.with_words(words) if words else questions
        return found.filter(field__key=field) if field else found
