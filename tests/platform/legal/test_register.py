"""The register as a reader uses it."""

import csv
import datetime
import io
import json
from collections.abc import Callable

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from catalogue.models import Category, DocumentField
from legal.models import Issuer, LegalDocument, LegalLink
from legal.states import Relation
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import PDF
from tests.platform.legal.documents import DAY, REGISTER, add, attach, form

Visit = Callable[..., Client]
PINNED = {REGISTER: 14, "document": 16}
DAYS = datetime.timedelta(days=1)


def found(browser: Client, **question: object) -> list[str]:
    response = browser.get(REGISTER, question)
    assert response.status_code == 200
    return [document.number for document in response.context["documents"]]


@pytest.mark.parametrize(
    "text",
    [
        "15/2023/QĐ-UBND", "15/2023/qd-ubnd", "15 2023 QD UBND", "15/2023", "15", "152023QDUBND", "015/2023/QĐ-UBND",
        "giao dự toán", "giao du toan", "DU TOAN", "ngân sá", "Quyết định", "uy ban nhan dan", "Thạch Thị",
        "du toan 15",
    ],
)  # fmt: skip
def test_a_document_is_found_however_it_is_typed(commune: Tenant, visit: Visit, text: str):
    with in_site(commune):
        add("15/2023/QĐ-UBND", signer="Thạch Thị Sa")
        add("7/NQ-HĐND", form=form("resolution"), abstract="Kế hoạch", issuer="Hội đồng")
    assert found(visit(commune), q=text) == ["15/2023/QĐ-UBND"]


@pytest.mark.parametrize(
    "text", ["99", "quyết định 99", "'; drop table x; --", "' | 'a", "():*&!<->", "\\", "%", "__", "a\0b"]
)
def test_what_is_not_there_is_not_found(commune: Tenant, visit: Visit, text: str):
    with in_site(commune):
        add()
    assert found(visit(commune), q=text) == []


def test_khmer_is_found_in_the_middle_of_a_phrase(commune: Tenant, visit: Visit):
    with in_site(commune):
        add(abstract="សេចក្តីជូនដំណឹងអំពីថវិកាឃុំ")
    assert found(visit(commune), q="ថវិកា") == ["15/2023/QĐ-UBND"]


