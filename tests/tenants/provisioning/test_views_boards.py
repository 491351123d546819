"""Two boards in one installation: neither sees the sites of the other, nor acts on them."""

from collections.abc import Callable

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from accounts.actions import invite_administrator
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.provisioning.models import Outcome, SiteCreation
from tenants.provisioning.orders import Order
from tenants.registry.models import Domain, Tenant
from tenants.registry.states import Lifecycle
from tests import cast

LIST = "/admin/units/"
OTHER = "huyen-cau-ngang"


@pytest.fixture
def client(district: Tenant, visit: Callable[..., Client]) -> Client:
    """The browser of the first board's administrator."""
    return visit(district, Role.ADMINISTRATOR)


@pytest.fixture
def lost(commune: Tenant) -> Tenant:
    """A commune whose board another district has taken over."""
    other = Tenant.objects.create(
        schema_name="other",
        slug=OTHER,
        name="Cầu Ngang",
        kind="district",
        code="850",
        code_valid_from=cast.CODES_SINCE,
        lifecycle=Lifecycle.ACTIVE,
    )
    Domain.objects.create(tenant=other, host="cau-ngang.tracu.localhost", is_primary=True)
    Tenant.objects.filter(pk=commune.pk).update(parent=other)
    return commune


@pytest.fixture
def asked_elsewhere(lost: Tenant, order: Callable[..., Order]) -> SiteCreation:
    """A creation that failed, and that the other board asked for."""
    asked = order(parent_slug=OTHER).as_json()
    return SiteCreation.objects.create(order=asked, asked_by="tests", outcome=Outcome.FAILED)


def test_only_the_boards_own_sites_are_listed(client: Client, lost: Tenant):
    assert [tenant.slug for tenant in client.get(LIST).context["object_list"]] == [cast.DISTRICT, cast.TOWN]


@pytest.mark.parametrize("query", ["?export=csv", "?export=csv&q=dinh-an", "?export=csv&kind=commune"])
def test_only_the_boards_own_sites_are_exported(client: Client, lost: Tenant, query: str):
    text = client.get(f"{LIST}{query}").getvalue().decode()
    assert text.count("\n") >= 1
    assert not [name for name in ("Xã Định An", "Cầu Ngang") if name in text]


@pytest.mark.parametrize("slug", [cast.COMMUNE, OTHER])
def test_the_site_of_another_board_has_no_page(client: Client, lost: Tenant, slug: str):
    assert client.get(f"{LIST}{slug}/").status_code == 404


@pytest.mark.parametrize("slug", [cast.COMMUNE, OTHER])
@pytest.mark.parametrize(
    ("verb", "before", "typed"),
    [
        ("suspend", Lifecycle.ACTIVE, {"suspension-reason": "Bảo trì"}),
        ("resume", Lifecycle.SUSPENDED, {}),
        ("resume", Lifecycle.ARCHIVED, {}),
        ("archive", Lifecycle.ACTIVE, {"archive-reason": "Sáp nhập"}),
        ("archive", Lifecycle.SUSPENDED, {"archive-reason": "Sáp nhập"}),
    ],
)
def test_the_site_of_another_board_is_left_as_it_is(
    client: Client, lost: Tenant, slug: str, verb: str, before: Lifecycle, typed: dict[str, str]
):
    Tenant.objects.filter(slug=slug).update(lifecycle=before)
    assert client.post(f"{LIST}{slug}/{verb}/", typed).status_code == 404
    assert Tenant.objects.get(slug=slug).lifecycle == before


def test_nobody_on_the_site_of_another_board_gets_a_link(client: Client, lost: Tenant):
    with in_site(lost):
        invite_administrator(email="lan@demo.example")
    before = DBTaskResult.objects.count()
    assert client.post(f"{LIST}{lost.slug}/invite/", {"invitation-email": "lan@demo.example"}).status_code == 404
    assert DBTaskResult.objects.count() == before


@pytest.mark.parametrize("path", ["", "progress/"])
def test_how_far_a_creation_of_another_board_is_is_not_shown(client: Client, asked_elsewhere: SiteCreation, path: str):
    assert client.get(f"{LIST}creations/{asked_elsewhere.pk}/{path}").status_code == 404


def test_what_another_board_typed_is_not_offered_again(client: Client, asked_elsewhere: SiteCreation):
    assert client.get(f"{LIST}new/?again={asked_elsewhere.pk}").context["form"]["name"].value() is None


def test_what_another_board_did_not_finish_is_not_listed(client: Client, asked_elsewhere: SiteCreation):
    assert client.get(LIST).context["unfinished"] == []
