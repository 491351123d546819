"""Asks other sites for an address: little, slowly, by name, and never a machine that is not public.

Knows no database: several threads ask at once, one host one at a time.
"""

import datetime
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from django.utils import timezone
from django.utils.encoding import iri_to_uri

from links.answers import Answer
from links.networks import PORTS, NotPublic, WrongPort, addresses_of
from links.states import Reason

NAME = "CongLang-LinkCheck"
MOST_REDIRECTS = 5
REDIRECTS, FOR_GOOD = {301, 302, 303, 307, 308}, {301, 308}
# 999 is what some sites tell programs.
DENIED = {401, 403, 407, 451, 999}
LONGEST_ROBOTS = 64 * 1024
LONGEST_WAIT = datetime.timedelta(days=1)
# What a server that has nothing against GET says to HEAD is not believed when it is bad.
ASKED_ONCE = {429, 503}


@dataclass(frozen=True)
class Reply:
    status: int
    location: str = ""
    retry_after: str = ""
    body: bytes = b""


@dataclass
class Asker:
    """`contact` stands in the name that it gives itself. Seconds are for one request, for all of an address together,
    and between two requests to one host."""

    contact: str = ""
    local: Collection[str] = ()
    seconds: float = 10
    together: float = 30
    pause: float = 2
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _turns: dict[str, threading.Lock] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def ask(self, address: str, robots: str = "") -> Answer:
        """Raises nothing: whatever goes wrong is an answer. `robots` is the text of that host's robots.txt."""
        if robots and not _may(robots, address):
            return Answer(reason=Reason.ROBOTS)
        trail = [address]
        try:
            answer = self._follow(trail)
        except (OSError, http.client.HTTPException, ValueError, NotPublic, WrongPort) as trouble:
            answer = Answer(reason=_named(trouble))
        return replace(answer, elsewhere=len(trail) > 1 and _host(trail[-1]) != _host(address))

    def robots_of(self, address: str) -> str:
        """The host's robots.txt; empty where it has none or does not give it."""
        at = urljoin(address, "/robots.txt")
        with suppress(NotPublic, WrongPort, OSError, http.client.HTTPException, ValueError):
            for _ in range(MOST_REDIRECTS + 1):
                reply = self._request("GET", at, LONGEST_ROBOTS)
                if reply.status not in REDIRECTS or not reply.location:
                    return reply.body.decode("utf-8", "replace").replace("\0", "") if reply.status == 200 else ""
                at = _next(at, reply.location)
        return ""

    def _follow(self, trail: list[str]) -> Answer:
        """`final` is where it has moved for good: what a passing redirect says may be another tomorrow."""
        moved, for_good = "", True
        until = time.monotonic() + self.together
        while len(trail) <= MOST_REDIRECTS + 1:
            if time.monotonic() > until:
                raise TimeoutError
            reply = self._request("HEAD", trail[-1])
            if reply.status >= 400 and reply.status not in ASKED_ONCE:
                reply = self._request("GET", trail[-1])
            if reply.status not in REDIRECTS or not reply.location:
                return _answer(reply, moved)
            trail.append(_next(trail[-1], reply.location))
            for_good = for_good and reply.status in FOR_GOOD
            moved = trail[-1] if for_good else moved
        return Answer(reason=Reason.CIRCLE)

    def _request(self, method: str, address: str, limit: int = 0) -> Reply:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if parts.scheme not in PORTS or not host:
            raise ValueError(address)
        to = addresses_of(parts.scheme, host, parts.port, self.local)
        with self._turn_of(host), _connected(parts, host, to, self.seconds) as connection:
            target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
            # The first bytes are as good as all; what is sent beyond is not read.
            ranged = {} if limit or method == "HEAD" else {"Range": "bytes=0-1023"}
            named = f"{NAME}/1.0 (+{self.contact})" if self.contact else f"{NAME}/1.0"
            connection.request(method, target, headers={"User-Agent": named, "Accept": "*/*", **ranged})
            reply = connection.getresponse()
            return Reply(
                status=reply.status,
                location=reply.headers.get("Location", ""),
                retry_after=reply.headers.get("Retry-After", ""),
                body=reply.read(limit) if limit else b"",
            )

    @contextmanager
    def _turn_of(self, host: str) -> Iterator[None]:
        with self._guard:
            turn = self._turns.setdefault(host, threading.Lock())
        with turn:
            since = time.monotonic() - self._last.get(host, -self.pause)
            time.sleep(max(0.0, self.pause - since))
            try:
                yield
            finally:
                self._last[host] = time.monotonic()


