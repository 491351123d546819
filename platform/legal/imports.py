"""Documents as a register that sheets are imported into: its columns, and what stands in it already."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from catalogue.models import Category, DocumentField, DocumentForm
from importing.cells import Wrong, clean
from importing.drafts import closed
from importing.readers import Choice, Choices, Day, Files, NamedFile, Text
from importing.registers import Column, Item, Key, Register, Values
from legal import actions_import
from legal.models import Issuer, LegalDocument, LegalFile, LegalLink
from legal.queries import DocumentQuerySet
from legal.readers import DocumentNumbers, IssuerName, NamedDocument, without_word
from legal.rules import REGISTER_KEY, may_publish_many
from legal.states import Relation
from lib.search_words import identity

NUMBER = "15/2023/QĐ-UBND"
NAMED = (
    "Số, ký hiệu của văn bản đã có trong danh mục; nhiều văn bản cách nhau bằng dấu chấm phẩy. Trùng số thì ghi thêm: "
    "12/QĐ-UBND ngày 05/03/2020 của Ủy ban nhân dân huyện Trà Cú."
)
DAYS = ("issued_on", "effective_on", "expires_on", "partly_expired_on")
TEXTS = ("number", "abstract", "signer", "signer_office", "note")


def identity_of(values: Values) -> Key:
    """Number, issuer and year, as the constraint has them."""
    day = values.get("issued_on")
    return (identity(values.get("number") or ""), values.get("issuer"), day.year if day else None)


def find(keys: Collection[Key], *, lock: bool) -> Mapping[Key, Item]:
    documents = LegalDocument.objects.filter(
        number_identity__in={number for number, __, __ in keys}, year__in={year for __, __, year in keys}
    )
    found = list(_locked(documents) if lock else documents.for_detail())
    items = _items(found)
    there = {
        (document.number_identity, document.issuer.name, document.year): items[document.pk]
        for document in found
        if document.issuer
    }
    return {**_numbers_of_drafts(keys), **there}


def _numbers_of_drafts(keys: Collection[Key]) -> Mapping[Key, Item]:
    """Documents that will bear one of these numbers once a draft of theirs is published: the number is taken."""
    numbers = sorted({number for number, __, __ in keys})
    drafts = LegalDocument.objects.filter(
        has_unpublished_changes=True, latest_revision__content__number_identity__in=numbers
    ).select_related("latest_revision")
    written = {document: document.latest_revision.content for document in drafts}
    issuers = Issuer.objects.in_bulk({content["issuer"] for content in written.values() if content["issuer"]})
    return {
        (content["number_identity"], issuers[content["issuer"]].name, content["year"]): Item(
            document.pk, {}, "", closed(document)
        )
        for document, content in written.items()
        if content["issuer"] in issuers
    }


def read(pks: Collection[int]) -> Mapping[int, Item]:
    return _items(list(_locked(LegalDocument.objects.filter(pk__in=pks))))


def _locked(documents: DocumentQuerySet) -> DocumentQuerySet:
    return documents.for_detail().select_for_update(of=("self",))


def check(values: Values) -> Iterator[tuple[str, Wrong]]:
    """By the rules of the model itself."""
    if not identity(values.get("number") or ""):
        yield (
            "number",
            Wrong(_("This has neither a figure nor a letter."), _("Write it as in: %(example)s") % {"example": NUMBER}),
        )
    for relation in Relation.values:
        for named in values.get(relation) or ():
            if named.issued_on and identity_of(values) == identity_of(_naming(named)):
                yield relation, Wrong(_("A document has no link to itself."), _("Leave this cell empty."))
    try:
        LegalDocument(**{name: values.get(name) for name in DAYS}).clean()
    except ValidationError as error:
        for name, reasons in error.message_dict.items():
            yield name, Wrong(reasons[0])


def _naming(named: NamedDocument) -> Values:
    return {"number": named.number, "issuer": named.issuer, "issued_on": named.issued_on}


def create(batch: Sequence[Values], by: User) -> list[int]:
    return actions_import.enter(batch=batch, by=by)


def change(batch: Sequence[tuple[int, Values]], by: User) -> None:
    actions_import.amend(batch=batch, by=by)


def remove(pks: Sequence[int], by: User) -> None:
    actions_import.take_back(numbers=pks, by=by)


def _items(documents: Iterable[LegalDocument]) -> dict[int, Item]:
    """Their files, categories and links in four questions for all."""
    by_pk = {document.pk: document for document in documents}
    files, categories, links, named = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    for one in LegalFile.objects.filter(document__in=by_pk).select_related("file").order_by("sort_order", "pk"):
        files[one.document_id].append(NamedFile(one.file.title, one.file.file_hash, one.file_id))
    through = LegalDocument.categories.through.objects.filter(legaldocument__in=by_pk)
    for pk, key in through.order_by("category__position", "category__key").values_list(
        "legaldocument_id", "category__key"
    ):
        categories[pk].append(key)
    for pk, link in LegalLink.objects.filter(target__in=by_pk).order_by("pk").values_list("target_id", "pk"):
        links[pk].append(link)
    outward = LegalLink.objects.filter(document__in=by_pk).order_by("target")
    for pk, relation, *document in outward.values_list("document_id", "relation", "target_id", "target__number"):
        named[pk, relation].append(NamedDocument(*document))
    return {
        pk: Item(
            pk,
            {
                **_values(document, tuple(files[pk]), tuple(categories[pk])),
                **{relation: tuple(named[pk, relation]) or None for relation in Relation.values},
            }
            if document.live
            else {},
            f"{document.latest_revision_id} {document.live} {links[pk]}",
            closed(document),
        )
        for pk, document in by_pk.items()
    }


def _values(document: LegalDocument, files: tuple[NamedFile, ...], categories: tuple[str, ...]) -> Values:
    return {
        **{name: clean(getattr(document, name)) or None for name in TEXTS},
        **{name: getattr(document, name) for name in DAYS},
        "issuer": document.issuer.name if document.issuer else None,
        "form": document.form.key if document.form else None,
        "field": document.field.key if document.field else None,
        "categories": categories or None,
        "files": files or None,
    }


def _by_name(entries: Iterable[DocumentForm | DocumentField | Category]) -> dict[str, str]:
    return {entry.name_vi: entry.key for entry in entries}


DOCUMENTS = Register(
    key=REGISTER_KEY,
    name=gettext_lazy("Legal documents"),
    columns=(
        Column(
            "number",
            "Số, ký hiệu",
            Text(longest=100, normal=without_word),
            required=True,
            synonyms=("Số ký hiệu", "Số hiệu", "Số văn bản", "Số/Ký hiệu", "Số và ký hiệu", "Số hiệu văn bản"),
            help="Như ghi trên văn bản.",
            example=NUMBER,
        ),
        Column(
            "issuer",
            "Cơ quan ban hành",
            IssuerName(),
            required=True,
            synonyms=("Nơi ban hành", "Đơn vị ban hành", "CQ ban hành"),
            help="Tên đầy đủ. Cơ quan chưa có trong danh mục sẽ được thêm vào.",
            example="Ủy ban nhân dân huyện Trà Cú",
        ),
        Column(
            "issued_on",
            "Ngày ban hành",
            Day(),
            required=True,
            synonyms=("Ngày văn bản", "Ngày ký", "Ngày tháng", "Ngày, tháng, năm"),
            help="Ngày/tháng/năm.",
            example="05/03/2023",
        ),
        Column(
            "form",
            "Hình thức văn bản",
            Choice(lambda: _by_name(DocumentForm.objects.all())),
            required=True,
            synonyms=("Hình thức", "Loại văn bản", "Thể loại", "Tên loại"),
            example="Quyết định",
        ),
        Column(
            "abstract",
            "Trích yếu",
            Text(),
            required=True,
            synonyms=("Trích yếu nội dung", "Nội dung", "Nội dung trích yếu", "Về việc"),
            example="Về việc giao chỉ tiêu kế hoạch năm 2023",
        ),
        Column(
            "effective_on",
            "Ngày có hiệu lực",
            Day(),
            synonyms=("Ngày hiệu lực", "Hiệu lực từ", "Có hiệu lực từ"),
            help="Để trống nếu văn bản không nêu ngày.",
            example="15/03/2023",
        ),
        Column("expires_on", "Ngày hết hiệu lực", Day(), synonyms=("Hết hiệu lực từ",), example="31/12/2025"),
        Column("partly_expired_on", "Ngày hết hiệu lực một phần", Day(), synonyms=("Hết hiệu lực một phần từ",)),
        Column("signer", "Người ký", Text(longest=255), help="Họ tên, không ghi chức danh.", example="Thạch Thị Sa"),
        Column("signer_office", "Chức vụ người ký", Text(longest=255), synonyms=("Chức vụ",), example="Chủ tịch"),
        Column(
            "field",
            "Lĩnh vực",
            Choice(lambda: _by_name(DocumentField.objects.all())),
            example="Tài chính, ngân sách",
        ),
        Column(
            "categories",
            "Chuyên mục",
            Choices(lambda: _by_name(Category.objects.all())),
            help="Nhiều chuyên mục cách nhau bằng dấu chấm phẩy.",
            example="Chỉ đạo điều hành, văn bản mới; Quy hoạch, kế hoạch",
        ),
        Column(
            Relation.REPLACES,
            "Thay thế văn bản",
            DocumentNumbers(),
            synonyms=("Thay thế", "Thay thế cho", "Bãi bỏ"),
            help=NAMED,
            example="12/2020/QĐ-UBND",
        ),
        Column(
            Relation.AMENDS,
            "Sửa đổi, bổ sung văn bản",
            DocumentNumbers(),
            synonyms=("Sửa đổi, bổ sung", "Sửa đổi", "Sửa đổi bổ sung"),
            help=NAMED,
        ),
        Column(
            Relation.GUIDED_BY,
            "Được hướng dẫn bởi văn bản",
            DocumentNumbers(),
            synonyms=("Được hướng dẫn bởi", "Văn bản hướng dẫn", "Hướng dẫn tại"),
            help=NAMED,
        ),
        Column("note", "Ghi chú", Text()),
        Column(
            "files",
            "Tệp",
            Files(),
            synonyms=("Tên tệp", "Tệp đính kèm", "Tập tin", "File", "File đính kèm"),
            help="Tên tệp trong tệp nén .zip gửi kèm; nhiều tệp cách nhau bằng dấu chấm phẩy.",
            example="15-2023-qd-ubnd.pdf",
        ),
    ),
    natural_key=("number", "issuer", "issued_on"),
    may_import=may_publish_many,
    find=find,
    read=read,
    create=create,
    change=change,
    remove=remove,
    check=check,
    identity=identity_of,
)
