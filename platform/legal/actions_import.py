"""What an import writes: many documents at once, published as if each had been by hand, with revision and history.

Called in portions inside the one transaction of the import.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from accounts.models import User
from catalogue.models import Category, DocumentField, DocumentForm
from importing.files import in_library
from importing.readers import NamedFile
from importing.registers import Values
from legal.models import FileText, Issuer, LegalDocument, LegalFile, LegalLink
from legal.rules import may_publish_many
from legal.states import Relation
from legal.tasks import note_references_of, read_file_for_search
from lib.refusals import Refused

LOGGED = "legal.import"
TEXTS = ("number", "abstract", "signer", "signer_office", "note")
DAYS = ("issued_on", "effective_on", "expires_on", "partly_expired_on")
OF_REVISIONS = ("latest_revision", "live_revision")
WRITTEN = (
    *TEXTS, *DAYS, *OF_REVISIONS, "form", "issuer", "field", "number_key", "number_identity", "year", "search_text",
    "last_published_at",
)  # fmt: skip


@transaction.atomic
def enter(*, batch: Sequence[Values], by: User) -> list[int]:
    """Publish new documents, and say their numbers. Raises Refused where somebody enters one of them meanwhile."""
    _require(by)
    lists, now = Lists.for_rows(batch, by), timezone.now()
    documents = [LegalDocument(owner=by, first_published_at=now, last_published_at=now) for _values in batch]
    for document, values in zip(documents, batch, strict=True):
        lists.write(document, values)
    try:
        LegalDocument.objects.bulk_create(documents)
    except IntegrityError as error:
        raise Refused(
            _(
                "Nothing was imported: somebody entered one of these documents at the same moment. Import again to "
                "see what is different now."
            ),
            "meanwhile",
        ) from error
    _publish(list(zip(documents, batch, strict=True)), lists, by, written=OF_REVISIONS)
    return [document.pk for document in documents]


@transaction.atomic
def amend(*, batch: Sequence[tuple[int, Values]], by: User) -> None:
    """Change published documents, and publish them."""
    _require(by)
    lists, now = Lists.for_rows([values for __, values in batch], by), timezone.now()
    found = LegalDocument.objects.for_detail().select_for_update(of=("self",)).in_bulk([pk for pk, __ in batch])
    changed = [(found[pk], values) for pk, values in batch]
    for document, values in changed:
        lists.write(document, values)
        document.last_published_at = now
    _publish(changed, lists, by, written=WRITTEN)


@transaction.atomic
def take_back(*, numbers: Sequence[int], by: User) -> None:
    """Remove documents that an import has added, with their files and issuers that nothing else has."""
    _require(by)
    documents = list(LegalDocument.objects.filter(pk__in=numbers).for_detail())
    files = set(LegalFile.objects.filter(document__in=numbers).values_list("file_id", flat=True))
    _log(documents, by, deleted=True, action="wagtail.delete")
    with disable_reference_index_auto_update():
        LegalDocument.objects.filter(pk__in=numbers).delete()
    kind = ContentType.objects.get_for_model(LegalDocument)
    ReferenceIndex.objects.filter(base_content_type=kind, object_id__in=map(str, numbers)).delete()
    for file in get_document_model().objects.filter(pk__in=files, legal_files=None):
        if not ReferenceIndex.get_references_to(file).exists():
            file.delete()
    _remove_unused({document.issuer_id for document in documents if document.issuer_id})


@dataclass(frozen=True)
class Lists:
    """What the rows name, found once for all of them."""

    forms: dict[str, DocumentForm]
    fields: dict[str, DocumentField]
    categories: dict[str, Category]
    issuers: dict[str, Issuer]

    @classmethod
    def for_rows(cls, rows: Iterable[Values], by: User) -> "Lists":
        return cls(
            forms={one.key: one for one in DocumentForm.objects.all()},
            fields={one.key: one for one in DocumentField.objects.all()},
            categories={one.key: one for one in Category.objects.all()},
            issuers=_issuers({values["issuer"] for values in rows if values.get("issuer")}, by),
        )

    def write(self, document: LegalDocument, values: Values) -> None:
        for name in TEXTS:
            if name in values:
                setattr(document, name, values[name] or "")
        for name in DAYS:
            if name in values:
                setattr(document, name, values[name])
        for name, entries in (("form", self.forms), ("field", self.fields), ("issuer", self.issuers)):
            if name in values:
                setattr(document, name, entries[values[name]] if values[name] else None)  # type: ignore[index]
        document.tidy()


def _issuers(names: set[str], by: User) -> dict[str, Issuer]:
    """By name; those that are not there yet are made."""
    found = {issuer.name: issuer for issuer in Issuer.objects.filter(name__in=names)}
    made = []
    for name in sorted(names - set(found)):
        issuer = Issuer(name=name)
        issuer.full_clean()
        issuer.save()
        made.append(issuer)
        found[name] = issuer
    _log(made, by)
    return found


def _publish(rows: list[tuple[LegalDocument, Values]], lists: Lists, by: User, *, written: Sequence[str]) -> None:
    documents = [document for document, __ in rows]
    _write_categories(rows, lists)
    _write_files(rows, by)
    _write_links(rows)
    now = timezone.now()
    _gather(documents)
    kind = ContentType.objects.get_for_model(LegalDocument)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=kind,
            base_content_type=kind,
            object_id=str(document.pk),
            user=by,
            created_at=now,
            object_str=str(document),
            content=document.serializable_data(),
        )
        for document in documents
    )
    for document, revision in zip(documents, revisions, strict=True):
        document.latest_revision = document.live_revision = revision
    LegalDocument.objects.bulk_update(documents, written)
    _log(documents, by)
    note_references_of.enqueue([document.pk for document in documents])


def _write_categories(rows: list[tuple[LegalDocument, Values]], lists: Lists) -> None:
    through = LegalDocument.categories.through
    having = [(document, values["categories"]) for document, values in rows if "categories" in values]
    through.objects.filter(legaldocument__in=[document.pk for document, __ in having]).delete()
    through.objects.bulk_create(
        through(legaldocument_id=document.pk, category_id=lists.categories[key].pk)
        for document, keys in having
        for key in keys or ()
    )


def _write_files(rows: list[tuple[LegalDocument, Values]], by: User) -> None:
    """New ones come out of the archive. One that a document no longer has stays in the library, for an undo."""
    having = [(document, values["files"] or ()) for document, values in rows if "files" in values]
    before: dict[int, dict[NamedFile, int]] = defaultdict(dict)
    for one in LegalFile.objects.filter(document__in=[document.pk for document, __ in having]).select_related("file"):
        before[one.document_id][NamedFile(one.file.title, one.file.file_hash)] = one.file_id
    links = [
        LegalFile(
            document=document,
            file_id=before[document.pk].get(file) or in_library(file, library=get_document_model(), by=by),
            sort_order=position,
        )
        for document, files in having
        for position, file in enumerate(files)
    ]
    LegalFile.objects.filter(document__in=[document.pk for document, __ in having]).delete()
    LegalFile.objects.bulk_create(links)
    numbers = {link.file_id for link in links}
    made = FileText.objects.bulk_create((FileText(file_id=number) for number in numbers), ignore_conflicts=True)
    for text in made:
        read_file_for_search.enqueue(text.file_id)


def _write_links(rows: list[tuple[LegalDocument, Values]]) -> None:
    """Of the relations that the sheet has a column for. Raises Refused where a document named there is gone."""
    wanted = [
        LegalLink(document=document, relation=relation, target_id=named.pk, sort_order=position)
        for document, values in rows
        for relation in Relation.values
        for position, named in enumerate(values.get(relation) or ())
    ]
    targets = {link.target_id for link in wanted}
    there = LegalDocument.objects.filter(pk__in=targets).select_for_update(of=("self",), no_key=True)
    if len(there) < len(targets):
        raise Refused(_("Nothing was changed: a document that is named there is no longer in the register."), "gone")
    for relation in Relation.values:
        having = [document.pk for document, values in rows if relation in values]
        LegalLink.objects.filter(document__in=having, relation=relation).delete()
    LegalLink.objects.bulk_create(wanted)


def _gather(documents: list[LegalDocument]) -> None:
    """Put what belongs to the documents beside them, so that a revision asks for nothing more."""
    pks = [document.pk for document in documents]
    files, links, categories = defaultdict(list), defaultdict(list), defaultdict(list)
    for file in LegalFile.objects.filter(document__in=pks).order_by("sort_order", "pk"):
        files[file.document_id].append(file)
    for link in LegalLink.objects.filter(document__in=pks).order_by("sort_order", "pk"):
        links[link.document_id].append(link)
    every = Category.objects.in_bulk()
    through = LegalDocument.categories.through.objects.filter(legaldocument__in=pks)
    for pk, category in through.values_list("legaldocument_id", "category_id"):
        categories[pk].append(every[category])
    for document in documents:
        document.files, document.links = files[document.pk], links[document.pk]
        document.categories = categories[document.pk]


def _log(objects: Sequence[Model], by: User, *, action: str = LOGGED, deleted: bool = False) -> None:
    if not objects:
        return
    kind, now = ContentType.objects.get_for_model(type(objects[0])), timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(one.pk),
            label=str(one),
            action=action,
            timestamp=now,
            user=by,
            revision=getattr(one, "latest_revision", None) if not deleted else None,
            content_changed=not deleted,
            deleted=deleted,
        )
        for one in objects
    )


def _remove_unused(issuers: set[int]) -> None:
    """Of those that an import has made, what no document names, not even a draft of one."""
    made = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Issuer), action=LOGGED, object_id__in=map(str, issuers)
    ).values_list("object_id", flat=True)
    unused = list(Issuer.objects.filter(pk__in=map(int, made), documents=None))
    drafts = Revision.objects.filter(content_type=ContentType.objects.get_for_model(LegalDocument))
    for issuer in unused:
        if not drafts.filter(content__issuer=issuer.pk).exists():
            issuer.delete()


def _require(by: User) -> None:
    if not may_publish_many(by):
        raise PermissionDenied
