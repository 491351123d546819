"""What is new among the procedures that this site offers: each version is told of once, from the day it is in force."""

from pages.announcements import Announcement, Wanted, announced, first_path
from procedures.addresses import address_of
from procedures.details import CATALOGUE_LANGUAGE
from procedures.overlays import Defaults
from procedures.page import ProceduresPage
from procedures.queries import offered


def newest(wanted: Wanted) -> list[Announcement]:
    """Four queries at most: in another language those whose name is translated. They stand in no category."""
    if wanted.category:
        return []
    page = first_path(ProceduresPage, wanted)
    if not page:
        return []
    versions = offered(wanted.on, Defaults.current().levels).select_related("procedure", "field")
    is_original = wanted.language == CATALOGUE_LANGUAGE
    if not is_original:
        versions = versions.exclude(**{f"name_{wanted.language}": ""})
    in_order = versions.defer("search_text").order_by("-valid_from", "-pk")[wanted.skip : wanted.until]
    return [
        announced(
            key=f"thu-tuc-{one.procedure.code}-{one.number}",
            title=f"{one.procedure.code} {one.title}",
            path=f"{page}{address_of(one.procedure.code)}",
            gist=one.content.result if is_original else "",
            published=one.valid_from,
            first=None,
            updated=one.procedure.changed_at,
        )
        for one in in_order
    ]
