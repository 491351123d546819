"""The screens of an import, as an approver of a commune goes through them."""

import io
import re
from collections.abc import Callable

import openpyxl
import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from importing.models import Import
from importing.progress import show
from importing.states import State
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import PDF, zipped
from tests.platform.importing.sheets import TITLES, documents_here, row, workbook

Visit = Callable[..., Client]
Work = Callable[[], None]
LIST = "/admin/imports/"
NEW = f"{LIST}new/sample-documents/"
THREE = [row(1), row(2), row(3)]


@pytest.fixture
def browser(register_table: None, commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.APPROVER)


def upload(browser: Client, content: bytes, name: str = "van-ban.xlsx", archive: bytes | None = None) -> HttpResponse:
    files = {"sheet": SimpleUploadedFile(name, content)}
    if archive is not None:
        files["archive"] = SimpleUploadedFile("tep.zip", archive)
    return browser.post(NEW, files)


def confirm(browser: Client, address: str) -> str:
    """With the columns as they were guessed; the address of the import."""
    form = browser.get(address).context["form"]
    return browser.post(address, {key: value for key, value in form.initial.items() if value}).url


@pytest.fixture
def checked(browser: Client, work: Work) -> Callable[[bytes], str]:
    """The address of an import whose dry run is over."""

    def do(content: bytes) -> str:
        address = confirm(browser, upload(browser, content).url)
        work()
        return address

    return do


def outcome_of(browser: Client, address: str) -> str:
    return browser.get(address).context["found"].outcome


