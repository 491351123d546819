"""What is read out of a pasted weekly document."""

import datetime

import pytest

from agenda.rows import Row, rows_in, time_in
from agenda.states import Session

MONDAY = datetime.date(2023, 10, 30)
DOCUMENT = """
ỦY BAN NHÂN DÂN HUYỆN TRÀ CÚ
LỊCH CÔNG TÁC TUẦN 44
Thứ Hai, ngày 30/10/2023
Sáng:
- 7g30: Chào cờ, họp giao ban đầu tuần.
Chủ trì: Chủ tịch Thạch Văn Mẫu
Thành phần: Lãnh đạo các phòng,
ban, ngành huyện
Địa điểm: Hội trường A
- 9 giờ – 10 giờ 30: Tiếp công dân định kỳ
Chiều:
- Dự hội nghị tại tỉnh
Chuẩn bị: Văn phòng
Thứ Ba (31/10)
14:00 Kiểm tra công trình cầu nông thôn
Địa điểm: Xã Đại An
Chủ nhật
Cả ngày: Trực cơ quan
"""


def test_the_usual_document_becomes_entries():
    pasted = rows_in(DOCUMENT, MONDAY)
    tuesday, sunday = MONDAY + datetime.timedelta(days=1), MONDAY + datetime.timedelta(days=6)
    assert pasted.rows == [
        Row(
            MONDAY,
            Session.MORNING,
            "Chào cờ, họp giao ban đầu tuần.",
            datetime.time(7, 30),
            chair="Chủ tịch Thạch Văn Mẫu",
            participants="Lãnh đạo các phòng, ban, ngành huyện",
            place="Hội trường A",
        ),
        Row(MONDAY, Session.MORNING, "Tiếp công dân định kỳ", datetime.time(9), datetime.time(10, 30)),
        Row(MONDAY, Session.AFTERNOON, "Dự hội nghị tại tỉnh", prepared_by="Văn phòng"),
        Row(
            tuesday,
            Session.AFTERNOON,
            "Kiểm tra công trình cầu nông thôn",
            datetime.time(14),
            place="Xã Đại An",
        ),
        Row(sunday, Session.ALL_DAY, "Trực cơ quan"),
    ]
    assert pasted.unread == ["ỦY BAN NHÂN DÂN HUYỆN TRÀ CÚ", "LỊCH CÔNG TÁC TUẦN 44"]


def test_a_table_is_pasted_with_tabs():
    pasted = rows_in("Thứ Tư\n8g00\tHọp Ban biên tập\tPhó Chủ tịch\tCác thành viên\tPhòng họp 2", MONDAY)
    (row,) = pasted.rows
    assert (row.starts_at, row.content, row.chair, row.participants, row.place) == (
        datetime.time(8),
        "Họp Ban biên tập",
        "Phó Chủ tịch",
        "Các thành viên",
        "Phòng họp 2",
    )


@pytest.mark.parametrize("words", ["10 hộ dân", "3 giáo viên", "15 gia đình"])
def test_a_number_of_people_is_no_time(words: str):
    (row,) = rows_in(f"Thứ Tư\n8g00 Thăm hỏi\nThành phần: Lãnh đạo xã,\n{words}", MONDAY).rows
    assert row.participants == f"Lãnh đạo xã, {words}"


@pytest.mark.parametrize("line", ["Chiều 14g00: Họp", "- Chiều, 14g00 Họp", "Chiều: 14g00 Họp", "Chiều:\n14g00: Họp"])
def test_the_part_of_the_day_may_stand_before_the_time(line: str):
    (row,) = rows_in(f"Thứ Tư\n{line}", MONDAY).rows
    assert (row.session, row.starts_at, row.content) == (Session.AFTERNOON, datetime.time(14), "Họp")


