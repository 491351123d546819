"""What a site answers while it is suspended or archived, and that its neighbours notice nothing."""

import datetime
import time
from collections.abc import Callable

import pytest
import time_machine
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from accounts.roles import Role
from newsroom.models import ArticlePage
from signin.actions import SEEN
from tenants.crossing import in_site
from tenants.provisioning.lifecycle import archive_site, resume_site, suspend_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

NOTICE = "Bảo trì hệ thống đến hết tuần"
BACK = datetime.date(2023, 11, 5)
A_DAY = 24 * 3600
ARTICLE = "/tin-tuc/bi-mat/"


@pytest.fixture
def suspended(commune: Tenant) -> Tenant:
    suspend_site(tenant=commune, by="tests", reason=NOTICE, expected_until=BACK)
    return commune


@pytest.fixture
def archived(commune: Tenant) -> Tenant:
    archive_site(tenant=commune, by="tests", reason="Đã sáp nhập")
    return commune


@pytest.mark.parametrize("path", ["/", ARTICLE, "/en/", "/media/images/anh.txt", "/documents/1/tep.pdf", "/nowhere/"])
def test_a_suspended_site_shows_visitors_the_notice_and_nothing_else(suspended: Tenant, visit: Visit, path: str):
    with in_site(suspended):
        default_storage.save("images/anh.txt", ContentFile(cast.SECRETS[cast.COMMUNE].encode()))
    response = visit(suspended).get(path)
    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert NOTICE in response.content.decode()
    assert cast.SECRETS[cast.COMMUNE] not in response.content.decode()


def test_visitors_send_nothing_to_a_suspended_site(suspended: Tenant, visit: Visit):
    assert visit(suspended).post(ARTICLE).status_code == 503


def test_whose_session_has_ended_is_a_visitor_of_a_suspended_site(suspended: Tenant, visit: Visit, settings: Settings):
    browser = visit(suspended, Role.EDITOR)
    assert browser.get(ARTICLE).status_code == 200
    with in_site(suspended):
        session = browser.session
        session[SEEN] = time.time() - 60 * settings.SESSION_IDLE_MINUTES - 60
        session.save()
    answer = browser.get(ARTICLE)
    assert answer.status_code == 503
    assert cast.SECRETS[cast.COMMUNE] not in answer.content.decode()


def test_a_suspension_without_a_date_promises_none(commune: Tenant, visit: Visit):
    suspend_site(tenant=commune, by="tests", reason=NOTICE)
    response = visit(commune).get("/")
    assert response.status_code == 503
    assert "Retry-After" not in response.headers


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        ("2023-10-31T12:00+07:00", str(5 * A_DAY)),
        ("2023-11-05T12:00+07:00", str(A_DAY)),
        ("2023-11-06T12:00+07:00", None),
        ("2022-11-04T12:00+07:00", None),
    ],
)
def test_machines_are_told_to_come_back_by_the_real_calendar(
    suspended: Tenant, visit: Visit, settings: Settings, now: str, seconds: str | None
):
    settings.FIXED_TODAY = datetime.date(2023, 1, 1)
    with time_machine.travel(now):
        assert visit(suspended).get("/").headers.get("Retry-After") == seconds


def test_staff_sign_in_to_a_suspended_site_and_see_it(suspended: Tenant, visit: Visit):
    browser = visit(suspended)
    assert sign_in(browser) == 302
    assert browser.get("/admin/").status_code == 200
    assert cast.SECRETS[cast.COMMUNE] in browser.get(ARTICLE).content.decode()


def test_staff_of_another_site_are_visitors_of_a_suspended_one(suspended: Tenant, town: Tenant, visit: Visit):
    for tenant in (suspended, town):
        with in_site(tenant):
            User.objects.update(password="the same hash")
    browser = visit(suspended)
    browser.cookies = visit(town, Role.ADMINISTRATOR).cookies
    assert browser.get(ARTICLE).status_code == 503


def test_the_other_sites_go_on(suspended: Tenant, district: Tenant, town: Tenant, visit: Visit):
    assert [visit(tenant).get(ARTICLE).status_code for tenant in (district, town)] == [200, 200]


def test_a_resumed_site_is_back_at_once(suspended: Tenant, visit: Visit, settings: object):
    settings.HOST_CACHE_SECONDS = 60
    assert visit(suspended).get(ARTICLE).status_code == 503
    resume_site(tenant=suspended, by="tests")
    assert visit(suspended).get(ARTICLE).status_code == 200


def test_a_suspension_holds_at_once(commune: Tenant, visit: Visit, settings: object):
    settings.HOST_CACHE_SECONDS = 60
    assert visit(commune).get(ARTICLE).status_code == 200
    suspend_site(tenant=commune, by="tests", reason=NOTICE)
    assert visit(commune).get(ARTICLE).status_code == 503


def test_an_archived_site_can_be_read(archived: Tenant, visit: Visit):
    response = visit(archived).get(ARTICLE)
    assert response.status_code == 200
    assert cast.SECRETS[cast.COMMUNE] in response.content.decode()


def test_staff_sign_in_to_an_archived_site_and_out_again(archived: Tenant, visit: Visit):
    browser = visit(archived)
    assert sign_in(browser) == 302
    assert browser.get("/admin/").status_code == 200
    assert browser.post("/admin/logout/").status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "/admin/pages/{article}/delete/",
        "/admin/pages/{article}/unpublish/",
        "/admin/pages/{article}/edit/",
        "/admin/bulk/wagtailcore/page/delete/?id={article}",
        "/admin/users/new/",
        "/admin/images/multiple/add/",
        "/admin/account/",
        "/admin/login/../pages/{article}/delete/",
        "/tin-tuc/bi-mat/",
    ],
)
def test_an_archived_site_can_not_be_changed(archived: Tenant, visit: Visit, path: str):
    browser = visit(archived, Role.ADMINISTRATOR)
    with in_site(archived):
        number = ArticlePage.objects.get().pk
    response = browser.post(path.format(article=number))
    assert response.status_code == 403
    assert "Đã sáp nhập" in response.content.decode()
    with in_site(archived):
        assert ArticlePage.objects.get().live


def test_a_password_may_still_be_chosen_on_an_archived_site(archived: Tenant, visit: Visit, work: Callable[[], None]):
    response = visit(archived).post("/admin/password_reset/", {"email": cast.address_of(Role.EDITOR)})
    assert response.status_code == 302
    work()
    assert len(mail.outbox) == 1


def test_the_same_step_on_a_site_in_service_does_change_it(commune: Tenant, visit: Visit):
    with in_site(commune):
        number = ArticlePage.objects.get().pk
    assert visit(commune, Role.ADMINISTRATOR).post(f"/admin/pages/{number}/delete/").status_code == 302
    with in_site(commune):
        assert not ArticlePage.objects.exists()


def test_a_site_returned_from_the_archive_can_be_changed_at_once(archived: Tenant, visit: Visit):
    resume_site(tenant=archived, by="tests")
    with in_site(archived):
        number = ArticlePage.objects.get().pk
    assert visit(archived, Role.ADMINISTRATOR).post(f"/admin/pages/{number}/delete/").status_code == 302


def sign_in(browser: Client) -> int:
    words = {"username": cast.address_of(Role.EDITOR), "password": cast.PASSWORD}
    return browser.post("/admin/login/", words).status_code
