"""Which items of a list a reader may see. An item is a page with a day of publication."""

import datetime
from typing import Self

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, PageQuerySet, PageViewRestriction

# Root, home page, section of the menu.
MENU_DEPTH = 3


class ItemQuerySet(PageQuerySet):
    def on_show(self, on: datetime.date) -> Self:
        """Live, not past their end, open to everybody, and not dated later than that day."""
        return self.live().filter(unexpired(), ~restricted(), published_on__lte=on)

    def published_in(self, first: datetime.date, last: datetime.date) -> Self:
        """Those of the days between, themselves included, that are on show on the last of them."""
        return self.on_show(last).filter(published_on__gte=first)

    def in_locale(self, locale_id: int) -> Self:
        return self.filter(locale_id=locale_id)

    def named(self, words: str) -> Self:
        """With each of the words in the title, with or without its marks: `duong gao` finds `Đường về chợ Gạo`."""
        items = self
        for word in words.split():
            items = items.filter(title__unaccent__icontains=word)
        return items


def unexpired(of: str = "") -> Q:
    """Not past the end that was set: the clock takes down what is, a minute later at most. `of` is how the row at hand
    leads there, as in `document__`."""
    return Q(**{f"{of}expire_at": None}) | Q(**{f"{of}expire_at__gt": timezone.now()})


def restricted() -> Exists:
    """Whether a page, or one above it, is not for everybody; asked along with the page."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return Exists(PageViewRestriction.objects.alias(path=path).filter(path__startswith=F("page__path")))


def open_page(kind: type[Page]) -> Page | None:
    """The first page of that kind that anybody may see, in the main language if there is one. One query."""
    found = list(
        kind._default_manager.live().filter(unexpired(), ~restricted()).select_related("locale").order_by("path")
    )
    main = (page for page in found if page.locale.language_code == settings.LANGUAGE_CODE)
    return next(main, found[0] if found else None)


def list_above(page: Page) -> Page | None:
    """The list an item stands in, for its breadcrumbs; None where the list is in the menu, which they name already."""
    parent = page.get_parent()
    return parent if parent and parent.depth > MENU_DEPTH else None
