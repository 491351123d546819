"""From the records of the demo year to the site that is current: what it lacks, each kind written in its room."""

from collections.abc import Callable

from accounts.models import User
from legal.models import LegalDocument
from newsroom.models import ArticlePage
from pages.models import BasePage
from tenants.demo.corpus.model import Item, Registered, Scheduled
from tenants.demo.documents import write_documents
from tenants.demo.items import MODELS, Shelf, write_item
from tenants.demo.weeks import is_there, write_weeks

Report = Callable[[str], None]
REPORT_EVERY = 100


def write_items(items: tuple[Item, ...], report: Report, *, by: User | None) -> int:
    """Publish the items that the site does not have yet, oldest first. Returns how many were written."""
    missing = _missing(items)
    papers = [item for item in missing if isinstance(item.record, Registered)]
    weeks = [item for item in missing if isinstance(item.record, Scheduled)]
    others = [item for item in missing if not isinstance(item.record, Registered | Scheduled)]
    write_documents(papers, by=by)
    write_weeks(weeks)
    if papers:
        report(f"{len(papers)} of {len(missing)} items")
    shelf = Shelf.of(others)
    for number, item in enumerate(others, start=len(papers) + len(weeks) + 1):
        write_item(item, shelf, by=by)
        if number % REPORT_EVERY == 0:
            report(f"{number} of {len(missing)} items")
    return len(missing)


def _missing(items: tuple[Item, ...]) -> list[Item]:
    models: list[type[BasePage]] = [ArticlePage, *MODELS.values()]
    slugs = {slug for model in models for slug in model._default_manager.values_list("slug", flat=True)}
    numbers = set(LegalDocument.objects.values_list("issuer__name", "number"))
    missing = [item for item in items if not _is_there(item, slugs, numbers)]
    return sorted(missing, key=lambda item: (item.published, item.key))


def _is_there(item: Item, slugs: set[str], numbers: set[tuple[str, str]]) -> bool:
    if isinstance(item.record, Scheduled):
        return is_there(item.record)
    if isinstance(item.record, Registered):
        return (item.record.issuer, item.record.number) in numbers
    return item.slug in slugs
