"""What is asked of the index: what was typed, as a `tsquery`, and less of it where nothing has it all."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from lib.search_words import has_khmer
from search.words import Phrase, khmer_in, phrases_in, sign_identity, sign_key

LONGEST_QUESTION = 200
# Beyond these, words make no difference but of time.
MOST_PHRASES = 12
# Three letters are what the index of parts has.
SHORTEST_SIGN = 3
# Leaving out words one by one or in pairs: so many are asked at once.
MOST_WAYS = 70
MOST_LEFT_OUT = 3
# Of questions in whole sentences: words that say nothing of what is sought, in plain letters.
FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "cua va la cho o tai ve cac nhung thi gi nao nhu sao toi em anh chi minh ban muon can phai dau khi the lam de "
        "duoc co khong bi voi tu den trong ngoai theo hay xin hoi bao nhieu lau bang cach ma nay do roi chua ai mot",
    )
)

Synonyms = Mapping[tuple[str, ...], frozenset[tuple[str, ...]]]
"""Plain words side by side → all groups of words that mean the same."""


@dataclass(frozen=True)
class Question:
    phrases: tuple[Phrase, ...]
    synonyms: Synonyms = field(default_factory=dict)
    leaves_out: int = 0
    """So many of the phrases may be missing."""
    ends_open: bool = False
    """The last word may be the beginning of one."""

    @classmethod
    def of(cls, text: str, synonyms: Synonyms | None = None) -> "Question":
        phrases = tuple(phrases_in(text[:LONGEST_QUESTION])[:MOST_PHRASES])
        return cls(phrases, synonyms or {})

    @cached_property
    def latin(self) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in self.phrases if not has_khmer(phrase.written))

    @cached_property
    def khmer(self) -> tuple[str, ...]:
        """Pieces of text, to be found inside what has no spaces."""
        return tuple(khmer_in(phrase.written) for phrase in self.phrases if has_khmer(phrase.written))

    @cached_property
    def plain(self) -> tuple[str, ...]:
        return tuple(word for phrase in self.latin for word in phrase.plain)

    @cached_property
    def marked(self) -> tuple[str, ...]:
        """Of words that were typed with marks, the words with them."""
        return tuple(word.marked for phrase in self.latin for word in phrase.words if word.marked != word.plain)

    @cached_property
    def words(self) -> str:
        """Of all that is not Khmer; empty where there is nothing else."""
        groups = self._groups()
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

    @property
    def any_word(self) -> str:
        return " | ".join(f"'{word}'" for word in dict.fromkeys(self.plain))

    @cached_property
    def sign(self) -> str:
        """What may be a part of a document's number."""
        key = sign_key(" ".join(phrase.written for phrase in self.latin))
        return key if len(key) >= SHORTEST_SIGN and any(letter.isdigit() for letter in key) else ""

    @cached_property
    def sign_identity(self) -> str:
        return sign_identity(" ".join(phrase.written for phrase in self.latin)) if self.sign else ""

    @cached_property
    def synonyms_used(self) -> list[frozenset[tuple[str, ...]]]:
        """For what was typed here: what else is marked in what is found."""
        ends = range(1, len(self.plain) + 1)
        parts = {self.plain[first:last] for last in ends for first in range(last)}
        return [others for words, others in self.synonyms.items() if words in parts]

    def wider(self) -> "list[Question]":
        """What to ask next where nothing has all words, the nearest first."""
        steps = [replace(self, ends_open=True)] if self._may_end_open() else []
        telling = tuple(phrase for phrase in self.phrases if not set(phrase.plain) <= FUNCTION_WORDS)
        if telling and len(telling) < len(self.phrases):
            steps.append(replace(self, phrases=telling))
        shortest = steps[-1] if steps and steps[-1].phrases == telling else self
        shortest = replace(shortest, ends_open=False)
        # Of two words, one says too little.
        missing = range(1, min(MOST_LEFT_OUT, len(shortest.latin) - 2) + 1)
        return [*steps, *(replace(shortest, leaves_out=number) for number in missing)]

    def _may_end_open(self) -> bool:
        last = self.phrases[-1].plain[-1] if self.phrases else ""
        return len(last) > 1 and not last.isdigit() and self.phrases[-1] in self.latin

    def _groups(self) -> list[str]:
        """One condition for each phrase, or for several that have a synonym together."""
        groups: list[str] = []
        position = 0
        while position < len(self.latin):
            taken, others = self._synonyms_at(position)
            own = [word for phrase in self.latin[position : position + taken] for word in phrase.plain]
            is_last = self.ends_open and position + taken == len(self.latin)
            ways = [_side_by_side(own, is_open=is_last), *map(_side_by_side, sorted(others))]
            groups.append(ways[0] if len(ways) == 1 else f"({' | '.join(ways)})")
            position += taken
        return groups

    def _synonyms_at(self, position: int) -> tuple[int, Iterable[tuple[str, ...]]]:
        """How many phrases from here on have others that mean the same, the longest first, and these."""
        for end in range(len(self.latin), position, -1):
            words = tuple(word for phrase in self.latin[position:end] for word in phrase.plain)
            if others := self.synonyms.get(words):
                return end - position, others
        return 1, ()


def _side_by_side(words: Iterable[str], *, is_open: bool = False) -> str:
    quoted = [f"'{word}'" for word in words]
    joined = " <-> ".join(quoted) + (":*" if is_open else "")
    return f"({joined})" if len(quoted) > 1 else joined
