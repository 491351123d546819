"""The two sites go in the end, however that comes, and nothing else does."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tenants.crossing import all_tenants, in_public
from tenants.isolation.faults import faults
from tenants.provisioning.archives import NotATrial, discard_trial
from tenants.provisioning.models import SiteCreation
from tenants.verification.actions import BY, AnotherRunIsUnderWay, two_sites
from tests import cast
from tests.conftest import find_tenant
from tests.tenants.provisioning.conftest import MANAGE, environment, kill, look_around


@pytest.fixture
def untouched(installation: None) -> Iterator[None]:
    """Whatever the test does, in the end everything is as before. What the queue holds is for the removal of files."""
    before = {**look_around(), "queue": 0}
    yield
    assert {**look_around(), "queue": 0} == before
    assert not SiteCreation.objects.filter(asked_by=BY).exists()
    assert faults() == []


def test_the_sites_go_when_all_is_well(untouched: None):
    with two_sites() as pair:
        assert len(all_tenants()) == 5
        assert pair.a.page_id == pair.b.page_id


@pytest.mark.parametrize("end", [ZeroDivisionError, KeyboardInterrupt])
def test_the_sites_go_when_a_run_is_broken_off(untouched: None, end: type[BaseException]):
    with pytest.raises(end), two_sites():
        raise end


def test_nobody_else_finds_the_sites(untouched: None):
    with two_sites() as pair:
        with in_public():
            lifecycles = {tenant.lifecycle for tenant in all_tenants() if tenant.pk in _numbers(pair)}
        assert lifecycles == {"preparing"}


def test_a_second_run_at_the_same_time_is_refused(untouched: None):
    with two_sites(), pytest.raises(AnotherRunIsUnderWay), two_sites():
        pass


def test_what_a_killed_run_leaves_goes_with_the_next_one(untouched: None):
    process = subprocess.Popen(
        [sys.executable, MANAGE, "isolation", "verify"],
        env={**environment(), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    next(line for line in process.stdout if line.startswith("grants"))
    kill(process)
    assert len(all_tenants()) == 5
    with two_sites():
        assert len(all_tenants()) == 5


def test_a_site_that_was_opened_is_never_discarded(untouched: None):
    with pytest.raises(NotATrial):
        discard_trial(tenant=find_tenant(cast.COMMUNE))


def _numbers(pair: object) -> set[int]:
    return {side.tenant.pk for side in pair}