def test_only_categories_with_documents_are_offered(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number, key, live in (("1/QĐ-UBND", "planning", True), ("2/QĐ-UBND", "news", False)):
            one = add(number, live=live)
            one.categories.set(Category.objects.filter(key=key))
            one.save()
    offered = visit(commune).get(REGISTER).context["offers"].categories
    assert [category.key for category in offered] == ["planning"]


def test_a_document_leads_to_the_others_of_its_categories(commune: Tenant, visit: Visit):
    with in_site(commune):
        one = add()
        one.categories.set(Category.objects.filter(key="planning"))
        one.save()
    html = BeautifulSoup(visit(commune).get(f"{REGISTER}{one.address}").content, "html.parser")
    assert html.select_one(f'.document__facts a[href="{REGISTER}?chuyen-muc=planning"]').text == "Quy hoạch, kế hoạch"


def test_choices_narrow_the_register(commune: Tenant, visit: Visit):
    with in_site(commune):
        first = add("1/QĐ-UBND", issued_on=datetime.date(2022, 5, 1), field=DocumentField.objects.get(key="finance"))
        first.categories.set(Category.objects.filter(key="planning"))
        first.save()
        add("2/NQ-HĐND", form=form("resolution"), issuer="Hội đồng nhân dân")
        council = Issuer.objects.get(name="Hội đồng nhân dân").pk
    browser = visit(commune)
    assert found(browser) == ["2/NQ-HĐND", "1/QĐ-UBND"]
    assert found(browser, **{"sap-xep": "cu-nhat"}) == ["1/QĐ-UBND", "2/NQ-HĐND"]
    assert found(browser, **{"hinh-thuc": "resolution"}) == ["2/NQ-HĐND"]
    assert found(browser, **{"co-quan": council}) == ["2/NQ-HĐND"]
    assert found(browser, nam=2022) == ["1/QĐ-UBND"]
    assert found(browser, **{"linh-vuc": "finance"}) == ["1/QĐ-UBND"]
    assert found(browser, **{"chuyen-muc": "planning"}) == ["1/QĐ-UBND"]
    assert found(browser, **{"tinh-trang": "con-hieu-luc"}) == ["2/NQ-HĐND", "1/QĐ-UBND"]


@pytest.mark.parametrize("question", [{"nam": "x"}, {"hinh-thuc": "không"}, {"co-quan": "9" * 30}, {"trang": "-1"}])
def test_a_choice_that_is_not_offered_is_no_error(commune: Tenant, visit: Visit, question: dict[str, str]):
    with in_site(commune):
        add()
    assert found(visit(commune), **question) == ["15/2023/QĐ-UBND"]


def test_a_draft_is_for_nobody(commune: Tenant, visit: Visit):
    with in_site(commune):
        draft = add(live=False)
    browser = visit(commune)
    assert found(browser) == found(browser, q="15") == []
    assert browser.get(f"{REGISTER}{draft.address}").status_code == 404
    assert "QĐ-UBND" not in read(browser, "csv")


@pytest.mark.parametrize(
    ("status", "days"),
    [
        ("con-hieu-luc", {}),
        ("chua-hieu-luc", {"effective_on": 1}),
        ("con-hieu-luc", {"effective_on": 0, "expires_on": 1}),
        ("het-hieu-luc", {"effective_on": -5, "expires_on": 0}),
        ("het-mot-phan", {"effective_on": -5, "partly_expired_on": 0}),
    ],
)
def test_the_status_follows_from_the_days(commune: Tenant, visit: Visit, settings: Settings, status: str, days: dict):
    settings.FIXED_TODAY = today = DAY + 30 * DAYS
    with in_site(commune):
        document = add(**{name: today + number * DAYS for name, number in days.items()})
    browser = visit(commune)
    assert found(browser, **{"tinh-trang": status}) == [document.number]
    assert browser.get(f"{REGISTER}{document.address}").context["detail"].status == status


@pytest.mark.parametrize(
    ("relation", "status"),
    [("replaces", "bi-thay-the"), ("amends", "het-mot-phan"), ("guided_by", "con-hieu-luc")],
)
def test_a_link_shows_from_both_ends_and_tells_in_the_status(commune: Tenant, visit: Visit, relation: str, status: str):
    with in_site(commune):
        old, new = add("1/QĐ-UBND"), add("2/QĐ-UBND", issued_on=DAY + DAYS)
        LegalLink.objects.create(document=new, target=old, relation=relation)
    browser = visit(commune)
    seen = {document.number: document.status for document in browser.get(REGISTER).context["documents"]}
    assert seen == {"1/QĐ-UBND": status, "2/QĐ-UBND": "con-hieu-luc"}
    pages = [browser.get(f"{REGISTER}{one.address}").context["detail"] for one in (old, new)]
    assert pages[0].status == status
    assert [[link.document.number for link in page.links] for page in pages] == [["2/QĐ-UBND"], ["1/QĐ-UBND"]]


def test_a_link_of_what_is_past_its_end_is_told_nowhere(commune: Tenant, visit: Visit):
    with in_site(commune):
        old, new = add("1/QĐ-UBND"), add("2/QĐ-UBND", expire_at=timezone.now())
        LegalLink.objects.create(document=new, target=old, relation=Relation.REPLACES)
    browser = visit(commune)
    assert [one.status for one in browser.get(REGISTER).context["documents"]] == ["con-hieu-luc"]
    detail = browser.get(f"{REGISTER}{old.address}").context["detail"]
    assert (detail.status, detail.links) == ("con-hieu-luc", [])


def test_a_link_of_a_draft_or_of_a_later_day_changes_nothing_yet(commune: Tenant, visit: Visit, settings: Settings):
    settings.FIXED_TODAY = DAY + 30 * DAYS
    with in_site(commune):
        old = add("1/QĐ-UBND")
        draft = add("2/QĐ-UBND", live=False)
        later = add("3/QĐ-UBND", effective_on=DAY + 31 * DAYS)
        for one in (draft, later):
            LegalLink.objects.create(document=one, target=old, relation=Relation.REPLACES)
    detail = visit(commune).get(f"{REGISTER}{old.address}").context["detail"]
    assert detail.status == "con-hieu-luc"
    assert [link.document.number for link in detail.links] == ["3/QĐ-UBND"]


def test_an_address_stays_when_the_words_in_it_change(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = add()
    browser = visit(commune)
    right = f"{REGISTER}{document.pk}-quyet-dinh-15-2023-qd-ubnd/"
    assert f"{REGISTER}{document.address}" == right
    for old in (f"{REGISTER}{document.pk}/", f"{REGISTER}{document.pk}-ten-cu/"):
        response = browser.get(old)
        assert (response.status_code, response.headers["Location"]) == (302, right)
    assert browser.get(f"{REGISTER}{9 * 10**30}-x/").status_code == 404


def read(browser: Client, kind: str, **question: object) -> str:
    response = browser.get(f"{REGISTER}tai-ve/{kind}/", question)
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode("utf-8-sig")


def test_a_result_leaves_as_csv_json_and_workbook(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("1/QĐ-UBND", abstract='=HYPERLINK("http://x")')
        add("2/NQ-HĐND", form=form("resolution"))
    browser = visit(commune)
    rows = list(csv.DictReader(io.StringIO(read(browser, "csv", q="QĐ"))))
    assert [list(row.values())[1] for row in rows] == ["1/QĐ-UBND"]
    assert [list(row.values())[7] for row in rows] == ['\'=HYPERLINK("http://x")']
    assert [one["number"] for one in json.loads(read(browser, "json"))] == ["2/NQ-HĐND", "1/QĐ-UBND"]
    book = browser.get(f"{REGISTER}tai-ve/xlsx/")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["2/NQ-HĐND", "1/QĐ-UBND"]
    assert browser.get(f"{REGISTER}tai-ve/exe/").status_code == 404


def test_a_workbook_that_would_be_too_long_is_a_csv(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("legal.exports.MOST_ROWS_OF_A_WORKBOOK", 1)
    with in_site(commune):
        add("1/QĐ-UBND")
        add("2/QĐ-UBND")
    response = visit(commune).get(f"{REGISTER}tai-ve/xlsx/", {"q": "QĐ"})
    assert response.headers["Location"] == f"{REGISTER}tai-ve/csv/?q=Q%C4%90"


def test_a_pdf_is_shown_in_a_frame_of_its_own_site_only(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = add()
        stored = attach(document, "quyet-dinh.pdf", PDF)
    response = visit(commune).get(f"{REGISTER}{document.address}")
    frames = next(part for part in response.headers["Content-Security-Policy"].split(";") if "frame-src" in part)
    assert "'self'" in frames
    assert f'src="{stored.url}"' in response.content.decode()
    assert visit(commune).get(stored.url).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_more_documents_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        documents = [add(f"{count}/QĐ-UBND", issuer=f"Cơ quan {count}") for count in range(1, number + 1)]
        for count in range(number):
            attach(documents[0], f"tep-{count}.pdf", PDF)
            other = add(f"9{count}/NQ-HĐND", live=False)
            LegalDocument.objects.filter(pk=other.pk).update(live=True)
            LegalLink.objects.create(document=documents[0], target=other, relation=Relation.AMENDS)
            LegalLink.objects.create(document=other, target=documents[0], relation=Relation.GUIDED_BY)
    browser = visit(commune)
    addresses = {REGISTER: REGISTER, "document": f"{REGISTER}{documents[0].address}"}
    assert {name: queries(browser, address) for name, address in addresses.items()} == PINNED


def queries(browser: Client, path: str) -> int:
    for _ in range(2):
        assert browser.get(path).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        browser.get(path)
    return len([query for query in captured if "SAVEPOINT" not in query["sql"]])


def test_nothing_of_another_site_is_found(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(commune):
        document = add("1/QĐ-UBND")
    browser = visit(town)
    assert found(browser) == found(browser, q="QĐ") == []
    assert browser.get(f"{REGISTER}{document.address}").status_code == 404
    assert json.loads(read(browser, "json")) == []
