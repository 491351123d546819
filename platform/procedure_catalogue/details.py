"""What a screen shows of one procedure, gathered in a number of questions that does not depend on how much there is."""

from dataclasses import dataclass

from procedure_catalogue.models import Procedure, ProcedureField, ProcedureVersion, Repeal
from procedure_catalogue.wording import HEADINGS, lines_of


@dataclass(frozen=True)
class Part:
    name: str
    heading: str
    lines: list[str]
    language: str = "vi"


@dataclass(frozen=True)
class Related:
    """Another procedure of the catalogue, under the name it has or had last."""

    code: str
    name: str


def parts_of(version: ProcedureVersion) -> list[Part]:
    """Without those in which nothing stands. Related procedures are left to `related_to`."""
    content = version.content
    names = {version.field.key: version.field.name}
    found = [
        Part(name, str(heading), lines_of(content, name, names), language_of(name))
        for name, heading in HEADINGS.items()
        if name != "related"
    ]
    return [part for part in found if part.lines]


def language_of(part: str) -> str:
    return part.removeprefix("name_") if part in ("name_km", "name_en") else "vi"


def related_to(version: ProcedureVersion) -> list[Related]:
    """In their order; one that the catalogue lacks has no name."""
    names = names_of(version.content.related)
    return [Related(code, names.get(code, "")) for code in version.content.related]


def names_of(codes: tuple[str, ...] | list[str]) -> dict[str, str]:
    """The latest published name of each, by code. One question."""
    versions = ProcedureVersion.objects.published().filter(procedure__code__in=codes)
    latest = versions.order_by("procedure__code", "-valid_from").distinct("procedure__code")
    return dict(latest.values_list("procedure__code", "name"))


def repeals_of(procedure: Procedure) -> list[tuple[Repeal, list[str]]]:
    """Those that hold, with the codes of what takes its place."""
    found = procedure.repeals.filter(undone_at=None).select_related("decision").prefetch_related("successors")
    return [(repeal, [successor.code for successor in repeal.successors.all()]) for repeal in found]


def field_names() -> dict[str, str]:
    """By key, in the reader's language."""
    return {field.key: field.name for field in ProcedureField.objects.all()}
