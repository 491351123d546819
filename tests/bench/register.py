"""How fast the register of documents answers on a site that holds many. Runs inside Django, at the end of a run."""

import datetime
import random
import re
import statistics
import time
from collections.abc import Iterator

from django.db import close_old_connections, connection, transaction
from django.test import Client

from catalogue.models import DocumentField, DocumentForm
from legal.models import Issuer, LegalDocument
from tenants.crossing import all_tenants, in_site
from tests.bench.records import Searched

BATCH = 2000
FIRST_DAY = datetime.date(2011, 1, 3)
ROUNDS = 40
COUNT = re.compile(r'class="register__count">\s*([\d.,]+)')
WORDS = (  # noqa: SIM905 - read as the sentences they are from
    "về việc giao dự toán ngân sách phê duyệt kế hoạch sử dụng đất công tác phòng chống thiên tai tìm kiếm cứu nạn "
    "thành lập ban chỉ đạo chương trình mục tiêu quốc gia xây dựng nông thôn mới tăng cường quản lý trật tự đô thị "
    "hỗ trợ hộ nghèo bảo trợ xã hội tuyển quân khen thưởng tổ chức lễ hội dân tộc Khmer cải cách hành chính"
).split()
QUESTIONS = {
    "the first page": "",
    "page 500": "trang=500",
    "a number": "q=30000/2018",
    "part of a number": "q=1234",
    "two words": "q=ngan+sach",
    "a word that all contain": "q=uy+ban",
    "a rare word": "q=hiem+thay",
    "a year and a form": "nam=2019&hinh-thuc=decision",
    "a status": "tinh-trang=bi-thay-the",
    "words, year, status": "q=ngan+sach&nam=2019&tinh-trang=con-hieu-luc",
}


def measure_register(*, host: str, documents: int) -> list[Searched]:
    """Fills the first site up to that many documents, and asks each question ROUNDS times."""
    fill_register(documents=documents)
    name, _, port = host.partition(":")
    browser = Client(SERVER_NAME=name, SERVER_PORT=port)
    return [
        ask_often(browser, label, f"/van-ban/?{question}", COUNT, documents) for label, question in QUESTIONS.items()
    ]


def fill_register(*, documents: int) -> list[Searched]:
    """Measures nothing: whoever calls it in a process of its own gets an empty list."""
    with in_site(all_tenants()[0]):
        with transaction.atomic():
            add_documents(documents)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE legal_legaldocument")
    return []


def add_documents(documents: int) -> None:
    issuers = [Issuer(name=name) for name in ("Ủy ban nhân dân huyện", "Hội đồng nhân dân huyện", "Phòng Tài chính")]
    for issuer in issuers:
        issuer.full_clean(validate_unique=False)
    issuers = Issuer.objects.bulk_create(issuers)
    batch: list[LegalDocument] = []
    for document in _documents(documents, issuers):
        batch.append(document)
        if len(batch) == BATCH:
            LegalDocument.objects.bulk_create(batch)
            batch = []
    LegalDocument.objects.bulk_create(batch)


def _documents(number: int, issuers: list[Issuer]) -> Iterator[LegalDocument]:
    chance = random.Random(number)  # noqa: S311 - the same documents each time
    forms, fields = list(DocumentForm.objects.all()), list(DocumentField.objects.all())
    for count in range(number):
        day = FIRST_DAY + datetime.timedelta(days=count * 4600 // number)
        form, issuer = chance.choice(forms[:12]), chance.choice(issuers)
        document = LegalDocument(
            form=form,
            number=f"{count}/{day.year}/{form.abbreviation or 'CV'}-UBND",
            issuer=issuer,
            issued_on=day,
            abstract=" ".join(chance.choices(WORDS, k=25)) + (" hiếm thấy" if count % 5000 == 0 else ""),
            field=chance.choice(fields),
            live=True,
        )
        document.tidy()
        yield document


def ask_often(browser: Client, question: str, address: str, count: re.Pattern[str], documents: int) -> Searched:
    """`count` finds on the page how many were found."""
    times = []
    for _ in range(ROUNDS):
        close_old_connections()
        start = time.perf_counter()
        response = browser.get(address)
        times.append((time.perf_counter() - start) * 1000)
        if response.status_code != 200:
            raise RuntimeError(f"{address} answered {response.status_code}.")
    shown = count.search(response.content.decode())
    found = int(re.sub(r"\D", "", shown[1])) if shown else 0
    return Searched(question, documents, found, statistics.median(times), statistics.quantiles(times, n=20)[-1])
