"""What an officer reads of two versions."""

import pytest
from django.utils import translation

from procedure_catalogue.contents import Content
from procedure_catalogue.differences import Difference, Fate, differences, differing_parts
from procedure_catalogue.wording import HEADINGS, lines_of
from tests.platform.procedure_catalogue.cases import content

LAWS = [{"number": "60/2014/QH13"}, {"number": "123/2015/NĐ-CP"}]


def only(before: Content, after: Content) -> Difference:
    [found] = differences(before, after, {"ho-tich": "Hộ tịch", "dat-dai": "Đất đai"})
    return found


def marked(difference: Difference) -> list[list[str]]:
    """`-` before what went, `+` before what came."""
    signs = {Fate.SAME: "", Fate.GONE: "-", Fate.NEW: "+"}
    return [[f"{signs[piece.fate]}{piece.text}" for piece in line.pieces] for line in difference.lines]


def test_equal_contents_do_not_differ():
    assert differences(content(), content()) == []


def test_words_that_went_and_came_are_told_apart():
    found = only(content(result="Giấy khai sinh bản chính"), content(result="Giấy khai sinh bản điện tử"))
    assert marked(found) == [["Giấy khai sinh bản ", "-chính", "+điện tử"]]


def test_a_row_that_came_is_one_line():
    found = only(content(legal_basis=LAWS[:1]), content(legal_basis=LAWS))
    assert marked(found) == [["60/2014/QH13"], ["+123/2015/NĐ-CP"]]
    assert [line.is_same for line in found.lines] == [True, False]


def test_lines_with_little_in_common_stand_below_each_other():
    found = only(content(conditions="Không có"), content(conditions="Đủ mười tám tuổi trở lên"))
    assert marked(found) == [["-Không có"], ["+Đủ mười tám tuổi trở lên"]]


def test_a_field_is_told_by_its_name():
    found = only(content(), content(field="dat-dai"))
    assert marked(found) == [["-Hộ tịch"], ["+Đất đai"]]


@pytest.mark.parametrize("language", ["vi", "km", "en"])
def test_every_part_has_a_heading_and_lines(language: str):
    full = content(
        related=["2.000635"],
        portal_url="https://example.vn/",
        coordinating_agencies=["Công an"],
        result="a",
        conditions="b",
        name_km="ក",
        name_en="c",
    )
    with translation.override(language):
        assert all(str(HEADINGS[part]) and lines_of(full, part) for part in HEADINGS)
    assert set(HEADINGS) == set(full.data())


def test_the_order_of_parts_is_that_of_reading():
    assert differing_parts(content(), content(result="a", name="b", sets=2)) == ["name", "sets", "result"]


def test_a_very_long_text_is_compared_by_lines():
    long = " ".join(f"chữ{number}" for number in range(2000))
    found = only(content(conditions=long), content(conditions=f"{long} thêm"))
    assert len(found.lines) == 2
