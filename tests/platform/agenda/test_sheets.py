"""A calendar out of a workbook, as offices keep them."""

import datetime
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.roles import Role
from agenda.models import Entry
from agenda.sheets import rows_in_table, rows_in_text
from agenda.states import Session
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import HTML
from tests.platform.agenda.weeks import ADMIN, MONDAY, clerk, write

Visit = Callable[..., Client]
HEADINGS = ["Thứ, ngày", "Thời gian", "Nội dung", "Chủ trì", "Thành phần", "Địa điểm", "Chuẩn bị"]
TABLE = [
    ["ỦY BAN NHÂN DÂN XÃ", "", "", "", "", "", ""],
    HEADINGS,
    ["Thứ Hai 30/10/2023", "7 giờ 30", "Giao ban", "Chủ tịch", "Các ngành", "Phòng họp A", "Văn phòng"],
    ["", "14h - 16h", "Tiếp công dân", "", "", "", ""],
    ["Thứ Ba (31/10)", "Chiều", "Kiểm tra đường", "Phó Chủ tịch", "", "Ấp Chợ", ""],
    ["10/11/2023", "8 giờ", "Việc của tuần sau", "", "", "", ""],
    ["Thứ Tư", "Cả ngày", "", "", "", "", ""],
]


def workbook(*rows: list) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_the_part_of_the_day_may_stand_before_the_time():
    (row,) = rows_in_table([HEADINGS, ["Thứ Hai", "Chiều, 14g00", "Họp", "", "", "", ""]], MONDAY).rows
    assert (row.session, row.starts_at) == (Session.AFTERNOON, datetime.time(14))


def test_rows_become_entries_and_what_is_not_understood_is_told():
    pasted = rows_in_table(TABLE, MONDAY)
    assert [(row.day.day, row.session, row.content) for row in pasted.rows] == [
        (30, Session.MORNING, "Giao ban"),
        (30, Session.AFTERNOON, "Tiếp công dân"),
        (31, Session.AFTERNOON, "Kiểm tra đường"),
    ]
    first, second, _third = pasted.rows
    assert (first.starts_at, first.chair, first.participants, first.place, first.prepared_by) == (
        datetime.time(7, 30),
        "Chủ tịch",
        "Các ngành",
        "Phòng họp A",
        "Văn phòng",
    )
    assert (second.starts_at, second.ends_at) == (datetime.time(14), datetime.time(16))
    assert [line.split()[0] for line in pasted.unread] == ["ỦY", "10/11/2023", "Thứ"]


def test_a_sheet_without_headings_has_no_entries():
    assert rows_in_table(TABLE[2:], MONDAY).rows == []


def test_part_of_the_day_and_hour_in_two_columns_are_one_time():
    table = [
        ["Ngày", "Buổi", "Giờ", "Nội dung"],
        ["30/10/2023", "Sáng", "08:00:00", "Họp"],
        ["", "Chiều", "", "Tiếp dân"],
    ]
    assert [(row.session, row.starts_at, row.content) for row in rows_in_table(table, MONDAY).rows] == [
        (Session.MORNING, datetime.time(8), "Họp"),
        (Session.AFTERNOON, None, "Tiếp dân"),
    ]


def test_a_pasted_table_is_read_by_its_headings():
    text = 'Nội dung\tThời gian\tĐịa điểm\tNgày\nGiao ban\t7g30\tPhòng họp\t"Thứ Hai\n30/10"\n'
    (row,) = rows_in_text(text, MONDAY).rows
    assert (row.content, row.starts_at, row.place) == ("Giao ban", datetime.time(7, 30), "Phòng họp")


def send(browser: Client, number: int, content: bytes) -> object:
    sheet = SimpleUploadedFile("lich.xlsx", content)
    return browser.post(f"{ADMIN}{number}/paste/", {"seen": 2, "text": "", "sheet": sheet})


def test_a_workbook_is_read_into_the_grid(commune: Tenant, visit: Visit):
    with in_site(commune):
        week = write(published=False)
    browser = visit(commune, Role.EDITOR)
    assert send(browser, week.pk, workbook(*TABLE)).status_code == 302
    with in_site(commune):
        assert list(Entry.objects.values_list("content", flat=True)) == ["Giao ban", "Tiếp công dân", "Kiểm tra đường"]


@pytest.mark.parametrize("content", [HTML, b"PK\x03\x04", workbook(), workbook(["a"] * 30)])
def test_a_workbook_from_hell_is_refused_with_a_sentence(commune: Tenant, visit: Visit, content: bytes):
    with in_site(commune):
        week = write(published=False)
    answer = send(visit(commune, Role.EDITOR), week.pk, content)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    with in_site(commune):
        assert not Entry.objects.exists()
        assert clerk()
