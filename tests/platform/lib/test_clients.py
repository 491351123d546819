import pytest
from django.test import RequestFactory
from pytest_django import Settings

from lib.clients import Client, address_of, browser_of

CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36"
)


def asked(forwarded: str | None = None, address: str = "198.51.100.7"):
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    return RequestFactory(REMOTE_ADDR=address).get("/", headers=headers)


def test_without_a_proxy_nobody_chooses_an_address(settings: Settings):
    settings.BEHIND_PROXY = False
    assert address_of(asked("203.0.113.9")) == "198.51.100.7"


@pytest.mark.parametrize("forwarded", ["203.0.113.9", "10.0.0.1, 203.0.113.9", "'; DROP TABLE,203.0.113.9"])
def test_behind_a_proxy_only_what_the_proxy_wrote_counts(settings: Settings, forwarded: str):
    settings.BEHIND_PROXY = True
    assert address_of(asked(forwarded, address="127.0.0.1")) == "203.0.113.9"


@pytest.mark.parametrize(("forwarded", "address"), [("nonsense", "127.0.0.1"), ("", "")])
def test_what_is_no_address_is_none(settings: Settings, forwarded: str, address: str):
    settings.BEHIND_PROXY = True
    assert address_of(asked(forwarded, address=address)) == ""


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", ""),
    ],
)
def test_a_network_is_what_one_subscriber_holds(address: str, network: str):
    assert Client(address).network == network


def test_an_address_in_the_other_family_is_the_same_address(settings: Settings):
    settings.BEHIND_PROXY = False
    assert address_of(asked(address="::ffff:198.51.100.7")) == "198.51.100.7"


@pytest.mark.parametrize(
    ("written", "address"),
    [("fe80::1%eth0", "fe80::1"), ("2001:db8::1%7", "2001:db8::1"), ("::ffff:192.0.2.1%x", "192.0.2.1")],
)
def test_another_scope_makes_no_other_address(settings: Settings, written: str, address: str):
    settings.BEHIND_PROXY = True
    assert address_of(asked(written, address="127.0.0.1")) == address


@pytest.mark.parametrize(
    ("user_agent", "summary"),
    [
        (CHROME, "Chrome 120, Windows"),
        (CHROME + " Edg/121.0.0.0", "Edge 121, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0", "Firefox 115, Linux"),
        ("Mozilla/5.0 (Linux; Android 13) SamsungBrowser/23.0 Chrome/115", "Samsung Internet 23, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120.0.0 Chrome/114.0.0.0", "Cốc Cốc 120, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) Version/17.1 Safari/604.1", "Safari 17, iPhone"),
        ("curl/8.1", ""),
        ("", ""),
    ],
)
def test_a_browser_is_told_in_a_few_words(user_agent: str, summary: str):
    assert browser_of(user_agent) == summary
