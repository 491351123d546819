import datetime
from datetime import timedelta

import pytest

from signin.rules import PAIR, Limit, account_of, is_over, wait_after

NOW = datetime.datetime(2026, 11, 23, 20, 0, tzinfo=datetime.UTC)
THREE = Limit(3, timedelta(minutes=10))


def minutes_ago(*numbers: int) -> list[datetime.datetime]:
    return [NOW - timedelta(minutes=number) for number in numbers]


@pytest.mark.parametrize(
    ("tries", "wait"),
    [((), 0), ((1, 2), 0), ((1, 2, 3), 7), ((1, 2, 11), 0), ((1, 2, 3, 4), 7), ((0, 0, 0), 10), ((1, 2, 10), 0)],
)
def test_a_try_is_free_once_the_first_of_the_counted_is_old_enough(tries: tuple[int, ...], wait: int):
    assert wait_after(minutes_ago(*tries), THREE, NOW) == timedelta(minutes=wait)


@pytest.mark.parametrize(
    ("typed", "account"),
    [
        ("editor@demo.example", "editor@demo.example"),
        ("  Editor@Demo.Example ", "editor@demo.example"),
        ("hunter2", ""),
        ("", ""),
        ("edi\u017for@demo.example", ""),
        ("editor@demo.ex\u017fmple", ""),
        ("a" * 260 + "@demo.example", ""),
    ],
)
def test_an_account_counts_under_one_name_and_what_is_none_is_not_kept(typed: str, account: str):
    assert account_of(typed) == account


@pytest.mark.parametrize(
    ("started", "seen", "over"),
    [(0, 0, False), (8 * 3600, 60, False), (8 * 3600 + 1, 60, True), (1800, 1801, True), (1800, 1799, False)],
)
def test_a_session_ends_by_its_age_and_by_idleness(started: int, seen: int, over: bool):
    now = 1_000_000.0
    assert is_over(started=now - started, seen=now - seen, now=now, hours=8, idle_minutes=30) is over


def test_a_lock_is_shorter_than_an_office_hour():
    assert PAIR.within <= timedelta(minutes=30)
