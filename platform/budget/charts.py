"""Planned and actual beside each other, as lengths. The numbers themselves stand in the table below the chart."""

from dataclasses import dataclass

from budget.tables import Table
from lib.vietnamese import without_marks
from lib.workbooks import Value

MOST_BARS = 12
PLANNED = ("du toan", "ke hoach")
ACTUAL = ("thuc hien", "quyet toan", "uoc thuc hien")
# Columns that compare the two, or look back.
NEITHER = ("%", "so sanh", "so voi", "ty le", "ti le", "cung ky", "nam truoc", "tang", "giam", "chenh lech")


@dataclass(frozen=True)
class Bar:
    label: str
    planned: Value
    actual: Value
    planned_length: str
    actual_length: str
    """Of 100, in digits that an attribute takes in every language."""
    share: int | None
    """Actual in percent of planned."""


@dataclass(frozen=True)
class Chart:
    planned: str
    actual: str
    bars: list[Bar]
    left_out: int
    """Rows with both numbers that are in the table alone."""


def chart_of(table: Table) -> Chart | None:
    """None where no column is the plan or none what came of it, or no row has both."""
    planned, actual = _column(table.headings, PLANNED), _column(table.headings, ACTUAL)
    if planned is None or actual is None:
        return None
    rows = [row for row in table.figures if _is_amount(row[planned]) and _is_amount(row[actual])]
    shown = rows[:MOST_BARS]
    longest = max((float(row[column]) for row in shown for column in (planned, actual)), default=0)
    if not longest:
        return None
    bars = [_bar(str(row[table.label]), row[planned], row[actual], longest) for row in shown]
    return Chart(table.headings[planned], table.headings[actual], bars, len(rows) - len(shown))


def _column(headings: list[str], words: tuple[str, ...]) -> int | None:
    """The first whose heading, the lower one of two, has one of the words and nothing that compares."""
    for column, heading in enumerate(headings):
        plain = without_marks(heading.rpartition(" – ")[2]).lower()
        if any(word in plain for word in words) and not any(word in plain for word in NEITHER):
            return column
    return None


def _is_amount(value: Value) -> bool:
    return not isinstance(value, str) and value >= 0


def _bar(label: str, planned: Value, actual: Value, longest: float) -> Bar:
    share = round(100 * float(actual) / float(planned)) if planned else None
    return Bar(label, planned, actual, _length(planned, longest), _length(actual, longest), share)


def _length(value: Value, longest: float) -> str:
    return f"{100 * float(value) / longest:.2f}"