def page(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


# --- The whole way ----------------------------------------------------------------------------------------------------


def test_from_the_upload_to_the_register_and_back(browser: Client, work: Work, commune: Tenant):
    columns = upload(browser, workbook(THREE)).url
    address = confirm(browser, columns)
    waiting = page(browser, address)
    assert "data-open" in waiting
    assert f'data-progress="{address}progress/"' in waiting
    work()
    result = browser.get(address)
    assert [line.number for line in result.context["rows"]] == [2, 3, 4]
    assert browser.post(f"{address}apply/", {"outcome": result.context["found"].outcome}).url == address
    work()
    with in_site(commune):
        assert len(documents_here()) == 3
    assert f'action="{address}undo/"' in page(browser, address)
    browser.post(f"{address}undo/")
    work()
    with in_site(commune):
        assert documents_here() == {}
    assert browser.get(address).context["found"].state == State.UNDONE


def test_the_part_that_changes_says_how_far_the_work_is(browser: Client, commune: Tenant):
    address = confirm(browser, upload(browser, workbook(THREE)).url)
    with in_site(commune):
        show(Import.objects.get().pk, 30, 120)
    part = page(browser, f"{address}progress/")
    assert 'value="25"' in part
    assert "data-open" in part
    assert "<html" not in part


def test_work_that_is_silent_may_be_asked_for_again(browser: Client, work: Work, commune: Tenant):
    address = confirm(browser, upload(browser, workbook(THREE)).url)
    with in_site(commune):
        cache.clear()
    assert f'action="{address}again/"' in page(browser, address)
    browser.post(f"{address}again/")
    assert f'action="{address}again/"' not in page(browser, address)
    work()
    assert browser.get(address).context["found"].state == State.CHECKED


# --- Who may ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CONTRIBUTOR])
def test_who_may_not_publish_there_sees_nothing_of_it(
    browser: Client, checked: Callable[[bytes], str], commune: Tenant, visit: Visit, role: Role
):
    address = checked(workbook(THREE))
    other = visit(commune, role)
    for path in (LIST, NEW, f"{NEW}template/", address, f"{address}progress/", f"{address}result/"):
        assert other.get(path).status_code in (302, 403), path
    for action in ("apply", "undo", "again", "discard", "sheet"):
        assert other.post(f"{address}{action}/").status_code in (302, 403)
    assert LIST not in page(other, "/admin/")
    assert LIST in page(browser, "/admin/")
    with in_site(commune):
        assert Import.objects.get().state == State.CHECKED


def test_an_import_of_another_site_is_not_there(
    browser: Client, checked: Callable[[bytes], str], town: Tenant, visit: Visit
):
    address = checked(workbook(THREE))
    elsewhere = visit(town, Role.APPROVER)
    assert elsewhere.get(address).status_code == 404
    assert elsewhere.get(f"{address}result/").status_code == 404
    assert "van-ban.xlsx" not in page(elsewhere, LIST)
    assert "van-ban.xlsx" in page(browser, LIST)


def test_an_upload_is_not_served(browser: Client, checked: Callable[[bytes], str], commune: Tenant):
    checked(workbook(THREE))
    with in_site(commune):
        name = Import.objects.get().sheet_file.name
    assert browser.get(f"/media/{name}").status_code == 404


def test_a_register_that_is_not_there_is_not_found(browser: Client):
    assert browser.get(f"{LIST}new/nothing/").status_code == 404


# --- The upload -------------------------------------------------------------------------------------------------------


def test_a_file_that_is_too_large_is_refused_in_plain_words(browser: Client, settings: object, commune: Tenant):
    settings.IMPORT_MAX_SHEET_BYTES = 1000
    form = upload(browser, workbook(THREE)).context["form"]
    assert "1000" in form.errors["sheet"][0].replace(".", "").replace(",", "")
    with in_site(commune):
        assert not Import.objects.exists()


def test_two_hundred_megabytes_are_refused_in_plain_words(browser: Client):
    form = upload(browser, b"x" * (200 * 1024 * 1024)).context["form"]
    assert "200" in form.errors["sheet"][0]
    assert "20" in form.errors["sheet"][0]


@pytest.mark.parametrize(("content", "name"), [(b"", "a.xlsx"), (b"x", "a.xls"), (b"PK\x03\x04", "a.xlsx")])
def test_what_is_no_sheet_is_refused_at_once(browser: Client, content: bytes, name: str):
    assert upload(browser, content, name).context["form"].errors["sheet"]


@pytest.mark.parametrize("archive", [b"PK\x03\x04", b"nothing", zipped({"../a.pdf": PDF})])
def test_an_archive_that_is_none_is_refused_at_once(browser: Client, archive: bytes):
    assert upload(browser, workbook(THREE), archive=archive).context["form"].errors["archive"]


def test_the_template_can_be_filled_in_and_uploaded(browser: Client):
    answer = browser.get(f"{NEW}template/")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert [cell.value for cell in book["Dữ liệu"][1]][:2] == ["Số ký hiệu (*)", "Trích yếu (*)"]
    assert book["Hướng dẫn"]["A2"].value == "Số ký hiệu"
    for position, value in enumerate(row(1), 1):
        book["Dữ liệu"].cell(row=2, column=position, value=value)
    buffer = io.BytesIO()
    book.save(buffer)
    form = browser.get(upload(browser, buffer.getvalue()).url).context["form"]
    assert form.initial == {column: str(place) for place, column in enumerate(form.fields)}


def test_another_sheet_of_the_workbook_may_be_taken(browser: Client):
    book = openpyxl.Workbook()
    book.active.append(TITLES)
    book.create_sheet("Năm 2022").append(["Số hiệu", "Nội dung"])
    buffer = io.BytesIO()
    book.save(buffer)
    columns = upload(browser, buffer.getvalue()).url
    address = columns.removesuffix("columns/")
    browser.post(f"{address}sheet/", {"sheet": "Năm 2022"})
    assert browser.get(columns).context["form"].initial == {"number": "0", "abstract": "1"}
    assert browser.post(f"{address}sheet/", {"sheet": "Không có"}, follow=True).context["messages"]


# --- The result -------------------------------------------------------------------------------------------------------

MIXED = [row(1), row(2, issued_on="=mai"), row(3, fee="ba")]


def test_rows_are_narrowed_down(browser: Client, checked: Callable[[bytes], str]):
    address = checked(workbook(MIXED))
    numbers = {
        show: [line.number for line in browser.get(f"{address}?show={show}").context["rows"]]
        for show in ("", "new", "wrong", "same", "in-the-way", "nonsense")
    }
    assert numbers == {
        "": [2, 3, 4],
        "new": [2],
        "wrong": [3, 4],
        "same": [],
        "in-the-way": [],
        "nonsense": [2, 3, 4],
    }


def test_a_wrong_row_leaves_no_button_to_import(browser: Client, checked: Callable[[bytes], str], commune: Tenant):
    address = checked(workbook(MIXED))
    assert f'action="{address}apply/"' not in page(browser, address)
    assert browser.post(f"{address}apply/", {"outcome": outcome_of(browser, address)}, follow=True).context["messages"]
    with in_site(commune):
        assert documents_here() == {}


def test_the_sheet_comes_back_with_the_errors_beside_the_rows(browser: Client, checked: Callable[[bytes], str]):
    address = checked(workbook(MIXED))
    answer = browser.get(f"{address}result/")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert rows[0][:7] == list(TITLES)
    assert [line[0] for line in rows[1:]] == ["1/2023/QĐ-UBND", "2/2023/QĐ-UBND", "3/2023/QĐ-UBND"]
    assert not rows[1][8]
    assert rows[2][8].startswith("D3: ")
    assert rows[3][8].startswith("F4: ")


def test_a_long_result_has_pages(browser: Client, checked: Callable[[bytes], str]):
    address = checked(workbook([row(number) for number in range(1, 121)]))
    assert len(browser.get(address).context["rows"]) == 50
    assert [line.number for line in browser.get(f"{address}?p=3").context["rows"]] == list(range(102, 122))


def test_what_stands_in_a_sheet_is_shown_as_text(browser: Client, checked: Callable[[bytes], str]):
    address = checked(workbook([row(1, form="<script>alert(1)</script>", abstract="<b>x</b>")]))
    assert "<script>alert(1)" not in page(browser, address)
    assert "&lt;script&gt;alert(1)" in page(browser, address)


@pytest.mark.parametrize("number", [1, 3, 120])
def test_a_result_costs_as_many_queries_however_long_it_is(
    browser: Client, checked: Callable[[bytes], str], number: int
):
    address = checked(workbook([row(count) for count in range(1, number + 1)]))
    browser.get(address)
    assert queries_for(browser, address) == 19


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_list_costs_as_many_queries_however_long_it_is(browser: Client, commune: Tenant, number: int):
    upload(browser, workbook(THREE))
    with in_site(commune):
        one = Import.objects.get()
        Import.objects.bulk_create(
            Import(register=one.register, asked_at=one.asked_at, asked_by_id=one.asked_by_id, language="vi")
            for _ in range(number - 1)
        )
    browser.get(LIST)
    assert len(browser.get(LIST).context["object_list"]) == min(number, 50)
    assert queries_for(browser, LIST) == 18


def queries_for(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return sum("SAVEPOINT" not in query["sql"] for query in captured)


def test_discarding_takes_it_from_the_list(browser: Client, checked: Callable[[bytes], str], commune: Tenant):
    address = checked(workbook(THREE))
    assert browser.post(f"{address}discard/").url == LIST
    assert browser.get(address).status_code == 404
    assert re.search(r"van-ban\.xlsx", page(browser, LIST)) is None
