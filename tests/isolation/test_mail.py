"""E-mail goes to people of the site that sends it, and its links lead there."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.test import Client
from django_tenants.postgresql_backend.base import FakeTenant
from wagtail.admin.utils import get_admin_base_url

from accounts.models import User
from accounts.roles import Role
from newsroom.models import ArticlePage
from tenants.crossing import in_public, in_site
from tenants.registry.models import Domain, Tenant
from tests import cast

Visit = Callable[..., Client]


def test_a_link_to_choose_a_password_leads_to_the_site_that_was_asked(
    commune: Tenant, town: Tenant, visit: Visit, work: Callable[[], None]
):
    visit(town).post("/admin/password_reset/", {"email": cast.address_of(Role.EDITOR)})
    work()
    (message,) = mail.outbox
    link = re.search(r"http://([^/]+)(/\S+)", message.body)
    assert link[1] == "thi-tran-dinh-an.tracu.localhost:8000"
    assert visit(town).get(link[2]).status_code == 302
    assert visit(commune).get(link[2]).status_code == 200


def test_somebody_of_another_site_gets_no_mail_from_this_one(
    commune: Tenant, town: Tenant, visit: Visit, work: Callable[[], None]
):
    with in_site(commune):
        User.objects.create_user("binh@demo.example", cast.PASSWORD)
    visit(town).post("/admin/password_reset/", {"email": "binh@demo.example"})
    work()
    assert mail.outbox == []


def test_those_who_approve_hear_of_their_own_sites_articles_only(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        User.objects.filter(email=cast.address_of(Role.APPROVER)).update(email="duyet@thi-tran.example")
        page = ArticlePage.objects.get()
        page.save_revision()
        page.get_workflow().start(page, User.objects.get(email=cast.address_of(Role.EDITOR)))
    assert {address for message in mail.outbox for address in message.to} == {
        "duyet@thi-tran.example",
        cast.address_of(Role.ADMINISTRATOR),
    }
    texts = [message.body for message in mail.outbox]
    assert all("http://thi-tran-dinh-an.tracu.localhost:8000/admin/" in text for text in texts)
    assert not [text for text in texts if "//tracu.localhost" in text]


@pytest.mark.parametrize("slug", list(cast.SECRETS))
def test_wagtail_knows_the_address_of_the_site_at_hand(db: None, slug: str):
    tenant = Tenant.objects.get(slug=slug)
    for site in (tenant, FakeTenant(tenant.schema_name)):
        with in_site(site):
            assert get_admin_base_url() == f"http://{tenant.primary_host}:8000"


def test_wagtail_knows_the_installations_address_outside_a_site(db: None, django_assert_num_queries: Callable):
    """System checks ask for it before there is a table to look it up in."""
    with in_public(), django_assert_num_queries(0):
        assert django_settings.WAGTAILADMIN_BASE_URL == "http://tracu.localhost:8000"


def test_a_new_primary_address_is_in_the_next_mail(town: Tenant, visit: Visit, work: Callable[[], None]):
    Domain.objects.filter(tenant=town).update(host="dinhan.tracu.localhost")
    browser = Client(headers={"host": "dinhan.tracu.localhost"})
    browser.post("/admin/password_reset/", {"email": cast.address_of(Role.EDITOR)})
    work()
    assert "http://dinhan.tracu.localhost:8000/admin/" in mail.outbox[0].body
