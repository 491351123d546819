"""deploy/local/port.py: what `make` was told is known to whoever runs manage.py without being told."""

import os
import subprocess
import sys

import pytest

from tests.deploy.checkouts import ROOT, Checkout

UPGRADE = "import pathlib, sys; pathlib.Path('ran').write_text(' '.join(sys.argv[1:]))"
PRINT = "from django.conf import settings; print(settings.PUBLIC_PORT, settings.WAGTAILADMIN_BASE_URL)"


@pytest.fixture
def checkout(checkout: Checkout) -> Checkout:
    (checkout.home / "manage.py").write_text(UPGRADE)
    return checkout


def kept(checkout: Checkout) -> str:
    return (checkout.home / "var" / "public-port").read_text().strip()


def addresses(checkout: Checkout, **variables: str) -> str:
    """Port and address as manage.py has them in another shell."""
    ours = {name: value for name, value in os.environ.items() if name not in ("PORT", "PUBLIC_PORT")}
    environment = {**ours, "VAR_DIR": str(checkout.home / "var"), "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", PRINT],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": f"{ROOT}:{ROOT / 'platform'}", **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("variables", "number"),
    [({}, "8000"), ({"PORT": "8123"}, "8123"), ({"PORT": "8123", "PUBLIC_PORT": "80"}, "80")],
)
def test_what_make_was_told_is_kept(checkout: Checkout, variables: dict[str, str], number: str) -> None:
    assert checkout.run("port.py", "remember", **variables).returncode == 0
    assert kept(checkout) == number


def test_filling_without_a_port_keeps_the_one_that_was_told(checkout: Checkout) -> None:
    checkout.run("port.py", "remember", PORT="8123")
    checkout.run("port.py", "remember")
    assert kept(checkout) == "8123"


def test_serving_on_another_port_has_the_sites_follow(checkout: Checkout) -> None:
    checkout.run("port.py", "remember", PORT="8123")
    assert checkout.run("port.py", "renew", PORT="8123").stderr == ""
    assert not (checkout.home / "ran").exists()
    said = checkout.run("port.py", "renew").stderr
    assert said == "The sites write port 8000 into their addresses from now on:\n"
    assert (checkout.home / "ran").read_text() == "upgrade"
    assert kept(checkout) == "8000"


def test_production_remembers_nothing(checkout: Checkout) -> None:
    checkout.run("port.py", "renew", PORT="8123", PRODUCTION="1")
    assert not (checkout.home / "var" / "public-port").exists()


def test_an_impossible_port_is_told_in_one_sentence(checkout: Checkout) -> None:
    ended = checkout.run("port.py", "remember", PUBLIC_PORT="web")
    assert (ended.returncode, ended.stderr) == (1, "PUBLIC_PORT must be a number from 1 to 65535, and is web.\n")


def test_manage_py_writes_the_port_that_make_was_told(checkout: Checkout) -> None:
    checkout.run("port.py", "remember", PORT="8123")
    assert addresses(checkout) == "8123 http://tracu.localhost:8123"


def test_the_environment_has_the_last_word(checkout: Checkout) -> None:
    checkout.run("port.py", "remember", PORT="8123")
    assert addresses(checkout, PORT="8200").startswith("8200 ")
    assert addresses(checkout, PUBLIC_PORT="80") == "80 http://tracu.localhost"
    assert addresses(checkout, HTTPS="1").startswith("443 ")


def test_a_production_server_does_not_look_there(checkout: Checkout) -> None:
    checkout.run("port.py", "remember", PORT="8123")
    production = {"PRODUCTION": "1", "HTTPS": "0", "SECRET_KEY": "k" * 60, "EMAIL_HOST": "mail.example"}
    assert addresses(checkout, FIXED_TODAY="", ALLOWED_HOSTS="tracu.example", **production).startswith("8000 ")
