"""Rows out of objects, of lines with bars, and of the portal's tables in one string."""

import pytest

from procedure_imports import parts


@pytest.mark.parametrize(
    ("cell", "rows"),
    [
        (
            "Trực tiếp | 05 ngày | 8.000 đồng\nDịch vụ bưu chính | 07 ngày | Miễn phí | Gửi bảo đảm",
            [("counter", "05 ngày", "8.000 đồng", ""), ("post", "07 ngày", "Miễn phí", "Gửi bảo đảm")],
        ),
        (
            [{"hinh_thuc": "Trực tuyến", "thoi_han": "3 ngày", "phi_le_phi": "Không", "mo_ta": "<p>Nộp trên mạng</p>"}],
            [("online", "3 ngày", "Không", "Nộp trên mạng")],
        ),
        (
            "Trực tiếp\n05 ngày làm việc\nPhí: 0 đồng\nTrực tuyến\n03 ngày\nNộp trên mạng",
            [("counter", "05 ngày làm việc", "Phí: 0 đồng", ""), ("online", "03 ngày", "", "Nộp trên mạng")],
        ),
        ("Nộp trực tiếp hoặc qua mạng.", [("counter", "", "", "Nộp trực tiếp hoặc qua mạng.")]),
        ("", []),
    ],
)
def test_ways(cell: object, rows: list[tuple[str, ...]]):
    found = [tuple(str(row.get(name, "")) for name in parts.WAYS) for row in parts.ways(cell)]
    assert found == rows


def test_a_way_that_nobody_knows_is_left_for_a_person_to_see():
    assert parts.ways("Qua đò | 5 ngày")[0]["channel"] == "qua do"


def test_codes_are_found_wherever_they_stand():
    cell = ["1.000656 Đăng ký kết hôn", {"ma": "2.000635"}, "không có mã", "1.0006567"]
    assert parts.codes(cell) == ["1.000656", "2.000635"]


def test_agencies_keep_their_commas():
    assert parts.names_in("Sở Văn hóa, Thể thao và Du lịch; Công an xã") == [
        "Sở Văn hóa, Thể thao và Du lịch",
        "Công an xã",
    ]


def test_applicants_are_divided_where_the_portal_divides_them():
    assert parts.applicants_in("Công dân Việt Nam, Cán bộ, công chức, viên chức, Người nước ngoài") == [
        "Công dân Việt Nam",
        "Cán bộ, công chức, viên chức",
        "Người nước ngoài",
    ]
