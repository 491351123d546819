"""The other offices of the installation. Which there are, and how something gets there, the layer above says."""

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Office:
    """`key` never changes, the name may."""

    key: str
    name: str


class Offices(Protocol):
    def within_reach(self) -> list[Office]:
        """Those to which this office may pass something on."""

    def address_of(self, key: str, path: str) -> str:
        """Where that path is on the site of that office; empty where there is none any more."""

    def carry(self, parcel: str) -> None:
        """Have it taken there once the transaction is committed."""


def offices() -> Offices:
    found: Offices = import_string(settings.QUESTION_OFFICES)()
    return found
