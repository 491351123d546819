"""E-mail addresses as a page has them: whole for a reader, in two parts for a program that collects them."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class MailAddress:
    local: str
    domain: str

    @classmethod
    def of(cls, address: str) -> Self | None:
        """None for what is no address."""
        local, at, domain = address.rpartition("@")
        return cls(local, domain) if at and local and domain else None
