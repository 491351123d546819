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
        ("25g", None),
        ("8g75", None),
        ("sáng", None),
        ("", None),
    ],
)
def test_times_as_offices_write_them(text: str, time: tuple[int, int] | None):
    assert time_in(text) == (datetime.time(*time) if time else None)
