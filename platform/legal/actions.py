"""What changes documents beside Wagtail's own actions, which publish, hand in and lock. Nothing else writes here."""

from django.db import transaction
from wagtail.documents import get_document_model

from legal.models import FileText, LegalDocument
from legal.states import Reading
from lib.file_texts import Unreadable, text_of
from lib.search_words import plain

PICTURES = ("jpg", "jpeg", "png")


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
