"""The 24 illustrations of the demo: what each shows, in which colours, and the bytes of its file."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from .drawing import buildings, fields, gatherings, waters
from .drawing.canvas import Canvas, Palette

_QUALITY = 72
MORNING = Palette("#cfe9f5", "#fdf3dc", "#ffd166", "#8fb8a8", "#5f9d6a", "#3f7d55")
NOON = Palette("#8ecae6", "#e8f6fb", "#fff1b8", "#9cc5a1", "#6cab61", "#44833f")
DUSK = Palette("#f6b38a", "#fde7c3", "#ff9f5a", "#b98b82", "#8a8f5c", "#5c6b45")
GOLD = Palette("#fbd38d", "#fff6e0", "#ffe29a", "#c9b27c", "#b99a3d", "#8a7430")
INDOOR = Palette("#dfe7ee", "#f6f1e7", "#ffffff", "#c7d0d9", "#a9b6c2", "#7d8d9c")


@dataclass(frozen=True)
class PictureSpec:
    key: str
    alt: str
    caption: str
    palette: Palette
    motif: Callable[[Canvas], None]


_SPECS = (
    PictureSpec(
        "rice-field",
        "Tranh minh họa cánh đồng lúa xanh, hàng dừa và mặt trời buổi sáng",
        "Cánh đồng lúa vào buổi sáng (tranh minh họa)",
        MORNING,
        fields.rice,
    ),
    PictureSpec(
        "sugar-cane",
        "Tranh minh họa ruộng mía cao bên con lộ đất",
        "Ruộng mía đến kỳ thu hoạch (tranh minh họa)",
        GOLD,
        fields.cane,
    ),
    PictureSpec(
        "coconut",
        "Tranh minh họa vườn dừa trĩu quả bên mương nước",
        "Vườn dừa ven mương (tranh minh họa)",
        NOON,
        fields.coconuts,
    ),
    PictureSpec(
        "cattle",
        "Tranh minh họa hai con bò gặm cỏ gần đống rơm",
        "Đàn bò của nông hộ (tranh minh họa)",
        NOON,
        fields.cattle,
    ),
    PictureSpec(
        "tree-planting",
        "Tranh minh họa hai người trồng cây non bên hàng cây",
        "Trồng cây đầu xuân (tranh minh họa)",
        MORNING,
        fields.planting,
    ),
    PictureSpec(
        "canal-boat",
        "Tranh minh họa chiếc xuồng trên kênh giữa hai hàng dừa nước",
        "Xuồng trên kênh (tranh minh họa)",
        DUSK,
        waters.boat,
    ),
    PictureSpec(
        "shrimp-pond",
        "Tranh minh họa ao nuôi tôm có guồng quạt nước và chòi canh",
        "Ao nuôi tôm (tranh minh họa)",
        NOON,
        waters.pond,
    ),
    PictureSpec(
        "fishing-port",
        "Tranh minh họa bến cá với ba tàu đánh cá và cờ Tổ quốc",
        "Bến cá buổi sớm (tranh minh họa)",
        MORNING,
        waters.port,
    ),
    PictureSpec(
        "country-road",
        "Tranh minh họa con đường bê tông nông thôn có hoa và cột đèn",
        "Đường nông thôn (tranh minh họa)",
        NOON,
        fields.road,
    ),
    PictureSpec(
        "pagoda",
        "Tranh minh họa chùa Khmer mái nhiều tầng giữa hàng cây",
        "Ngôi chùa Khmer (tranh minh họa)",
        GOLD,
        buildings.pagoda,
    ),
    PictureSpec(
        "school",
        "Tranh minh họa trường học hai tầng và cột cờ trên sân",
        "Trường học ở nông thôn (tranh minh họa)",
        NOON,
        buildings.school,
    ),
    PictureSpec(
        "clinic",
        "Tranh minh họa trạm y tế mái xanh có biểu tượng chữ thập",
        "Trạm y tế (tranh minh họa)",
        MORNING,
        buildings.clinic,
    ),
    PictureSpec(
        "commune-office",
        "Tranh minh họa trụ sở ủy ban hai tầng với cờ Tổ quốc",
        "Trụ sở ủy ban (tranh minh họa)",
        MORNING,
        buildings.office,
    ),
    PictureSpec(
        "new-house",
        "Tranh minh họa ngôi nhà mới mái đỏ, trước sân có chậu hoa",
        "Ngôi nhà mới (tranh minh họa)",
        NOON,
        buildings.house,
    ),
    PictureSpec(
        "market",
        "Tranh minh họa chợ quê với ba sạp rau quả che mái bạt",
        "Chợ quê buổi sáng (tranh minh họa)",
        MORNING,
        buildings.market,
    ),
    PictureSpec(
        "meeting",
        "Tranh minh họa hội nghị với bục phát biểu và hàng người dự",
        "Hội nghị (tranh minh họa)",
        INDOOR,
        gatherings.meeting,
    ),
    PictureSpec(
        "flags",
        "Tranh minh họa con đường treo cờ Tổ quốc ngày lễ",
        "Cờ Tổ quốc ngày lễ (tranh minh họa)",
        NOON,
        gatherings.flags,
    ),
    PictureSpec(
        "vaccination",
        "Tranh minh họa nhân viên y tế, ống tiêm và lọ vắc xin",
        "Tiêm phòng (tranh minh họa)",
        INDOOR,
        gatherings.vaccination,
    ),
    PictureSpec(
        "fire-drill",
        "Tranh minh họa hai người dùng bình chữa cháy dập lửa khay",
        "Thực tập chữa cháy (tranh minh họa)",
        DUSK,
        gatherings.fire,
    ),
    PictureSpec(
        "computer",
        "Tranh minh họa bàn làm việc có máy tính và điện thoại",
        "Làm việc trên môi trường số (tranh minh họa)",
        INDOOR,
        gatherings.computer,
    ),
    PictureSpec(
        "counter",
        "Tranh minh họa quầy một cửa, cán bộ tiếp hai người dân",
        "Bộ phận một cửa (tranh minh họa)",
        INDOOR,
        gatherings.counter,
    ),
    PictureSpec(
        "volleyball",
        "Tranh minh họa sân bóng chuyền có lưới và hai vận động viên",
        "Sân bóng chuyền (tranh minh họa)",
        DUSK,
        gatherings.volleyball,
    ),
    PictureSpec(
        "tet-blossom",
        "Tranh minh họa cành mai vàng, lồng đèn đỏ và bánh tét ngày Tết",
        "Mai vàng ngày Tết (tranh minh họa)",
        GOLD,
        gatherings.blossom,
    ),
    PictureSpec(
        "loudspeaker",
        "Tranh minh họa loa truyền thanh trên trụ giữa làng quê",
        "Loa truyền thanh ở ấp (tranh minh họa)",
        DUSK,
        gatherings.loudspeaker,
    ),
)

PICTURES: dict[str, PictureSpec] = {spec.key: spec for spec in _SPECS}


@cache
def draw(key: str) -> bytes:
    """The picture as a WebP file of 960 × 540, the same bytes for the same Pillow."""
    spec = PICTURES[key]
    canvas = Canvas(spec.palette, seed=key)
    spec.motif(canvas)
    file = BytesIO()
    canvas.finished().save(file, "WEBP", quality=_QUALITY, method=2)
    return file.getvalue()
