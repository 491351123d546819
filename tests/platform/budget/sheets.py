"""Workbooks as offices make them."""

import io
from collections.abc import Sequence

import openpyxl

ROWS = [
    ["CÂN ĐỐI NGÂN SÁCH XÃ"],
    ["Đơn vị tính: triệu đồng"],
    ["STT", "Nội dung", "Dự toán năm", "Thực hiện", "So sánh (%)"],
    ["A", "B", 1, 2, "3=2/1"],
    ["I", "Tổng thu", 6000, 4500, 0.75],
    [1, "Thu tại xã", 1000, 1250.5, 1.2505],
    [2, "Thu bổ sung", 5000, None, None],
]


def workbook(rows: Sequence[Sequence[object]] = ROWS, *, percent: str = "E") -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for cell in book.active[percent]:
        cell.number_format = "0.00%"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
