"""What is asked of other sites and what is never asked, with real servers."""

import datetime
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from links.answers import Answer
from links.asking import Asker, _connected
from links.networks import is_public
from links.states import Reason
from tests.servers import Server, dripping, endless, free_port, serving

PUBLIC = ["8.8.8.8", "203.113.131.1", "2001:ee0:0:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
NOT_PUBLIC = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",  # noqa: S104
    "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1",
    "fec0::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1",
    "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:7f00:1::1", "::7f00:1", "::ffff:0:7f00:1",
]  # fmt: skip


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as known:
        yield known


@pytest.fixture
def asker(server: Server) -> Asker:
    return Asker(contact="https://tracu.example", local=[server.place], seconds=5, pause=0)


@pytest.mark.parametrize("address", PUBLIC)
def test_machines_of_the_internet_are_asked(address: str):
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_no_other_machine_is(address: str):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:10.0.0.1]/",
    ],
)
def test_an_address_of_an_inner_network_is_refused_however_it_is_written(asker: Asker, address: str):
    assert asker.ask(address) == Answer(reason=Reason.INTERNAL)


def test_a_port_that_is_no_web_server_is_refused_before_its_host_is_looked_up(asker: Asker):
    assert asker.ask("http://nobody.invalid:22/").reason == Reason.PORT


def test_a_name_that_leads_to_several_machines_is_refused_when_one_of_them_is_not_public(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 80)) for host in ("8.8.8.8", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: found)
    assert asker.ask("http://two.example/").reason == Reason.INTERNAL


def test_a_name_that_says_something_else_the_second_time_leads_nowhere(server: Server, monkeypatch: pytest.MonkeyPatch):
    """What was looked up and judged is what is connected to: nothing looks the name up again."""
    looked_up = []

    def answer(host: str, port: int, *args: object, **options: object) -> list[tuple]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    server.says("/", 200)
    asker = Asker(local=[f"named.example:{server.port}"], pause=0)
    connected = []
    create = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda to, *rest: (connected.append(to[0]), create(to, *rest))[1])
    # The connection to a literal address asks getaddrinfo again, which may only turn that literal into bytes.
    assert asker.ask(f"http://named.example:{server.port}/").is_good
    assert connected == ["127.0.0.1"]
    assert looked_up.count("named.example") == 1


@pytest.mark.parametrize("target", ["http://169.254.169.254/latest/", "http://127.0.0.1/", "http://localhost:80/x"])
def test_a_redirect_into_an_inner_network_is_refused(server: Server, asker: Asker, target: str):
    assert asker.ask(server.says("/", 302, Location=target)).reason == Reason.INTERNAL


def test_a_redirect_to_another_server_of_this_machine_is_refused(server: Server, asker: Asker):
    with serving() as other:
        other.says("/", 200)
        assert asker.ask(server.says("/", 301, Location=other.address("/"))).reason == Reason.PORT
        assert other.asked == []


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://8.8.8.8/x"])
def test_a_redirect_to_something_else_than_http_is_not_followed(server: Server, asker: Asker, target: str):
    assert asker.ask(server.says("/", 302, Location=target)).reason == Reason.MALFORMED


@pytest.mark.parametrize(
    "address", ["https://", "http:///x", "ftp://a.example/", "khong phai", "http://a.example:x/", "http://[1::/"]
)
def test_what_is_no_address_is_said_to_be_none(asker: Asker, address: str):
    assert asker.ask(address).reason == Reason.MALFORMED


def test_what_works_is_asked_for_once_by_name_and_without_its_content(server: Server, asker: Asker):
    assert asker.ask(server.says("/a?b=1", 200)) == Answer(status=200)
    assert server.asked == [("HEAD", "/a?b=1")]
    assert server.names == ["CongLang-LinkCheck/1.0 (+https://tracu.example)"]


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
def test_a_server_that_does_not_know_head_is_asked_with_get(server: Server, asker: Asker, status: int):
    server.says("/", 200)
    good = server.answers["/"]

    def answer(request: object) -> None:
        request.send_error(status) if request.command == "HEAD" else good(request)

    server.answers["/"] = answer
    assert asker.ask(server.address("/")).is_good
    assert server.asked == [("HEAD", "/"), ("GET", "/")]


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, Reason.NOT_FOUND), (410, Reason.GONE), (500, Reason.FAULT), (401, Reason.DENIED), (403, Reason.DENIED)],
)
def test_what_a_server_says_is_kept_with_its_number(server: Server, asker: Asker, status: int, reason: Reason):
    assert asker.ask(server.says("/", status)) == Answer(status=status, reason=reason)


def test_what_has_moved_for_good_says_where_to(server: Server, asker: Asker):
    server.says("/new", 200)
    assert asker.ask(server.says("/old", 301, Location="/new")).final == server.address("/new")


def test_what_is_elsewhere_for_now_has_not_moved(server: Server, asker: Asker):
    server.says("/today", 200)
    assert asker.ask(server.says("/", 302, Location="/today")) == Answer(status=200)


def test_a_passing_redirect_after_a_lasting_one_is_no_new_address(server: Server, asker: Asker):
    server.says("/login", 200)
    server.says("/new", 302, Location="/login")
    assert asker.ask(server.says("/old", 308, Location="/new")).final == server.address("/new")


