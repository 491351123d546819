"""The tables of this room: the index, the words it knows, and what editors set and see."""

from search.entries import Entry
from search.pins import Miss, Pin
from search.vocabulary import Synonyms, Word

__all__ = ["Entry", "Miss", "Pin", "Synonyms", "Word"]
