"""The probes find nothing on an installation as it should be, and find the leak on one that was broken on purpose."""

import logging
from collections.abc import Callable, Iterator

import pytest

from tenants.connection import connection
from tenants.crossing import in_public
from tenants.isolation import publishing
from tenants.isolation.logins import login_of
from tenants.verification.actions import two_sites
from tenants.verification.pair import Pair
from tenants.verification.surfaces import SURFACES, probe
from tenants.verification.verdicts import Finding, Verdict

BY_NAME = {surface.name: surface for surface in SURFACES}
SQL = ("raw SQL, reading", "raw SQL, writing", "set_config('role', …)", "query_to_xml", "queue")
# A table of site B that is in truth the one of site A.
MIXED_UP = {
    "rows": "wagtailredirects_redirect",
    "pages": "newsroom_articlepage",
    "lists of items": "planning_projectpage",
    "documents": "legal_legaldocument",
    "search": "wagtailsearch_indexentry",
    "reference index": "wagtailcore_referenceindex",
    "admin": "accounts_user",
    "API": "wagtailcore_page",
    "open data": "planning_projectpage",
    "sessions": "django_session",
    "private documents": "django_session",
    "previews": "wagtailadmin_formstate",
    "tasks": "accounts_user",
    "mail recipients": "accounts_user",
    "password reset": "accounts_user",
}
OTHERWISE_BROKEN = {
    *SQL, "grants", "shared index", "cache", "media", "forms", "scheduled publishing", "logs", "sitemap", "feeds"
}  # fmt: skip


@pytest.fixture
def broken(installation: None) -> Iterator[Callable[[], Pair]]:
    """`broken()` makes the two sites once the test has broken the settings; they go with the test."""
    made: list = []

    def make() -> Pair:
        made.append(two_sites())
        return made[0].__enter__()

    yield make
    if made:
        made[0].__exit__(None, None, None)


def finding(pair: Pair, name: str) -> Finding:
    return probe(BY_NAME[name], pair)


def execute(sql: str, pair: Pair) -> None:
    names = {"a": pair.a.schema, "b": pair.b.schema, "role": login_of(pair.a.tenant).role}
    with in_public(), connection.cursor() as cursor:
        cursor.execute(sql.format(**names))


def mix_up(table: str, pair: Pair) -> None:
    execute(f"ALTER TABLE {{b}}.{table} RENAME TO put_away; CREATE VIEW {{b}}.{table} AS TABLE {{a}}.{table}", pair)


def test_each_probe_has_a_test_in_which_it_finds_a_leak():
    assert set(MIXED_UP) | OTHERWISE_BROKEN == set(BY_NAME)


def test_nothing_leaks(installation: None):
    with two_sites() as pair:
        found = [probe(surface, pair) for surface in SURFACES]
    assert [one for one in found if one.verdict != Verdict.OK] == []


@pytest.mark.parametrize("name", MIXED_UP)
def test_a_table_that_belongs_to_the_other_site_is_found(broken: Callable[[], Pair], name: str):
    pair = broken()
    table = MIXED_UP[name]
    mix_up(table, pair)
    found = finding(pair, name)
    assert found.verdict == Verdict.LEAK, found


@pytest.mark.parametrize("name", ["lists of items", "admin"])
def test_what_people_sent_to_the_other_site_is_found(broken: Callable[[], Pair], name: str):
    pair = broken()
    mix_up("consultations_comment", pair)
    found = finding(pair, name)
    assert found.verdict == Verdict.LEAK, found


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("sitemap", "wagtailcore_page"),
        ("feeds", "legal_legaldocument"),
        ("feeds", "wagtailcore_page"),
        ("feeds", "consultations_consultationpage"),
    ],
)
def test_what_is_told_of_the_other_site_is_found(broken: Callable[[], Pair], name: str, table: str):
    pair = broken()
    mix_up(table, pair)
    found = finding(pair, name)
    assert found.verdict == Verdict.LEAK, found


@pytest.mark.parametrize("name", ["grants", *SQL])
def test_sites_that_share_one_login_are_found(broken: Callable[[], Pair], settings: object, name: str):
    settings.SITE_LOGINS = "off"
    found = finding(broken(), name)
    assert found.verdict == Verdict.LEAK, found
    assert "one login" in found.detail or "no login" in found.detail


@pytest.mark.parametrize(
    ("right", "names"),
    [
        ("GRANT SELECT ON ALL TABLES IN SCHEMA {b} TO {role}", ["grants", "raw SQL, reading", "query_to_xml"]),
        ("GRANT SELECT ON public.syndication_sharedentry TO {role}", ["grants", "shared index"]),
        ("GRANT UPDATE, SELECT ON {b}.accounts_user TO {role}", ["grants", "raw SQL, writing"]),
    ],
)
def test_a_right_too_many_is_found(broken: Callable[[], Pair], right: str, names: list[str]):
    pair = broken()
    execute(f"GRANT USAGE ON SCHEMA {{b}} TO {{role}}; {right}", pair)
    found = [finding(pair, name) for name in names]
    assert {one.verdict for one in found} == {Verdict.LEAK}, found


@pytest.mark.parametrize("name", ["cache", "sessions", "private documents"])
def test_a_cache_whose_keys_name_no_site_is_found(broken: Callable[[], Pair], settings: object, name: str):
    settings.CACHES = {alias: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"} for alias in settings.CACHES}
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    found = finding(broken(), name)
    assert found.verdict == Verdict.LEAK, found


def test_one_folder_for_all_files_is_found(broken: Callable[[], Pair], settings: object):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    assert finding(broken(), "media").verdict == Verdict.LEAK


def test_forms_from_everywhere_are_found(broken: Callable[[], Pair], settings: object):
    settings.CSRF_TRUSTED_ORIGINS = ["http://*.tracu.localhost:8000"]
    assert finding(broken(), "forms").verdict == Verdict.LEAK


def test_a_clock_that_goes_to_the_wrong_site_is_found(broken: Callable[[], Pair], monkeypatch: pytest.MonkeyPatch):
    pair, right = broken(), publishing.as_site
    wrong = {pair.a.tenant.pk: pair.b.tenant, pair.b.tenant.pk: pair.a.tenant}
    monkeypatch.setattr(publishing, "as_site", lambda tenant: right(wrong[tenant.pk]))
    found = finding(pair, "scheduled publishing")
    assert found.verdict in (Verdict.LEAK, Verdict.CANNOT_TELL), found


def test_a_log_that_names_no_site_is_found(broken: Callable[[], Pair], monkeypatch: pytest.MonkeyPatch):
    console = next(one for one in logging.getLogger().handlers if one.get_name() == "console")
    monkeypatch.setattr(console, "formatter", logging.Formatter("%(message)s"))
    assert finding(broken(), "logs").verdict == Verdict.LEAK


@pytest.mark.parametrize("name", ["sitemap", "feeds"])
def test_a_listing_that_is_remembered_for_all_sites_is_found(broken: Callable[[], Pair], settings: object, name: str):
    settings.ROOT_URLCONF = "tests.tenants.verification.leaky"
    found = finding(broken(), name)
    assert found.verdict == Verdict.LEAK, found


def test_a_probe_that_could_see_nothing_proves_nothing(broken: Callable[[], Pair], settings: object):
    settings.CACHES = {alias: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"} for alias in settings.CACHES}
    assert finding(broken(), "cache").verdict == Verdict.CANNOT_TELL
