"""Budget disclosures as a visitor finds, narrows and reads them."""

import datetime
import io
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import Settings
from wagtail.models import Locale

from budget.models import Deadline, DisclosureIndexPage, DisclosurePage
from budget.tables import MOST_COLUMNS, MOST_ROWS, table_of
from catalogue.models import Category
from home.actions import translate_page
from lib.upload_fields import limits
from lib.workbooks import rows_of
from library.models import SiteDocument
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.budget.sheets import workbook
from tests.platform.items import queries

Visit = Callable[..., Client]
LIST = "/cong-khai/ngan-sach/"
FACTS = {
    "year": 2023,
    "period": "half",
    "subject": "execution",
    "form": "Biểu số 01",
    "decision_number": "45/QĐ-UBND",
    "decided_on": datetime.date(2023, 7, 5),
    "decided_by": "Ủy ban nhân dân xã",
    "published_on": datetime.date(2023, 7, 7),
}


def disclosures(language: str = "vi") -> DisclosureIndexPage:
    return DisclosureIndexPage.objects.get(locale__language_code=language)


def document(content: bytes, name: str = "bieu.xlsx") -> SiteDocument:
    return SiteDocument.objects.create(title=name, file=ContentFile(content, name))


def add(title: str = "Thu chi 6 tháng", *, sheet: bool = False, **facts: object) -> DisclosurePage:
    page = DisclosurePage(title=title, **{**FACTS, **facts})
    if sheet:
        content = workbook()
        page.sheet = document(content)
        rows = rows_of(io.BytesIO(content), limits(), most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
        page.table = table_of(rows).as_json()
    return disclosures().add_child(instance=page)


def page(browser: Client, path: str, **query: object) -> BeautifulSoup:
    return BeautifulSoup(browser.get(path, query).content, "html.parser").main


def listed(browser: Client, path: str = LIST, **query: object) -> list[str]:
    return [link.text for link in page(browser, path, **query).select(".list .card__link")]


def test_a_disclosure_says_what_it_is_and_who_decided(commune: Tenant, visit: Visit):
    with in_site(commune):
        decision = document(b"%PDF-1.4", "quyet-dinh.pdf")
        path = add(decision=decision).get_url()
    html = page(visit(commune), path)
    shown = " ".join(html.select_one(".record").text.split())
    for fact in ("2023", "Biểu số 01", "45/QĐ-UBND", "Ủy ban nhân dân xã"):
        assert fact in shown
    assert html.select_one(".record time")["datetime"] == "2023-07-05"
    assert html.select_one(".record a")["href"] == decision.url
    assert not html.select("table, svg")


def test_the_table_can_be_read_by_everybody(commune: Tenant, visit: Visit):
    with in_site(commune):
        disclosure = add(sheet=True)
        path, file = disclosure.get_url(), disclosure.sheet.url
    html = page(visit(commune), path)
    table = html.table
    assert "Thu chi 6 tháng" in table.caption.text
    assert "Đơn vị tính: triệu đồng" in table.caption.text
    assert [cell.text for cell in table.select("thead th[scope=col]")] == [
        "STT",
        "Nội dung",
        "Dự toán năm",
        "Thực hiện",
        "So sánh (%)",
    ]
    assert [cell.text for cell in table.select("tbody th[scope=row]")] == ["Tổng thu", "Thu tại xã", "Thu bổ sung"]
    assert [cell.text for cell in table.select("tbody tr")[2].select("td")] == ["1", "1.000", "1.250,50", "125,05%"]
    assert table.parent["tabindex"] == "0"
    assert html.select_one(f"a[href='{file}']")


def test_numbers_are_written_as_the_reader_does(commune: Tenant, visit: Visit):
    with in_site(commune):
        disclosure, english = add(sheet=True), Locale.objects.get(language_code="en")
        translate_page(page=disclosure, locale=english, texts={"title": "Six months"})
        translated = disclosure.get_translation(english)
        translated.get_latest_revision().publish()
        path = translated.get_url()
    html = page(visit(commune), path)
    assert "1,250.5" in html.table.text
    assert "45/QĐ-UBND" in html.select_one(".record").text


def test_the_chart_is_a_drawing_without_code_and_its_numbers_are_words(commune: Tenant, visit: Visit):
    with in_site(commune):
        path = add(sheet=True).get_url()
    chart = page(visit(commune), path).select_one(".chart")
    assert [bar["width"] for bar in chart.select("svg rect")] == ["100.00", "75.00", "16.67", "20.84"]
    assert {svg["aria-hidden"] for svg in chart.select("svg")} == {"true"}
    assert not chart.select("[style], style, script")
    assert "6.000" in chart.text
    assert "75" in chart.select_one(".chart__share").text
    assert "Thu bổ sung" not in chart.text


def test_what_a_cell_says_is_text_and_nothing_else(commune: Tenant, visit: Visit):
    rows = [["Mục", "Ghi chú"], ["<script>alert(1)</script>", "=1+1"]]
    with in_site(commune):
        disclosure = add()
        disclosure.table = table_of(rows).as_json()
        disclosure.save()
        path = disclosure.get_url()
    html = page(visit(commune), path)
    assert not html.table.select("script")
    assert "<script>alert(1)</script>" in html.table.text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Quyết toán 2022", "Thu chi 6 tháng", "Thu chi quý I", "Dự toán 2021"]),
        ({"nam": "2023"}, ["Thu chi 6 tháng", "Thu chi quý I"]),
        ({"ky": "q1"}, ["Thu chi quý I"]),
        ({"noi_dung": "account"}, ["Quyết toán 2022"]),
        ({"bieu": "số 09"}, ["Dự toán 2021"]),
        ({"tim": "quy"}, ["Quyết toán 2022", "Thu chi quý I"]),
        ({"nam": "2023", "noi_dung": "account"}, []),
    ],
)
def test_the_list_is_narrowed(commune: Tenant, visit: Visit, query: dict, expected: list[str]):
    with in_site(commune):
        add("Dự toán 2021", year=2021, period="year", subject="estimate", form="Biểu số 09")
        add("Thu chi quý I", period="q1")
        add()
        add("Quyết toán 2022", year=2024, period="year", subject="account")
    assert listed(visit(commune), **query) == expected


