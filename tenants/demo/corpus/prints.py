"""Documents as PDF files, laid out as Decree 30/2020 has them; some as a picture of the page, which holds no text.

The same document gives the same bytes with the same reportlab and Pillow.
"""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from .model import Block, Registered
from .places import units
from .spelling import capital

FONTS = Path(__file__).with_name("fonts")
PLAIN, BOLD = "NotoSerif", "NotoSerif-Bold"
MARGINS = {"leftMargin": 3 * cm, "rightMargin": 2 * cm, "topMargin": 2 * cm, "bottomMargin": 2 * cm}
NOTE = "Văn bản minh họa của dữ liệu demo, không có giá trị pháp lý."
STATE = "<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br/><b>Độc lập - Tự do - Hạnh phúc</b>"
NAMES = {
    "decision": "QUYẾT ĐỊNH",
    "plan": "KẾ HOẠCH",
    "notice": "THÔNG BÁO",
    "report": "BÁO CÁO",
    "directive": "CHỈ THỊ",
    "resolution": "NGHỊ QUYẾT",
    "telegram": "CÔNG ĐIỆN",
}
_PARTS = re.compile(r"<(h2|p|li)>(.*?)</\1>")
# A scan of 75 dots to the inch: enough to read it, and a few kilobytes.
SCAN = (620, 877)


def printed(record: Registered, body: tuple[Block, ...]) -> bytes:
    """The bytes of its PDF: with text, or scanned."""
    return _scanned(record, body) if record.file == "scan" else _typeset(record, body)


def _typeset(record: Registered, body: tuple[Block, ...]) -> bytes:
    _load_fonts()
    file = BytesIO()
    title = f"{NAMES.get(record.form, 'CÔNG VĂN').capitalize()} {record.number}"
    template = SimpleDocTemplate(
        file, pagesize=A4, invariant=1, title=title, author=record.issuer, subject=record.abstract, lang="vi", **MARGINS
    )
    template.build(_story(record, body), onFirstPage=_note, onLaterPages=_note)
    return file.getvalue()


def _story(record: Registered, body: tuple[Block, ...]) -> list[Any]:
    style = _styles()
    story: list[Any] = [_head(record), Spacer(0, 14)]
    if record.form in NAMES:
        story += [
            Paragraph(f"<b>{NAMES[record.form]}</b>", style["centre"]),
            Paragraph(f"<b>{escape(record.abstract)}</b>", style["centre"]),
            Spacer(0, 10),
        ]
    else:
        story += [Paragraph("Kính gửi: Các cơ quan, đơn vị liên quan.", style["centre"]), Spacer(0, 10)]
    marked = {"h2": "<b>{}</b>", "li": "- {}", "p": "{}"}
    story += [Paragraph(marked[kind].format(words), style["text"]) for kind, words in _parts(body)]
    return [*story, Spacer(0, 14), _foot(record)]


def _head(record: Registered) -> Table:
    style = _styles()
    body, place = _letterhead(record.issuer)
    below = "" if record.form in NAMES else f"<br/>V/v {escape(record.abstract.removeprefix('Về việc '))}"
    day = f"{_seat(record.issuer)}, {_day(record)}"
    number = f"DỰ THẢO<br/>Số: ........{record.number}" if record.is_draft else f"Số: {record.number}"
    cells = [
        [Paragraph(f"<b>{body}</b><br/><b>{place}</b>", style["head"]), Paragraph(STATE, style["head"])],
        [Paragraph(f"{number}{below}", style["head"]), Paragraph(day, style["head"])],
    ]
    return Table(cells, colWidths=(6.4 * cm, 9.6 * cm), style=[("VALIGN", (0, 0), (-1, -1), "TOP")])


def _foot(record: Registered) -> Table:
    style = _styles()
    body, _ = _letterhead(record.issuer)
    chairman = "KT. CHỦ TỊCH<br/>" if record.office.startswith("Phó") else ""
    signed = f"<b>TM. {body}<br/>{chairman}{record.office.upper()}</b><br/><br/><br/><b>{escape(record.signer)}</b>"
    sent = "<b>Nơi nhận:</b><br/>- Như trên;<br/>- Thường trực HĐND;<br/>- Lưu: VT."
    cells = [[Paragraph(sent, style["small"]), Paragraph(signed, style["head"])]]
    return Table(cells, colWidths=(7.5 * cm, 8.5 * cm), style=[("VALIGN", (0, 0), (-1, -1), "TOP")])


