"""What a reader asks the register for: read from an address, written into one, turned into rows."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import Exists, OuterRef
from django.http import QueryDict

from catalogue.models import Category, DocumentField, DocumentForm
from legal.queries import ORDERS, DocumentQuerySet
from legal.states import Status
from pages.queries import unexpired

if TYPE_CHECKING:
    from legal.models import Issuer

LONGEST_QUESTION = 200
ORDER_NAMES = tuple(ORDERS)


@dataclass(frozen=True)
class Offers:
    """All that a reader can choose from."""

    forms: list[DocumentForm]
    issuers: "list[Issuer]"
    fields: list[DocumentField]
    categories: list[Category]
    years: list[int]


@dataclass(frozen=True)
class Search:
    """What is not offered is not asked for: an address from elsewhere finds more, never an error."""

    text: str = ""
    form: DocumentForm | None = None
    issuer: "Issuer | None" = None
    field: DocumentField | None = None
    category: Category | None = None
    year: int | None = None
    status: str = ""
    order: str = ORDER_NAMES[0]

    @classmethod
    def of(cls, wanted: QueryDict, offers: Offers) -> "Search":
        return cls(
            text=wanted.get("q", "").replace("\0", "").strip()[:LONGEST_QUESTION],
            form=_by_key(offers.forms, wanted.get("hinh-thuc")),
            issuer=next((one for one in offers.issuers if str(one.pk) == wanted.get("co-quan")), None),
            field=_by_key(offers.fields, wanted.get("linh-vuc")),
            category=_by_key(offers.categories, wanted.get("chuyen-muc")),
            year=next((year for year in offers.years if str(year) == wanted.get("nam")), None),
            status=wanted.get("tinh-trang", "") if wanted.get("tinh-trang") in Status.values else "",
            order=wanted.get("sap-xep", "") if wanted.get("sap-xep") in ORDERS else ORDER_NAMES[0],
        )

    @property
    def is_narrowed_by_choice(self) -> bool:
        return any((self.form, self.issuer, self.field, self.category, self.year, self.status))

    @property
    def narrows(self) -> bool:
        return bool(self.text) or self.is_narrowed_by_choice

    def documents(self, on: datetime.date) -> DocumentQuerySet:
        documents: DocumentQuerySet = apps.get_model("legal", "LegalDocument").objects.published()
        if self.text:
            documents = documents.matching(self.text)
        if self.form:
            documents = documents.filter(form=self.form)
        if self.issuer:
            documents = documents.filter(issuer=self.issuer)
        if self.field:
            documents = documents.filter(field=self.field)
        if self.year:
            documents = documents.issued_in(self.year)
        if self.category:
            through = apps.get_model("legal", "LegalDocument").categories.through.objects
            documents = documents.filter(pk__in=through.filter(category=self.category).values("legaldocument_id"))
        if self.status:
            documents = documents.in_status(self.status, on)
        documents = documents.in_order(self.order)
        return documents.with_number_first(self.text) if self.order == ORDER_NAMES[0] else documents

    @property
    def address(self) -> str:
        """The question part of an address, without a page number: what exports and permalinks carry."""
        words = {
            "q": self.text,
            "hinh-thuc": self.form.key if self.form else "",
            "co-quan": str(self.issuer.pk) if self.issuer else "",
            "linh-vuc": self.field.key if self.field else "",
            "chuyen-muc": self.category.key if self.category else "",
            "nam": str(self.year or ""),
            "tinh-trang": self.status,
            "sap-xep": "" if self.order == ORDER_NAMES[0] else self.order,
        }
        return urlencode({name: value for name, value in words.items() if value})


def offers(on: datetime.date) -> Offers:
    """Five small questions, as many however large the register is."""
    documents = apps.get_model("legal", "LegalDocument").objects.published()
    return Offers(
        forms=list(DocumentForm.objects.in_use(on)),
        issuers=list(apps.get_model("legal", "Issuer").objects.all()),
        fields=list(DocumentField.objects.in_use(on)),
        categories=list(Category.objects.in_use(on).filter(_has_documents())),
        years=documents.years(),
    )


def _has_documents() -> Exists:
    stands = apps.get_model("legal", "LegalDocument").categories.through.objects
    return Exists(stands.filter(unexpired("legaldocument__"), category=OuterRef("pk"), legaldocument__live=True))


def _by_key(entries: list[Any], key: str | None) -> Any:
    return next((entry for entry in entries if entry.key == key), None) if key else None
