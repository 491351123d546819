"""What one item of the demo year is made of. No Django here: the seeder turns it into a page or a document."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["text", "quote", "table", "callout", "image"]
Categories = tuple[str, ...]
File = Literal["", "text", "scan"]
Row = tuple[str | int, ...]


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
class Registered:
    """A legal document: what its entry in the register says. Forms, fields and relations by their keys.

    A draft has no number yet, only what stands behind it: `/QĐ-UBND`.
    """

    form: str
    number: str
    issuer: str
    issued: date
    effective: date | None
    expires: date | None
    abstract: str
    signer: str
    office: str
    field: str
    file: File = ""
    relation: str = ""
    other: str = ""
    """The number of an older document of the same site, to which the relation holds."""

    @property
    def is_draft(self) -> bool:
        return self.number.startswith("/")


@dataclass(frozen=True)
class Disclosed:
    """A budget disclosure with its decision and its table: lines above, headings, rows."""

    year: int
    period: str
    subject: str
    form: str
    decision: Registered
    lines: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Progress:
    day: date
    percent: int
    text: str


@dataclass(frozen=True)
class Undertaken:
    """A project; its aim is the item's lead."""

    status: str
    field: str
    kind: str
    place: str
    years: tuple[int, int]
    cost: int | None
    funding: str
    funder: str
    notes: tuple[Progress, ...] = ()


@dataclass(frozen=True)
class Sight:
    """A place to see."""

    kind: str
    alt: str
    address: str
    hours: str = ""
    admission: str = ""
    point: tuple[str, str] | None = None
    way: str = ""


@dataclass(frozen=True)
class Scheduled:
    """The calendar of a week; one that is adjusted changes what was published before."""

    monday: date
    rows: tuple[tuple[date, str, str, str, str], ...]
    """Day, time, content, place, who is in the chair."""
    adjusted: bool = False


@dataclass(frozen=True)
class Opening:
    """A recruitment notice."""

    employer: str
    positions: int
    requirements: str
    how_to_apply: str
    closes: date


@dataclass(frozen=True)
class Said:
    """A comment of a visitor; its number is its place among them."""

    day: date
    words: str
    name: str = ""
    standing: str = "published"
    reason: str = ""


@dataclass(frozen=True)
class Replied:
    """To the comments of these numbers."""

    comments: str
    opinion: str
    outcome: str
    reason: str


@dataclass(frozen=True)
class Accounted:
    day: date
    text: str
    replies: tuple[Replied, ...]
    document: str = ""
    """What the document that came of it is about."""


@dataclass(frozen=True)
class Prolonged:
    day: date
    closes: date
    reason: str


@dataclass(frozen=True)
class Asked:
    """A consultation on a draft; what it is about is the item's lead."""

    asked: str
    drafter: str
    draft: Registered
    opens: date
    closes: date
    comments: tuple[Said, ...] = ()
    prolonged: Prolonged | None = None
    account: Accounted | None = None


Record = Registered | Disclosed | Undertaken | Sight | Opening | Scheduled | Asked | None
"""What an item is beside its text; None of an article."""


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
    record: Record = None


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
    record: Record = None


def text(*paragraphs: str) -> Block:
    return Block("text", html="".join(_paragraph(part) for part in paragraphs if part))


def listing(intro: str, points: tuple[str, ...]) -> Block:
    return Block("text", html=f"<p>{intro}</p><ul>{''.join(f'<li>{point}</li>' for point in points)}</ul>")


def _paragraph(part: str) -> str:
    return part if part.startswith(("<h", "<p", "<ul")) else f"<p>{part}</p>"
