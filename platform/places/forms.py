"""The form in which a clerk writes about a place."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.forms import PageForm

SILENT = {"image": "image_alt", "map_picture": "map_alt"}


class PlaceForm(PageForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for picture, words in SILENT.items():
            is_silent = cleaned.get(picture) and not cleaned.get(words, "").strip()
            if is_silent and not self.is_deferred_validation:
                self.add_error(words, ValidationError(_("Say in a few words what the picture shows.")))
        return cleaned
