"""Recruitment notices as a register that sheets are imported into."""

from django.utils.translation import gettext_lazy as _

from importing.readers import Day, Number, Text
from importing.registers import Column, Key, Values
from pages.imports import PageRegister, folded
from recruitment.models import VacancyPage


def key_of(values: Values) -> Key:
    """A closing date may be put off; the same post is not advertised twice a year under one name."""
    day = values.get("closes_on")
    return (folded(values.get("title")), folded(values.get("employer")), day.year if day else None)


VACANCIES = PageRegister(
    model=VacancyPage,
    columns=(
        Column(
            "title",
            "Tiêu đề",
            Text(longest=255),
            required=True,
            synonyms=("Tên thông báo", "Vị trí tuyển dụng", "Vị trí"),
            example="Tuyển nhân viên y tế trường học",
        ),
        Column(
            "employer",
            "Đơn vị tuyển dụng",
            Text(longest=255),
            required=True,
            synonyms=("Đơn vị", "Cơ quan tuyển dụng", "Nơi tuyển dụng"),
        ),
        Column(
            "positions",
            "Số lượng",
            Number(least=1, most=32767),
            synonyms=("Số lượng tuyển", "Chỉ tiêu", "Số vị trí"),
            example="2",
        ),
        Column("requirements", "Yêu cầu", Text(has_lines=True), synonyms=("Điều kiện", "Tiêu chuẩn")),
        Column("how_to_apply", "Cách nộp hồ sơ", Text(has_lines=True), synonyms=("Hồ sơ", "Nơi nhận hồ sơ")),
        Column(
            "closes_on",
            "Hạn nộp hồ sơ",
            Day(),
            required=True,
            synonyms=("Hạn chót", "Hạn nộp", "Ngày hết hạn"),
            example="31/10/2023",
        ),
        Column("published_on", "Ngày đăng", Day(), synonyms=("Ngày công bố", "Ngày công khai"), example="05/03/2023"),
    ),
    natural_key=("title", "employer", "closes_on"),
    key_of=key_of,
).as_register(key="vacancies", name=_("Recruitment"))
