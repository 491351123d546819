"""What asking for an address came to."""

import datetime
from dataclasses import dataclass

from links.states import OF_THE_HOST, Reason


@dataclass(frozen=True)
class Answer:
    """`final` is where it has moved for good, empty where it has not; `wait` is for how long not to ask again. What is
    `elsewhere` was said by another host, to which the address leads."""

    status: int | None = None
    reason: Reason | None = None
    final: str = ""
    wait: datetime.timedelta | None = None
    elsewhere: bool = False

    @property
    def is_good(self) -> bool:
        return self.reason is None

    @property
    def host_fails(self) -> bool:
        return self.reason in OF_THE_HOST and not self.elsewhere
