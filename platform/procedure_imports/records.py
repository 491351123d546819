"""Files of which each is one procedure, as if they were the lines of a sheet: JSON in the shape of the national portal,
and Word documents with a table of label and text, in an archive or by themselves.

A file that can't be read is a wrong line with its reason; the archive is refused as a whole where it would swell or
climb. Files are read one after the other: what an archive holds is never in memory as a whole.
"""

import dataclasses
import json
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import IO, Any

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from importing.attachments import name_of
from importing.cells import Wrong
from importing.tables import ABSENT, MOST_LINES, Flaw, Line
from lib import archives
from lib.filetypes import extension_of
from lib.refusals import Limits, Refused, damaged
from lib.upload_fields import limits
from procedure_imports.dirt import says_nothing
from procedure_imports.documents import labelled_texts
from procedure_imports.papers import sets_in

KINDS = ("json", "docx")
# The largest export of one procedure that was seen has less than a tenth of it.
MOST_BYTES = 2 * 1024 * 1024
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}

# Column → the keys under which exports have it, the national portal's first.
KEYS: dict[str, tuple[str, ...]] = {
    "code": ("ma_thu_tuc", "ma_tthc", "ma", "code"),
    "name": ("ten_thu_tuc", "ten_tthc", "ten", "name"),
    "field": ("linh_vuc", "linh_vuc_thuc_hien", "field"),
    "levels": ("cap_thuc_hien", "levels"),
    "deciding_agency": ("co_quan_co_tham_quyen", "co_quan_quyet_dinh"),
    "performing_agencies": ("co_quan_thuc_hien",),
    "coordinating_agencies": ("co_quan_phoi_hop",),
    "applicants": ("doi_tuong_thuc_hien",),
    "online": ("muc_do_truc_tuyen", "muc_do_cung_cap_dich_vu"),
    "portal_url": ("detail_url", "duong_dan"),
    "ways": ("cach_thuc_thuc_hien",),
    "steps": ("trinh_tu_thuc_hien",),
    "dossier": ("thanh_phan_ho_so",),
    "sets": ("so_luong_ho_so", "so_bo_ho_so"),
    "result": ("ket_qua_xu_ly", "ket_qua_thuc_hien", "ket_qua"),
    "conditions": ("yeu_cau_dieu_kien",),
    "legal_basis": ("can_cu_phap_ly",),
    "related": ("thu_tuc_lien_quan",),
    "name_km": ("ten_tieng_khmer",),
    "name_en": ("ten_tieng_anh",),
}
TITLES = tuple(keys[0] for keys in KEYS.values())


class Records:
    """The first line holds the keys; each one after it is a file."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names, self.sheets = names, [""]
        if not names:
            raise Refused(
                gettext_lazy("This archive holds no .json and no .docx file: there is nothing to import in it."),
                "no_records",
            )
        if len(names) > MOST_LINES:
            raise Refused(
                gettext_lazy("This file packs more than %(count)s files. Divide it into smaller ones."),
                "too_many",
                count=MOST_LINES,
            )

    def lines(self, sheet: str, *, marked: bool = True) -> Iterator[Line]:
        yield Line(1, TITLES)
        yield from self

    def below(self, sheet: str, number: int) -> Collection[Line]:
        return self

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, line: object) -> bool:
        return False

    def __iter__(self) -> Iterator[Line]:
        for number, name in enumerate(self.names, 2):
            try:
                yield Line(number, cells_of(self.record(name)), name)
            except Wrong as wrong:
                yield Line(number, (), name, Flaw(wrong.reason, wrong.suggestion))
            except Refused as refused:
                yield Line(number, (), name, Flaw(refused.messages[0], ""))

    def record(self, name: str) -> Mapping[str, Any]:
        """Raises Wrong or Refused."""
        raise NotImplementedError

    def close(self) -> None:
        pass


class Packed(Records):
    """Of an archive, its JSON files and Word documents; what else lies in it is left aside."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.limits = dataclasses.replace(limits(), archive_files=2 * MOST_LINES)
        self.archive = archives.opened(file, self.limits)
        try:
            self.archive.refuse_bombs()
            self.members = _named(one for one in self.archive.file.infolist() if _is_record(one))
            super().__init__(sorted(self.members))
        except Refused:
            self.archive.file.close()
            raise

    def record(self, name: str) -> Mapping[str, Any]:
        member = self.members[name]
        _refuse_larger(member.file_size)
        try:
            with self.archive.file.open(member) as packed:
                content = packed.read(MOST_BYTES + 1)
        except archives.BROKEN as error:
            raise damaged() from error
        _refuse_larger(len(content))
        return record_of(content, name, self.limits)

    def close(self) -> None:
        self.archive.file.close()


