"""Counting holds across threads and sites, and forgets in time."""

import datetime
import threading

import pytest
import time_machine
from django.db import connections, transaction
from django.utils import timezone

from intake.actions import count_attempt, forget_past_attempts, forgive_attempts
from intake.models import Attempts
from intake.rules import Limit
from tenants.crossing import in_site
from tenants.isolation.schedule import forget_senders
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

LIMIT = Limit(times=3, minutes=10)
NOW = datetime.datetime(2026, 3, 2, 8, 0, tzinfo=datetime.UTC)


def send(sender: str = "one", form: str = "question") -> datetime.datetime | None:
    return count_attempt(form=form, sender=sender, limit=LIMIT)


def test_the_fourth_attempt_waits_for_the_end_of_the_first_ones_minutes(commune: Tenant):
    with in_site(commune), time_machine.travel(NOW, tick=False) as clock:
        assert [send() for _ in range(3)] == [None] * 3
        clock.shift(datetime.timedelta(minutes=9))
        assert send() == NOW + datetime.timedelta(minutes=10)
        clock.shift(datetime.timedelta(minutes=1))
        assert [send() for _ in range(3)] == [None] * 3
        assert send() == NOW + datetime.timedelta(minutes=20)


def test_senders_forms_and_sites_are_counted_apart(commune: Tenant, town: Tenant):
    with in_site(commune):
        assert [send() for _ in range(4)][-1]
        assert send(sender="other") is None
        assert send(form="comment") is None
    with in_site(town):
        assert send() is None


def test_who_is_forgiven_begins_anew(commune: Tenant):
    with in_site(commune):
        assert [send() for _ in range(4)][-1]
        forgive_attempts(form="question", sender="one")
        assert send() is None


def test_what_is_past_is_forgotten_on_every_site(commune: Tenant, town: Tenant):
    for tenant in (commune, town):
        with in_site(tenant), time_machine.travel(NOW, tick=False) as clock:
            send("first")
            clock.shift(datetime.timedelta(minutes=5))
            send("second")
    with time_machine.travel(NOW + datetime.timedelta(minutes=10), tick=False):
        forget_senders()
    for tenant in (commune, town):
        with in_site(tenant):
            assert [attempts.sender for attempts in Attempts.objects.all()] == ["second"]


def test_what_is_not_past_is_kept(commune: Tenant):
    with in_site(commune):
        send()
        forget_past_attempts()
        assert Attempts.objects.get().until > timezone.now()


def test_it_refuses_to_count_what_could_be_taken_back(own_database: str):
    with in_site(find_tenant(cast.COMMUNE)), transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        send()


def test_those_who_come_at_once_are_counted_one_by_one(own_database: str):
    commune = find_tenant(cast.COMMUNE)
    limit, answers, start = Limit(times=5, minutes=10), [], threading.Barrier(8)

    def come() -> None:
        with in_site(commune):
            start.wait()
            answers.append(count_attempt(form="question", sender="one", limit=limit))
        connections.close_all()

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers.count(None) == 5
    assert len(answers) == 8