def test_a_circle_is_left_after_five_redirects(server: Server, asker: Asker):
    assert asker.ask(server.says("/", 302, Location="/")).reason == Reason.CIRCLE
    assert server.times("/") == 6


def test_five_redirects_are_followed(server: Server, asker: Asker):
    for step in range(5):
        server.says(f"/{step}", 302, Location=f"/{step + 1}")
    server.says("/5", 200)
    assert asker.ask(server.address("/0")).is_good


def test_letters_beyond_ascii_in_a_redirect_are_understood(server: Server, asker: Asker):
    server.says("/%C4%91%C6%B0%E1%BB%9Dng", 200)
    assert asker.ask(server.says("/", 301, Location="/đường".encode().decode("latin-1"))).is_good


@pytest.mark.parametrize("status", [429, 503])
def test_who_asks_to_wait_is_asked_once_and_heard(server: Server, asker: Asker, status: int):
    answer = asker.ask(server.says("/", status, Retry_After="120"))
    assert answer.wait == datetime.timedelta(minutes=2)
    assert server.times("/") == 1


@pytest.mark.parametrize(
    ("said", "hours"), [("999999999", 24), ("Wed, 01 Jan 2200 00:00:00 GMT", 24), ("soon", 1), ("", 1)]
)
def test_nobody_is_waited_for_longer_than_a_day(server: Server, asker: Asker, said: str, hours: int):
    assert asker.ask(server.says("/", 429, Retry_After=said)).wait == datetime.timedelta(hours=hours)


def test_a_head_that_drips_for_ever_is_cut_off(server: Server):
    server.answers["/"] = dripping
    asker = Asker(local=[server.place], seconds=0.5, pause=0)
    assert asker.ask(server.address("/")).reason == Reason.TOO_SLOW


def test_a_server_that_says_nothing_is_left(server: Server):
    server.answers["/"] = lambda request: time.sleep(2)
    asker = Asker(local=[server.place], seconds=0.3, pause=0)
    assert asker.ask(server.address("/")).reason == Reason.TOO_SLOW


def test_an_answer_without_end_is_not_read(server: Server, asker: Asker):
    server.answers["/"] = endless
    server.says("/robots.txt", 200)
    assert asker.ask(server.address("/")).is_good
    server.answers["/robots.txt"] = endless
    assert len(asker.robots_of(server.address("/"))) == 64 * 1024


def test_nobody_there_and_no_such_name_are_told_apart(server: Server):
    port = free_port()
    assert Asker(local=[f"127.0.0.1:{port}"], pause=0).ask(f"http://127.0.0.1:{port}/").reason == Reason.NO_ANSWER
    assert Asker(pause=0).ask("http://nobody.invalid/").reason == Reason.NO_HOST


def test_what_breaks_off_is_no_answer(server: Server, asker: Asker):
    server.answers["/"] = lambda request: request.wfile.write(b"nonsense\r\n\r\n")
    assert asker.ask(server.address("/")).reason == Reason.NO_ANSWER


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(context) as server:
        server.says("/", 200)
        answer = Asker(local=[server.place], pause=0).ask(f"https://{server.place}/")
        assert (answer.reason, server.asked) == (Reason.CERTIFICATE, [])


def test_robots_txt_is_kept_to(server: Server, asker: Asker):
    server.says("/", 200)
    server.answers["/robots.txt"] = lambda request: request.wfile.write(
        b"HTTP/1.0 200 OK\r\n\r\nUser-agent: CongLang-LinkCheck\nDisallow: /closed/\n"
    )
    robots = asker.robots_of(server.address("/a/b"))
    assert asker.ask(server.address("/closed/a"), robots) == Answer(reason=Reason.ROBOTS)
    assert asker.ask(server.address("/"), robots).is_good
    assert server.times("/closed/a") == 0


@pytest.mark.parametrize("robots", ["User-agent: *\nCrawl-delay: ²", "User-agent: *\nDisallow: //[x"])
def test_a_robots_txt_that_can_not_be_read_closes_all_and_breaks_nothing(server: Server, asker: Asker, robots: str):
    assert asker.ask(server.says("/", 200), robots) == Answer(reason=Reason.ROBOTS)
    assert server.times("/") == 0


def test_the_end_of_an_address_is_no_port():
    parts = urlsplit("http://[2606:4700::25]/")
    with _connected(parts, parts.hostname or "", (), 1) as connection:
        assert (connection.host, connection.port) == ("2606:4700::25", 80)


def test_a_fault_of_the_host_that_a_redirect_leads_to_is_not_that_of_the_first(server: Server, asker: Asker):
    answer = asker.ask(server.says("/", 302, Location="http://nobody.invalid/"))
    assert (answer.reason, answer.host_fails) == (Reason.NO_HOST, False)


def test_requests_to_one_host_keep_a_distance(server: Server, monkeypatch: pytest.MonkeyPatch):
    waited = []
    monkeypatch.setattr(time, "sleep", waited.append)
    asker = Asker(local=[server.place], pause=3600)
    asker.ask(server.says("/a", 200))
    asker.ask(server.says("/b", 302, Location="/a"))
    # Whatever else sleeps meanwhile does it for less.
    assert [round(seconds / 3600) for seconds in waited if seconds > 60] == [1, 1]
