"""Where procedures are dealt with on the sites of the demo year. Nobody is named: offices are."""

from dataclasses import dataclass

from .offices import HOURS, PHONE


@dataclass(frozen=True)
class Desk:
    name: str = ""
    officer: str = ""
    phone: str = ""
    hours: str = ""
    note: str = ""

    def place(self, unit: str) -> dict[str, str]:
        """As the defaults of that unit have it."""
        unit = unit[0].lower() + unit[1:]
        return {
            "desk": self.name.format(unit=unit),
            "hours": self.hours,
            "officer": self.officer.format(unit=unit),
            "phone": self.phone,
        }


DESKS = {
    "district": Desk(
        "Bộ phận tiếp nhận và trả kết quả, Ủy ban nhân dân {unit}", "Chuyên viên Văn phòng (minh họa)", PHONE, HOURS
    ),
    "commune": Desk(
        "Bộ phận tiếp nhận và trả kết quả, Ủy ban nhân dân {unit}",
        "Công chức Văn phòng – Thống kê (minh họa)",
        PHONE,
        HOURS,
    ),
}
# By code, where they are in the catalogue and dealt with at that level.
OWN = {
    "1.001193": Desk(
        "Quầy số 2, tư pháp – hộ tịch",
        "Công chức Tư pháp – Hộ tịch (minh họa)",
        note="Dữ liệu minh họa: người đi đăng ký mang theo giấy chứng sinh do trạm y tế cấp.",
    ),
    "1.000894": Desk("Quầy số 2, tư pháp – hộ tịch", "Công chức Tư pháp – Hộ tịch (minh họa)"),
    "2.000815": Desk(
        "Quầy số 1, chứng thực", note="Dữ liệu minh họa: có máy sao chụp tại quầy, mang theo bản chính để đối chiếu."
    ),
}
# Codes of the communes where nobody has looked since the catalogue changed.
BEHIND = frozenset({"29491", "29506"})
NOT_LOOKED_AT = Desk("Quầy số 3", "Công chức được phân công (minh họa)")
