"""How often one sender may use one form."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from lib.clients import Client


@dataclass(frozen=True)
class Limit:
    times: int
    minutes: int


def sender_of(request: HttpRequest) -> str:
    """A network without its address: nobody reads it back from a table or a dump."""
    return salted_hmac("intake.sender", Client.of(request).network, algorithm="sha256").hexdigest()
