"""Budget disclosures as a register that sheets are imported into, each with its own workbook out of the archive."""

import io
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from budget.forms import table_of_document
from budget.models import DisclosurePage
from budget.sheets import table_in
from budget.states import Period, Subject
from importing.cells import Wrong
from importing.readers import Day, Files, Number, Text
from importing.registers import Column, Key, Values
from lib.refusals import Refused
from pages.imports import PageRegister, choice_of, folded


def key_of(values: Values) -> Key:
    return (folded(values.get("title")), values.get("year"))


def check(values: Values) -> Iterator[tuple[str, Wrong]]:
    """A workbook without a table is told before anything is imported."""
    for file in values.get("sheet") or ():
        if file.read is not None:
            try:
                table_in(io.BytesIO(file.read()), file.name)
            except Refused as refused:
                yield "sheet", Wrong(f"{file.name}: {refused.messages[0]}")


def finish(page: DisclosurePage) -> None:
    page.table = table_of_document(page.sheet).as_json() if page.sheet else {}


DISCLOSURES = PageRegister(
    model=DisclosurePage,
    columns=(
        Column(
            "title",
            "Tiêu đề",
            Text(longest=255),
            required=True,
            synonyms=("Tên công khai", "Nội dung công khai", "Trích yếu"),
            example="Công khai dự toán ngân sách xã năm 2023",
        ),
        Column(
            "year",
            "Năm ngân sách",
            Number(least=1975, most=2100, grouped=False),
            required=True,
            synonyms=("Năm",),
            example="2023",
        ),
        Column("period", "Kỳ", choice_of(Period), synonyms=("Kỳ ngân sách", "Kỳ công khai")),
        Column("subject", "Loại công khai", choice_of(Subject), required=True, synonyms=("Nội dung",)),
        Column("form", "Số biểu mẫu", Text(longest=50), synonyms=("Biểu mẫu", "Mẫu biểu", "Biểu số")),
        Column(
            "decision_number",
            "Số quyết định",
            Text(longest=50),
            synonyms=("Quyết định số", "Số quyết định công khai"),
            example="15/QĐ-UBND",
        ),
        Column("decided_on", "Ngày quyết định", Day(), synonyms=("Ngày ban hành",), example="05/01/2023"),
        Column("decided_by", "Cơ quan quyết định", Text(longest=255), synonyms=("Cơ quan ban hành",)),
        Column(
            "decision",
            "Tệp quyết định",
            Files(),
            help="Tên một tệp trong tệp nén .zip gửi kèm.",
            example="15-qd-ubnd.pdf",
        ),
        Column(
            "sheet",
            "Tệp bảng số liệu",
            Files(),
            synonyms=("Bảng số liệu", "Tệp biểu"),
            help="Tên một tệp Excel (.xlsx) trong tệp nén .zip gửi kèm.",
            example="du-toan-2023.xlsx",
        ),
        Column("published_on", "Ngày đăng", Day(), synonyms=("Ngày công bố", "Ngày công khai"), example="05/03/2023"),
    ),
    natural_key=("title", "year"),
    key_of=key_of,
    check=check,
    finish=finish,
).as_register(key="budget-disclosures", name=_("Budget disclosures"))
