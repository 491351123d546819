"""Sixty units of five levels fit a screen, and no box stands on another."""

import unicodedata
from itertools import combinations

from organisation.charts import BOLD_LETTERS, BOX, COENG, LINES, Box, chart_of
from organisation.departments import Department
from organisation.queries import Branch

LONG = "Trung tâm Văn hóa - Thông tin - Thể thao và Truyền thanh huyện kiêm quản lý di tích và lễ hội"


def branch(number: list[int], level: int, wanted: int, width: int = 3) -> Branch:
    number[0] += 1
    name = LONG if number[0] % 5 == 0 else f"Tổ công tác số {number[0]}"
    one = Branch(Department(pk=number[0], name_vi=name), [])
    while level < 4 and number[0] < wanted and len(one.branches) < width:
        one.branches.append(branch(number, level + 1, wanted, width))
    return one


def overlap(one: Box, other: Box) -> bool:
    return one.level == other.level and one.y < other.y + other.height and other.y < one.y + one.height


def test_sixty_units_of_five_levels_are_as_wide_as_a_screen_and_apart():
    chart = chart_of([branch([0], 0, 60)])
    assert len(chart.boxes) == 60
    assert {box.level for box in chart.boxes} == {0, 1, 2, 3, 4}
    assert chart.width <= 1200
    assert not [pair for pair in combinations(chart.boxes, 2) if overlap(*pair)]
    assert max(box.y + box.height for box in chart.boxes) <= chart.height
    assert len(chart.lines) == 59


def test_a_long_name_is_broken_into_lines_that_fit_and_says_where_it_was_cut():
    (box,) = chart_of([Branch(Department(pk=1, name_vi=LONG), [])]).boxes
    words = [text for _, text in box.lines]
    assert len(words) == LINES
    assert all(len(line) <= BOLD_LETTERS for line in words)
    assert words[-1].endswith("…")
    assert box.name == LONG
    assert box.x + BOX <= 1200


def test_khmer_is_never_broken_within_a_letter():
    name = "ការិយាល័យកសិកម្មនិងអភិវឌ្ឍន៍ជនបទ"
    for start in range(12):
        (box,) = chart_of([Branch(Department(pk=1, name_vi="ក" * start + name), [])]).boxes
        lines = [text for _, text in box.lines]
        assert "".join(lines) == "ក" * start + name
        assert not [line for line in lines if unicodedata.category(line[0]).startswith("M") or line.endswith(COENG)]


def test_a_unit_stands_beside_the_middle_of_those_below_it():
    lower = [Branch(Department(pk=number, name_vi=f"Ban {number}"), []) for number in (2, 3, 4)]
    chart = chart_of([Branch(Department(pk=1, name_vi="Ủy ban"), lower)])
    boxes = {box.name: box for box in chart.boxes}
    assert boxes["Ủy ban"].middle == boxes["Ban 3"].middle


def test_nothing_is_drawn_of_nothing():
    assert chart_of([]).boxes == []
