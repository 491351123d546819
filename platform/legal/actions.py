"""What changes documents beside Wagtail's own actions, which publish, hand in and lock. Nothing else writes here."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex

from legal.models import FileText, Issuer, LegalDocument, LegalFile, LegalLink
from legal.states import Reading, Relation
from lib.file_texts import Unreadable, text_of
from lib.search_words import plain

if TYPE_CHECKING:
    from accounts.models import User
    from catalogue.models import Category
    from library.models import SiteDocument

PICTURES = ("jpg", "jpeg", "png")


@dataclass(frozen=True)
class Finished:
    """A document, not saved yet, that needs no draft and no approval here: it was published before.

    `links` are by the number of a document that the same call writes, or that the register has.
    """

    document: LegalDocument
    published_at: datetime.datetime
    categories: "Sequence[Category]" = ()
    file: "SiteDocument | None" = None
    links: Mapping[str, Relation] = field(default_factory=dict)


@transaction.atomic
def add_issuers(*, names: Sequence[str]) -> dict[str, Issuer]:
    """Those of the names that the register lacks. Returns all of them by name."""
    known = {issuer.name: issuer for issuer in Issuer.objects.filter(name__in=names)}
    for name in dict.fromkeys(names):
        if name not in known:
            known[name] = Issuer(name=name)
            known[name].full_clean()
            known[name].save()
    return known


@transaction.atomic
def publish_finished(*, finished: Sequence[Finished], by: "User | None") -> list[int]:
    """Write many documents at once, in a number of questions that does not grow with them but for the log.

    Returns the numbers of files that are still to be read. Raises ValidationError for what can't be, such as a day of
    force before that of issue, and IntegrityError for a document that the register has.
    """
    for one in finished:
        document, at = one.document, one.published_at
        document.live, document.has_unpublished_changes, document.owner = True, False, by
        document.first_published_at = document.last_published_at = at
        document.tidy()
        document.clean()
    LegalDocument.objects.bulk_create([one.document for one in finished])
    stands = LegalDocument.categories.through
    stands.objects.bulk_create(
        stands(legaldocument=one.document, category=category) for one in finished for category in one.categories
    )
    files = [LegalFile(document=one.document, file=one.file, sort_order=0) for one in finished if one.file]
    LegalFile.objects.bulk_create(files)
    FileText.objects.bulk_create([FileText(file_id=file.file_id) for file in files], ignore_conflicts=True)
    _link(finished)
    for one in finished:
        log(instance=one.document, action="wagtail.publish", user=by, timestamp=one.published_at)
    return [file.file_id for file in files]


def _link(finished: Sequence[Finished]) -> None:
    numbers = {number for one in finished for number in one.links}
    targets = {document.number: document for document in LegalDocument.objects.filter(number__in=numbers)}
    LegalLink.objects.bulk_create(
        LegalLink(document=one.document, relation=relation, target=targets[number], sort_order=place)
        for one in finished
        for place, (number, relation) in enumerate(one.links.items())
    )


@transaction.atomic
def take_in_files(*, document: LegalDocument) -> list[int]:
    """Note which files of the document, as it was just saved, are still to be read. Returns their numbers."""
    saved = document.get_latest_revision_as_object()
    numbers = {one.file_id for one in saved.files.all()}
    FileText.objects.bulk_create([FileText(file_id=number) for number in numbers], ignore_conflicts=True)
    waiting = FileText.objects.filter(file__in=numbers, reading=Reading.WAITING)
    return sorted(waiting.values_list("pk", flat=True))


def read_file(*, number: int) -> None:
    """Take the text out of a file for the search. A file that can't be read is marked, not tried again."""
    stored = get_document_model().objects.filter(pk=number).first()
    if stored is None:
        return
    reading, text = _read(stored)
    with transaction.atomic():
        FileText.objects.update_or_create(file=stored, defaults={"reading": reading, "text": plain(text)})


@transaction.atomic
def note_references(*, numbers: list[int]) -> None:
    """What these documents use, for Wagtail's screens that say where something is used. Those gone are passed over."""
    for document in LegalDocument.objects.filter(pk__in=numbers):
        ReferenceIndex.create_or_update_for_object(document)


def _read(stored: object) -> tuple[Reading, str]:
    extension = stored.file_extension.lower()  # type: ignore[attr-defined]
    if extension in PICTURES:
        return Reading.SCANNED, ""
    try:
        with stored.open_file() as file:  # type: ignore[attr-defined]
            text = text_of(file, extension, size=stored.get_file_size() or 0)  # type: ignore[attr-defined]
    except Unreadable:
        return Reading.UNREADABLE, ""
    return (Reading.READ, text) if text else (Reading.SCANNED, "")
