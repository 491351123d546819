"""Whoever watches the server learns whether it is well, and whoever doesn't have the word learns no more than that."""

import datetime
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tenants.crossing import SiteFailure, all_tenants, in_site
from tenants.isolation.health import behind, forget_health, health
from tenants.isolation.jobs import Rounds, Timer, run_if_claimed
from tenants.isolation.models import SILENCE, Heartbeat, Job
from tenants.registry.models import Tenant

PATH, DETAILS = "/healthz", "/healthz/details"
TOKEN = "a word that only monitoring has"


@pytest.fixture(autouse=True)
def _asked_anew(db: None) -> Iterator[None]:
    forget_health()
    yield
    forget_health()


@pytest.fixture
def worker(db: None) -> Heartbeat:
    return Heartbeat.objects.create(worker_id="alive")


@pytest.mark.parametrize("host", ["tracu.localhost", "xa-dinh-an.tracu.localhost", "127.0.0.1:8000", "unknown.example"])
def test_all_is_well_on_every_host(worker: Heartbeat, host: str):
    answer = Client().get(PATH, HTTP_HOST=host)
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "migrations": "ok", "worker": "ok"}
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_a_worker_that_is_silent_is_told(worker: Heartbeat):
    Heartbeat.objects.update(beat_at=timezone.now() - 2 * SILENCE)
    answer = Client().get(PATH)
    assert (answer.status_code, answer.json()["worker"], answer.json()["status"]) == (503, "silent", "failing")


def test_a_site_that_lacks_a_migration_is_told_and_not_named(worker: Heartbeat, commune: Tenant):
    with in_site(commune), connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'traffic'")
    assert behind() == (commune.full_name,)
    answer = Client().get(PATH)
    assert (answer.status_code, answer.json()["migrations"]) == (503, "behind")
    assert commune.full_name not in answer.content.decode()


def test_who_asks_again_and_again_asks_the_database_once(worker: Heartbeat, django_assert_num_queries: Callable):
    Client().get(PATH)
    with django_assert_num_queries(0):
        for _ in range(5):
            assert Client().get(PATH).status_code == 200


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"{TOKEN}", "Bearer ă"])
def test_details_need_the_word(worker: Heartbeat, settings: Settings, given: str):
    settings.HEALTH_TOKEN = TOKEN
    assert Client().get(DETAILS, HTTP_AUTHORIZATION=given).status_code == 404
    settings.HEALTH_TOKEN = ""
    assert Client().get(DETAILS, HTTP_AUTHORIZATION=f"Bearer {TOKEN}").status_code == 404
    assert Client().get(DETAILS, HTTP_AUTHORIZATION="Bearer ").status_code == 404


def test_details_name_the_bad_site_and_since_when(worker: Heartbeat, commune: Tenant, settings: Settings):
    settings.HEALTH_TOKEN = TOKEN
    others = [tenant for tenant in all_tenants() if tenant.pk != commune.pk]
    found = Rounds(others, [SiteFailure(commune, RuntimeError("broken"))])
    run_if_claimed(Timer("count", 60, lambda: found), process="one")
    answer = Client().get(DETAILS, HTTP_AUTHORIZATION=f"Bearer {TOKEN}")
    assert answer.status_code == 200
    (job,) = answer.json()["jobs"]
    assert (job["name"], job["sites"], job["failing_sites"][0]["site"]) == ("count", 2, commune.full_name)
    assert job["failing_sites"][0]["error"] == "RuntimeError: broken"
    assert "HEALTH_TOKEN" not in answer.content.decode()
    assert (
        connection.settings_dict["PASSWORD"] not in answer.content.decode() or not connection.settings_dict["PASSWORD"]
    )


def test_work_that_missed_its_turn_is_late(worker: Heartbeat):
    run_if_claimed(Timer("count", 60, lambda: None), process="one")
    assert not health().jobs[0].is_late
    Job.objects.update(started_at=timezone.now() - datetime.timedelta(minutes=10))
    assert health().jobs[0].is_late
