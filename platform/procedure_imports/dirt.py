"""What exports bring along that nobody has written: remnants of web pages, page furniture, lists pressed into one line.

Nothing is guessed here: a text that is divided holds the same words afterwards.
"""

import html
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from importing.cells import Wrong
from procedure_catalogue.reading import paragraphs

BREAKS = re.compile(r"<\s*(?:br|/?p|/?div|/?tr|/?ul|/?ol|/?table|/?h[1-6]|hr)\b[^<>]{0,500}>", re.IGNORECASE)
ITEM_TAG = re.compile(r"<\s*li\b[^<>]{0,500}>", re.IGNORECASE)
CELL_TAG = re.compile(r"<\s*/?t[dh]\b[^<>]{0,500}>", re.IGNORECASE)
UNSEEN = re.compile(r"<\s*(script|style)\b[^<>]{0,500}>.*?<\s*/\s*\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<\s*/?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
LONGEST = 100_000
# Bytes of UTF-8 that some program has taken for letters of its own.
TWICE_ENCODED = re.compile("á»[^\\s]|áº[^\\s]|Æ°|Ä\u2018|Ã[\u00a1\u00a2\u00a3\u00a9\u00aa\u00b4\u00b9]")

# Whole lines that a printed or copied page has around its text.
FURNITURE = re.compile(
    r"(?:trang\s*)?\d{1,4}\s*/\s*\d{1,4}|trang\s*(?:số\s*)?:?\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]|[-–—_=*.\s]{3,}"
    r"|\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d{2}.{0,200}"
    r"|(?:https?://)?(?:www\.)?(?:\w+\.)?dichvucong\.(?:gov\.vn|\w+\.gov\.vn)\S*(?:\s+\d+/\d+)?"
    r"|cổng dịch vụ công(?: quốc gia)?|chi tiết thủ tục(?: hành chính)?|cộng hòa xã hội chủ nghĩa việt nam"
    r"|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc|in trang|quay lại|tải về|xem chi tiết|thu gọn|đóng"
    r"|nộp hồ sơ trực tuyến",
    re.IGNORECASE,
)
WITHIN = re.compile(r"(?:(?<=\s)|^)Trang \d{1,4}\s*/\s*\d{1,4}(?=\s|$)")
NOTHING = re.compile(
    r"(?:không có thông tin|chưa có thông tin|không có dữ liệu|đang cập nhật|n/?a|null|none|undefined|[-–—.]+)[.\s]*",
    re.I,
)

BULLET = re.compile(r"[-–—•●▪◦*+]\s+|[•●▪◦]\s*|[-–—](?=[A-ZÀ-ỸĐ])")
STEP = re.compile(r"(?:^|(?<=[\s.;:]))Bước\s+(\d{1,2})\s*[:.\-–)]?\s*", re.IGNORECASE)
NUMBERED = re.compile(r"(?:^|(?<=[\s.;:]))(\d{1,2})\s*[.)/]\s+(?=\D)")
LETTERED = re.compile(r"(?:^|(?<=[\s.;:]))([a-zđ])\s*[.)]\s+")
LETTERS = "abcdđeghiklmnopqrstuvxy"
Follows = Callable[[str, int], bool]
INLINE_BULLET = re.compile(r"(?<=[.;:])\s+(?=(?:[-–—+*]\s|[•●▪◦]))")


def text_of(cell: object) -> str:
    """Of whatever a file holds there, with its lines. Raises Wrong where it was turned into other letters."""
    if cell is None:
        return ""
    text = str(cell)
    if len(text) > LONGEST:
        raise Wrong(_("At most %(most)d characters.") % {"most": LONGEST}, _("Shorten it."))
    if TWICE_ENCODED.search(text):
        raise Wrong(
            _("The letters of this text are broken: “%(text)s”.") % {"text": text[:40]},
            _("Save the file as UTF-8 in the program that made it."),
        )
    text = _without_markup(text)
    lines = paragraphs(text.replace("\f", "\n")).split("\n")
    kept = (WITHIN.sub(" ", one) for one in lines if not FURNITURE.fullmatch(one))
    found = paragraphs("\n".join(kept))
    return "" if says_nothing(found) else found


def says_nothing(text: str) -> bool:
    """Empty, or what portals write where they know nothing."""
    text = text.strip()
    return not text or NOTHING.fullmatch(text) is not None


def _without_markup(text: str) -> str:
    if ENTITY.search(text):
        # Twice: what was already escaped is escaped once more by some exports.
        text = html.unescape(html.unescape(text))
    if "<" not in text:
        return text
    text = UNSEEN.sub(" ", text)
    text = ITEM_TAG.sub("\n- ", BREAKS.sub("\n", text))
    return TAG.sub("", CELL_TAG.sub(" ", text))


def line_of(cell: object) -> str:
    return " ".join(text_of(cell).split())


def items(text: str) -> list[str]:
    """The items of a list, be it in lines or pressed into one, without bullets but with their letters and numbers."""
    found: list[str] = []
    for line in spread(text).split("\n"):
        bare = BULLET.sub("", line, count=1) if BULLET.match(line) else line
        if bare := bare.strip():
            found.append(bare)
    return found


def spread(text: str) -> str:
    """With a line for each item of lists that stand in one line: `a) … b) …`, `1. … 2. …`, `- …; - …`."""
    return "\n".join(part for line in text.split("\n") for part in _spread(line) if part)


def _spread(line: str) -> Iterator[str]:
    for pattern, follows in ((NUMBERED, _is_next_number), (LETTERED, _is_next_letter)):
        places = _row_of(pattern, line, follows)
        if len(places) > 1:
            yield from _cut(line, places)
            return
    parts = [part.strip() for part in INLINE_BULLET.split(line)]
    yield from parts


def steps_of(text: str) -> list[str]:
    """Each step of a sequence, with the lines below it. Without any `Bước 1`, each item is a step."""
    places = _row_of(STEP, text, _is_next_number)
    if not places:
        return _numbered_items(text)
    told = [STEP.sub("", step, count=1) if STEP.match(step) else step for step in _cut(text, places)]
    return [spread(step) for step in told if step.strip()]


def _numbered_items(text: str) -> list[str]:
    return [NUMBERED.sub("", item, count=1) if NUMBERED.match(item) else item for item in items(text)]


def _row_of(pattern: re.Pattern[str], line: str, follows: Follows) -> list[int]:
    """Where marks stand that count on from the first one."""
    places: list[int] = []
    for found in pattern.finditer(line):
        if follows(found[1].lower(), len(places)):
            places.append(found.start())
    return places


def _is_next_number(mark: str, so_far: int) -> bool:
    return int(mark) == so_far + 1


def _is_next_letter(mark: str, so_far: int) -> bool:
    return so_far < len(LETTERS) and mark == LETTERS[so_far]


def _cut(line: str, places: list[int]) -> list[str]:
    edges = [*places, len(line)]
    before = [line[: edges[0]].strip()] if edges[0] else []
    return [*before, *(line[start:end].strip() for start, end in pairwise(edges))]
