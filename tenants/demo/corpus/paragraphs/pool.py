"""Paragraphs that several stories of one topic share. They use only slots that every story has (see stories.py)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pool:
    pictures: tuple[str, ...]
    headings: tuple[str, ...]
    context: tuple[str, ...]
    closing: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
