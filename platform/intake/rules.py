"""How often one sender may use one form."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from lib.clients import Client


@dataclass(frozen=True)
class Limit:
    """After `quiet_after` times the sender is asked to count, which a person does and most programs don't."""

    times: int
    minutes: int
    quiet_after: int | None = None

    def asks_quietly(self, tries: int) -> bool:
        return self.quiet_after is not None and tries > self.quiet_after


def sender_of(request: HttpRequest) -> str:
    """A network without its address: nobody reads it back from a table or a dump."""
    return salted_hmac("intake.sender", Client.of(request).network, algorithm="sha256").hexdigest()
