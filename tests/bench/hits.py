"""What browsers tell the counter of visits, at a steady pace: `python -m tests.bench.hits` takes a Stream as JSON and
answers with what became of it.

One thread and plain sockets: whoever sends a thousand a second beside the web server takes as little of the processor
as can be.
"""

import json
import selectors
import socket
import sys
import time
from dataclasses import dataclass

from tests.bench.processes import plain
from tests.bench.records import Told
from tests.bench.servers import LOOPBACK

BROWSER = (
    "Mozilla/5.0 (Linux; Android {0}; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{1}.0.0.0 Mobile Safari/537.36"
)
BROWSERS = [BROWSER.format(android, chrome) for android in range(8, 15) for chrome in range(90, 120)]
CONNECTIONS = 16


@dataclass(frozen=True)
class Stream:
    """So many a second, for so many seconds, over connections that stay open."""

    port: int
    host: str
    pages: list[int]
    rate: float
    seconds: float


def send(stream: Stream) -> Told:
    """Slower than asked for where the server is: nothing is sent before a connection is free."""
    free = [_connect(stream.port) for _ in range(CONNECTIONS)]
    sent = answered = refused = 0
    begun = time.perf_counter()
    with selectors.DefaultSelector() as waiting:
        while (passed := time.perf_counter() - begun) < stream.seconds or len(free) < CONNECTIONS:
            due = min(stream.seconds, passed) * stream.rate
            while free and sent < due:
                connection = free.pop()
                connection.sendall(_request(stream, sent))
                waiting.register(connection, selectors.EVENT_READ)
                sent += 1
            for key, _ in waiting.select(0.002):
                answer = key.fileobj.recv(4096)  # type: ignore[union-attr]
                waiting.unregister(key.fileobj)
                answered += 1
                refused += not answer.startswith(b"HTTP/1.1 204")
                gone = not answer or b"connection: close" in answer.lower()
                free.append(_connect(stream.port) if gone else key.fileobj)  # type: ignore[arg-type]
    seconds = time.perf_counter() - begun
    for connection in free:
        connection.close()
    return Told(answered, refused, seconds)


def _request(stream: Stream, number: int) -> bytes:
    body = f"trang={stream.pages[number % len(stream.pages)]}&tu=google.com"
    lines = [
        "POST /dem-luot/ HTTP/1.1",
        f"Host: {stream.host}",
        f"User-Agent: {BROWSERS[number % len(BROWSERS)]}",
        "Sec-Fetch-Site: same-origin",
        "Content-Type: text/plain;charset=UTF-8",
        f"Content-Length: {len(body)}",
        "",
        body,
    ]
    return "\r\n".join(lines).encode()


def _connect(port: int) -> socket.socket:
    connection = socket.create_connection((LOOPBACK, port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


if __name__ == "__main__":
    json.dump(plain(send(Stream(**json.load(sys.stdin)))), sys.stdout)
