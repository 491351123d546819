"""Projects as a register that sheets are imported into."""

from django.utils.translation import gettext_lazy as _

from importing.readers import Day, Number, Text
from importing.registers import Column, Key, Values
from pages.imports import PageRegister, choice_of, folded
from planning.models import ProjectPage
from planning.states import Field, Funding, Kind, Status

YEAR = Number(least=1975, most=2100, grouped=False)


def key_of(values: Values) -> Key:
    """One road is widened, and years later again."""
    return (folded(values.get("title")), values.get("first_year"))


PROJECTS = PageRegister(
    model=ProjectPage,
    columns=(
        Column(
            "title",
            "Tên dự án",
            Text(longest=255),
            required=True,
            synonyms=("Dự án", "Tên công trình", "Tên dự án, công trình"),
            example="Đường nhựa liên ấp Chợ – Bến Bạ",
        ),
        Column("status", "Tình trạng", choice_of(Status), synonyms=("Trạng thái",), example="Đang triển khai"),
        Column(
            "aim",
            "Mục tiêu chính",
            Text(has_lines=True),
            required=True,
            synonyms=("Mục tiêu", "Mục tiêu dự án"),
            example="Hai trăm hộ đi lại thuận tiện trong mùa mưa.",
        ),
        Column("field", "Lĩnh vực", choice_of(Field), required=True, synonyms=("Lĩnh vực chuyên môn",)),
        Column("kind", "Loại dự án", choice_of(Kind), required=True),
        Column("place", "Địa điểm", Text(longest=255), synonyms=("Nơi thực hiện", "Địa điểm thực hiện")),
        Column(
            "first_year",
            "Năm bắt đầu",
            YEAR,
            required=True,
            synonyms=("Từ năm", "Năm khởi công"),
            example="2022",
        ),
        Column(
            "last_year",
            "Năm kết thúc",
            YEAR,
            required=True,
            synonyms=("Đến năm", "Năm hoàn thành"),
            example="2024",
        ),
        Column(
            "cost",
            "Tổng mức đầu tư",
            Number(least=0, most=10**18 - 1),
            synonyms=("Kinh phí", "Tổng kinh phí", "Tổng vốn đầu tư"),
            help="Bằng đồng. Để trống nếu chưa được duyệt.",
            example="14.900.000.000",
        ),
        Column("funding", "Nguồn vốn", choice_of(Funding), required=True, synonyms=("Loại nguồn vốn",)),
        Column("funder", "Nhà tài trợ", Text(longest=255), synonyms=("Đơn vị tài trợ", "Cơ quan cấp vốn")),
        Column("published_on", "Ngày đăng", Day(), synonyms=("Ngày công bố", "Ngày công khai"), example="05/03/2023"),
    ),
    natural_key=("title", "first_year"),
    key_of=key_of,
).as_register(key="projects", name=_("Projects"))