class Single(Records):
    """One file by itself; a JSON file may hold a list of procedures."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        file.seek(0)
        content = file.read(settings.IMPORT_MAX_SHEET_BYTES + 1)
        if len(content) > settings.IMPORT_MAX_SHEET_BYTES:
            raise _too_large(settings.IMPORT_MAX_SHEET_BYTES)
        try:
            found = [labelled_texts(content, limits())] if extension_of(name) == "docx" else _listed(content)
        except Wrong as wrong:
            raise Refused(f"{wrong.reason} {wrong.suggestion}".strip(), "unreadable") from wrong
        short = PurePosixPath(name).name
        names = [short] if len(found) == 1 else [f"{short} #{number}" for number in range(1, len(found) + 1)]
        self.found = dict(zip(names, found, strict=True))
        super().__init__(names)

    def record(self, name: str) -> Mapping[str, Any]:
        return _as_record(self.found[name])


def record_of(content: bytes, name: str, most: Limits) -> Mapping[str, Any]:
    """What a file says of its procedure. Raises Wrong or Refused."""
    if extension_of(name) == "docx":
        return labelled_texts(content, most)
    return _as_record(read_json(content))


def read_json(content: bytes) -> Any:
    """Raises Wrong for what is no JSON, or not in UTF-8, or nested so that no program wrote it for people."""
    encoding = next((one for mark, one in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return json.loads(content.decode(encoding), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise Wrong(
            _("The letters of this file can't be read: it is not in UTF-8."),
            _("Save the file as UTF-8 in the program that made it."),
        ) from None
    except RecursionError:
        raise Wrong(_("The lists in this file stand in each other without end; no portal writes it so.")) from None
    except ValueError as error:
        where = f" ({error.lineno}:{error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Wrong(_("This is no JSON%(where)s.") % {"where": where}, _("Export the procedure once more.")) from None


def cells_of(record: Mapping[str, Any]) -> tuple[Any, ...]:
    """In the order of TITLES. An empty text says nothing: exports leave out what they do not know."""
    found = {column: _first(record, keys) for column, keys in KEYS.items()}
    if found["sets"] is ABSENT and (told := sets_in(_first(record, KEYS["dossier"]))):
        found["sets"] = told
    return tuple(found.values())


def _first(record: Mapping[str, Any], keys: Sequence[str]) -> Any:
    for key in keys:
        value = record.get(key)
        if value not in (None, [], {}) and not (isinstance(value, str) and says_nothing(value)):
            return value
    return ABSENT


def _listed(content: bytes) -> list[Any]:
    found = read_json(content)
    return found if isinstance(found, list) else [found]


def _as_record(found: Any) -> Mapping[str, Any]:
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if not isinstance(found, Mapping):
        raise Wrong(_("This file does not hold one procedure with its keys."), _("Export one file for each procedure."))
    return {str(key).strip().lower(): value for key, value in found.items()}


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _is_record(member: zipfile.ZipInfo) -> bool:
    last = PurePosixPath(member.filename).name
    unasked = last.startswith(("._", "~$")) or member.filename.startswith("__MACOSX/")
    return not member.is_dir() and not unasked and extension_of(last) in KINDS


def _named(members: Iterable[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """An archive may hold two files of one name."""
    found: dict[str, zipfile.ZipInfo] = {}
    for member in members:
        name = name_of(member)
        found[f"{name} ({len(found)})" if name in found else name] = member
    return found


def _refuse_larger(size: int) -> None:
    if size > MOST_BYTES:
        raise _too_large(MOST_BYTES)


def _too_large(most: int) -> Refused:
    return Refused(
        gettext_lazy("This file is too large for one procedure; up to %(most)s are taken."),
        "too_large",
        most=filesizeformat(most),
    )
