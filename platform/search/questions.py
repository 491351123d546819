"""What is asked of the index: what was typed, as a `tsquery`, and less of it where nothing has it all."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from lib.search_words import has_khmer
from search.words import Phrase, khmer_in, phrases_in, plain_words, sign_identity, sign_key, words_in

LONGEST_QUESTION = 200
# Beyond these, words make no difference but of time.
MOST_PHRASES = 12
# Three letters are what the index of parts has.
SHORTEST_SIGN = 3
# Leaving out words one by one or in pairs: so many are asked at once.
MOST_WAYS = 70
MOST_LEFT_OUT = 3
# So many words make a sentence, in which some say nothing of what is sought.
SENTENCE = 5
FUNCTION_WORDS = frozenset(
    words_in(
        "của và là cho ở tại về các những thì gì nào như sao tôi em anh chị mình bạn muốn cần phải đâu khi thế làm để "
        "được có không bị với từ đến trong ngoài theo hay xin hỏi bao nhiêu lâu bằng cách mà này đó rồi chưa ai một"
    )
)
WITHOUT_MARKS = frozenset(word.plain for word in FUNCTION_WORDS)

WordGroup = tuple[str, ...]
Synonyms = Mapping[WordGroup, frozenset[WordGroup]]
"""Plain words side by side → all groups of words that mean the same."""


@dataclass(frozen=True)
class Question:
    typed: tuple[Phrase, ...]
    synonyms: Synonyms = field(default_factory=dict)
    needed: tuple[Phrase, ...] = ()
    """Those of the phrases without which nothing is found."""
    leaves_out: int = 0
    """So many of the needed may be missing."""
    ends_open: bool = False
    """The last word may be the beginning of one."""

    @classmethod
    def of(cls, text: str, synonyms: Synonyms | None = None) -> "Question":
        phrases = tuple(phrases_in(text[:LONGEST_QUESTION])[:MOST_PHRASES])
        question = cls(phrases, synonyms or {}, phrases)
        return question.of_telling_words() if len(phrases) >= SENTENCE else question

    def of_telling_words(self) -> "Question":
        """Without the words that say nothing, if there are others: of marked ones the very same only, and none that
        belongs to what has a synonym."""
        with_marks = any(word.marked != word.plain for phrase in self.typed for word in phrase.words)
        named = {word for ways in self.groups if len(ways) > 1 for word in ways[0]}
        telling = tuple(
            phrase
            for phrase in self.needed
            if not _says_nothing(phrase, with_marks) or named.intersection(phrase.plain)
        )
        return replace(self, needed=telling) if telling else self

    @cached_property
    def latin(self) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in self.needed if not has_khmer(phrase.written))

    @cached_property
    def khmer(self) -> tuple[str, ...]:
        """Pieces of text, to be found inside what has no spaces."""
        return tuple(khmer_in(phrase.written) for phrase in self.needed if has_khmer(phrase.written))

    @cached_property
    def plain(self) -> WordGroup:
        """All that was typed, whether it is needed or not."""
        return tuple(word for phrase in self.typed if not has_khmer(phrase.written) for word in phrase.plain)

    @cached_property
    def marked(self) -> WordGroup:
        """Of words that were typed with marks, the words with them."""
        return tuple(word.marked for phrase in self.typed for word in phrase.words if word.marked != word.plain)

    @cached_property
    def words(self) -> str:
        """Of all that is not Khmer; empty where there is nothing else."""
        groups = [_any_of(ways) for ways in self.groups]
        if not groups:
            return ""
        kept = len(groups) - self.leaves_out
        ways = [" & ".join(way) for way in combinations(groups, kept)][:MOST_WAYS]
        return ways[0] if len(ways) == 1 else " | ".join(f"({way})" for way in ways)

    @cached_property
    def side_by_side(self) -> str:
        """All words in the order in which they were typed; empty where there is only one."""
        return _side_by_side(self.plain) if len(self.plain) > 1 else ""

    @cached_property
    def with_marks(self) -> str:
        """Any of the words that were typed with marks."""
        return " | ".join(f"'{word}'" for word in dict.fromkeys(self.marked))

    @cached_property
    def any_word(self) -> str:
        """Any of the words, or of those that mean the same."""
        words = [*self.plain, *(word for ways in self.groups for way in ways[1:] for word in way)]
        return " | ".join(f"'{word}'" for word in dict.fromkeys(words))

    @cached_property
    def sign(self) -> str:
        """What may be a part of a document's number."""
        key = sign_key(" ".join(phrase.written for phrase in self.latin))
        return key if len(key) >= SHORTEST_SIGN and any(letter.isdigit() for letter in key) else ""

    @cached_property
    def sign_identity(self) -> str:
        return sign_identity(" ".join(phrase.written for phrase in self.latin)) if self.sign else ""

    @cached_property
    def groups(self) -> list[list[WordGroup]]:
        """What has to be there, each in all its ways: the words as they were typed, then what means the same."""
        found: list[list[WordGroup]] = []
        position = 0
        while position < len(self.latin):
            taken, others = self._synonyms_at(position)
            own = tuple(word for phrase in self.latin[position : position + taken] for word in phrase.plain)
            is_last = self.ends_open and position + taken == len(self.latin)
            found.append([(*own[:-1], f"{own[-1]}*") if is_last else own, *sorted(others - {own})])
            position += taken
        return found

    def wider(self) -> "list[Question]":
        """What to ask next where nothing has all words, the nearest first."""
        return [self.of_telling_words(), *([replace(self, ends_open=True)] if self._may_end_open() else [])]

    def with_fewer(self) -> "list[Question]":
        """Of two words, one says too little."""
        telling = self.of_telling_words()
        missing = range(1, min(MOST_LEFT_OUT, len(telling.groups) - 2) + 1)
        return [replace(telling, leaves_out=number) for number in missing]

    def _may_end_open(self) -> bool:
        last = self.needed[-1].plain[-1] if self.needed else ""
        return len(last) > 1 and not last.isdigit() and self.needed[-1] in self.latin

    def _synonyms_at(self, position: int) -> tuple[int, frozenset[WordGroup]]:
        """How many phrases from here on have others that mean the same, the longest first, and these."""
        for end in range(len(self.latin), position, -1):
            words = tuple(word for phrase in self.latin[position:end] for word in phrase.plain)
            if others := self.synonyms.get(words):
                return end - position, others
        return 1, frozenset()


def relative_days(on: datetime.date) -> dict[WordGroup, frozenset[WordGroup]]:
    """`tuần này` also means today's date, which stands in the calendar of this week."""
    names = {"hôm nay": 0, "tuần này": 0, "ngày mai": 1, "tuần sau": 7, "tuần tới": 7, "tuần trước": -7}
    days = {name: on + datetime.timedelta(days=number) for name, number in names.items()}
    return {
        (words := tuple(plain_words(name))): frozenset({words, tuple(plain_words(f"{day:%d/%m/%Y}"))})
        for name, day in days.items()
    }


def _says_nothing(phrase: Phrase, with_marks: bool) -> bool:
    if with_marks:
        return FUNCTION_WORDS.issuperset(phrase.words)
    return WITHOUT_MARKS.issuperset(phrase.plain)


def _any_of(ways: list[WordGroup]) -> str:
    return _side_by_side(ways[0]) if len(ways) == 1 else f"({' | '.join(map(_side_by_side, ways))})"


def _side_by_side(words: Iterable[str]) -> str:
    """A star after a word says that it may go on."""
    quoted = [f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'" for word in words]
    joined = " <-> ".join(quoted)
    return f"({joined})" if len(quoted) > 1 else joined
