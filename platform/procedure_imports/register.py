"""The catalogue of procedures as a register that files are imported into: its columns, and what else it reads."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from importing.readers import Choice
from importing.registers import Column, Register
from procedure_catalogue.rules import may_keep
from procedure_imports import papers, parts
from procedure_imports.dirt import line_of
from procedure_imports.readers import Code, FieldName, Levels, Part, level_options, online_options, words
from procedure_imports.records import KEYS, Packed, Single
from procedure_imports.stock import Stock, kept_beside
from procedure_imports.terms import DecisionTerms, order_of

REGISTER_KEY = "procedures"
NAME_LABEL = re.compile(r"^tên thủ tục(?: hành chính)?\s*:\s*", re.IGNORECASE)


def _name(cell: object) -> str:
    return NAME_LABEL.sub("", line_of(cell))


def _figures(cell: object) -> str:
    """`01 (một) bộ` → `01`."""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else line_of(cell)
    found = re.match(r"(\d{1,3})\b", text)
    return found[1] if found else text


def _nobody(*_arguments: Any, **_more: Any) -> Any:
    raise RuntimeError("Procedures are imported under a decision.")


def _under(register: Register, kept: Mapping[str, Any]) -> Register:
    stock = Stock(order_of(kept))
    return replace(
        register,
        find=stock.find,
        read=stock.read,
        create=stock.create,
        change=stock.change,
        gone=stock.gone,
        retire=stock.retire,
        take_back=stock.take_back,
    )


def _column(key: str, header: str, reader: Any, *synonyms: str, **more: Any) -> Column:
    return Column(key, header, reader, synonyms=(*KEYS[key], *synonyms), **more)


PROCEDURES = Register(
    key=REGISTER_KEY,
    name=_("Administrative procedures"),
    columns=(
        _column(
            "code", "Mã thủ tục", Code(), "Mã số", "Mã TTHC", "Mã số TTHC", "Mã số thủ tục",
            required=True, help="Một chữ số, dấu chấm và sáu chữ số.", example="1.001193",
        ),
        _column(
            "name", "Tên thủ tục", Part("name", _name), "Tên thủ tục hành chính", "Tên TTHC", "Thủ tục hành chính",
            required=True, example="Thủ tục đăng ký khai sinh",
        ),
        _column(
            "field", "Lĩnh vực", FieldName(), "Lĩnh vực thực hiện",
            required=True, help="Lĩnh vực chưa có trong danh mục sẽ được thêm vào.", example="Hộ tịch",
        ),
        _column(
            "levels", "Cấp thực hiện", Levels(level_options), "Cấp giải quyết",
            required=True, help="Nhiều cấp cách nhau bằng dấu chấm phẩy.", example="Cấp huyện; Cấp xã",
        ),
        _column(
            "deciding_agency", "Cơ quan có thẩm quyền", Part("deciding_agency", line_of), "Cơ quan quyết định",
            "Cơ quan có thẩm quyền quyết định", example="Ủy ban nhân dân cấp xã",
        ),
        _column(
            "performing_agencies", "Cơ quan thực hiện", Part("performing_agencies", parts.names_in),
            "Cơ quan trực tiếp thực hiện", "Cơ quan giải quyết",
            help="Nhiều cơ quan cách nhau bằng dấu chấm phẩy.", example="Ủy ban nhân dân cấp xã",
        ),
        _column("coordinating_agencies", "Cơ quan phối hợp", Part("coordinating_agencies", parts.names_in)),
        _column(
            "applicants", "Đối tượng thực hiện", Part("applicants", parts.applicants_in), example="Công dân Việt Nam"
        ),
        _column(
            "online", "Mức độ trực tuyến", Choice(online_options), "Dịch vụ công trực tuyến", "Mức độ DVC",
            help="Toàn trình, một phần hoặc chỉ cung cấp thông tin; không dùng mức độ 2, 3, 4 cũ.", example="Một phần",
        ),
        _column(
            "portal_url", "Địa chỉ trên Cổng Dịch vụ công quốc gia", Part("portal_url", line_of), "Đường dẫn", "Link"
        ),
        _column(
            "ways", "Cách thức thực hiện", Part("ways", parts.ways),
            help="Mỗi cách một dòng: hình thức | thời hạn | phí, lệ phí | ghi chú.",
            example="Trực tiếp | 05 ngày làm việc | Lệ phí: 8.000 đồng",
        ),
        _column(
            "steps", "Trình tự thực hiện", Part("steps", parts.steps), help="Mỗi bước một dòng.",
            example="Bước 1: Nộp hồ sơ tại bộ phận một cửa.",
        ),
        _column(
            "dossier", "Thành phần hồ sơ", Part("dossier", papers.dossier),
            help="Mỗi giấy tờ một dòng: tên | số bản chính | số bản sao | tên mẫu | địa chỉ tệp mẫu | trường hợp.",
            example="Tờ khai đăng ký khai sinh | 1 | 0 | Mẫu số 01",
        ),
        _column("sets", "Số bộ hồ sơ", Part("sets", _figures), "Số lượng hồ sơ", "Số bộ", example="1"),
        _column(
            "result", "Kết quả thực hiện", Part("result", words), "Kết quả", "Kết quả giải quyết",
            example="Giấy khai sinh (bản chính)",
        ),
        _column("conditions", "Yêu cầu, điều kiện", Part("conditions", words), "Yêu cầu, điều kiện thực hiện"),
        _column(
            "legal_basis", "Căn cứ pháp lý", Part("legal_basis", papers.legal_basis),
            help="Mỗi văn bản một dòng: số ký hiệu | trích yếu | ngày ban hành | cơ quan ban hành.",
            example="60/2014/QH13 | Luật Hộ tịch | 20/11/2014 | Quốc hội",
        ),
        _column(
            "related", "Thủ tục liên quan", Part("related", parts.codes),
            help="Mã thủ tục; nhiều mã cách nhau bằng dấu chấm phẩy.", example="1.000656",
        ),
        _column("name_km", "Tên tiếng Khmer", Part("name_km", line_of)),
        _column("name_en", "Tên tiếng Anh", Part("name_en", line_of)),
    ),
    natural_key=("code",),
    may_import=may_keep,
    find=_nobody,
    read=_nobody,
    create=_nobody,
    change=_nobody,
    remove=_nobody,
    equal_rows_are_one=True,
    scope="field",
    titled="name",
    merge=kept_beside,
    streams=True,
    formats={"zip": Packed, "json": Single, "docx": Single},
    reads=_(
        "An Excel workbook (.xlsx) or a text file (.csv); or what the national portal hands out: a .zip with one .json "
        "or .docx file for each procedure, or one such file. Pictures, text boxes and footnotes of Word documents are "
        "not read; an empty value in a .json or .docx file changes nothing."
    ),
    terms=DecisionTerms,
    under=_under,
)  # fmt: skip