class _Plain(http.client.HTTPConnection):
    """Goes to addresses that were judged, under the name that was asked for."""

    to: Collection[str] = ()

    def connect(self) -> None:
        """All addresses together take no longer than one."""
        error: OSError | None = None
        until = time.monotonic() + (self.timeout or 0)
        for address in self.to:
            left = until - time.monotonic()
            if left <= 0:
                break
            try:
                self.sock = socket.create_connection((address, self.port), left)
            except OSError as trouble:
                error = trouble
            else:
                return
        raise error or TimeoutError


class _Secure(_Plain):
    default_port = http.client.HTTPS_PORT

    def connect(self) -> None:
        super().connect()
        context = ssl.create_default_context()
        # What is cut off has to be the connection's own from here on.
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
        self.sock.do_handshake()


@contextmanager
def _connected(
    parts: SplitResult, host: str, to: Collection[str], seconds: float
) -> Iterator[http.client.HTTPConnection]:
    """Cut off after so many seconds, however slowly it drips. Raises TimeoutError then."""
    kind = _Secure if parts.scheme == "https" else _Plain
    # Without a port of its own http.client would take the end of an IPv6 address for one.
    connection = kind(host, parts.port or PORTS[parts.scheme], timeout=seconds)
    connection.to = to
    is_over = threading.Event()

    def cut() -> None:
        is_over.set()
        with suppress(OSError, AttributeError):
            connection.sock.shutdown(socket.SHUT_RDWR)

    watch = threading.Timer(seconds, cut)
    watch.daemon = True
    watch.start()
    try:
        yield connection
        # What was cut off in the middle of its head looks like a short one.
        if is_over.is_set():
            raise TimeoutError
    except (OSError, http.client.HTTPException) as error:
        raise (TimeoutError() if is_over.is_set() else error) from error
    finally:
        watch.cancel()
        connection.close()


def _named(trouble: Exception) -> Reason:
    kinds: list[tuple[type[Exception], Reason]] = [
        (NotPublic, Reason.INTERNAL),
        (WrongPort, Reason.PORT),
        (ssl.SSLError, Reason.CERTIFICATE),
        (socket.gaierror, Reason.NO_HOST),
        (TimeoutError, Reason.TOO_SLOW),
        (http.client.InvalidURL, Reason.MALFORMED),
        (http.client.HTTPException, Reason.NO_ANSWER),
        (ValueError, Reason.MALFORMED),
    ]
    return next((reason for kind, reason in kinds if isinstance(trouble, kind)), Reason.NO_ANSWER)


def _host(address: str) -> str:
    """Empty for what can't be read."""
    with suppress(ValueError):
        return urlsplit(address).hostname or ""
    return ""


def _answer(reply: Reply, final: str) -> Answer:
    return Answer(status=reply.status, reason=_reason(reply.status), final=final, wait=_wait(reply))


def _reason(status: int) -> Reason | None:
    # 416: it is there, and has no first bytes.
    if status < 400 or status == 416:
        return None
    named = {404: Reason.NOT_FOUND, 410: Reason.GONE, 429: Reason.TOO_OFTEN}
    return named.get(status) or (Reason.DENIED if status in DENIED else Reason.FAULT)


def _wait(reply: Reply) -> datetime.timedelta | None:
    """What the host asks for, a day at most; an hour where it says too often and not how long."""
    if reply.status not in (429, 503):
        return None
    text = reply.retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(datetime.timedelta(seconds=int(text[:6])), LONGEST_WAIT)
    with suppress(ValueError, TypeError):
        until = parsedate_to_datetime(text)
        if timezone.is_aware(until):
            return min(max(until - timezone.now(), datetime.timedelta()), LONGEST_WAIT)
    return datetime.timedelta(hours=1) if reply.status == 429 else None


def _next(at: str, location: str) -> str:
    """Servers send addresses in bytes of which http.client makes Latin-1."""
    written = location.encode("latin-1", "replace").decode("utf-8", "replace")
    return str(iri_to_uri(urljoin(at, written.strip()).partition("#")[0]))


def _may(robots: str, address: str) -> bool:
    """Not where it can't be read: what a stranger writes stops nothing else."""
    parser = RobotFileParser()
    try:
        parser.parse(robots.splitlines())
        return parser.can_fetch(NAME, address)
    except ValueError:
        return False
