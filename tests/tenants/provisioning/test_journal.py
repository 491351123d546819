from collections.abc import Callable

import pytest
from django.db import connections, transaction
from django.db.utils import OperationalError

from tenants.provisioning import journal as journal_module
from tenants.provisioning.journal import Journal, is_interrupted
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order


@pytest.fixture
def creation(shared_database: str, order: Callable[..., Order]) -> SiteCreation:
    return SiteCreation.objects.create(order=order().as_json(), asked_by="tests")


def test_a_creation_is_claimed_once(creation: SiteCreation):
    with Journal(creation.pk) as one, Journal(creation.pk) as other:
        assert [one.claim(), other.claim()] == [True, False]


def test_a_creation_whose_lock_somebody_keeps_waits_for_it_no_longer_than_that(
    creation: SiteCreation, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal_module, "LONGEST_WAIT", "200ms")
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [journal_module.lock_number(creation.pk)])
        with Journal(creation.pk) as journal, pytest.raises(OperationalError, match="lock timeout"):
            journal.claim()
        with pytest.raises(OperationalError, match="lock timeout"), transaction.atomic():
            journal_module.hold_in_transaction(creation.pk)
    finally:
        other.close()


def test_what_it_says_is_seen_at_once(creation: SiteCreation):
    with Journal(creation.pk) as journal:
        journal.claim()
        journal.reach(Step.INVITE)
        creation.refresh_from_db()
        assert creation.step == Step.INVITE


def test_a_creation_that_waits_is_not_interrupted(creation: SiteCreation):
    assert not is_interrupted(creation)


def test_from_the_claim_on_a_creation_is_under_way(creation: SiteCreation):
    with Journal(creation.pk) as journal:
        journal.claim()
        creation.refresh_from_db()
        assert not is_interrupted(creation)


def test_a_creation_that_nobody_is_at_any_more_was_interrupted(creation: SiteCreation, wait_until: Callable):
    with Journal(creation.pk) as journal:
        journal.claim()
    creation.refresh_from_db()
    wait_until(lambda: is_interrupted(creation))


@pytest.mark.parametrize("outcome", [Outcome.SUCCEEDED, Outcome.FAILED])
def test_a_creation_that_has_ended_was_not_interrupted(creation: SiteCreation, outcome: Outcome):
    with Journal(creation.pk) as journal:
        journal.claim()
        journal.end(outcome)
    creation.refresh_from_db()
    assert not is_interrupted(creation)


def test_a_creation_that_ended_after_it_was_read_was_not_interrupted(creation: SiteCreation):
    with Journal(creation.pk) as journal:
        journal.claim()
        creation.refresh_from_db()
        journal.end(Outcome.SUCCEEDED)
    assert creation.outcome == Outcome.OPEN
    assert not is_interrupted(creation)


def test_another_creation_under_way_does_not_hide_an_interrupted_one(
    creation: SiteCreation, order: Callable[..., Order], wait_until: Callable
):
    other = SiteCreation.objects.create(order=order().as_json(), asked_by="tests")
    with Journal(creation.pk) as journal:
        journal.claim()
    with Journal(other.pk) as journal:
        journal.claim()
        wait_until(lambda: is_interrupted(creation))
        assert not is_interrupted(other)
