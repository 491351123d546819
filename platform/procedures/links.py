"""Where procedures lead: to the portal on which they are begun, and to the files of forms."""

from collections.abc import Collection, Iterator, Mapping

from django.urls import reverse
from django.utils.translation import override

from lib.clock import today
from links.sources import Found, Holder, LinkSource
from pages.search import open_lists
from procedure_catalogue.contents import Content
from procedure_catalogue.states import Online
from procedures.overlays import Defaults
from procedures.page import ProceduresPage
from procedures.queries import offered


def _stamps() -> Mapping[int, str]:
    """Of none, where readers have no page of procedures."""
    if not open_lists(ProceduresPage):
        return {}
    versions = offered(today(), Defaults.current().levels).order_by()
    rows = versions.values_list("procedure", "pk", "procedure__revision")
    return {procedure: f"{version} {revision}" for procedure, version, revision in rows}


def _read(numbers: Collection[int]) -> Iterator[Holder]:
    versions = offered(today(), Defaults.current().levels).order_by().filter(procedure__in=numbers)
    for version in versions.select_related("procedure", "field"):
        yield Holder(
            number=version.procedure_id,
            title=version.content.name,
            edit_address=reverse("procedures:overlay", args=[version.procedure.code]),
            links=tuple(_links(version.content)),
        )


def _links(content: Content) -> Iterator[Found]:
    if content.portal_url and content.online in (Online.FULL, Online.PARTIAL):
        with override("vi"):
            yield Found(content.portal_url, str(Online(content.online).label))
    for component in content.dossier:
        if component.form_url:
            yield Found(component.form_url, component.form_name or component.name)


PROCEDURES = LinkSource(key="procedures", stamps=_stamps, read=_read)
