"""Feeds of what is new: Atom (RFC 4287) and RSS 2.0, of the whole site, a category or a register, in each language."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from django.views.generic import View
from wagtail.models import Locale

from catalogue.models import Category
from discovery.registers import REGISTERS, Register, register_of
from home.context import frame_of
from lib.clock import today
from lib.pagination import PARAMETER
from pages.addresses import Addresses
from pages.announcements import EVER, Announcement, Wanted, as_moment

ENTRIES = 50
# So far back a register can be read page by page; whoever wants all of it takes the data.
MOST_PAGES = 20


class Unchanging:
    """Of a feed without entries Django says that it was changed just now."""

    items: list[Any]

    def latest_post_date(self) -> datetime.datetime:
        return max((one["updateddate"] for one in self.items), default=as_moment(EVER))


class Atom(Unchanging, Atom1Feed):
    def add_root_elements(self, handler: Any) -> None:
        """With the pages beside this one (RFC 5005)."""
        super().add_root_elements(handler)
        for relation, address in self.feed["beside"].items():
            handler.addQuickElement("link", "", {"rel": relation, "href": address})


class Rss(Unchanging, Rss201rev2Feed):
    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for relation, address in self.feed["beside"].items():
            handler.addQuickElement("atom:link", None, {"rel": relation, "href": address})


FORMATS: dict[str, type[Atom] | type[Rss]] = {"atom": Atom, "rss": Rss}


@dataclass(frozen=True)
class Portion:
    """A part of a feed. `number` counts from 1."""

    entries: list[Announcement]
    number: int = 1
    has_more: bool = False


@method_decorator([cache_control(public=True, no_cache=True), conditional_page], name="dispatch")
class FeedView(View):
    """Nothing is kept anywhere without asking again: what was taken down is gone for whoever asks next.

    No Last-Modified: the newest date that is left tells nobody that something went.
    """

    def get(self, request: HttpRequest, kind: str, **which: str) -> HttpResponse:
        self.categories = {one.key: one for one in Category.objects.all()}
        portion = self.portion(request, **which)
        feed = self._feed(request, FORMATS[kind], portion, self.title(**which))
        site = Addresses().site
        for entry in portion.entries:
            feed.add_item(
                title=entry.title,
                link=f"{site}{entry.path}",
                # Read as HTML by whoever shows it.
                description=escape(entry.gist),
                unique_id=identity(entry, request),
                unique_id_is_permalink=False,
                pubdate=entry.published,
                updateddate=entry.updated,
                categories=[self.categories[key].name for key in entry.categories if key in self.categories],
            )
        return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)

    def portion(self, request: HttpRequest, **which: str) -> Portion:
        raise NotImplementedError

    def title(self, **which: str) -> str:
        raise NotImplementedError

    def category(self, key: str) -> Category:
        """Raises Http404."""
        if key not in self.categories:
            raise Http404
        return self.categories[key]

    def _feed(self, request: HttpRequest, form: type[Atom] | type[Rss], portion: Portion, title: str) -> Atom | Rss:
        frame = frame_of(request)
        site = Addresses().site
        name = frame.settings.name
        own = f"{site}{request.path}"
        return form(
            title=f"{title} – {name}" if title else name,
            link=f"{site}{frame.home_address}",
            description=_("What is new, as soon as it is published."),
            subtitle=_("What is new, as soon as it is published."),
            language=get_language(),
            author_name=name,
            feed_url=_page(own, request, portion.number),
            feed_guid=own,
            beside=_beside(own, request, portion),
        )


class SiteFeedView(FeedView):
    """All that is new, over all kinds; as many queries however much there is."""

    def portion(self, request: HttpRequest, **which: str) -> Portion:
        wanted = wanted_in(get_language() or "", most=ENTRIES)
        return Portion(merged([one for one in REGISTERS if _speaks(one)], wanted))

    def title(self, **which: str) -> str:
        return ""


class CategoryFeedView(FeedView):
    """Raises Http404 for a category that there is not."""

    def portion(self, request: HttpRequest, **which: str) -> Portion:
        wanted = wanted_in(get_language() or "", most=ENTRIES, category=self.category(which["key"]))
        return Portion(merged([one for one in REGISTERS if _speaks(one)], wanted))

    def title(self, **which: str) -> str:
        return self.category(which["key"]).name


class RegisterFeedView(FeedView):
    """One register, page by page. Raises Http404 for a register or page that there is not."""

    def portion(self, request: HttpRequest, **which: str) -> Portion:
        number = _number(request)
        category = request.GET.get("chuyen-muc")
        wanted = wanted_in(
            get_language() or "",
            most=ENTRIES + 1,
            skip=(number - 1) * ENTRIES,
            category=self.category(category) if category else None,
            question=request.GET,
        )
        found = _register(which["key"]).newest(wanted)
        if number > 1 and not found:
            raise Http404
        return Portion(found[:ENTRIES], number, has_more=len(found) > ENTRIES and number < MOST_PAGES)

    def title(self, **which: str) -> str:
        return str(_register(which["key"]).title)


def wanted_in(language: str, **more: Any) -> Wanted:
    """Raises Http404 for a language that the site has no pages in."""
    locale = Locale.objects.filter(language_code=language).first()
    if locale is None:
        raise Http404
    return Wanted(locale_id=locale.pk, language=language, on=today(), **more)


def merged(registers: list[Register], wanted: Wanted) -> list[Announcement]:
    found = [entry for register in registers for entry in register.newest(wanted)]
    return sorted(found, key=lambda entry: (entry.published, entry.key), reverse=True)[: wanted.most]


def identity(entry: Announcement, request: HttpRequest) -> str:
    """A tag (RFC 4151): the site's name, the day on which readers first had it, its number."""
    host = request.get_host().partition(":")[0]
    return f"tag:{host},{entry.since:%Y-%m-%d}:{get_language()}/{entry.key}"


def _speaks(register: Register) -> bool:
    return not register.is_of_one_language or get_language() == settings.LANGUAGE_CODE


def _register(key: str) -> Register:
    register = register_of(key)
    if register is None:
        raise Http404
    return register


def _number(request: HttpRequest) -> int:
    """Raises Http404 for what is no number of a page that can be asked for."""
    given = request.GET.get(PARAMETER, "1")
    if given not in {str(number) for number in range(1, MOST_PAGES + 1)}:
        raise Http404
    return int(given)


def _beside(own: str, request: HttpRequest, portion: Portion) -> dict[str, str]:
    beside = {}
    if portion.number > 1:
        beside["previous"] = _page(own, request, portion.number - 1)
    if portion.has_more:
        beside["next"] = _page(own, request, portion.number + 1)
    return beside


def _page(own: str, request: HttpRequest, number: int) -> str:
    question = request.GET.copy()
    question.pop(PARAMETER, None)
    if number > 1:
        question[PARAMETER] = str(number)
    return f"{own}?{question.urlencode()}" if question else own
