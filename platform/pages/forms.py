"""The form in which a clerk writes a page."""

from itertools import chain, count
from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from lib.vietnamese import slug


class PageForm(WagtailAdminPageForm):
    """Wagtail's, with addresses in plain letters. The browser makes `định-an` of a title while it is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self) -> str:
        """What was entered; where it is only the title, or nothing, an address that no page beside this one has."""
        entered, titled = slug(self.cleaned_data["slug"]), slug(self.cleaned_data.get("title", ""))
        return entered if entered not in ("", titled) else self._free_slug(titled or "trang")

    def _free_slug(self, wanted: str) -> str:
        slugs = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
        return next(free for free in slugs if Page._slug_is_available(free, self.parent_page, self.instance))
