"""What the board says of a site is what the site's own pages show, whatever somebody does there and in which order."""

import datetime
import random
import re
from collections import defaultdict
from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Locale, Page, PageViewRestriction

from catalogue.models import Category
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import in_site
from tenants.oversight.actions import take_snapshots
from tenants.oversight.board import board_of
from tenants.registry.models import Tenant

ON = datetime.date(2023, 10, 31)
STEPS = 10
LISTS = ("/tin-tuc/", "/km/tin-tuc/", "/en/tin-tuc/")
NUMBER = re.compile(r"Tin số (\d+) ")
KEYS = ("news", "planning", "other")


class Clerk:
    """Does one thing after the other on a site, by chance, but the same each time."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same walk each time
        self.written = 0
        self.days: dict[int, datetime.date] = {}

    def act(self) -> None:
        """At first there is nothing to be changed."""
        changes = [self.unpublish, self.move, self.delete, self.translate, self.translate, self.date]
        writes = [self.publish] * len(changes)
        act = self.chance.choice([*writes, *changes] if self.written > 2 else writes)
        with transaction.atomic():
            act()

    def publish(self) -> None:
        self.written += 1
        page = ArticlePage(title=f"Tin số {self.written} của xã", slug=f"tin-so-{self.written}")
        page.published_on = self.days[self.written] = self._day()
        keys = self.chance.sample(KEYS, k=self.chance.randrange(3))
        page.categories = list(Category.objects.filter(key__in=keys))
        ArticleIndexPage.objects.get(slug="tin-tuc", locale=Locale.get_default()).add_child(instance=page)

    def unpublish(self) -> None:
        if page := self._some():
            page.unpublish()

    def move(self) -> None:
        """Below another list, which half of the time not everybody may open."""
        if not (page := self._some()):
            return
        home = ArticleIndexPage.objects.get(slug="tin-tuc", locale=page.locale).get_parent()
        self.written += 1
        other = home.add_child(
            instance=ArticleIndexPage(title="Nơi khác", slug=f"noi-khac-{self.written}", locale=page.locale)
        )
        if self.chance.random() < 0.5:
            PageViewRestriction.objects.create(page=other, restriction_type=PageViewRestriction.LOGIN)
        page.move(Page.objects.get(pk=other.pk), pos="last-child")

    def delete(self) -> None:
        if page := self._some():
            page.delete()

    def translate(self) -> None:
        page, locale = self._some(), Locale.objects.get(language_code=self.chance.choice(["km", "en"]))
        if page and not page.has_translation(locale):
            copy = page.copy_for_translation(locale, copy_parents=True)
            copy.save_revision().publish()

    def date(self) -> None:
        """Perhaps to a day that is still to come."""
        if page := self._some():
            page.published_on = self._day()
            page.save()
            for one in ArticlePage.objects.filter(translation_key=page.translation_key):
                one.published_on = page.published_on
                one.save()
            self.days[int(NUMBER.search(page.title)[1])] = page.published_on

    def _some(self) -> ArticlePage | None:
        pages = list(ArticlePage.objects.filter(live=True, title__startswith="Tin số").order_by("pk"))
        return self.chance.choice(pages) if pages else None

    def _day(self) -> datetime.date:
        return ON + datetime.timedelta(days=self.chance.randrange(-40, 5))


def shown_on(browser: Client, query: str = "") -> set[int]:
    """The numbers of all items that a reader of any language finds, from the first to the last page of each list."""
    found: set[int] = set()
    for path in LISTS:
        page: int | None = 1
        while page:
            answer = browser.get(f"{path}?{query}&trang={page}")
            assert answer.status_code == 200
            found |= {int(number) for number in NUMBER.findall(answer.content.decode())}
            rows = answer.context["articles"]
            page = rows.next_page_number() if rows.has_next() else None
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_the_boards_totals_are_those_of_the_sites_own_pages(
    settings: object, commune: Tenant, district: Tenant, visit: Callable[..., Client], seed: int
):
    settings.FIXED_TODAY = ON
    clerk, seen = Clerk(seed), defaultdict(int)
    with in_site(commune), transaction.atomic():
        ArticlePage.objects.all().delete()
    for __ in range(STEPS):
        with in_site(commune):
            clerk.act()
        take_snapshots([commune], on=ON)
        line = next(line for line in board_of(district, ON).lines if line.tenant == commune)
        readers = visit(commune)
        shown = shown_on(readers)
        traces = line.snapshot.traces
        assert line.snapshot.items == traces["kind:newsroom"][0] == len(shown)
        for key in KEYS:
            assert traces.get(f"category:{key}", [0])[0] == len(shown_on(readers, f"chuyen-muc={key}"))
        newest = max((clerk.days[number] for number in shown), default=None)
        assert line.last_on == newest
        seen[len(shown)] += 1
    assert len(seen) > 2
