import datetime

import pytest

from tenants.registry.models import Tenant
from tenants.registry.states import Kind, Lifecycle
from tests import cast

# As a Vietnamese reader expects them: d before đ, o before ô before ơ, the tone counts last.
IN_ORDER = ["An Quảng Hữu", "Dừa", "Đại An", "Đại Phước", "Đôn Châu", "Đôn Xuân", "Ôn", "Ơn"]


def add_communes(names: list[str]) -> None:
    for number, name in enumerate(names):
        Tenant.objects.create(
            schema_name=f"commune_{number}",
            slug=f"commune-{number}",
            name=name,
            kind=Kind.COMMUNE,
            code=f"9000{number}",
            code_valid_from=cast.CODES_SINCE,
            parent=Tenant.objects.get(slug=cast.DISTRICT),
        )


def test_sites_stand_in_the_order_of_the_vietnamese_alphabet(db: None):
    add_communes(sorted(IN_ORDER))
    names = [tenant.name for tenant in Tenant.objects.in_reading_order() if tenant.name in IN_ORDER]
    assert names == IN_ORDER


def test_the_unit_that_runs_the_board_comes_first(db: None):
    add_communes(["An Quảng Hữu"])
    assert Tenant.objects.in_reading_order().first().slug == cast.DISTRICT


def test_of_two_units_that_share_a_name_the_order_never_changes(db: None):
    slugs = [tenant.slug for tenant in Tenant.objects.in_reading_order()]
    assert slugs == [cast.DISTRICT, cast.COMMUNE, cast.TOWN]


def test_a_renamed_site_moves_to_its_new_place(commune: Tenant):
    add_communes(["Đôn Châu"])
    commune.name = "Ơn"
    commune.save()
    assert Tenant.objects.in_reading_order().last() == commune


def test_a_unit_whose_code_has_ended_is_not_in_force(commune: Tenant):
    Tenant.objects.filter(pk=commune.pk).update(code_valid_to=datetime.date(2025, 7, 1))
    assert commune not in Tenant.objects.in_force()


@pytest.mark.parametrize(
    ("lifecycle", "is_open"),
    [
        (Lifecycle.PREPARING, False),
        (Lifecycle.ACTIVE, True),
        (Lifecycle.SUSPENDED, False),
        (Lifecycle.ARCHIVED, True),
    ],
)
def test_active_and_archived_sites_are_open_to_visitors(commune: Tenant, lifecycle: Lifecycle, is_open: bool):
    Tenant.objects.filter(pk=commune.pk).update(lifecycle=lifecycle)
    assert (commune in Tenant.objects.open_to_visitors()) == is_open


def test_the_boards_are_run_by_the_district(district: Tenant):
    assert list(Tenant.objects.boards()) == [district]


@pytest.mark.parametrize("more", [0, 5])
def test_the_primary_hosts_of_all_sites_cost_two_queries(
    district: Tenant, more: int, django_assert_num_queries: object
):
    add_communes(IN_ORDER[:more])
    with django_assert_num_queries(2):
        _ = [list(tenant.domains.all()) for tenant in Tenant.objects.in_reading_order().with_addresses()]
