"""Readers as their browsers tell of them: what they show is counted when `written_down()` is called."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.test import RequestFactory

from tenants.isolation.visits import Counting, Visits
from tenants.registry.models import Tenant
from traffic.hits import ADDRESS

PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"
)
COMPUTER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0"
FROM_HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}


class Readers:
    """A web server's process of its own, without the thread that writes."""

    def __init__(self) -> None:
        self.visits = Visits()
        self._counting = Counting(self._django, self.visits)
        self.passed_on: list[str] = []

    def show(self, tenant: Tenant, page: int | str, *, host: str = "", source: str = "", **headers: str) -> int:
        """As the script of a page tells it. Returns the status of the answer."""
        body = urlencode({"trang": page, "tu": source})
        request = RequestFactory().post(
            ADDRESS, body, content_type="text/plain", **self._headers(tenant, host, headers)
        )
        return self._ask(request.environ).status

    def show_without_script(self, tenant: Tenant, page: int, **headers: str) -> "Answer":
        request = RequestFactory().get(ADDRESS, {"trang": page}, **self._headers(tenant, "", headers))
        return self._ask(request.environ)

    def written_down(self) -> None:
        self.visits.write_down()

    def _headers(self, tenant: Tenant, host: str, headers: dict[str, str]) -> dict[str, Any]:
        usual = {"HTTP_USER_AGENT": PHONE, "REMOTE_ADDR": "203.0.113.7", **FROM_HERE}
        return {**usual, "HTTP_HOST": f"{host or tenant.primary_host}:8000", **headers}

    def _ask(self, environ: dict[str, Any]) -> "Answer":
        told: list[Any] = []
        body = b"".join(self._counting(environ, lambda status, headers: told.extend([status, headers])))
        return Answer(int(told[0].split()[0]), dict(told[1]), body)

    def _django(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.passed_on.append(environ["PATH_INFO"])
        start_response("404 Not Found", [])
        return []


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
