"""What real exports bring along, and what becomes of it."""

import unicodedata

import pytest

from importing.cells import Wrong
from procedure_imports.dirt import items, line_of, spread, steps_of, text_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  Giấy\u00a0khai \u00a0sinh \r\n", "Giấy khai sinh"),
        (unicodedata.normalize("NFD", "Hộ tịch ở xã"), "Hộ tịch ở xã"),
        ("Nộp\u200e hồ\u00ad sơ\ufeff", "Nộp hồ sơ"),
        ("<p>Giấy&nbsp;khai sinh</p><p>Bản <b>chính</b></p>", "Giấy khai sinh\n\nBản chính"),
        ("<ul><li>một</li><li>hai</li></ul>", "- một\n- hai"),
        ("<script>alert('x')</script>Nộp<style>p {}</style> hồ sơ<!-- ẩn -->", "Nộp hồ sơ"),
        ("A &amp;amp; B &#272;", "A & B Đ"),
        ("trẻ < 5 tuổi, nặng > 3 kg", "trẻ < 5 tuổi, nặng > 3 kg"),
        ("Nộp hồ sơ.\nTrang 3/12\nNhận kết quả.", "Nộp hồ sơ.\nNhận kết quả."),
        ("Nộp hồ sơ Trang 3/12 tại xã", "Nộp hồ sơ tại xã"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-----\nNộp.\n- 4 -\f", "Nộp."),
        ("10/12/2023, 14:05 Cổng Dịch vụ công Quốc gia\nNộp.\nIn trang", "Nộp."),
        ("Không có thông tin", ""),
        ("Không có thông tin về thửa đất thì nộp đơn.", "Không có thông tin về thửa đất thì nộp đơn."),
        (12, "12"),
    ],
)
def test_what_nobody_has_written_is_left_out(cell: object, text: str):
    assert text_of(cell) == text


def test_khmer_keeps_the_marks_between_its_words():
    assert text_of("ដាក់\u200bពាក្យ") == "ដាក់\u200bពាក្យ"


@pytest.mark.parametrize("text", ["Thá»§ tá»¥c", "Ä‘Äƒng kÃ½ khai sinh Æ°u tiÃªn"])
def test_letters_that_were_taken_for_others_are_wrong(text: str):
    with pytest.raises(Wrong):
        text_of(text)


def test_a_text_without_end_is_wrong():
    with pytest.raises(Wrong):
        text_of("x" * 100_001)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a) Đơn; b) Giấy tờ; c) Ảnh", ["a) Đơn;", "b) Giấy tờ;", "c) Ảnh"]),
        ("1. Đơn. 2. Giấy tờ. 3. Ảnh", ["1. Đơn.", "2. Giấy tờ.", "3. Ảnh"]),
        ("- Đơn; - Giấy tờ. - Ảnh", ["Đơn;", "Giấy tờ.", "Ảnh"]),
        ("- Đơn\n+ Giấy tờ\n• Ảnh", ["Đơn", "Giấy tờ", "Ảnh"]),
        ("Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]),
        ("Điểm b) khoản 2 Điều 3", ["Điểm b) khoản 2 Điều 3"]),
        ("", []),
    ],
)
def test_lists_pressed_into_one_line_are_spread_out(text: str, found: list[str]):
    assert items(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bước 1: Nộp. Bước 2: Xem. Bước 3: Nhận.", ["Nộp.", "Xem.", "Nhận."]),
        ("Bước 1. Nộp\nBước 2. Xem:\na) đủ\nb) thiếu", ["Nộp", "Xem:\na) đủ\nb) thiếu"]),
        ("Trước hết hỏi. Bước 1: Nộp. Bước 2: Nhận.", ["Trước hết hỏi.", "Nộp.", "Nhận."]),
        ("1. Nộp. 2. Nhận.", ["Nộp.", "Nhận."]),
        ("- Nộp.\n- Nhận.", ["Nộp.", "Nhận."]),
        ("Như tại Bước 3", ["Như tại Bước 3"]),
    ],
)
def test_steps_are_told_apart(text: str, found: list[str]):
    assert steps_of(text) == found


def test_no_word_is_lost_in_spreading():
    text = "Hồ sơ gồm: a) Đơn theo mẫu; b) Ảnh 4x6 (02 tấm); c) Khác"
    assert spread(text).split() == text.split()


def test_a_line_is_one_line():
    assert line_of("Ủy ban\r\nnhân dân\txã") == "Ủy ban nhân dân xã"
