"""Names of issuing bodies as sheets have them: in capitals, shortened, with the tone on another letter."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from django.utils.translation import gettext as _

from importing.cells import Wrong
from importing.readers import Text
from legal.models import Issuer
from lib.vietnamese import spelling_key, without_marks

ABBREVIATED = (("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("hdnd", "hội đồng nhân dân"))
LEAST_LIKENESS = 0.85


@dataclass(frozen=True)
class IssuerName(Text):
    """The body's name as the register has it, however it is spelled in the sheet; else a new one."""

    longest: int = 255

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Spelling → names in use; a new one is spelled as where it came first."""
        found: dict[str, list[str]] = {}
        for name in Issuer.objects.values_list("name", flat=True):
            found.setdefault(spelling(name), []).append(name)
        return found

    @cached_property
    def _known(self) -> set[str]:
        return {name for names in self._names.values() for name in names}

    @cached_property
    def _without_marks(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._known:
            found.setdefault(without_marks(in_full(name)), []).append(name)
        return found

    def read(self, cell: object) -> str | None:
        name = super().read(cell)
        if name is None or name in self._known:
            return name
        typed = spelling(name)
        same = self._names.get(typed, [])
        if not same and without_marks(name) == name:
            same = self._without_marks.get(without_marks(in_full(name)), [])
        if len(same) > 1:
            raise Wrong(_("Several issuing bodies are called so."), "; ".join(sorted(same)))
        return self._names.setdefault(typed, same or [name])[0]

    def announced(self, value: str | None) -> str:
        if value is None or value in self._known:
            return self.shown(value)
        if near := get_close_matches(spelling(value), map(spelling, self._known), n=1, cutoff=LEAST_LIKENESS):
            alike = self._names[near[0]][0]
            return _("%(name)s (a new issuing body; did you mean %(other)s?)") % {"name": value, "other": alike}
        return _("%(name)s (a new issuing body)") % {"name": value}


def spelling(name: str) -> str:
    return spelling_key(in_full(name))


def in_full(name: str) -> str:
    name = " ".join(name.lower().split())
    for short, whole in ABBREVIATED:
        name = re.sub(rf"\b{short}\b", whole, name)
    return name
