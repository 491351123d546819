"""What is offered while somebody types: things whose titles have the words, the last of which may be unfinished."""

import datetime
from dataclasses import dataclass, replace

from search.entries import Entry
from search.queries import SearchEntryQuerySet, bearing
from search.questions import Question
from search.ranking import in_order, seen_of
from search.rows import rows_of
from search.searches import Search
from search.sight import Sight

SHORTEST = 2
OFFERED = 7
# Of so many of the newest, and so many of what has no day, the nearest are offered: none is looked at twice.
CANDIDATES = 60


@dataclass(frozen=True)
class Suggestion:
    title: str
    kind: str
    address: str


def suggested(search: Search, on: datetime.date) -> list[Suggestion]:
    """Nothing for fewer than two letters. Who may see what is asked of the few candidates only."""
    question = Question.of(search.text)
    if len("".join(question.plain)) < SHORTEST and not question.khmer:
        return []
    question = replace(question, needed=question.typed, ends_open=True)
    entries: SearchEntryQuerySet = Entry.objects.in_languages(search.languages)
    numbers = {
        pk
        for found in _ways(entries, question)
        for pk in found.newest_first().values_list("pk", flat=True)[:CANDIDATES]
    }
    sight = Sight(on)
    candidates = seen_of(Entry.objects.filter(pk__in=numbers), sight)
    nearest = in_order(candidates, question, on=on, language=search.language)
    rows = rows_of([one.pk for one in nearest[:OFFERED]], question, search.language, sight=sight)
    return [Suggestion("".join(piece.text for piece in row.title), row.kind, row.address) for row in rows]


def _ways(entries: SearchEntryQuerySet, question: Question) -> list[SearchEntryQuerySet]:
    if question.khmer:
        return [entries.matching(question)]
    titled = entries.titled(question)
    ways = [titled, titled.filter(day=None)]
    if question.sign:
        ways.append(entries.filter(bearing(question.sign)))
    return ways
