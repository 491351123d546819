"""What the page of one document shows: gathered in a fixed number of questions, for a published one and for a draft."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from wagtail import hooks
from wagtail.documents import get_document_model

from catalogue.models import Category
from legal.states import SEEN_FROM_THERE, Reading, Relation, Status, status_of
from pages.queries import unexpired

if TYPE_CHECKING:
    from legal.documents import LegalDocument

# Rooms above tell with this hook what a document came of: a function of the document that returns a list of Origin.
ORIGINS = "legal_document_origins"
# What a browser shows by itself.
VIEWED_IN_PLACE = "pdf"


@dataclass(frozen=True)
class File:
    title: str
    address: str
    kind: str
    size: int | None
    is_scanned: bool


@dataclass(frozen=True)
class Link:
    """`relation` reads between the two: this document `replaced by` the other."""

    relation: str
    document: "LegalDocument"


@dataclass(frozen=True)
class Origin:
    label: str
    title: str
    address: str


@dataclass(frozen=True)
class Detail:
    status: Status
    categories: list[Category]
    files: list[File]
    links: list[Link]
    origins: list[Origin]

    @property
    def pdf(self) -> File | None:
        return next((file for file in self.files if file.kind == VIEWED_IN_PLACE), None)


def detail_of(document: "LegalDocument", on: datetime.date) -> Detail:
    inward = _inward(document)
    following = {link.relation for link in inward if (begin := _begins(link.document)) and begin <= on}
    return Detail(
        status=status_of(
            on,
            begins=_begins(document),
            expires=document.expires_on,
            partly_expired=document.partly_expired_on,
            is_replaced=Relation.REPLACES in following,
            is_amended=Relation.AMENDS in following,
        ),
        categories=list(document.categories.all()),
        files=_files(document),
        links=[
            *_outward(document),
            *(Link(str(SEEN_FROM_THERE[Relation(one.relation)]), one.document) for one in inward),
        ],
        origins=[origin for tell in hooks.get_hooks(ORIGINS) for origin in tell(document)] if document.pk else [],
    )


def _begins(document: "LegalDocument") -> datetime.date | None:
    return document.effective_on or document.issued_on


def _files(document: "LegalDocument") -> list[File]:
    keys = [one.file_id for one in document.files.all()]
    found = get_document_model().objects.filter(pk__in=keys).select_related("legal_text").in_bulk()
    return [_file(found[key]) for key in keys if key in found]


def _file(stored: Any) -> File:
    text = getattr(stored, "legal_text", None)
    return File(
        title=stored.title,
        address=stored.url,
        kind=stored.file_extension.lower(),
        size=stored.file_size,
        is_scanned=text is not None and text.reading == Reading.SCANNED,
    )


def _outward(document: "LegalDocument") -> list[Link]:
    """What this document says itself, of those that readers may see."""
    links = list(document.links.all())
    targets = {link.target_id for link in links}
    documents = apps.get_model("legal", "LegalDocument").objects.published().select_related("form").in_bulk(targets)
    return [
        Link(str(Relation(link.relation).label), documents[link.target_id])
        for link in links
        if link.target_id in documents
    ]


def _inward(document: "LegalDocument") -> list[Any]:
    """What other published documents say about this one."""
    if document.pk is None:
        return []
    links = apps.get_model("legal", "LegalLink").objects.filter(
        unexpired("document__"), target=document.pk, document__live=True
    )
    return list(links.select_related("document__form").order_by("-document__issued_on", "pk"))
