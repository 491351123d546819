"""What an office issues: a template, and the paper it becomes once it has a date, then a number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tenants.demo.corpus.model import Categories
from tenants.demo.corpus.year import WHOLE, Window

QUARTERS: tuple[tuple[Window, str, str], ...] = (
    (("03-13", "03-31"), "quý I", "ba tháng đầu năm"),
    (("06-09", "06-30"), "quý II", "sáu tháng đầu năm"),
    (("09-11", "09-29"), "quý III", "chín tháng đầu năm"),
)


@dataclass(frozen=True)
class Doc:
    form: str
    area: str
    about: str
    window: Window = WHOLE
    uses: int = 1
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    units: tuple[str, ...] = ()

    @property
    def bears(self) -> int:
        return min(self.uses, len(QUARTERS)) if self.is_quarterly else self.uses

    @property
    def is_quarterly(self) -> bool:
        return any(slot in self.about for slot in ("{quy}", "{quysau}", "{ky}"))


@dataclass(frozen=True)
class Paper:
    """A document that has a date but no number yet: numbers follow the order of the dates."""

    doc: Doc
    about: str
    issued: date
    published: date
    categories: Categories


@dataclass(frozen=True)
class Numbered:
    paper: Paper
    sign: str
