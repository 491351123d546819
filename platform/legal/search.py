"""What of legal documents is found: what their page shows, and the text of their files."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.documents import FileText, LegalDocument, LegalFile
from legal.register import RegisterPage
from library.queries import in_closed_collection
from pages.search import open_lists
from search.sources import Source, Thing


def _live() -> QuerySet[Any]:
    live = LegalDocument.objects.order_by().published()
    return live.filter(Q(expire_at=None) | Q(expire_at__gt=timezone.now()))


def _open_files() -> QuerySet[Any]:
    """What only some may open is nobody's to find words in."""
    return LegalFile.objects.filter(~in_closed_collection("file")).order_by("sort_order", "pk")


def _stamps(numbers: Collection[int] | None) -> dict[int, str]:
    documents, files = _live(), _open_files()
    if numbers is not None:
        documents, files = documents.filter(pk__in=numbers), files.filter(document__in=numbers)
    read: dict[int, list[str]] = defaultdict(list)
    for document, file, reading in files.values_list("document", "file", "file__legal_text__reading"):
        read[document].append(f"{file}{reading}")
    rows = documents.values_list("pk", "live_revision", "last_published_at")
    return {pk: f"{revision} {at} {' '.join(read[pk])}" for pk, revision, at in rows}


def _read(numbers: Collection[int]) -> Iterator[Thing]:
    texts = _texts_of_files(numbers)
    categories = _categories(numbers)
    for document in LegalDocument.objects.filter(pk__in=numbers).select_related("form", "issuer", "field"):
        field = document.field.name_vi if document.field else ""
        told = (str(document.issuer or ""), field, document.signer_office, document.signer, document.note)
        yield Thing(
            number=document.pk,
            kind="document",
            # What it is about is in no other words: without them a line of results would be a number.
            title=f"{document.title}: {document.abstract}",
            text=" · ".join(filter(None, told)),
            keywords=" ".join(filter(None, told)),
            more=" ".join(texts[document.pk]),
            day=document.issued_on,
            categories=tuple(categories[document.pk]),
            sign=document.number,
        )


def _texts_of_files(numbers: Collection[int]) -> dict[int, list[str]]:
    files = _open_files().filter(document__in=numbers)
    found: dict[int, list[str]] = defaultdict(list)
    documents: dict[int, list[int]] = defaultdict(list)
    for document, file in files.values_list("document", "file"):
        documents[file].append(document)
    for file, text in FileText.objects.filter(file__in=documents).values_list("file", "text"):
        for document in documents[file]:
            found[document].append(text)
    return found


def _categories(numbers: Collection[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    stands = LegalDocument.categories.through.objects.filter(legaldocument__in=numbers)
    for document, key in stands.order_by("category__position").values_list("legaldocument", "category__key"):
        found[document].append(key)
    return found


def _on_show(on: datetime.date) -> QuerySet[Any]:
    return _live().values("pk")


def _lists() -> dict[str, str]:
    return open_lists(RegisterPage)


def _addresses(numbers: Collection[int], register: str) -> dict[int, str]:
    documents: Any = LegalDocument.objects.filter(pk__in=numbers) if register else LegalDocument.objects.none()
    documents = documents.select_related("form").only("number", "form__name_vi")
    return {document.pk: f"{register}{document.address}" for document in documents}


DOCUMENTS = Source(
    key="documents",
    kinds={"document": _("Legal documents")},
    stamps=_stamps,
    read=_read,
    on_show=_on_show,
    addresses=_addresses,
    lists=_lists,
    model=LegalDocument,
)
