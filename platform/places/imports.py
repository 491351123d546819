"""Places as a register that sheets are imported into."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from importing.cells import Wrong
from importing.readers import Day, Files, Number, Text
from importing.registers import Column, Key, Values
from pages.imports import PageRegister, choice_of, folded
from places.models import PlacePage
from places.states import Kind


def key_of(values: Values) -> Key:
    return (folded(values.get("title")),)


def check(values: Values) -> Iterator[tuple[str, Wrong]]:
    if values.get("image") and not values.get("image_alt"):
        yield "image_alt", Wrong(_("A picture needs words for readers who can't see it."))


PLACES = PageRegister(
    model=PlacePage,
    columns=(
        Column(
            "title",
            "Tên địa điểm",
            Text(longest=255),
            required=True,
            synonyms=("Tên", "Địa điểm", "Tên di tích", "Di tích"),
            example="Ao Bà Om",
        ),
        Column("kind", "Loại", choice_of(Kind), required=True, synonyms=("Loại địa điểm", "Loại hình")),
        Column("lead", "Giới thiệu", Text(has_lines=True), synonyms=("Mô tả", "Tóm tắt")),
        Column("rank", "Xếp hạng", Text(longest=255), help="Cấp xếp hạng và quyết định, đối với di tích."),
        Column("address", "Địa chỉ", Text(longest=255)),
        Column("opening_hours", "Giờ mở cửa", Text(has_lines=True), example="Hằng ngày 7:00–17:00"),
        Column("admission", "Giá vé", Text(longest=255), synonyms=("Vé vào cửa", "Phí tham quan"), example="Miễn phí"),
        Column("phone", "Điện thoại", Text(longest=50), synonyms=("Số điện thoại",)),
        Column("latitude", "Vĩ độ", Number(decimals=6, least=8, most=24), example="9,680000"),
        Column("longitude", "Kinh độ", Number(decimals=6, least=102, most=118), example="106,260000"),
        Column(
            "image",
            "Ảnh",
            Files(),
            synonyms=("Tệp ảnh", "Hình ảnh"),
            help="Tên một tệp ảnh trong tệp nén .zip gửi kèm.",
            example="ao-ba-om.jpg",
        ),
        Column("image_alt", "Lời thay cho ảnh", Text(longest=255), synonyms=("Mô tả ảnh", "Chú thích ảnh")),
        Column("published_on", "Ngày đăng", Day(), synonyms=("Ngày công bố", "Ngày công khai"), example="05/03/2023"),
    ),
    natural_key=("title",),
    key_of=key_of,
    check=check,
).as_register(key="places", name=gettext_lazy("Places to see"))