@pytest.mark.parametrize(
    "line",
    [
        "Thứ Ba, ngày 31 tháng 10 năm 2023",
        "THỨ BA (31/10/2023):",
        "Ngày 31/10 (Thứ Ba)",
        "Thứ 3 – 31/10",
        "T3 31/10",
        "31-10-2023",
    ],
)
def test_a_day_as_offices_head_it_leaves_nothing_behind(line: str):
    (row,) = rows_in(f"{line}\n8g00: Họp", MONDAY).rows
    assert (row.day, row.content) == (MONDAY + datetime.timedelta(days=1), "Họp")


@pytest.mark.parametrize(
    ("line", "starts", "ends"),
    [
        ("- 07 giờ 30 phút: Họp", (7, 30), None),
        ("+ 9h30’: Họp", (9, 30), None),
        ("Lúc 14 giờ: Họp", (14, 0), None),
        ("1. 08g00: Họp", (8, 0), None),
        ("Từ 13 giờ 30 đến 15 giờ 00: Họp", (13, 30), (15, 0)),
        ("Thời gian: 7g30 - 8g30\nNội dung: Họp", (7, 30), (8, 30)),
    ],
)
def test_a_time_is_found_behind_marks_numbers_and_words(line: str, starts: tuple, ends: tuple | None):
    (row,) = rows_in(f"Thứ Hai\n{line}", MONDAY).rows
    assert (row.content, row.starts_at, row.ends_at) == (
        "Họp",
        datetime.time(*starts),
        datetime.time(*ends) if ends else None,
    )


def test_another_part_of_the_day_begins_another_entry():
    rows = rows_in("Thứ Hai\nSáng: Họp\nChiều: Đi cơ sở\nTối, 19g00 họp dân", MONDAY).rows
    assert [(row.session, row.content) for row in rows] == [
        (Session.MORNING, "Họp"),
        (Session.AFTERNOON, "Đi cơ sở"),
        (Session.EVENING, "họp dân"),
    ]


@pytest.mark.parametrize(
    "words", ["3 hộ nghèo được trao nhà", "2 giáo viên về hưu", "Sáng kiến kinh nghiệm: chấm giải"]
)
def test_words_that_begin_like_a_time_stay_words(words: str):
    (row,) = rows_in(f"Thứ Hai\n- {words}", MONDAY).rows
    assert (row.content, row.starts_at) == (words, None)


def test_fields_are_found_in_the_middle_of_a_line():
    (row,) = rows_in("Thứ Hai\n8g00: Tiếp dân. Địa điểm: Trụ sở; Chủ trì: Phó Chủ tịch", MONDAY).rows
    assert (row.content, row.place, row.chair) == ("Tiếp dân.", "Trụ sở", "Phó Chủ tịch")


def test_the_cells_of_a_table_stay_in_their_columns():
    text = (
        "Thứ Hai\n30/10\tSáng\t7g30: Giao ban\tChủ tịch\tCác ngành\tPhòng họp\n\tChiều\t14g\tDự họp\tChủ tịch\t\tTỉnh"
    )
    rows = rows_in(text, MONDAY).rows
    assert [(row.content, row.chair, row.participants, row.place) for row in rows] == [
        ("Giao ban", "Chủ tịch", "Các ngành", "Phòng họp"),
        ("Dự họp", "Chủ tịch", "", "Tỉnh"),
    ]


def test_the_span_of_the_week_in_the_heading_is_no_day():
    pasted = rows_in("30/10/2023 - 05/11/2023\nThứ Hai\n8g00", MONDAY)
    assert (pasted.rows, pasted.unread) == ([], ["30/10/2023 - 05/11/2023", "08:00"])


def test_without_a_day_there_is_no_entry():
    assert rows_in("8g00 Họp\nChủ trì: ai đó", MONDAY).rows == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("7g30", (7, 30)),
        ("7h", (7, 0)),
        ("08:05", (8, 5)),
        ("14 giờ", (14, 0)),
        ("8 giờ 30", (8, 30)),
        ("8 giờ 30 phút", (8, 30)),
        ("9h30'", (9, 30)),
        ("25g", None),
        ("8g75", None),
        ("sáng", None),
        ("", None),
    ],
)
def test_times_as_offices_write_them(text: str, time: tuple[int, int] | None):
    assert time_in(text) == (datetime.time(*time) if time else None)
