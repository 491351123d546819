"""What search engines are told to read (sitemaps.org), in portions: only what anybody may read at that moment."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from agenda.models import AgendaPage, Week
from discovery.queries import pictures_on, readable
from legal.models import LegalDocument, RegisterPage
from lib.clock import today
from organisation.details import paths_on_show
from organisation.models import OrganisationPage
from pages.addresses import Addresses
from pages.announcements import as_moment
from pages.queries import unexpired
from procedure_catalogue.models import ProcedureVersion
from procedures.addresses import address_of
from procedures.models import ProceduresPage
from procedures.overlays import Defaults
from procedures.queries import offered

# The format's limit is 50,000 addresses; a smaller portion is written in a second and held in little memory.
PORTION = 2000
# Views that are no pages, of which each language has one.
VIEWS = ("site_map", "feeds", "ask", "ask_feedback", "ask_access")


class Portions(Sitemap):
    """Django's, which counts and cuts into portions; what an address is made of is known for a portion at once."""

    limit = PORTION

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        return self.entries(list(self.paginator.page(page).object_list))

    def get_latest_lastmod(self) -> None:
        """What was taken down changes a portion and no date in it: nobody is told that it is as it was."""
        return

    def entries(self, rows: list[Any]) -> list[dict[str, Any]]:
        raise NotImplementedError


class Pages(Portions):
    """All pages, with their translations and pictures."""

    def items(self) -> Any:
        return readable(today()).select_related("locale").order_by("pk")

    def entries(self, rows: list[Page]) -> list[dict[str, Any]]:
        addresses = Addresses()
        others = self._translations(rows, addresses)
        pictures = pictures_on(rows)
        return [
            {
                "location": address,
                "lastmod": page.last_published_at,
                "alternates": others[page.translation_key],
                "images": [f"{addresses.site}{path}" for path in pictures.get(page.pk, [])],
            }
            for page in rows
            if (address := addresses.of(page.url_path))
        ]

    def _translations(self, rows: list[Page], addresses: Addresses) -> dict[Any, list[dict[str, str]]]:
        """By the key that translations share; nothing for a page in one language."""
        keys = {page.translation_key for page in rows}
        pages = readable(today()).filter(translation_key__in=keys).order_by("locale", "pk")
        found: dict[Any, dict[str, str]] = defaultdict(dict)
        for key, code, path in pages.values_list("translation_key", "locale__language_code", "url_path"):
            if address := addresses.of(path):
                found[key][code] = address
        return defaultdict(list, {key: alternates(by_code) for key, by_code in found.items() if len(by_code) > 1})


class Documents(Portions):
    """Each legal document once, in the register of its own language."""

    def items(self) -> Any:
        if not _first(RegisterPage):
            return LegalDocument.objects.none()
        return LegalDocument.objects.published().select_related("form").only(*COLUMNS).order_by("pk")

    def entries(self, rows: list[LegalDocument]) -> list[dict[str, Any]]:
        register = _first(RegisterPage)
        return [{"location": f"{register}{row.address}", "lastmod": row.last_published_at} for row in rows]


class Weeks(Portions):
    """The published work calendars."""

    def items(self) -> Any:
        return Week.objects.published().order_by("pk") if _first(AgendaPage) else Week.objects.none()

    def entries(self, rows: list[Week]) -> list[dict[str, Any]]:
        calendar = _first(AgendaPage)
        return [{"location": f"{calendar}tuan/{week.name}/", "lastmod": week.changed_at} for week in rows]


class Procedures(Portions):
    """Those that this site offers today."""

    def items(self) -> Any:
        here = offered(today(), Defaults.current().levels)
        if not _first(ProceduresPage):
            return here.none()
        return here.select_related("procedure").only(*COLUMNS_OF_PROCEDURES).order_by("procedure")

    def entries(self, rows: list[ProcedureVersion]) -> list[dict[str, Any]]:
        procedures = _first(ProceduresPage)
        return [
            {
                "location": f"{procedures}{address_of(row.procedure.code)}",
                "lastmod": _since(row),
            }
            for row in rows
        ]


def _since(row: ProcedureVersion) -> datetime.datetime:
    """When readers got it as it is now: a version that was announced ahead, on its first day."""
    changed = row.procedure.changed_at or row.written_at
    return max(changed, as_moment(row.valid_from)) if row.valid_from else changed


class Offices(Portions):
    """Departments and people that the page of the organisation shows."""

    def items(self) -> list[str]:
        organisation = _first(OrganisationPage)
        return [f"{organisation}{path}" for path in paths_on_show(today())] if organisation else []

    def entries(self, rows: list[str]) -> list[dict[str, Any]]:
        return [{"location": address} for address in rows]


class Views(Portions):
    """What is no page of the tree, in each language."""

    def items(self) -> list[tuple[str, str]]:
        return [(name, code) for name in VIEWS for code, _ in settings.LANGUAGES]

    def entries(self, rows: list[tuple[str, str]]) -> list[dict[str, Any]]:
        return [{"location": _view(name, code), "alternates": self._in_all(name)} for name, code in rows]

    def _in_all(self, name: str) -> list[dict[str, str]]:
        return alternates({code: _view(name, code) for code, _ in settings.LANGUAGES})


def portions() -> list[str]:
    """Addresses of all portions, each of them once."""
    site = Addresses().site
    found = []
    for section, sitemap in SITEMAPS.items():
        address = f"{site}{reverse('sitemap_portion', args=[section])}"
        more = range(2, sitemap().paginator.num_pages + 1)
        found += [address, *(f"{address}?p={number}" for number in more)]
    return found


def alternates(addresses: dict[str, str]) -> list[dict[str, str]]:
    """By language, and for readers of any other one."""
    fallback = addresses.get(settings.LANGUAGE_CODE) or next(iter(addresses.values()))
    return [{"lang_code": code, "location": at} for code, at in {**addresses, "x-default": fallback}.items()]


def _view(name: str, code: str) -> str:
    with override(code):
        return f"{Addresses().site}{reverse(name)}"


def _first(model: type[Page]) -> str:
    """Where that page stands in the site's own language; empty where there is none for everybody."""
    pages = (
        model.objects.live().public().filter(unexpired(), locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    )
    paths: Iterable[str] = pages.order_by("path").values_list("url_path", flat=True)[:1]
    return next((Addresses().of(path) for path in paths), "")


COLUMNS = ("number", "form__name_vi", "last_published_at")
COLUMNS_OF_PROCEDURES = ("procedure__code", "procedure__changed_at", "valid_from", "written_at")
# By their part of the address: /sitemap-trang.xml
SITEMAPS: dict[str, type[Portions]] = {
    "trang": Pages,
    "van-ban": Documents,
    "lich-cong-tac": Weeks,
    "thu-tuc": Procedures,
    "to-chuc": Offices,
    "khac": Views,
}
