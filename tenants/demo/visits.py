"""Visits of the demo year on the site that is current, in one statement for each of its tables."""

from collections import Counter

from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from pages.models import SiteSettings
from tenants.demo.corpus.places import DISTRICT
from tenants.demo.corpus.visits import Readable, reading, total_of_2022
from tenants.demo.corpus.year import FIRST, LAST
from traffic.actions import add_counts, enter_total, show_counter
from traffic.models import DayCount, PastTotal

SOURCE = "Báo cáo năm 2022 của Ban Biên tập (số liệu minh họa)"


def write_visits(code: str, *, by: User) -> int:
    """Returns how many visits were written: none where the site has some of the demo year already."""
    if DayCount.objects.filter(on__gte=FIRST, on__lt=LAST).exists():
        return 0
    views: tuple[Counter[tuple], Counter[tuple]] = (Counter(), Counter())
    visits: tuple[Counter[tuple], Counter[tuple]] = (Counter(), Counter())
    sources: Counter[tuple] = Counter()
    for read in reading(code, _pages()):
        for place, (shown, begun) in read.devices.items():
            views[0][read.on, place], visits[0][read.on, place] = shown, begun
        for page, (shown, begun) in read.pages.items():
            key = (read.on, page.number, page.language)
            views[1][key], visits[1][key] = shown, begun
        sources.update({(read.on, source): number for source, number in read.sources.items() if number})
    add_counts(days=(views[0], visits[0]), pages=(views[1], visits[1]), sources=sources)
    show_counter(site=SiteSettings.objects.select_related("site").get().site, by=by)
    if code == DISTRICT and not PastTotal.objects.exists():
        first, last = FIRST.replace(year=2022), FIRST.replace(year=2022, month=12, day=31)
        enter_total(first=first, last=last, visits=total_of_2022(), source=SOURCE, by=by)
    return visits[0].total()


def _pages() -> list[Readable]:
    pages = Page.objects.live().filter(depth__gt=1).order_by("path")
    rows = pages.values_list("pk", "url_path", "locale__language_code", "depth", "first_published_at")
    return [
        Readable(
            number=number,
            name=address,
            language=language,
            is_home=depth == 2,
            # Sections begin with the site, which is younger than the demo year.
            since=day if published and FIRST <= (day := timezone.localtime(published).date()) <= LAST else None,
        )
        for number, address, language, depth, published in rows
    ]
