"""The host name alone decides which site answers; a name that leads nowhere learns nothing."""

from collections.abc import Callable

import pytest
from django.test import Client

from tenants.isolation.hosts import find_address
from tenants.provisioning.actions import add_domain, remove_domain
from tenants.registry.models import Domain, Tenant
from tenants.registry.states import Lifecycle
from tests import cast

Visit = Callable[..., Client]

OWN = "xa-dinh-an.tracu.localhost"
UNKNOWN = [
    "xa-khac.tracu.localhost",
    "www.xa-dinh-an.tracu.localhost",
    "site-template.tracu.localhost",
    "template.invalid",
    "public.tracu.localhost",
    "xa_dinh_an_2.tracu.localhost",
    "xa-dinh-an",
    "localhost",
    "localhost:8000",
    "127.0.0.1",
    "127.0.0.1:8000",
    "[::1]",
    "[::1]:8000",
    "[xa-dinh-an.tracu.localhost]",
    "",
    " ",
    ":8000",
    ".",
    ".tracu.localhost",
    "*.tracu.localhost",
    "%.tracu.localhost",
    "xa_dinh_an.tracu.localhost",
    "xa-dinh-an.tracu.localhost.evil.example",
    "xa-dinh-an.tracu.localhost.",
    "xa-dinh-an.tracu.localhost..",
    "xa-dinh-an.tracu.localhost.:8000",
    "xa-dinh-an.tracu.localhost:port",
    "xa-dinh-an.tracu.localhost@evil.example",
    "evil.example@xa-dinh-an.tracu.localhost",
    "xa-dinh-an.tracu.localhost/admin",
    "xa-dinh-an.tracu.localhost, tracu.localhost",
    "xa-dinh-an.tracu.localhost tracu.localhost",
    "xa-dinh-an.tracu.localhost'--.tracu.localhost",
    "xa-dinh-an\x00.tracu.localhost",
    "xã-định-an.tracu.localhost",
    f"{'a' * 300}.tracu.localhost",
    f"{'a.' * 5000}tracu.localhost",
]
OTHER_SPELLINGS = [OWN, OWN.upper(), "Xa-Dinh-An.TraCu.LocalHost", f"{OWN}:8000", f"{OWN}:1", f"{OWN.upper()}:65535"]


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/tin-tuc/?chuyen-muc=news", "/tin-tuc/bi-mat/"])
def test_each_host_shows_its_own_site(district: Tenant, commune: Tenant, town: Tenant, visit: Visit, path: str):
    for tenant in (district, commune, town):
        page = visit(tenant).get(path).content.decode()
        assert {slug for slug, secret in cast.SECRETS.items() if secret in page} == {tenant.slug}


@pytest.mark.parametrize("host", OTHER_SPELLINGS)
def test_other_spellings_of_a_name_lead_to_the_same_site(db: None, host: str):
    page = Client().get("/tin-tuc/bi-mat/", headers={"host": host}).content.decode()
    assert {slug for slug, secret in cast.SECRETS.items() if secret in page} == {cast.COMMUNE}


@pytest.mark.parametrize("path", ["/", "/tin-tuc/bi-mat/", "/admin/", "/media/images/anh.png", "/documents/1/tep.pdf"])
@pytest.mark.parametrize("host", UNKNOWN)
def test_every_name_that_leads_nowhere_gets_the_same_answer(db: None, host: str, path: str):
    response = Client().get(path, headers={"host": host})
    nowhere = Client().get("/", headers={"host": "nowhere.tracu.localhost"})
    assert response.status_code == nowhere.status_code == 404
    assert response.content == nowhere.content
    assert dict(response.headers) == dict(nowhere.headers)


def test_that_answer_names_no_site(db: None):
    page = Client().get("/", headers={"host": "nowhere.tracu.localhost"}).content.decode()
    named = [tenant.name for tenant in Tenant.objects.all()] + [domain.host for domain in Domain.objects.all()]
    assert len(named) == 6
    assert not [name for name in (*named, "nowhere", *cast.SECRETS.values()) if name in page]


def test_that_answer_does_not_tell_what_was_visited_before(commune: Tenant, visit: Visit):
    before = Client().get("/", headers={"host": "nowhere.tracu.localhost"}).content
    visit(commune).get("/km/")
    visit(commune).get("/en/")
    assert Client().get("/", headers={"host": "nowhere.tracu.localhost"}).content == before


