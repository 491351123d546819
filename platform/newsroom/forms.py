"""The form in which a clerk writes an article."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.forms import PageForm


class ArticleForm(PageForm):
    """A draft may lack anything but its title; an article that goes to an approver or to readers is whole."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "categories" in self.fields:
            self.fields["categories"].required = True
            self.fields["categories"].error_messages["required"] = _(
                "Choose at least one category: without one, readers find the article nowhere."
            )

    def defer_required_fields(self) -> None:
        """What lies with an approver stays whole: it is published without another look at this form."""
        if not (self.instance.pk and self.instance.workflow_in_progress):
            super().defer_required_fields()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_silent = cleaned.get("image") and not cleaned.get("image_alt", "").strip()
        if is_silent and not self.is_deferred_validation:
            self.add_error("image_alt", ValidationError(_("Say in a few words what the picture shows.")))
        return cleaned
