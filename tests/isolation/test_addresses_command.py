"""`manage.py addresses`: what `make run` shows."""

from io import StringIO

import pytest
from django.core.management import call_command

from tenants.isolation.management.commands import addresses
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle


def lines() -> list[str]:
    output = StringIO()
    call_command("addresses", stdout=output)
    return output.getvalue().splitlines()


def test_the_unit_that_runs_the_board_stands_first(db: None):
    assert [line.split() for line in lines()] == [
        ["http://tracu.localhost:8000/", "Huyện", "Trà", "Cú"],
        ["http://xa-dinh-an.tracu.localhost:8000/", "Xã", "Định", "An"],
        ["http://thi-tran-dinh-an.tracu.localhost:8000/", "Thị", "trấn", "Định", "An"],
    ]


def test_a_site_in_preparation_has_no_address_yet(commune: Tenant):
    Tenant.objects.filter(pk=commune.pk).update(lifecycle=Lifecycle.PREPARING)
    assert len(lines()) == 2


def test_of_many_sites_the_rest_is_counted(db: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(addresses, "MOST", 1)
    assert lines()[1:] == ["  and 2 more: `manage.py site list` names them all."]


def test_an_installation_without_sites_says_what_to_do(db: None):
    Tenant.objects.update(lifecycle=Lifecycle.PREPARING)
    assert lines() == ["  There is no site yet: `make seed` fills the demo district."]
