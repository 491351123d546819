"""What of this site's procedures is found: the names and steps that the catalogue gives them, in all languages."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lib.clock import today
from pages.search import open_lists
from procedure_catalogue.contents import Content
from procedure_catalogue.models import Procedure
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
    """A mistake in writing that is corrected makes no other version, and another edition. A draft makes neither."""
    rows = _offered(today(), numbers).values_list("procedure", "pk", "procedure__edition")
    return {procedure: f"{version} {edition}" for procedure, version, edition in rows}


def _read(numbers: Collection[int]) -> Iterator[Thing]:
    versions = _offered(today(), numbers).select_related("procedure", "field")
    for version in versions.prefetch_related("procedure__life_events"):
        content = version.content
        events = [event.name_vi for event in version.procedure.life_events.all()]
        # Many type the code without its point.
        figures = version.procedure.code.replace(".", "")
        names = (content.name_km, content.name_en, version.field.name_vi, *events, *content.agencies, figures)
        yield Thing(
            number=version.procedure_id,
            kind="procedure",
            title=content.name,
            text=_text_of(content),
            keywords=" ".join(filter(None, names)),
            sign=version.procedure.code,
        )


def _text_of(content: Content) -> str:
    steps = (text for step in content.steps for text in (step.text, step.text_km, step.text_en))
    papers = (component.name for component in content.dossier)
    return "\n".join(filter(None, (*steps, *papers, content.result, content.conditions)))


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
