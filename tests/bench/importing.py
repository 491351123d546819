"""Seconds to import a large sheet into a register, step by step. Runs inside Django."""

import io
import time
from collections.abc import Callable

import openpyxl
from django.core.files.base import ContentFile

from accounts.models import User
from accounts.roles import Role
from importing import actions, work
from importing.models import Import
from importing.states import State
from legal.imports import DOCUMENTS
from tenants.crossing import all_tenants
from tenants.isolation.logins import as_site
from tests.bench.records import Importing

TITLES = (
    "Số ký hiệu", "Cơ quan ban hành", "Ngày ban hành", "Hình thức văn bản", "Trích yếu", "Ngày có hiệu lực",
    "Người ký", "Lĩnh vực", "Chuyên mục",
)  # fmt: skip
ROW = (
    "Ủy ban nhân dân (đo tốc độ)", "05/03/2019", "Quyết định", "Về việc giao chỉ tiêu kế hoạch kinh tế - xã hội",
    "10/03/2019", "Thạch Thị Sa", "Tài chính, ngân sách", "Quy hoạch, kế hoạch; Công khai ngân sách",
)  # fmt: skip
STEPS = {State.CHECKING: work.check, State.APPLYING: work.apply, State.UNDOING: work.undo}


def import_documents(rows: int, rounds: int) -> list[Importing]:
    """Into the register of legal documents of the first site, which is as it was after each round."""
    content = _workbook(rows)
    with as_site(all_tenants()[0]):
        by = User.objects.filter(groups__name=Role.APPROVER.value).first()
        return [step for _round in range(rounds) for step in _round_of(content, rows, by)]


def _round_of(content: bytes, rows: int, by: User) -> list[Importing]:
    steps: list[Importing] = []

    def timed(name: str, do: Callable[[], Import]) -> Import:
        begun = time.perf_counter()
        found = do()
        steps.append(Importing(name, rows, time.perf_counter() - begun))
        return found

    found = timed("upload and header", lambda: _hand_in(content, by))
    actions.confirm_columns(of=found, columns=found.columns, by=by)
    timed("dry run", lambda: after_work(found))
    actions.ask_to_apply(of=found, outcome=found.outcome, by=by)
    timed("import", lambda: after_work(found))
    again = _hand_in(content, by)
    actions.confirm_columns(of=again, columns=again.columns, by=by)
    timed("dry run of the same again", lambda: after_work(again))
    actions.discard(of=again, by=by)
    actions.ask_to_undo(of=found, by=by)
    timed("undo", lambda: after_work(found))
    return steps


def _workbook(rows: int) -> bytes:
    """Of an issuer that the site does not have yet: no document of the sheet is there already."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(TITLES)
    for number in range(1, rows + 1):
        sheet.append([f"{number}/2019/QĐ-UBND", *ROW])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _hand_in(content: bytes, by: User) -> Import:
    sheet = ContentFile(content, name="van-ban.xlsx")
    return actions.hand_in(register=DOCUMENTS.fresh(), sheet=sheet, archive=None, by=by)


def after_work(found: Import) -> Import:
    found.refresh_from_db()
    before = State(found.state)
    STEPS[before](found.pk)
    found.refresh_from_db()
    if found.is_under_way or found.notice:
        raise RuntimeError(f"{before}: {found.notice}")
    return found
