"""What a site does next: each duty with how it stands, what it would bring, and where it is done."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from django.utils.formats import number_format

from tenants.oversight.board import Line
from tenants.oversight.evaluation import Verdict
from tenants.oversight.spots import working_path
from tenants.oversight.states import Standing

ORDER = list(Standing)


@dataclass(frozen=True)
class Advice:
    verdict: Verdict
    address: str
    """Where readers see it, or for the site's own people where it is done."""

    @property
    def is_wanted(self) -> bool:
        return self.verdict.standing != Standing.FRESH

    @property
    def gain(self) -> Fraction:
        """Points that are there to be had."""
        return self.verdict.duty.weight - self.verdict.points

    @property
    def gain_rounded(self) -> int:
        return ceil(self.gain)

    @property
    def gain_text(self) -> str:
        return number_format(float(self.gain), 1 if self.gain.denominator > 1 else 0)

    @property
    def points(self) -> float:
        return float(self.verdict.points)


def advice_of(line: Line, *, at_home: bool) -> list[Advice]:
    """What brings most first; of equals, what is missing before what is late."""
    verdicts = line.judgement.verdicts if line.judgement else ()
    found = [Advice(one, working_path(one.duty) if at_home else line.address_of(one.duty)) for one in verdicts]
    return sorted(found, key=lambda one: (-one.gain, ORDER.index(one.verdict.standing)))
