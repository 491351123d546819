"""How often one network may ask. Counts are rows of the site, which name no network (intake)."""

import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from rest_framework.throttling import BaseThrottle

from intake.actions import count_attempt
from intake.rules import Limit, sender_of

MINUTES = 10


class PerNetwork(BaseThrottle):
    """Never inside a transaction: what is counted is counted even where the answer fails."""

    form = "opendata"
    until: datetime.datetime | None = None

    @property
    def limit(self) -> Limit:
        return Limit(times=settings.OPEN_DATA_REQUESTS, minutes=MINUTES)

    def allow_request(self, request: HttpRequest, view: Any) -> bool:
        self.until = count_attempt(form=self.form, sender=sender_of(request), limit=self.limit)
        return self.until is None

    def wait(self) -> float | None:
        return (self.until - timezone.now()).total_seconds() if self.until else None


class DownloadsPerNetwork(PerNetwork):
    """Whole files take more."""

    form = "opendata.downloads"

    @property
    def limit(self) -> Limit:
        return Limit(times=settings.OPEN_DATA_DOWNLOADS, minutes=MINUTES)
