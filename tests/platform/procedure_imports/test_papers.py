"""Papers and documents out of objects, of lines with bars, and of the portal's tables in one string."""

from typing import Any

import pytest

from procedure_imports import papers


@pytest.mark.parametrize(
    ("cell", "rows"),
    [
        ("Tờ khai | 1 | 0 | Mẫu 01", [{"name": "Tờ khai", "originals": "1", "copies": "0", "form_name": "Mẫu 01"}]),
        (
            "* Thành phần hồ sơ:\n- Đơn (mau-01.docx);\n- Ảnh\nTrường hợp ủy quyền:\n- Giấy ủy quyền\n"
            "* Số lượng hồ sơ: 01 (một) bộ",
            [
                {"name": "Đơn", "form_name": "mau-01.docx", "case": ""},
                {"name": "Ảnh", "form_name": "", "case": ""},
                {"name": "Giấy ủy quyền", "form_name": "", "case": "Trường hợp ủy quyền"},
            ],
        ),
        (
            [{"ten_giay_to": "Tờ khai", "so_luong": "Bản chính: 1 - Bản sao: 2"}],
            [{"name": "Tờ khai", "originals": "1", "copies": "2"}],
        ),
        (["Đơn", "Ảnh"], [{"name": n, "form_name": "", "case": ""} for n in ("Đơn", "Ảnh")]),
    ],
)
def test_dossier(cell: object, rows: list[dict[str, Any]]):
    assert papers.dossier(cell) == rows


def test_the_number_of_sets_stands_in_the_dossier():
    assert papers.sets_in("… * Số lượng hồ sơ: 02 (hai) bộ.") == "02"


@pytest.mark.parametrize(
    ("cell", "rows"),
    [
        (
            "60/2014/QH13 Luật Hộ tịch 20-11-2014 Quốc hội 123/2015/NĐ-CP Theo 60/2014/QH13 15-11-2015 Chính phủ",
            [
                ("60/2014/QH13", "Luật Hộ tịch", "20/11/2014", "Quốc hội"),
                ("123/2015/NĐ-CP", "Theo 60/2014/QH13", "15/11/2015", "Chính phủ"),
            ],
        ),
        ("- Luật Hộ tịch số 60/2014/QH13;", [("60/2014/QH13", "Luật Hộ tịch số 60/2014/QH13", "", "")]),
        ("Hiến pháp", [("", "Hiến pháp", "", "")]),
    ],
)
def test_legal_basis(cell: object, rows: list[tuple[str, ...]]):
    found = [tuple(row.get(name, "") for name in papers.BASIS) for row in papers.legal_basis(cell)]
    assert found == rows
