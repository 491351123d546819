"""What a visitor is shown after a comment has come in: signed, so that nobody makes one up, and asking no database."""

import datetime
import uuid
from dataclasses import dataclass

from django.core import signing

SALT = "consultations.receipt"


@dataclass(frozen=True)
class Receipt:
    number: int
    received_on: datetime.date


def receipt_of(key: uuid.UUID, number: int, received_on: datetime.date) -> str:
    return signing.dumps([str(key), number, received_on.isoformat()], salt=SALT)


def read_receipt(text: str, key: uuid.UUID) -> Receipt:
    """Raises ValueError where it was made up, or is about another consultation."""
    try:
        told, number, day = signing.loads(text, salt=SALT)
    except signing.BadSignature as error:
        raise ValueError(text) from error
    if told != str(key):
        raise ValueError(text)
    return Receipt(number, datetime.date.fromisoformat(day))