def test_drafts_and_those_of_tomorrow_are_not_listed(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Nháp", live=False)
        add("Ngày mai", published_on=datetime.date(2023, 11, 1))
    html = page(visit(commune), LIST)
    assert not html.select(".list")
    assert html.select_one(".empty")


@pytest.mark.parametrize("number", [1, 3])
def test_more_disclosures_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        for count in range(number):
            add(f"Biểu {count}", slug=f"bieu-{count}", sheet=True)
    browser = visit(commune)
    assert {path: queries(browser, path) for path in PINNED} == PINNED


PINNED = {LIST: 9, f"{LIST}bieu-0/": 9}


@pytest.mark.parametrize(
    ("decided_on", "due_on"),
    [
        (datetime.date(2023, 7, 5), datetime.date(2023, 7, 12)),
        (datetime.date(2023, 7, 1), datetime.date(2023, 7, 7)),
        (datetime.date(2023, 6, 30), None),
        (None, None),
    ],
)
def test_the_rule_of_the_day_of_the_decision_holds(
    commune: Tenant, decided_on: datetime.date | None, due_on: datetime.date | None
):
    with in_site(commune):
        add(decided_on=decided_on)
        assert DisclosurePage.objects.with_deadline(Deadline.objects.all()).get().due_on == due_on


def test_a_rule_that_is_replaced_holds_to_its_last_day(commune: Tenant):
    last, first = datetime.date(2023, 7, 31), datetime.date(2023, 8, 1)
    with in_site(commune):
        Deadline.objects.update(valid_to=last)
        Deadline.objects.create(working_days=3, valid_from=first, legal_basis="Luật mới")
        assert [Deadline.objects.in_force(day).get().working_days for day in (last, first)] == [5, 3]


def test_disclosures_count_in_a_category_of_the_yearly_report(commune: Tenant):
    assert Category.objects.filter(key=DisclosurePage.CATEGORY).exists()


def test_nothing_of_another_site_is_listed(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        file = add("Chỉ của thị trấn", sheet=True).sheet.url
    with in_site(commune):
        add("Chỉ của xã")
    assert listed(visit(commune)) == ["Chỉ của xã"]
    assert visit(commune).get(file).status_code == 404
