"""What is a mistake in writing, and what is another procedure.

Communes confirm what they say about a procedure version by version. A correction makes no version, so it may change
nothing that they or an applicant go by: levels, ways, time limits, fees, papers, figures. What is wrong there is
published again, under the same decision and from the same day if need be.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lib.vietnamese import slug
from procedure_catalogue.contents import Content
from procedure_catalogue.differences import differing_parts

FIGURES = re.compile(r"\d+")
# Of the words, without regard to accents.
THE_LARGER_PART = 0.5
TEXTS = ("name", "result", "conditions")
# Of rows that stay as many as they were, the texts in which a mistake in writing may be.
TEXTS_OF_ROWS = {"steps": ("text",), "dossier": ("name", "form_name"), "legal_basis": ("title", "issuer")}
# Translations and addresses: nobody is asked for another paper because of them.
FREE = ("name_km", "name_en", "portal_url")
FREE_IN_ROWS = {"steps": ("text_km", "text_en"), "dossier": ("form_url",)}


def beyond_wording(before: Content, after: Content) -> list[str]:
    """The parts in which more is changed than how something is written."""
    return [part for part in differing_parts(before, after) if not _is_wording(part, before, after)]


def _is_wording(part: str, before: Content, after: Content) -> bool:
    if part in FREE:
        return True
    old, new = getattr(before, part), getattr(after, part)
    if part in TEXTS:
        return _says_the_same(old, new)
    return part in TEXTS_OF_ROWS and len(old) == len(new) and all(_rows(part, old, new))


def _rows(part: str, before: tuple[object, ...], after: tuple[object, ...]) -> Iterator[bool]:
    texts, free = TEXTS_OF_ROWS[part], FREE_IN_ROWS.get(part, ())
    for old, new in zip(before, after, strict=True):
        for name, value in vars(old).items():
            given = getattr(new, name)
            yield value == given or name in free or (name in texts and _says_the_same(value, given))


def _says_the_same(before: str, after: str) -> bool:
    """With the same figures, and most of the words: as far as a machine can tell."""
    if Counter(FIGURES.findall(before)) != Counter(FIGURES.findall(after)):
        return False
    old, new = _words(before), _words(after)
    if not old or not new:
        return before == after
    kept = (old & new).total()
    return max(old.total(), new.total()) == 1 or 2 * kept >= THE_LARGER_PART * (old.total() + new.total())


def _words(text: str) -> Counter[str]:
    return Counter(filter(None, slug(text).split("-")))
