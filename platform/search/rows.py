"""What was found, as lines of a list."""

import datetime
from dataclasses import dataclass

from django.conf import settings

from search.entries import Entry
from search.excerpts import Piece, excerpt, title_pieces
from search.questions import Question
from search.sight import Sight
from search.sources import names_of_kinds


@dataclass(frozen=True)
class Row:
    """One thing that was found, as a line of the list."""

    title: list[Piece]
    excerpt: list[Piece]
    address: str
    kind: str
    day: datetime.date | None
    locale: str
    """Where it is another language than the reader's."""
    owner: str = ""
    """Who published it, where that is not this site alone."""


def rows_of(numbers: list[int], question: Question, language: str, *, sight: Sight) -> list[Row]:
    """In that order; what has no address meanwhile is left out."""
    return list(rows_by_number(numbers, question, language, sight=sight).values())


def rows_by_number(numbers: list[int], question: Question, language: str, *, sight: Sight) -> dict[int, Row]:
    entries = Entry.objects.defer("vector", "title_vector", "marked_vector", "khmer").in_bulk(numbers)
    addresses = sight.addresses([(entry.source, entry.number) for entry in entries.values()], language)
    kinds = names_of_kinds()
    return {
        pk: Row(
            title=title_pieces(entry.title, question),
            excerpt=excerpt(entry.text, question),
            address=addresses[entry.source, entry.number],
            kind=kinds.get(entry.kind, ""),
            day=entry.day,
            locale=written if (written := entry.locale or settings.LANGUAGE_CODE) != language else "",
        )
        for pk in numbers
        if (entry := entries.get(pk)) and addresses.get((entry.source, entry.number))
    }
