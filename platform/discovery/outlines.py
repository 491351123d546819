"""The site as a tree, for people: sections, texts and lists, with how much stands in each list."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page, Site

from discovery.queries import outline, readable
from newsroom.models import ArticleIndexPage
from pages.addresses import Addresses

# More than these below one page a reader finds on that page itself.
MOST_SIBLINGS = 50


@dataclass
class Branch:
    title: str
    path: str
    # How much stands in the list; None where it is none, or where it shows a part.
    items: int | None = None
    branches: list["Branch"] = field(default_factory=list)
    # How many pages below it are not named here.
    more: int = 0


def tree(request: HttpRequest, language: str, on: datetime.date, counts: dict[str, int]) -> list[Branch]:
    """`counts` by the name of the kind of list. Four queries, however many pages there are."""
    home = _home(request, language)
    if home is None:
        return []
    pages = list(outline(readable(on), home=home, most=MOST_SIBLINGS).select_related("content_type"))
    addresses = Addresses()
    above: dict[str, Branch] = {home.path: Branch(home.title, addresses.path_of(home.url_path))}
    in_part = set(ArticleIndexPage.objects.exclude(categories=None).values_list("pk", flat=True))
    for page in pages:
        parent = above.get(page.path[: -Page.steplen])
        if parent is None:
            continue
        name = page.content_type.model
        branch = Branch(page.title, addresses.path_of(page.url_path), None if page.pk in in_part else counts.get(name))
        parent.branches.append(branch)
        parent.more = max(0, int(page.siblings) - MOST_SIBLINGS)
        above[page.path] = branch
    return above[home.path].branches


def _home(request: HttpRequest, language: str) -> Any:
    site = Site.find_for_request(request)
    homes = site.root_page.get_translations(inclusive=True).live().public()
    return homes.filter(locale__language_code=language).first()
