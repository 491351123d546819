"""Legal documents of the demo year, as the register of the site that is current takes them."""

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import TypeVar

from django.core.files.base import ContentFile
from django.utils import timezone
from openpyxl import Workbook

from accounts.models import User
from catalogue.models import Category, DocumentField, DocumentForm
from legal.actions import Finished, add_issuers, publish_finished, read_file
from legal.models import LegalDocument
from legal.states import Relation
from library.models import SiteDocument
from tenants.demo.corpus.model import Asked, Block, Disclosed, Item, Opening, Registered, Scheduled, Sight, Undertaken
from tenants.demo.corpus.spelling import slug_of

R = TypeVar("R", Registered, Disclosed, Undertaken, Sight, Opening, Asked, Scheduled)
PUBLISHED_AT = datetime.time(8, 0)


def write_documents(items: Sequence[Item], *, by: User | None) -> None:
    if not items:
        return
    issuers = add_issuers(names=[of_kind(Registered, item).issuer for item in items])
    forms = {form.key: form for form in DocumentForm.objects.all()}
    fields = {field.key: field for field in DocumentField.objects.all()}
    categories = {category.key: category for category in Category.objects.all()}
    finished = []
    for item in items:
        record = of_kind(Registered, item)
        document = LegalDocument(
            form=forms[record.form],
            number=record.number,
            issuer=issuers[record.issuer],
            issued_on=record.issued,
            effective_on=record.effective,
            expires_on=record.expires,
            abstract=record.abstract,
            signer=record.signer,
            signer_office=record.office,
            field=fields[record.field],
        )
        finished.append(
            Finished(
                document=document,
                published_at=published_at(item),
                categories=[categories[key] for key in item.categories],
                file=keep_print(record, item.body) if record.file else None,
                links={record.other: Relation(record.relation)} if record.relation else {},
            )
        )
    for number in publish_finished(finished=finished, by=by):
        read_file(number=number)


def of_kind(kind: type[R], item: Item) -> R:
    """Its record, which is of that kind. Raises TypeError."""
    if not isinstance(item.record, kind):
        raise TypeError(item.key)
    return item.record


def published_at(item: Item) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(item.published, PUBLISHED_AT))


def keep_print(record: Registered, body: tuple[Block, ...]) -> SiteDocument:
    """The file of a document in the site's library."""
    from tenants.demo.corpus.prints import printed  # noqa: PLC0415 - reportlab is there for development only

    return _keep(f"{record.number} (minh họa)", f"{slug_of(record.number)}.pdf", printed(record, body))


def keep_draft(title: str, record: Registered, body: tuple[Block, ...]) -> SiteDocument:
    from tenants.demo.corpus.prints import printed  # noqa: PLC0415 - reportlab is there for development only

    return _keep(f"{title} (minh họa)", f"du-thao-{slug_of(record.abstract)[:60]}.pdf", printed(record, body))


def keep_sheet(title: str, record: Disclosed) -> SiteDocument:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in (*((line,) for line in record.lines), record.headings, *record.rows):
        sheet.append(line)
    file = BytesIO()
    book.save(file)
    name = f"bieu-{slug_of(record.form) or 'cong-khai'}-{record.year}-{record.period}.xlsx"
    return _keep(f"{title} (bảng số liệu minh họa)", name, file.getvalue())


def _keep(title: str, name: str, content: bytes) -> SiteDocument:
    _clear_away_leftover(name)
    document = SiteDocument(title=title, file=ContentFile(content, name=name), file_size=len(content))
    document.save()
    return document


def _clear_away_leftover(name: str) -> None:
    """Of a run that was killed: its transaction took back the row, but not the file."""
    field = SiteDocument._meta.get_field("file")
    path = f"{field.upload_to}/{name}"
    if field.storage.exists(path) and not SiteDocument.objects.filter(file=path).exists():
        field.storage.delete(path)
