"""The form in which a clerk enters a document: fields only, nothing to lay out."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from lib.search_words import identity


class LegalDocumentForm(WagtailAdminModelForm):
    class Meta:
        widgets = {"categories": CheckboxSelectMultiple}

    def defer_required_fields(self) -> None:
        """What lies with an approver stays whole: it is published without another look at this form."""
        if not (self.instance.pk and self.instance.workflow_in_progress):
            super().defer_required_fields()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        number, issuer, issued_on = (cleaned.get(name) for name in ("number", "issuer", "issued_on"))
        if number and issuer and issued_on and (other := self._other(identity(number), issuer.pk, issued_on.year)):
            self.add_error("number", ValidationError(_already_there(other), code="duplicate"))
        return cleaned

    def _other(self, number: str, issuer: int, year: int) -> Any:
        """Also one that will bear it once a draft of it is published: the table knows nothing of that yet."""
        others = apps.get_model("legal", "LegalDocument").objects.exclude(pk=self.instance.pk).select_related("form")
        written = {"number_identity": number, "issuer": issuer, "year": year}
        content = {f"latest_revision__content__{name}": value for name, value in written.items()}
        return others.filter(**written).first() or others.filter(has_unpublished_changes=True, **content).first()


def _already_there(other: Any) -> str:
    return format_html(
        _("This issuing body has a document of this number in that year already: {link}. Change that one instead."),
        link=format_html(
            '<a href="{}">{}</a>', reverse("wagtailsnippets_legal_legaldocument:edit", args=[other.pk]), other.title
        ),
    )
