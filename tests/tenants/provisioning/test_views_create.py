"""From the form to the site, as the district's administrator goes."""

from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.provisioning.journal import Journal
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tests import cast

NEW = "/admin/units/new/"
TYPED = {
    "name": "Đại An",
    "kind": "commune",
    "code": "29491",
    "code_valid_from": "08/07/2004",
    "host": "",
    "skin": "river",
    "admin_name": "Trần Thị An",
    "admin_email": "an@demo.example",
}


@pytest.fixture
def client(district: Tenant, visit: Callable[..., Client]) -> Client:
    return visit(district, Role.ADMINISTRATOR)


@pytest.fixture
def committed_client(own_database: str, find: Callable[[str], Tenant], visit: Callable[..., Client]) -> Client:
    return visit(find(cast.DISTRICT), Role.ADMINISTRATOR)


def progress(client: Client, creation: SiteCreation) -> str:
    return client.get(f"/admin/units/creations/{creation.pk}/progress/").content.decode()


# --- The way there ----------------------------------------------------------------------------------------------------


def test_the_district_creates_a_site_and_its_administrator_is_invited(
    committed_client: Client,
    work: Callable[[], None],
    mailoutbox: list[EmailMessage],
    visit: Callable[..., Client],
    find: Callable[[str], Tenant],
):
    status_page = committed_client.post(NEW, TYPED).url
    assert committed_client.get(status_page).context["is_open"]
    work()
    page = committed_client.get(status_page)
    assert page.context["address"] == "http://xa-dai-an.tracu.localhost:8000/"
    assert 'href="http://xa-dai-an.tracu.localhost:8000/"' in page.content.decode()
    assert visit(find("xa-dai-an")).get("/").status_code == 200
    assert [mail.to for mail in mailoutbox] == [["an@demo.example"]]


def test_the_record_names_the_person_who_asked(client: Client):
    client.post(NEW, TYPED)
    assert SiteCreation.objects.first().asked_by == "<administrator@demo.example>"


def test_the_district_runs_the_board_of_what_it_creates(client: Client):
    client.post(NEW, TYPED)
    assert SiteCreation.objects.first().order["parent_slug"] == cast.DISTRICT


def test_what_waits_for_the_worker_says_so(client: Client):
    client.post(NEW, TYPED)
    assert "data-open" in progress(client, SiteCreation.objects.first())


# --- The form ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Định An"),
        ("name", "Xã Đại An"),
        ("name", ""),
        ("kind", "district"),
        ("code", "29494"),
        ("code", "1"),
        ("code_valid_from", "hôm nay"),
        ("code_valid_from", "31/02/2023"),
        ("code_valid_from", "01/13/2023"),
        ("code_valid_from", "31/10/3023"),
        ("admin_name", ""),
        ("host", "xa-đại-an.tracu.localhost"),
        ("host", "www.tracu.localhost"),
        ("host", "daian.gov.vn"),
        ("skin", "pink"),
        ("admin_email", "an"),
        ("admin_email", f"an@{'a.' * 130}vn"),
    ],
)
def test_a_fault_is_told_on_its_field_and_nothing_is_ordered(client: Client, field: str, value: str):
    answer = client.post(NEW, {**TYPED, field: value})
    assert answer.status_code == 200
    assert answer.context["form"].has_error(field)
    assert not SiteCreation.objects.filter(outcome=Outcome.OPEN).exists()


def test_a_unit_that_is_being_created_is_not_ordered_twice(client: Client):
    client.post(NEW, TYPED)
    assert client.post(NEW, TYPED).context["form"].has_error("name")
    assert SiteCreation.objects.filter(order__name="Đại An").count() == 1


@pytest.mark.parametrize("state", [{"outcome": Outcome.FAILED}, {"step": Step.COPY}])
def test_a_unit_whose_creation_failed_or_was_interrupted_is_ordered_again(
    client: Client, order: Callable[..., Order], state: dict[str, str]
):
    SiteCreation.objects.create(order=order().as_json(), asked_by="tests", **state)
    assert client.post(NEW, TYPED).status_code == 302


def test_the_form_keeps_what_was_typed(client: Client):
    form = client.post(NEW, {**TYPED, "code": "1"}).context["form"]
    assert {name: form[name].value() for name in form.fields} == {**TYPED, "code": "1"}


def test_after_a_failure_the_form_has_what_was_typed_then(client: Client, order: Callable[..., Order]):
    asked = order(host="dai-an.tracu.localhost", skin="clay")
    creation = SiteCreation.objects.create(order=asked.as_json(), asked_by="tests", outcome=Outcome.FAILED)
    form = client.get(f"{NEW}?again={creation.pk}").context["form"]
    assert {name: form[name].value() for name in form.fields} == {name: getattr(asked, name) for name in form.fields}


@pytest.mark.parametrize("text", ["", "1", "00000000-0000-4000-8000-000000000000"])
def test_an_attempt_that_does_not_exist_gives_an_empty_form(client: Client, text: str):
    assert client.get(f"{NEW}?again={text}").context["form"]["name"].value() is None


