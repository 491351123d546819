"""A picture of 1200 by 630 points with a title, for addresses that are passed on and have no picture of their own."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

SIZE = (1200, 630)
MARGIN = 80
TITLE_SIZES = (72, 60, 50, 42)
NAME_SIZE = 34
TOP_OF_TITLE, HEIGHT_OF_TITLE = 200, 370
LEADING = 1.4
# Of a text that no picture has room for anyway.
LONGEST_TITLE = 300
KHMER = re.compile(r"([\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d]+)")
# Between two letters of Khmer with what stands above, below and under them: it has no spaces between words.
CLUSTER = re.compile(r"(?<=[\u1780-\u17d1\u17d3-\u17ff])(?=[\u1780-\u17b3])")
WHITE = "#ffffff"


@dataclass(frozen=True)
class Card:
    """`colour` is the ground, dark enough for white letters."""

    title: str
    name: str
    colour: str
    accent: str


@dataclass(frozen=True)
class Fonts:
    folder: Path

    def latin(self, size: int) -> ImageFont.FreeTypeFont:
        return _font(str(self.folder / "NotoSans-Bold.ttf"), size)

    def khmer(self, size: int) -> ImageFont.FreeTypeFont:
        return _font(str(self.folder / "NotoSansKhmer-Bold.ttf"), size)


def draw(card: Card, fonts: Fonts, emblem: Image.Image | None = None) -> bytes:
    """As PNG. Letters that this machine can't shape are left out rather than shown wrong."""
    picture = Image.new("RGB", SIZE, card.colour)
    canvas = ImageDraw.Draw(picture)
    canvas.rectangle((0, SIZE[1] - 18, SIZE[0], SIZE[1]), fill=card.accent)
    left = MARGIN
    if emblem:
        small = emblem.convert("RGBA")
        small.thumbnail((96, 96))
        picture.paste(small, (MARGIN, 56), small)
        left += small.width + 28
    _write(canvas, fonts, readable(card.name), (left, 78), size=NAME_SIZE, width=SIZE[0] - MARGIN - left, most=1)
    _write_title(canvas, fonts, readable(card.title))
    file = io.BytesIO()
    picture.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def readable(text: str) -> str:
    """As much of it as this machine draws right: Khmer takes a shaping library."""
    text = " ".join(text.split())[:LONGEST_TITLE]
    return text if features.check("raqm") else " ".join(KHMER.sub(" ", text).split())


def _write_title(canvas: ImageDraw.ImageDraw, fonts: Fonts, title: str) -> None:
    """As large as it fits."""
    width = SIZE[0] - 2 * MARGIN
    heights = {size: len(_lines(title, fonts, size, width)) * size * LEADING for size in TITLE_SIZES}
    size = next((size for size, height in heights.items() if height <= HEIGHT_OF_TITLE), TITLE_SIZES[-1])
    most = int(HEIGHT_OF_TITLE / size / LEADING)
    _write(canvas, fonts, title, (MARGIN, TOP_OF_TITLE), size=size, width=width, most=most)


def _write(
    canvas: ImageDraw.ImageDraw,
    fonts: Fonts,
    text: str,
    at: tuple[int, int],
    *,
    size: int,
    width: int,
    most: int,
) -> None:
    lines = _lines(text, fonts, size, width)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1].rstrip()} …"]
    for number, line in enumerate(lines):
        across, down = float(at[0]), at[1] + round(number * size * LEADING)
        for font, run in _runs(line, fonts, size):
            # On one line whatever the font: their tops differ.
            canvas.text((across, down + size), run, font=font, fill=WHITE, anchor="ls")
            across += font.getlength(run)


def _lines(text: str, fonts: Fonts, size: int, width: int) -> list[str]:
    lines = [""]
    for part in _parts(text):
        longer = lines[-1] + part
        if lines[-1] and _width(longer.rstrip(), fonts, size) > width:
            lines.append(part.lstrip())
        else:
            lines[-1] = longer
    return [line for line in lines if line.strip()]


def _parts(text: str) -> Iterator[str]:
    """Between which a line may end, spaces included."""
    for word in re.findall(r"\S+\s*", text):
        for piece in word.split("\u200b"):
            yield from CLUSTER.split(piece)


def _width(text: str, fonts: Fonts, size: int) -> float:
    return sum(font.getlength(run) for font, run in _runs(text, fonts, size))


def _runs(text: str, fonts: Fonts, size: int) -> list[tuple[ImageFont.FreeTypeFont, str]]:
    parts = [part for part in KHMER.split(text) if part]
    return [(fonts.khmer(size) if KHMER.match(part) else fonts.latin(size), part) for part in parts]


@lru_cache(maxsize=32)
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)
