"""How the columns of a procedure are read: through the dirt, into exactly the form in which the catalogue keeps them.

A file that was imported is therefore found unchanged the second time.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from importing.cells import Wrong, plain
from importing.readers import Choice, Choices, Reader
from lib.vietnamese import slug
from procedure_catalogue.models import ProcedureField
from procedure_catalogue.reading import line, read_part
from procedure_catalogue.states import Level, Online
from procedure_catalogue.wording import row_line
from procedure_imports.dirt import line_of, spread, text_of

CODE = re.compile(r"(?<![\d.])(\d)[.,](\d{6})(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?(?![\d])", re.ASCII)
LONGEST_DIFFERENCE = 1500
AROUND = 40


@dataclass(frozen=True)
class Code(Reader):
    """`1.001193`, also out of `Mã thủ tục: 1.001193.000.00.00.H59`, and where a spreadsheet program made a number of
    it."""

    def read(self, cell: object) -> str | None:
        text = f"{cell:.6f}" if isinstance(cell, float) else line_of(cell)
        if not text:
            return None
        found = {f"{one[0]}.{one[1]}" for one in CODE.findall(text)}
        if len(found) != 1:
            raise Wrong(
                _("A code looks like 1.001193: one figure, a point and six figures."),
                _("Write it as in: %(example)s") % {"example": "1.001193"},
            )
        return found.pop()


@dataclass(frozen=True)
class Part(Reader):
    """A part of a Content. `parse` makes of a cell what `procedure_catalogue.reading` takes."""

    part: str
    parse: Callable[[object], Any]

    def read(self, cell: object) -> Any:
        given = self.parse(cell)
        if not given:
            return None
        try:
            return read_part(self.part, given) or None
        except ValidationError as wrong:
            raise Wrong(" ".join(wrong.messages)) from None

    def as_json(self, value: Any) -> Any:
        return [_plain(one) for one in value] if isinstance(value, tuple) else value

    def shown(self, value: Any) -> str:
        return "\n".join(_rows(value))

    def differing(self, before: Any, after: Any) -> tuple[str, str]:
        """Only the lines that differ, long ones around the place where they do."""
        old, new = _rows(before), _rows(after)
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        if not gone and not come:
            gone, come = old, new
        if len(gone) == len(come):
            pairs = [_narrowed(one, other) for one, other in zip(gone, come, strict=True)]
            gone, come = [one for one, __ in pairs], [other for __, other in pairs]
        return _cut("\n".join(gone)), _cut("\n".join(come))


def _plain(row: Any) -> Any:
    return row if isinstance(row, str) else dict(vars(row))


def _rows(value: Any) -> list[str]:
    if value is None:
        return []
    return [row_line(one) for one in value] if isinstance(value, tuple) else str(value).split("\n")


def _narrowed(before: str, after: str) -> tuple[str, str]:
    shorter = min(len(before), len(after))
    same = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    behind = next((place for place in range(shorter - same) if before[-1 - place] != after[-1 - place]), shorter - same)
    return _around(before, same, behind), _around(after, same, behind)


def _around(text: str, same: int, behind: int) -> str:
    start, end = max(0, same - AROUND), min(len(text), len(text) - behind + AROUND)
    start = start and text.rfind(" ", 0, start) + 1
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_DIFFERENCE else f"{text[:LONGEST_DIFFERENCE]} …"


def words(cell: object) -> str:
    """A text with lines, its lists spread out."""
    return spread("\n".join(text_of(one) for one in cell) if isinstance(cell, list) else text_of(cell))


@dataclass(frozen=True)
class FieldName(Reader):
    """By its name in the catalogue, whatever its accents and capitals; another name is a new field."""

    @cached_property
    def _known(self) -> dict[str, str]:
        return {slug(field.name_vi): field.name_vi for field in ProcedureField.objects.all()}

    def read(self, cell: object) -> str | None:
        name = re.sub(r"^lĩnh vực\s*:\s*", "", line_of(cell), flags=re.IGNORECASE).strip(" .;")
        if not name:
            return None
        if len(name) > 150 or not slug(name):
            raise Wrong(_("This is no name of a field."))
        return self._known.get(slug(name), line(name))

    def announced(self, value: str | None) -> str:
        if value and slug(value) not in self._known:
            return _("%(name)s (a new field)") % {"name": value}
        return self.shown(value)


LEVELS = {
    "Cấp xã": Level.COMMUNE,
    "Cấp huyện": Level.DISTRICT,
    "Cấp tỉnh": Level.PROVINCE,
    "Cấp bộ": Level.MINISTRY,
}
MORE_LEVELS = {
    "xa": Level.COMMUNE,
    "cap phuong": Level.COMMUNE,
    "huyen": Level.DISTRICT,
    "tinh": Level.PROVINCE,
    "bo": Level.MINISTRY,
    "trung uong": Level.MINISTRY,
    "cap trung uong": Level.MINISTRY,
    "cap quan": Level.DISTRICT,
}


@dataclass(frozen=True)
class Levels(Choices):
    """`Cấp Huyện; Cấp Xã`, `cấp huyện, xã`, `Cấp tỉnh và cấp huyện`; the value is in the order of `Level`."""

    def read(self, cell: object) -> tuple[str, ...] | None:
        text = "; ".join(map(str, cell)) if isinstance(cell, list) else text_of(cell)
        parts = [plain(one) for one in re.split(r"[;,\n/]|\s+và\s+|\s+-\s+", text)]
        chosen = {self._level(one) for one in parts if one}
        return tuple(level.value for level in Level if level.value in chosen) or None

    def _level(self, name: str) -> str:
        if name in MORE_LEVELS:
            return MORE_LEVELS[name].value
        return str(Choice.read(self, name))


def level_options() -> dict[str, str]:
    return {label: level.value for label, level in LEVELS.items()}


def online_options() -> dict[str, str]:
    """By the two levels of NĐ 42/2022 article 11 (until 30 June 2026) and NĐ 224/2026 articles 14-16 (from 1 July
    2026); the older levels 2 to 4 are nobody's to translate."""
    return {
        "Toàn trình": Online.FULL.value,
        "Một phần": Online.PARTIAL.value,
        "Cung cấp thông tin": Online.INFORMATION.value,
        "Dịch vụ công trực tuyến toàn trình": Online.FULL.value,
        "Dịch vụ công trực tuyến một phần": Online.PARTIAL.value,
        "Trực tuyến toàn trình": Online.FULL.value,
        "Trực tuyến một phần": Online.PARTIAL.value,
        "Dịch vụ công cung cấp thông tin trực tuyến": Online.INFORMATION.value,
        "Cung cấp thông tin trực tuyến": Online.INFORMATION.value,
    }
