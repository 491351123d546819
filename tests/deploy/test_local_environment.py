"""deploy/local/environment.py, with the real pip and a package made for the occasion."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deploy.checkouts import SCRIPTS, Checkout, checkouts


def is_old_python(path: str | None) -> bool:
    """A name on the path may be a stub with nothing behind it."""
    return path is not None and subprocess.run([path, "-c", ""], capture_output=True).returncode == 0


OLD_PYTHONS = ("python3.10", "python3.9", "python3.8", "python3.7", "python3.6")
OLD_PYTHON = next(filter(is_old_python, map(shutil.which, OLD_PYTHONS)), None)


@dataclass(frozen=True)
class Clone:
    """A checkout whose lock names one package, which lies in a folder and not on the network."""

    checkout: Checkout

    def lock(self, release: str, *, digest: str = "") -> None:
        wheel = self.build(release)
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        lock = self.checkout.home / "requirements-dev.txt"
        lock.write_text(f"village=={release} \\\n    --hash=sha256:{digest}\n")

    def build(self, release: str) -> Path:
        wheels = self.checkout.home / "wheels"
        wheels.mkdir(exist_ok=True)
        wheel, about = wheels / f"village-{release}-py3-none-any.whl", f"village-{release}.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("village.py", f"release = {release!r}\n\ndef main():\n    print(release)\n")
            archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: village\nVersion: {release}\n")
            archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            archive.writestr(f"{about}/entry_points.txt", "[console_scripts]\nvillage = village:main\n")
            archive.writestr(f"{about}/RECORD", f"village.py,,\n{about}/METADATA,,\n{about}/RECORD,,\n")
        return wheel

    @property
    def variables(self) -> dict[str, str]:
        return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.checkout.home / "wheels")}

    def prepare(self, python: str = sys.executable, **variables: str) -> subprocess.CompletedProcess[str]:
        return self.checkout.run("environment.py", python=python, **self.variables, **variables)

    def begin(self) -> subprocess.Popen[str]:
        script = [sys.executable, SCRIPTS / "environment.py"]
        environment = self.checkout.environment(**self.variables)
        return subprocess.Popen(script, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)

    def installed(self) -> str:
        """What the package's own program says, by way of the path that is written in it."""
        return subprocess.check_output([self.checkout.home / ".venv" / "bin" / "village"], text=True).strip()


@pytest.fixture
def clone() -> Iterator[Clone]:
    with checkouts() as make:
        made = Clone(make(bare=True))
        made.lock("1.0")
        yield made


@pytest.fixture(scope="module")
def lasting_clone() -> Iterator[Clone]:
    with checkouts() as make:
        yield Clone(make(bare=True))


@pytest.fixture
def prepared(lasting_clone: Clone) -> Clone:
    lasting_clone.lock("1.0")
    ended = lasting_clone.prepare()
    assert ended.returncode == 0, ended.stderr
    return lasting_clone


def test_installs_what_the_lock_names(prepared: Clone) -> None:
    assert prepared.installed() == "1.0"


def test_does_nothing_when_up_to_date(prepared: Clone) -> None:
    again = prepared.prepare()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_follows_a_new_lock(prepared: Clone) -> None:
    prepared.lock("2.0")
    followed = prepared.prepare()
    assert prepared.installed() == "2.0"
    assert "Replacing" not in followed.stderr


def test_package_that_differs_from_its_hash_is_refused_and_told(prepared: Clone) -> None:
    prepared.lock("3.0", digest="0" * 64)
    refused = prepared.prepare()
    assert refused.returncode == 1
    assert "DO NOT MATCH THE HASHES" in refused.stderr
    assert refused.stderr.splitlines()[-1] == "pip could not install the packages of requirements-dev.txt: see above."


def test_one_that_was_cut_short_is_replaced(clone: Clone) -> None:
    with clone.begin() as first:
        while not (clone.checkout.home / ".venv" / "bin" / "python").exists() and first.poll() is None:
            time.sleep(0.005)
        os.killpg(first.pid, signal.SIGKILL)
    second = clone.prepare()
    assert second.returncode == 0, second.stderr
    assert "Replacing .venv" in second.stderr
    assert clone.installed() == "1.0"
    assert not (clone.checkout.home / ".venv.discarded").exists()


def test_one_that_was_moved_is_replaced(prepared: Clone, clone: Clone) -> None:
    """Its programs name the place where they were installed."""
    shutil.copytree(prepared.checkout.home / ".venv", clone.checkout.home / ".venv", symlinks=True)
    with clone.begin() as begun:
        first_line = begun.stderr.readline() if begun.stderr else ""
        os.killpg(begun.pid, signal.SIGKILL)
    assert first_line.startswith("Replacing .venv")


def test_missing_venv_module_is_told_in_one_sentence(clone: Clone, tmp_path: Path) -> None:
    """As on a Debian without python3-venv."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n")
    ended = clone.prepare(PYTHONPATH=str(tmp_path))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "This Python lacks its module ensurepip" in ended.stderr


@pytest.mark.only_where(OLD_PYTHON, reason="tried with an old Python, where the machine has one")
def test_old_python_is_told_in_one_sentence(clone: Clone) -> None:
    ended = clone.prepare(python=OLD_PYTHON)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert ended.stderr.startswith("This needs Python 3.11 or later")