def _parts(body: tuple[Block, ...]) -> list[tuple[str, str]]:
    """What stands in the file: all but the table of facts, which its head and foot say."""
    parts = []
    for block in body:
        if block.kind == "text":
            parts += _PARTS.findall(block.html)
        elif block.kind == "callout":
            parts.append(("p", f"<b>{block.title}.</b> {block.text}"))
    return parts


def _letterhead(issuer: str) -> tuple[str, str]:
    """`Ủy ban nhân dân xã Đại An` → its two lines."""
    body = next(name for name in ("Ủy ban nhân dân", "Hội đồng nhân dân") if issuer.startswith(name))
    return body.upper(), issuer.removeprefix(f"{body} ").upper()


def _seat(issuer: str) -> str:
    """Where it was issued: a unit's name without its kind, but of two that share a name."""
    place = issuer.split("nhân dân ", 1)[1]
    names = [one.name for one in units()]
    name = place.partition(" ")[2] if place.startswith(("xã", "huyện")) else place.removeprefix("thị trấn ")
    return capital(place) if names.count(name) > 1 else name


def _day(record: Registered) -> str:
    if record.is_draft:
        return f"ngày ..... tháng ..... năm {record.issued.year}"
    return f"ngày {record.issued:%d} tháng {_month(record.issued.month)} năm {record.issued.year}"


def _month(month: int) -> str:
    return f"{month:02}" if month < 3 else str(month)


def _note(canvas: Canvas, template: Any) -> None:
    canvas.saveState()
    canvas.setFont(PLAIN, 8)
    canvas.drawCentredString(A4[0] / 2, 1.1 * cm, NOTE)
    canvas.restoreState()


@cache
def _load_fonts() -> None:
    for name, file in ((PLAIN, "NotoSerif-Regular.ttf"), (BOLD, "NotoSerif-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)


@cache
def _styles() -> dict[str, ParagraphStyle]:
    text = ParagraphStyle(
        "text", fontName=PLAIN, fontSize=12, leading=17, alignment=TA_JUSTIFY, firstLineIndent=1 * cm, spaceAfter=5
    )
    return {
        "text": text,
        "centre": ParagraphStyle("centre", text, alignment=TA_CENTER, firstLineIndent=0, spaceAfter=2),
        "head": ParagraphStyle("head", text, fontSize=11, leading=15, alignment=TA_CENTER, firstLineIndent=0),
        "small": ParagraphStyle("small", text, fontSize=9.5, leading=13, alignment=0, firstLineIndent=0),
    }


def _scanned(record: Registered, body: tuple[Block, ...]) -> bytes:
    """As it leaves the copying machine of an office: grey, a little crooked, without text."""
    random = Random(record.number)  # noqa: S311 - must be the same on every run
    page = Image.new("L", SCAN, 250)
    draw = ImageDraw.Draw(page)
    for x, y, words, font in _lines(record, body):
        draw.text((x, y), words, fill=40, font=font)
    turned = page.rotate(random.uniform(-0.9, 0.9), Image.Resampling.BICUBIC, fillcolor=236)
    picture = BytesIO()
    turned.save(picture, "JPEG", quality=32)
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(f"Bản quét {record.number}")
    canvas.drawImage(ImageReader(BytesIO(picture.getvalue())), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _lines(record: Registered, body: tuple[Block, ...]) -> list[tuple[int, int, str, ImageFont.FreeTypeFont]]:
    plain, bold = (
        ImageFont.truetype(str(FONTS / f"{name}.ttf"), 13) for name in ("NotoSerif-Regular", "NotoSerif-Bold")
    )
    left, right = _letterhead(record.issuer)
    lines = [
        (60, 50, left, bold), (60, 68, right, bold), (60, 90, f"Số: {record.number}", plain),
        (300, 50, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold), (350, 68, "Độc lập - Tự do - Hạnh phúc", bold),
        (250, 135, NAMES.get(record.form, ""), bold),
    ]  # fmt: skip
    y = 160
    for words in [record.abstract, *(re.sub(r"<[^>]+>", "", part) for _, part in _parts(body))]:
        for line in _wrapped(words, plain, 500):
            lines.append((60, y, line, plain))
            y += 19
        y += 5
    lines += [(360, y + 20, record.office.upper(), bold), (330, y + 90, record.signer, bold), (60, 845, NOTE, plain)]
    return lines


def _wrapped(words: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines, line = [], ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]
