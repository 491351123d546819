"""Several who fetch the same files at once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction
from django.test import Client

from opendata import actions, turns
from opendata.actions import current_dump
from opendata.datasets import BY_KEY
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.opendata.data import dump

Visit = Callable[..., Client]
AT_ONCE = 4
KEYS = ["articles", "questions", "people", "procedures"]


@pytest.mark.parametrize("key", KEYS)
def test_of_several_who_fetch_what_is_not_written_yet_one_writes(
    own_database: None, commune: Tenant, visit: Visit, key: str, monkeypatch: pytest.MonkeyPatch
):
    written: list[str] = []
    write = actions.write_dump

    def noted(**words: object) -> object:
        written.append(key)
        return write(**words)

    monkeypatch.setattr(actions, "write_dump", noted)
    start = threading.Barrier(AT_ONCE)

    def fetch(_: int) -> str:
        start.wait()
        try:
            return dump(visit(commune), key)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        got = list(threads.map(fetch, range(AT_ONCE)))
    assert written == [key]
    assert got == [got[0]] * AT_ONCE


def test_who_can_not_have_the_turn_goes_on_in_the_end(
    own_database: None, commune: Tenant, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(turns, "LONGEST_WAIT", "10ms")
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with in_site(commune), turns.in_turn("articles"):
            held.set()
            done.wait(timeout=30)
        connections.close_all()

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        assert held.wait(timeout=30)
        with in_site(commune):
            assert current_dump(dataset=BY_KEY["articles"]).rows == 1
    finally:
        done.set()
        thread.join()


def test_sites_do_not_wait_for_each_other(own_database: None, commune: Tenant, town: Tenant):
    def is_free() -> bool:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(turns.HOLD, ["10ms", "articles"])
        return True

    def other() -> bool:
        try:
            with in_site(town):
                return is_free()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread, in_site(commune), turns.in_turn("articles"):
        assert thread.submit(other).result(timeout=30)
