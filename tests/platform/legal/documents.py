"""Documents for the tests of this room."""

import datetime
from typing import Any

from django.core.files.base import ContentFile

from catalogue.models import DocumentForm
from legal.models import Issuer, LegalDocument, LegalFile
from library.models import SiteDocument

DAY = datetime.date(2023, 3, 1)
REGISTER = "/van-ban/"


def add(
    number: str = "15/2023/QĐ-UBND", *, live: bool = True, issuer: str = "Ủy ban nhân dân", **fields: Any
) -> LegalDocument:
    body = Issuer.objects.filter(name=issuer).first() or Issuer(name=issuer)
    if body.pk is None:
        body.full_clean()
        body.save()
    words = {"issued_on": DAY, "abstract": "Về việc giao dự toán ngân sách", "form": form("decision")} | fields
    document = LegalDocument(number=number, issuer=body, live=live, **words)
    document.full_clean()
    document.save()
    return document


def form(key: str) -> DocumentForm:
    return DocumentForm.objects.get(key=key)


def attach(document: LegalDocument, name: str, content: bytes) -> SiteDocument:
    stored = SiteDocument(title=name, file=ContentFile(content, name))
    stored.save()
    LegalFile.objects.create(document=document, file=stored)
    return stored
