import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from accounts.roles import Role
from tenants.oversight.actions import take_snapshots
from tenants.oversight.models import Duty
from tenants.registry.models import Tenant
from tenants.reminders.actions import remind_all

ON = datetime.date(2023, 10, 31)


@pytest.fixture
def behind(settings: object, district: Tenant, commune: Tenant, town: Tenant) -> Tenant:
    """The commune, a day late with the only duty there is."""
    settings.FIXED_TODAY = ON
    Duty.objects.exclude(key="activity").delete()
    Duty.objects.update(within=0, kinds=["commune"])
    take_snapshots([district, commune, town], on=ON)
    return commune


@pytest.fixture
def reminded(behind: Tenant, work: Callable[[], None]) -> Tenant:
    remind_all(on=ON)
    work()
    return behind


@pytest.fixture
def board(district: Tenant, visit: Callable[..., Client]) -> Client:
    return visit(district, Role.ADMINISTRATOR)