@pytest.mark.parametrize("header", ["x-forwarded-host", "x-host", "forwarded", "x-original-host", "x-forwarded-server"])
def test_no_other_header_names_the_site(db: None, header: str):
    page = Client().get("/tin-tuc/bi-mat/", headers={"host": OWN, header: "tracu.localhost"}).content.decode()
    assert {slug for slug, secret in cast.SECRETS.items() if secret in page} == {cast.COMMUNE}


def test_a_site_in_preparation_looks_unknown(commune: Tenant, visit: Visit):
    Tenant.objects.filter(pk=commune.pk).update(lifecycle=Lifecycle.PREPARING)
    response = visit(commune).get("/tin-tuc/bi-mat/")
    assert response.status_code == 404
    assert response.content == Client().get("/", headers={"host": "nowhere.tracu.localhost"}).content


@pytest.mark.parametrize("method", ["get", "head"])
def test_an_alias_redirects_to_the_primary_name_with_path_and_query(commune: Tenant, method: str):
    response = getattr(ask_alias(commune), method)("/tin-tuc/?trang=2&chuyen-muc=news")
    assert response.status_code == 301
    assert response.url == f"http://{OWN}:8000/tin-tuc/?trang=2&chuyen-muc=news"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_an_alias_keeps_the_method_of_what_changes_something(commune: Tenant, method: str):
    response = getattr(ask_alias(commune), method)("/admin/login/?next=/admin/")
    assert response.status_code == 308
    assert response.url == f"http://{OWN}:8000/admin/login/?next=/admin/"


@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_no_browser_remembers_for_ever_where_an_alias_leads(commune: Tenant, method: str):
    assert getattr(ask_alias(commune), method)("/")["Cache-Control"] == "max-age=300"


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "/%2f%2fevil.example/", "/@evil.example/"])
def test_an_alias_never_redirects_to_anybody_else(commune: Tenant, path: str):
    browser = ask_alias(commune)
    response = browser.generic("GET", "/", PATH_INFO=path)
    assert response.status_code == 301
    assert response.url.startswith(f"http://{OWN}:8000/")


def test_a_new_address_answers_at_once_whoever_added_it(commune: Tenant, settings: object):
    settings.HOST_CACHE_SECONDS = 60
    browser = Client(headers={"host": "dinhan.tracu.localhost"})
    assert browser.get("/").status_code == 404
    Domain.objects.create(tenant=commune, host="dinhan.tracu.localhost")
    assert browser.get("/").status_code == 301


def test_an_address_that_moved_to_another_site_leads_there_at_once(commune: Tenant, town: Tenant, settings: object):
    settings.HOST_CACHE_SECONDS = 60
    for tenant in (commune, town):
        add_domain(tenant=tenant, host="dinhan.tracu.localhost")
        assert find_address("dinhan.tracu.localhost").tenant.pk == tenant.pk
        remove_domain(tenant=tenant, host="dinhan.tracu.localhost")
    assert find_address("dinhan.tracu.localhost") is None


def test_an_address_that_another_process_moved_leads_there_soon(commune: Tenant, town: Tenant, settings: object):
    settings.HOST_CACHE_SECONDS = 0
    assert find_address(OWN).tenant.pk == commune.pk
    Domain.objects.filter(host=OWN).update(tenant=town, is_primary=False)
    assert find_address(OWN).tenant.pk == town.pk


@pytest.mark.parametrize("host", ["nowhere.example", "", "[::1]:8000"])
def test_where_https_is_enforced_unknown_names_learn_nothing_either(db: None, settings: object, host: str):
    settings.SECURE_SSL_REDIRECT = True
    response = Client().get("/tin-tuc/bi-mat/", headers={"host": host})
    assert response.status_code == 404
    assert not [name for name in ("tracu", "Định An", *cast.SECRETS.values()) if name in response.content.decode()]


@pytest.mark.parametrize("path", ["/%00", "/tin-tuc/%00/", "/en/%00/", "/admin/%00/", "/documents/1/%00", "/media/%00"])
def test_a_path_that_no_database_can_look_up_leads_nowhere(commune: Tenant, visit: Visit, path: str):
    response = visit(commune).get(path)
    assert response.status_code == 404
    assert response.content == Client().get("/", headers={"host": "nowhere.tracu.localhost"}).content


def ask_alias(tenant: Tenant) -> Client:
    Domain.objects.create(tenant=tenant, host="dinhan.tracu.localhost")
    return Client(headers={"host": "dinhan.tracu.localhost"})
