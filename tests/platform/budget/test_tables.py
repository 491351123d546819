"""What the rows of a sheet mean, and what is drawn of them."""

import pytest

from budget.charts import MOST_BARS, chart_of
from budget.tables import Table, table_of

HEAD = ["STT", "Nội dung", "Dự toán", "Thực hiện"]


def table(*rows: list) -> Table:
    found = table_of(rows)
    assert found
    return found


def test_lines_above_the_headings_are_kept_with_the_unit():
    found = table(["CÂN ĐỐI", "", "", ""], ["Đơn vị tính: triệu đồng", "", "", ""], HEAD, [1, "Thu", 5, 4])
    assert found.lines == ["CÂN ĐỐI", "Đơn vị tính: triệu đồng"]
    assert found.unit == "Đơn vị tính: triệu đồng"
    assert found.headings == HEAD
    assert found.rows == [[1, "Thu", 5, 4]]


@pytest.mark.parametrize(("heading", "label"), [("STT", 1), ("Số TT", 1), ("TT.", 1), ("Chỉ tiêu", 0)])
def test_the_column_that_names_a_row_is_not_the_one_that_counts(heading: str, label: int):
    assert table([heading, *HEAD[1:]], [1, "Thu", 5, 4]).label == label


def test_headings_in_two_rows_are_joined():
    found = table(["STT", "Nội dung", "Ngân sách xã", ""], ["", "", "Dự toán", "Thực hiện"], [1, "Thu", 5, 4])
    assert found.headings == ["STT", "Nội dung", "Ngân sách xã – Dự toán", "Ngân sách xã – Thực hiện"]
    assert len(found.rows) == 1


def test_a_section_of_the_table_is_no_heading():
    assert table(HEAD, ["A", "TỔNG THU", "", ""], [1, "Thuế", 5, 4]).rows[0] == ["A", "TỔNG THU", "", ""]


@pytest.mark.parametrize("rows", [[], [["Một dòng"]], [["Một"], ["Hai"]]])
def test_what_has_no_headings_is_no_table(rows: list):
    assert table_of(rows) is None


def test_the_chart_sets_the_plan_beside_what_came_of_it():
    chart = chart_of(table(HEAD, ["A", "B", 1, "2=1"], ["I", "Tổng thu", 6000, 4500], [1, "Thu tại xã", 1000, 1250.5]))
    assert chart
    assert (chart.planned, chart.actual, chart.left_out) == ("Dự toán", "Thực hiện", 0)
    assert [(bar.label, bar.planned_length, bar.actual_length, bar.share) for bar in chart.bars] == [
        ("Tổng thu", "100.00", "75.00", 75),
        ("Thu tại xã", "16.67", "20.84", 125),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ["STT", "Nội dung", "Năm 2022", "Năm 2023"],
        ["STT", "Nội dung", "Dự toán", "So sánh thực hiện (%)"],
        ["STT", "Nội dung", "Thực hiện năm trước", "Dự toán"],
    ],
)
def test_without_both_columns_there_is_no_chart(headings: list[str]):
    assert chart_of(table(headings, [1, "Thu", 5, 4])) is None


@pytest.mark.parametrize("row", [[1, "Thu", "", 4], [1, "Thu", -5, 4], [1, "Thu", 0, 0], [1, "Thu", "5", "4"]])
def test_without_two_amounts_there_is_no_chart(row: list):
    assert chart_of(table(HEAD, row)) is None


def test_a_plan_of_nothing_has_no_share():
    chart = chart_of(table(HEAD, [1, "Thu", 0, 4]))
    assert chart
    assert (chart.bars[0].share, chart.bars[0].planned_length) == (None, "0.00")


def test_a_long_table_is_drawn_in_part_and_says_so():
    chart = chart_of(table(HEAD, *[[number, f"Mục {number}", 5, 4] for number in range(MOST_BARS + 3)]))
    assert chart
    assert (len(chart.bars), chart.left_out) == (MOST_BARS, 3)
