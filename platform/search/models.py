"""The tables of this room: the index, the words it knows, and what editors set."""

from search.entries import Entry

__all__ = ["Entry"]
