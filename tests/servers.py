"""Real servers on this machine, for what asks other sites."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """Answers paths as it was told; whatever it was not told about is not found."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    def address(self, path: str) -> str:
        return f"http://{self.place}{path}"

    def says(self, path: str, status: int, **headers: str) -> str:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.answers[path] = answer
        return self.address(path)

    def times(self, path: str) -> int:
        return sum(asked == path for _, asked in self.asked)


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    guard = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            with guard:
                known.asked.append((self.command, self.path))
                known.names.append(self.headers["User-Agent"])
                known.at_once += 1
                known.most_at_once = max(known.most_at_once, known.at_once)
            # Over before the answer goes out, after which whoever asked may ask again.
            time.sleep(0.02)
            with guard:
                known.at_once -= 1
            known.answers.get(self.path, not_found)(self)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *args: None
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    known = Server(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield known
    finally:
        server.shutdown()
        server.server_close()


def not_found(request: BaseHTTPRequestHandler) -> None:
    request.send_error(404)


def dripping(request: BaseHTTPRequestHandler) -> None:
    """A head that goes on for ever, a letter at a time: no single wait is long."""
    request.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
    while True:
        request.wfile.write(b"a")
        request.wfile.flush()
        time.sleep(0.05)


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while request.command == "GET":
        request.wfile.write(b"a" * 65536)


def free_port() -> int:
    """Nobody listens there."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
