"""The district's 17 communes and towns as sentences need them."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .spelling import capital, slug_of

DISTRICT = "849"
"""Official code of huyện Trà Cú."""
_CSV = Path(__file__).with_name("units-tra-cu-2023.csv")
_SHARED = ("Định An", "Trà Cú")
"""Two units are called Định An, and Trà Cú is the district too: these names never stand alone."""
_WORDS = {"commune": "xã", "town": "thị trấn"}

HAMLETS: dict[str, tuple[str, ...]] = {
    "29461": ("khóm 1", "khóm 2", "khóm 3", "khóm 4", "khóm 5"),
    "29462": ("khóm 1", "khóm 2", "khóm 3", "khóm 4"),
    "29464": ("ấp Đầu Giồng A", "ấp Chòm Chuối", "ấp Chợ"),
    "29467": ("ấp Bến Trị", "ấp Cây Da", "ấp Chợ"),
    "29470": ("ấp Đồn Điền", "ấp Leng", "ấp Chợ"),
    "29473": ("ấp Sóc Tro Trên", "ấp Dầu Đôi", "ấp Phố", "ấp Vàm"),
    "29476": ("ấp Lưu Cừ 1", "ấp Lưu Cừ 2", "ấp Xoài Rùm", "ấp Mộc Anh"),
    "29479": ("ấp Xoài Xiêm", "ấp Xoài Thum", "ấp Cầu Hanh", "ấp Giồng Tranh"),
    "29482": ("ấp Bảy Xào Giữa", "ấp Bảy Xào Chót", "ấp Thanh Xuyên", "ấp Trà Cú A"),
    "29485": ("ấp Sóc Chà A", "ấp Sóc Chà B", "ấp Trà Lés"),
    "29488": ("ấp Trà Tro A", "ấp Nhuệ Tứ A", "ấp Cà Săng", "ấp Chợ"),
    "29489": ("ấp Vàm Ray", "ấp Cà Hom", "ấp Bến Bạ"),
    "29491": ("ấp Giồng Lớn", "ấp Giồng Đình", "ấp Mé Rạch", "ấp Xà Lôn", "ấp Trà Kha"),
    "29494": ("ấp Giồng Giữa", "ấp Cá Lóc", "ấp Chợ"),
    "29503": ("ấp Giồng Cao", "ấp Tha La", "ấp Tắc Hố", "ấp Rạch Bót"),
    "29506": ("ấp Nô Rè A", "ấp Nô Rè B", "ấp Giồng Chanh", "ấp Chợ"),
    "29509": ("ấp Con Lọp", "ấp Chông Bát", "ấp Nô Đùng"),
}


@dataclass(frozen=True)
class Unit:
    code: str
    kind: str  # as the official table has it: "commune" or "town"
    name: str

    @property
    def word(self) -> str:
        return _WORDS[self.kind]

    @property
    def phrase(self) -> str:
        """xã Đại An, thị trấn Định An: a unit is never named without its kind, two of them are called Định An."""
        return f"{self.word} {self.name}"

    @property
    def slug(self) -> str:
        return slug_of(self.phrase)

    def words(self, mark: str = "") -> dict[str, str]:
        """Slots for templates: unit, Unit, ten, xa, Xa (with `mark` behind the name for a second unit)."""
        return {
            f"unit{mark}": self.phrase,
            f"Unit{mark}": capital(self.phrase),
            f"ten{mark}": self.phrase if self.name in _SHARED else self.name,
            f"xa{mark}": self.word,
            f"Xa{mark}": capital(self.word),
        }


@cache
def units() -> tuple[Unit, ...]:
    with _CSV.open(encoding="utf-8", newline="") as rows:
        return tuple(Unit(row["code"], row["kind"], row["name"]) for row in csv.DictReader(rows))


@cache
def unit(code: str) -> Unit:
    return next(one for one in units() if one.code == code)


TOWNS = ("29461", "29462")
COAST = ("29462", "29494", "29491", "29489")
"""Sông Hậu's mouth and the fishing port: stories of boats and sea belong here."""
KHMER = ("29482", "29488", "29467", "29503", "29464", "29479", "29485", "29506", "29509", "29491")


def communes() -> tuple[str, ...]:
    return tuple(one.code for one in units() if one.code not in TOWNS)
