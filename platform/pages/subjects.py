"""What an address is about, as it is told to search engines, and to whoever is sent the address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from lib.structured_data import Data, Office


@dataclass(frozen=True)
class About:
    """What is known of the address at hand. `picture` is the absolute address of one that stands for it."""

    office: Office
    address: str
    language: str
    picture: str = ""

    def absolute(self, path: str) -> str:
        """Of a path on this site, or of an address that is one already."""
        scheme, _, rest = self.address.partition("://")
        return path if "://" in path else f"{scheme}://{rest.partition('/')[0]}{path}"


def page_key(page: Page) -> str:
    return f"trang-{page.pk}"


def nothing(about: About) -> list[Data]:
    return []


@dataclass(frozen=True)
class Subject:
    """`key` names it among all that is on the site: its picture bears it. A view that shows something else than its
    page puts one into its context, as `subject`; `path` is then the one it is to be known by."""

    key: str
    title: str
    gist: str = ""
    picture: Any = None
    picture_alt: str = ""
    # What is written on a picture that is drawn for it, if it is not the title.
    picture_title: str = ""
    is_article: bool = False
    # Whether it is read for itself, so that readers may want to print or keep it.
    is_text: bool = False
    path: str = ""
    data: Callable[[About], list[Data]] = nothing
