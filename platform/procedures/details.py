"""What the page of one procedure shows: gathered in a fixed number of questions."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page

from procedure_catalogue.contents import Component, Content, Way
from procedure_catalogue.models import Procedure, ProcedureVersion, Repeal
from procedure_catalogue.queries import VersionQuerySet
from procedure_catalogue.states import Channel, Level, Online
from procedures.addresses import address_of
from procedures.overlays import Defaults, Overlay, Place, place_of
from procedures.queries import offered

# What the catalogue is written in.
CATALOGUE_LANGUAGE = "vi"
READ_WITH = ("procedure", "field", "decision")


@dataclass(frozen=True)
class Text:
    """`language` is that of the words, where it is another than the reader's."""

    words: str
    language: str = ""

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Listed:
    """A line that leads to a procedure. `address` is below the page of procedures."""

    version: ProcedureVersion

    @property
    def code(self) -> str:
        return self.version.procedure.code

    @property
    def name(self) -> Text:
        return name_of(self.version)

    @property
    def address(self) -> str:
        return address_of(self.code)

    @property
    def levels(self) -> str:
        """Who deals with it, as readers say it."""
        return ", ".join(str(Level(level).label) for level in self.version.levels)


@dataclass(frozen=True)
class WayShown:
    """One way, or several for which the same holds."""

    label: str
    way: Way


@dataclass(frozen=True)
class Case:
    """Papers that are asked for in one case; without a name, always."""

    name: str
    papers: list[Component]


@dataclass(frozen=True)
class Detail:
    version: ProcedureVersion
    content: Content
    place: Place
    overlay: Overlay | None
    related: list[Listed]
    replaced: Listed | None
    """What it replaces, for a reader who came by the address of that one."""
    ask_address: str

    @property
    def code(self) -> str:
        return self.version.procedure.code

    @property
    def address(self) -> str:
        """Below the page of procedures."""
        return address_of(self.code)

    @property
    def name(self) -> Text:
        return name_of(self.version)

    @cached_property
    def steps(self) -> list[Text]:
        language = get_language() or CATALOGUE_LANGUAGE
        return [_text(getattr(step, f"text_{language}", ""), step.text) for step in self.content.steps]

    @cached_property
    def ways(self) -> list[WayShown]:
        alike: dict[tuple[str, ...], list[Way]] = {}
        for way in self.content.ways:
            alike.setdefault((way.time_limit, way.fee, way.note), []).append(way)
        return [WayShown(_labels(ways), ways[0]) for ways in alike.values()]

    @cached_property
    def cases(self) -> list[Case]:
        """What is always asked for first, then case by case, in the order of the decision."""
        names = dict.fromkeys(["", *(paper.case for paper in self.content.dossier)])
        cases = [Case(name, [paper for paper in self.content.dossier if paper.case == name]) for name in names]
        return [case for case in cases if case.papers]

    @cached_property
    def forms(self) -> list[Component]:
        """Of the catalogue, each file once."""
        return list({paper.form_url: paper for paper in self.content.dossier if paper.form_url}.values())

    @property
    def apply_address(self) -> str:
        """Empty where nothing of it can be done online."""
        return self.content.portal_url if self.content.online in (Online.FULL, Online.PARTIAL) else ""


@dataclass(frozen=True)
class Gone:
    """A procedure that is no longer in force: since when, by what, and what people turn to instead."""

    version: ProcedureVersion
    since: datetime.date | None
    repeal: Repeal | None
    successors: list[Listed]

    @property
    def name(self) -> Text:
        return name_of(self.version)


def name_of(version: ProcedureVersion) -> Text:
    return _text(version.title if version.title != version.name else "", version.name)


def detail_of(code: str, on: datetime.date, *, instead_of: str = "") -> Detail | None:
    """None for what this site does not offer on that day."""
    defaults = Defaults.current()
    here = offered(on, defaults.levels)
    version = here.select_related(*READ_WITH).filter(procedure__code=code).first()
    if version is None:
        return None
    content = version.content
    overlay = Overlay.objects.filter(procedure=version.procedure_id).select_related("form_file").first()
    return Detail(
        version=version,
        content=content,
        place=place_of(overlay, defaults),
        overlay=overlay,
        related=_with_codes(here, content.related),
        replaced=_replaced(version, instead_of, on) if instead_of else None,
        ask_address=_ask_address(code),
    )


def gone_of(code: str, on: datetime.date) -> Gone | None:
    """None for a procedure that was never in force until that day, that is in force, or that was never dealt with at
    a site like this."""
    levels = Defaults.current().levels
    ended = ProcedureVersion.objects.ended(on).at_levels(*levels).select_related(*READ_WITH)
    version = ended.filter(procedure__code=code).first()
    if version is None:
        return None
    # What has ended has a last day.
    since = (version.valid_to or on) + datetime.timedelta(days=1)
    # One repeal may have been announced for a later day, and another brought the end forward.
    repeal = _repeals(on).filter(procedure=version.procedure_id, effective_on=since).first()
    successors = [one.code for one in repeal.successors.all()] if repeal else []
    return Gone(
        version=version,
        since=since,
        repeal=repeal,
        successors=_with_codes(offered(on, levels), successors),
    )


def _repeals(on: datetime.date) -> QuerySet[Repeal]:
    repeals = Repeal.objects.filter(undone_at=None, effective_on__lte=on)
    return repeals.select_related("decision").prefetch_related("successors")


def _replaced(version: ProcedureVersion, code: str, on: datetime.date) -> Listed | None:
    repealed = Repeal.objects.filter(
        undone_at=None, effective_on__lte=on, procedure__code=code, successors=version.procedure_id
    )
    ended = ProcedureVersion.objects.ended(on).for_rows()
    former = ended.filter(procedure__in=repealed.values("procedure")).first()
    return Listed(former) if former else None


def _with_codes(versions: VersionQuerySet, codes: "tuple[str, ...] | list[str]") -> list[Listed]:
    """One question, none without codes."""
    if not codes:
        return []
    wanted = Procedure.objects.with_codes(codes)
    found = versions.for_rows().filter(procedure__in=wanted.values("pk")).in_reading_order()
    return [Listed(version) for version in found]


def _ask_address(code: str) -> str:
    """Where a reader asks about it; empty where the site takes no questions."""
    pages = Page.objects.live().filter(content_type__app_label="citizens", content_type__model="questionspage")
    return f"{reverse('ask')}?thu-tuc={code}" if pages.exists() else ""


def _labels(ways: list[Way]) -> str:
    return "; ".join(dict.fromkeys(str(Channel(way.channel).label) for way in ways))


def _text(translated: str, original: str) -> Text:
    language = get_language() or CATALOGUE_LANGUAGE
    if translated or language == CATALOGUE_LANGUAGE:
        return Text(translated or original)
    return Text(original, CATALOGUE_LANGUAGE)
