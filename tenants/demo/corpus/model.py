"""What one item of the demo year is made of. No Django here: the seeder turns these records into pages."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["text", "quote", "table", "callout", "image"]
Categories = tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """One block of a body. Which fields are filled depends on `kind`:

    text: html · quote: text, source · callout: title, text · table: title, header, rows · image: picture, alt, caption
    """

    kind: Kind
    html: str = ""
    text: str = ""
    source: str = ""
    title: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str = ""
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Item:
    key: str
    title: str
    slug: str
    lead: str
    body: tuple[Block, ...]
    author: str
    published: date
    categories: Categories
    language: str
    picture: str | None


@dataclass(frozen=True)
class Draft:
    """An item before the site gives it a key and a slug."""

    title: str
    lead: str
    body: tuple[Block, ...]
    author: str
    published: date
    categories: Categories
    picture: str | None = None
    language: str = "vi"
    slug: str = ""


def text(*paragraphs: str) -> Block:
    return Block("text", html="".join(_paragraph(part) for part in paragraphs if part))


def listing(intro: str, points: tuple[str, ...]) -> Block:
    return Block("text", html=f"<p>{intro}</p><ul>{''.join(f'<li>{point}</li>' for point in points)}</ul>")


def _paragraph(part: str) -> str:
    return part if part.startswith(("<h", "<p", "<ul")) else f"<p>{part}</p>"
