import datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from tenants.registry.models import Domain, LifecycleChange, Tenant
from tenants.registry.states import Kind
from tests import cast

TODAY = datetime.date(2023, 10, 31)


def tenant_of(**fields: object) -> Tenant:
    given = {
        "schema_name": "xa_dai_an_99",
        "slug": "xa-dai-an",
        "name": "Đại An",
        "kind": Kind.COMMUNE,
        "code": "29491",
        "code_valid_from": cast.CODES_SINCE,
    }
    return Tenant(**{**given, **fields})


@pytest.mark.parametrize(
    ("kind", "full_name"),
    [
        (Kind.PROVINCE, "Tỉnh Đại An"),
        (Kind.DISTRICT, "Huyện Đại An"),
        (Kind.WARD, "Phường Đại An"),
        (Kind.COMMUNE, "Xã Đại An"),
        (Kind.TOWN, "Thị trấn Đại An"),
    ],
)
def test_the_full_name_says_the_kind(kind: Kind, full_name: str):
    assert str(tenant_of(kind=kind)) == full_name


@pytest.mark.parametrize("kind", list(Kind))
def test_only_provinces_and_districts_run_a_board(kind: Kind):
    assert tenant_of(kind=kind).runs_board == (kind in (Kind.PROVINCE, Kind.DISTRICT))


def test_the_primary_host_is_not_an_alias(commune: Tenant):
    Domain.objects.create(host="aaa.tracu.localhost", tenant=commune)
    again = Tenant.objects.with_addresses().get(pk=commune.pk)
    assert again.primary_host == "xa-dinh-an.tracu.localhost"


@pytest.mark.parametrize("field", ["slug", "schema_name", "code"])
def test_no_two_sites_share(commune: Tenant, field: str):
    twin = tenant_of(**{field: getattr(commune, field)})
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_no_two_sites_are_the_same_unit(commune: Tenant):
    twin = tenant_of(name=commune.name)
    with pytest.raises(IntegrityError, match="registry_one_site_per_unit_in_force"), transaction.atomic():
        twin.save()


def test_two_units_of_different_kinds_share_a_name(commune: Tenant, town: Tenant):
    assert commune.name == town.name


def test_a_code_whose_time_is_over_may_be_given_anew(commune: Tenant):
    Tenant.objects.filter(pk=commune.pk).update(code_valid_to=TODAY)
    tenant_of(code=commune.code, name=commune.name, code_valid_from=TODAY).save()
    assert Tenant.objects.filter(code=commune.code).count() == 2


@pytest.mark.parametrize("days", [0, -1])
def test_a_code_does_not_end_before_it_begins(db: None, days: int):
    tenant = tenant_of(code_valid_from=TODAY, code_valid_to=TODAY + datetime.timedelta(days))
    with pytest.raises(IntegrityError, match="registry_code_ends_after_it_begins"), transaction.atomic():
        tenant.save()


def test_a_host_leads_to_one_site(commune: Tenant, town: Tenant):
    with pytest.raises(IntegrityError), transaction.atomic():
        Domain.objects.create(tenant=town, host=commune.primary_host)


def test_a_site_has_one_primary_address(commune: Tenant):
    with pytest.raises(IntegrityError, match="registry_one_primary_address_per_site"), transaction.atomic():
        Domain.objects.create(tenant=commune, host="other.tracu.localhost", is_primary=True)


def test_a_unit_that_runs_the_board_of_others_stays(district: Tenant):
    with pytest.raises(ProtectedError):
        district.delete()


def test_the_latest_change_comes_first(commune: Tenant):
    for day in (1, 2):
        LifecycleChange.objects.create(
            tenant=commune,
            before="active",
            after="suspended",
            by="tests",
            reason=str(day),
            at=datetime.datetime(2030, 1, day, tzinfo=datetime.UTC),
        )
    assert commune.changes.first().reason == "2"


@pytest.mark.parametrize(
    ("expected_until", "is_late"),
    [(None, False), (TODAY, False), (TODAY - datetime.timedelta(1), True), (TODAY + datetime.timedelta(1), False)],
)
def test_a_site_is_late_from_the_day_after_its_expected_return(expected_until: datetime.date | None, is_late: bool):
    assert LifecycleChange(expected_until=expected_until).is_late is is_late