def test_a_district_can_not_be_ordered_in_the_browser(client: Client):
    kinds = [value for value, _ in client.get(NEW).context["form"].fields["kind"].choices]
    assert kinds == ["ward", "commune", "town"]


@pytest.mark.parametrize("language", ["vi", "km", "en"])
def test_the_day_is_read_before_the_month_in_every_language(client: Client, district: Tenant, language: str):
    with in_site(district):
        user = User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client.post(NEW, TYPED)
    assert SiteCreation.objects.first().order["code_valid_from"] == "2004-07-08"


# --- How far it is ----------------------------------------------------------------------------------------------------


def test_the_steps_behind_are_done_and_the_present_one_is_marked(client: Client, order: Callable[..., Order]):
    creation = SiteCreation.objects.create(order=order().as_json(), asked_by="tests", step=Step.PERSONALISE)
    steps = client.get(reverse("provisioning:creation", args=[creation.pk])).context["steps"]
    assert [step["is_done"] for step in steps] == [True, True, True, False, False, False, False]
    assert [step["is_current"] for step in steps] == [False, False, False, True, False, False, False]


def test_a_failed_creation_tells_the_reason_and_offers_another_try(client: Client, order: Callable[..., Order]):
    creation = SiteCreation.objects.create(
        order=order().as_json(), asked_by="tests", outcome=Outcome.FAILED, error="<Mã 29491 đã dùng>"
    )
    html = progress(client, creation)
    assert "&lt;Mã 29491 đã dùng&gt;" in html
    assert f"?again={creation.pk}" in html
    assert "data-open" not in html


def test_a_creation_under_way_is_asked_for_again(committed_client: Client, order: Callable[..., Order]):
    creation = SiteCreation.objects.create(order=order().as_json(), asked_by="tests")
    with Journal(creation.pk) as journal:
        journal.claim()
        assert "data-open" in progress(committed_client, creation)


def test_an_interrupted_creation_is_not(
    committed_client: Client, order: Callable[..., Order], wait_until: Callable[[Callable[[], object]], None]
):
    creation = SiteCreation.objects.create(order=order().as_json(), asked_by="tests")
    with Journal(creation.pk) as journal:
        journal.claim()
    wait_until(lambda: "data-open" not in progress(committed_client, creation))


def test_a_creation_whose_site_was_deleted_since_offers_no_link(client: Client, order: Callable[..., Order]):
    creation = SiteCreation.objects.create(
        order=order().as_json(), asked_by="tests", outcome=Outcome.SUCCEEDED, step=Step.DONE
    )
    assert "xa-dai-an.tracu.localhost:8000" not in progress(client, creation)


# --- Taking it off the list -------------------------------------------------------------------------------------------


def forget(client: Client, creation: SiteCreation) -> None:
    client.post(reverse("provisioning:forget_creation", args=[creation.pk]), follow=True)


@pytest.mark.parametrize("state", [{"outcome": Outcome.FAILED}, {"step": Step.COPY}, {"step": Step.QUEUED}])
def test_an_attempt_without_a_site_is_taken_off_the_list(
    client: Client, order: Callable[..., Order], state: dict[str, str]
):
    creation = SiteCreation.objects.create(order=order().as_json(), asked_by="tests", **state)
    address = reverse("provisioning:forget_creation", args=[creation.pk])
    assert address in client.get("/admin/units/").content.decode()
    assert address in progress(client, creation)
    forget(client, creation)
    assert not SiteCreation.objects.filter(pk=creation.pk).exists()


def test_the_button_works_with_djangos_protection(client: Client, order: Callable[..., Order]):
    SiteCreation.objects.create(order=order().as_json(), asked_by="tests", outcome=Outcome.FAILED)
    assert 'name="csrfmiddlewaretoken"' in client.get("/admin/units/").content.decode().split("/forget/")[1]


def test_a_creation_that_succeeded_stays_on_record(client: Client, order: Callable[..., Order]):
    creation = SiteCreation.objects.create(order=order().as_json(), asked_by="tests", outcome=Outcome.SUCCEEDED)
    forget(client, creation)
    assert SiteCreation.objects.filter(pk=creation.pk).exists()


def test_a_creation_under_way_stays_on_the_list(committed_client: Client, order: Callable[..., Order]):
    creation = SiteCreation.objects.create(order=order().as_json(), asked_by="tests")
    with Journal(creation.pk) as journal:
        journal.claim()
        forget(committed_client, creation)
        assert SiteCreation.objects.filter(pk=creation.pk).exists()
        assert "/forget/" not in progress(committed_client, creation)


def test_an_attempt_of_another_board_is_out_of_reach(client: Client, order: Callable[..., Order]):
    elsewhere = order(parent_slug="huyen-khac")
    creation = SiteCreation.objects.create(order=elsewhere.as_json(), asked_by="tests", outcome=Outcome.FAILED)
    forget(client, creation)
    assert SiteCreation.objects.filter(pk=creation.pk).exists()
