"""The page of one site, and what the district does there."""

from collections.abc import Callable

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from accounts.actions import invite_administrator
from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.provisioning.lifecycle import suspend_site
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast

SITE = "/admin/units/xa-dinh-an/"


@pytest.fixture
def client(district: Tenant, visit: Callable[..., Client]) -> Client:
    return visit(district, Role.ADMINISTRATOR)


def links_asked_for(email: str) -> int:
    """In the site of the commune."""
    commune = Tenant.objects.get(slug=cast.COMMUNE)
    tasks = DBTaskResult.objects.ready().filter(args_kwargs__args__0=commune.schema_name)
    with in_site(commune):
        user = User.objects.get(email=email)
    return tasks.filter(args_kwargs__args__1="accounts.tasks.send_invitation", args_kwargs__args__2=[user.pk]).count()


def test_the_page_tells_address_code_and_what_became_of_the_site(client: Client, commune: Tenant):
    suspend_site(tenant=commune, by="Bình <binh@demo.example>", reason="Nâng cấp máy chủ")
    html = client.get(SITE).content.decode()
    for text in ("http://xa-dinh-an.tracu.localhost:8000/", "29494", "Huyện Trà Cú", "Nâng cấp máy chủ", "Bình &lt;"):
        assert text in html


def test_a_site_that_does_not_exist_has_no_page(client: Client):
    assert client.get("/admin/units/xa-khong-co/").status_code == 404


@pytest.mark.parametrize(
    ("lifecycle", "offered"),
    [
        (Lifecycle.ACTIVE, {"suspend", "archive"}),
        (Lifecycle.SUSPENDED, {"resume", "archive"}),
        (Lifecycle.ARCHIVED, {"resume"}),
    ],
)
def test_the_page_offers_what_may_be_done(client: Client, commune: Tenant, lifecycle: Lifecycle, offered: set[str]):
    Tenant.objects.filter(pk=commune.pk).update(lifecycle=lifecycle)
    html = client.get(SITE).content.decode()
    assert {verb for verb in ("suspend", "resume", "archive") if f'action="{SITE}{verb}/"' in html} == offered


def test_who_was_invited_and_has_not_come_gets_the_link_again(client: Client, commune: Tenant):
    with in_site(commune):
        invite_administrator(email="lan@demo.example", name="Thạch Thị Lan")
    assert "Thạch Thị Lan &lt;lan@demo.example&gt;" in client.get(SITE).content.decode()
    answer = client.post(f"{SITE}invite/", {"invitation-email": "lan@demo.example"})
    assert (answer.status_code, answer.url) == (302, SITE)
    assert links_asked_for("lan@demo.example") == 1


def test_who_has_a_password_gets_no_link(client: Client, commune: Tenant):
    email = cast.address_of(Role.ADMINISTRATOR)
    before = links_asked_for(email)
    assert "/invite/" not in client.get(SITE).content.decode()
    assert client.post(f"{SITE}invite/", {"invitation-email": email}).status_code == 422
    assert links_asked_for(email) == before


def test_no_two_fields_of_the_page_share_an_id(client: Client):
    html = client.get(SITE).content.decode()
    assert html.count('id="id_suspension-reason"') == html.count('id="id_archive-reason"') == 1
    assert 'id="id_reason"' not in html


def test_the_district_suspends_a_site(client: Client, commune: Tenant):
    answer = client.post(f"{SITE}suspend/", {"suspension-reason": "Bảo trì", "suspension-expected_until": "2023-11-30"})
    assert (answer.status_code, answer.url) == (302, SITE)
    change = commune.changes.first()
    assert (change.after, change.reason, str(change.expected_until)) == ("suspended", "Bảo trì", "2023-11-30")
    assert "administrator@demo.example" in change.by


def test_the_district_resumes_a_site(client: Client, commune: Tenant):
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    client.post(f"{SITE}resume/")
    commune.refresh_from_db()
    assert commune.lifecycle == Lifecycle.ACTIVE


def test_the_district_archives_a_site(client: Client, commune: Tenant):
    client.post(f"{SITE}archive/", {"archive-reason": ""})
    commune.refresh_from_db()
    assert commune.lifecycle == Lifecycle.ARCHIVED


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("reason", {"suspension-reason": "", "suspension-expected_until": "2023-11-30"}),
        ("expected_until", {"suspension-reason": "Bảo trì", "suspension-expected_until": "2023-10-30"}),
        ("expected_until", {"suspension-reason": "Bảo trì", "suspension-expected_until": "mai"}),
    ],
)
def test_a_suspension_with_a_fault_is_told_on_its_field(
    client: Client, commune: Tenant, field: str, typed: dict[str, str]
):
    answer = client.post(f"{SITE}suspend/", typed)
    assert answer.status_code == 422
    form = answer.context["suspension_form"]
    assert form.has_error(field)
    assert form["reason"].value() == typed["suspension-reason"]
    commune.refresh_from_db()
    assert commune.lifecycle == Lifecycle.ACTIVE


def test_what_may_not_be_done_is_refused_with_a_reason(client: Client):
    answer = client.post(f"{SITE}resume/")
    assert answer.status_code == 422
    assert "Xã Định An" in str(list(answer.context["messages"]))


def test_the_site_one_is_signed_in_on_stays_as_it_is(client: Client, district: Tenant):
    answer = client.post("/admin/units/huyen-tra-cu/suspend/", {"suspension-reason": "Bảo trì"})
    assert answer.url == "/admin/"
    district.refresh_from_db()
    assert district.lifecycle == Lifecycle.ACTIVE


def test_the_page_of_the_site_one_is_signed_in_on_offers_nothing(client: Client):
    assert "suspend/" not in client.get("/admin/units/huyen-tra-cu/").content.decode()


@pytest.mark.parametrize("verb", ["suspend", "resume", "archive"])
def test_looking_at_an_address_changes_nothing(client: Client, verb: str):
    assert client.get(f"{SITE}{verb}/").status_code == 405


@pytest.mark.parametrize("verb", ["suspend", "resume", "archive"])
@pytest.mark.parametrize("role", [Role.APPROVER, Role.EDITOR, Role.CONTRIBUTOR])
def test_no_other_role_changes_the_life_of_a_site(
    district: Tenant, commune: Tenant, visit: Callable[..., Client], role: Role, verb: str
):
    visit(district, role).post(f"{SITE}{verb}/", {"suspension-reason": "Bảo trì"})
    commune.refresh_from_db()
    assert commune.lifecycle == Lifecycle.ACTIVE
