"""The form in which a clerk writes a page."""

from itertools import chain, count
from typing import Any

from django.forms import DateField, DateTimeField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import SlugInput
from wagtail.models import Page

from lib.clock import refuse_far_day
from lib.vietnamese import marked_letters, slug


class VietnameseSlugInput(SlugInput):
    """Wagtail's script makes `xa-djnh-an` of `Xã Định An`: the marks are taken off before it sees the title."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(formatters=[(f"[{marked}]", plain) for plain, marked in marked_letters().items()], **kwargs)


class PageForm(WagtailAdminPageForm):
    """Wagtail's, with addresses in plain letters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        for name, field in self.fields.items():
            if isinstance(field, DateField | DateTimeField):
                self.fields[name].validators = [*field.validators, refuse_far_day]

    def clean_slug(self) -> str:
        """What was entered; where it is only the title, or nothing, an address that no page beside this one has."""
        entered, titled = slug(self.cleaned_data["slug"]), slug(self.cleaned_data.get("title", ""))
        return entered if entered not in ("", titled) else self._free_slug(titled or "trang")

    def _free_slug(self, wanted: str) -> str:
        slugs = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
        return next(free for free in slugs if Page._slug_is_available(free, self.parent_page, self.instance))
