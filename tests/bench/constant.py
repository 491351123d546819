"""The cheapest web application there is, which shows what the load generator and gunicorn can do at most."""

from collections.abc import Callable, Iterable
from typing import Any


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """`/40000` answers with so many bytes."""
    body = b"x" * int(environ["PATH_INFO"].lstrip("/") or 0)
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
    return [body]
