"""What the tests of this room ask of the search, and what there is to be found."""

import datetime
from typing import Any

from newsroom.models import ArticleIndexPage, ArticlePage
from search.actions import renew_all
from search.excerpts import Piece
from search.searches import Search, find

DAY = datetime.date(2023, 10, 31)
SEARCH = "/tim-kiem/"


def titles(text: str, *, language: str = "vi", on: datetime.date = DAY, **choices: Any) -> list[str]:
    """Of what is found, in its order."""
    return [plain(row.title) for row in find(Search(text, language, **choices), on)[:20]]


def plain(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def marked(pieces: list[Piece]) -> str:
    """`Về việc [ngân sách]`."""
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in pieces)


def article(title: str, *, body: str = "", published_on: datetime.date = DAY, **fields: Any) -> ArticlePage:
    """Published as by hand."""
    above = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    blocks = [{"type": "text", "value": f"<p>{body}</p>"}] if body else []
    page = ArticlePage(title=title, body=blocks, published_on=published_on, live=False, **fields)
    above.add_child(instance=page)
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def everything() -> int:
    """Bring the index in step, as the clock does."""
    return renew_all()
