"""What of this site's procedures is found: the names and steps that the catalogue gives them, and beside these, in
languages into which a name is translated, what there is in that language."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lib.clock import today
from pages.search import open_lists
from procedure_catalogue.contents import Content
from procedure_catalogue.models import LifeEvent, Procedure, ProcedureVersion
from procedure_catalogue.queries import VersionQuerySet
from procedures.addresses import address_of
from procedures.overlays import Defaults
from procedures.page import ProceduresPage
from procedures.queries import offered
from search.sources import Source, Thing


def _offered(on: datetime.date, numbers: Collection[int] | None = None) -> VersionQuerySet:
    found = offered(on, Defaults.current().levels).order_by()
    return found if numbers is None else found.filter(procedure__in=numbers)


def _stamps(numbers: Collection[int] | None) -> dict[int, str]:
    return _stamps_of(_offered(today(), numbers), numbers)


def _stamps_of(versions: VersionQuerySet, numbers: Collection[int] | None) -> dict[int, str]:
    """A mistake in writing that is corrected makes no other version, and another edition. A field or a life event gets
    another name without either."""
    names = ("field__name_vi", "field__name_km", "field__name_en")
    rows = versions.values_list("procedure", "pk", "procedure__edition", *names)
    events = _names_of_events(numbers)
    return {
        procedure: f"{version} {edition} {_digest(field, events[procedure])}"
        for procedure, version, edition, *field in rows
    }


def _names_of_events(numbers: Collection[int] | None) -> dict[int, list[str]]:
    """By procedure."""
    links = LifeEvent.procedures.through.objects.order_by("lifeevent__position", "lifeevent")
    if numbers is not None:
        links = links.filter(procedure__in=numbers)
    found: dict[int, list[str]] = defaultdict(list)
    names = ("lifeevent__name_vi", "lifeevent__name_km", "lifeevent__name_en")
    for procedure, *own in links.values_list("procedure", *names):
        found[procedure] += own
    return found


def _digest(*names: list[str]) -> str:
    return sha256(repr(names).encode()).hexdigest()[:20]


def _versions(numbers: Collection[int]) -> VersionQuerySet:
    return _offered(today(), numbers).select_related("procedure", "field").prefetch_related("procedure__life_events")


def _read(numbers: Collection[int]) -> Iterator[Thing]:
    for version in _versions(numbers):
        content = version.content
        # Many type the code without its point.
        figures = version.procedure.code.replace(".", "")
        yield Thing(
            number=version.procedure_id,
            kind="procedure",
            title=content.name,
            text=_text_of(content),
            keywords=" ".join(filter(None, (*_subjects(version, "vi"), *content.agencies, figures))),
            sign=version.procedure.code,
        )


def _text_of(content: Content) -> str:
    steps = (step.text for step in content.steps)
    papers = (component.name for component in content.dossier)
    return "\n".join(filter(None, (*steps, *papers, content.result, content.conditions)))


def _subjects(version: ProcedureVersion, language: str) -> list[str]:
    """What it is about, and what happens to people who need it."""
    entries = (version.field, *version.procedure.life_events.all())
    return [name for entry in entries if (name := getattr(entry, f"name_{language}"))]


def _stamps_in(language: str) -> Callable[[Collection[int] | None], dict[int, str]]:
    def stamps(numbers: Collection[int] | None) -> dict[int, str]:
        return _stamps_of(_offered(today(), numbers).exclude(**{f"name_{language}": ""}), numbers)

    return stamps


def _read_in(language: str) -> Callable[[Collection[int]], Iterator[Thing]]:
    """Nothing of it is in Vietnamese, so that what is asked in one language is found once."""

    def read(numbers: Collection[int]) -> Iterator[Thing]:
        for version in _versions(numbers).exclude(**{f"name_{language}": ""}):
            steps = (getattr(step, f"text_{language}") for step in version.content.steps)
            yield Thing(
                number=version.procedure_id,
                kind="procedure",
                title=getattr(version.content, f"name_{language}"),
                text="\n".join(filter(None, steps)),
                keywords=" ".join(_subjects(version, language)),
                locale=language,
            )

    return read


def _on_show(on: datetime.date) -> QuerySet[Any]:
    return Procedure.objects.order_by().filter(pk__in=_offered(on).values("procedure")).values("pk")


def _lists() -> dict[str, str]:
    return open_lists(ProceduresPage)


def _addresses(numbers: Collection[int], procedures: str) -> dict[int, str]:
    codes = Procedure.objects.filter(pk__in=numbers).values_list("pk", "code") if procedures else []
    return {pk: f"{procedures}{address_of(code)}" for pk, code in codes}


PROCEDURES = Source(
    key="procedures",
    kinds={"procedure": _("Administrative procedures")},
    stamps=_stamps,
    read=_read,
    on_show=_on_show,
    addresses=_addresses,
    lists=_lists,
    is_of_the_site=False,
)


def _translated(language: str) -> Source:
    """As a source of its own: a source has one entry of each thing."""
    return replace(
        PROCEDURES,
        key=f"procedures-{language}",
        stamps=_stamps_in(language),
        read=_read_in(language),
        language=language,
    )


PROCEDURES_IN_KHMER, PROCEDURES_IN_ENGLISH = _translated("km"), _translated("en")
