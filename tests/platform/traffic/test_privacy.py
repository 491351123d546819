"""Nothing of a visitor is kept: neither address nor browser, in no table, cache, log or answer."""

import logging
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from wagtail.models import Page, Site

from tenants.crossing import in_public, in_site
from tenants.registry.models import Tenant
from tests.readers import PHONE, Readers
from traffic.figures import counter_on_show
from traffic.models import CounterSettings, Visitor

ADDRESS, WORD = "198.51.100.77", "NameOfABrowser"
BROWSER = f"{PHONE} {WORD}/7"
TABLES = "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"


def test_no_table_cache_or_log_has_an_address_or_a_browser(
    commune: Tenant, article: Page, readers: Readers, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.DEBUG):
        readers.show(commune, article.pk, source="zalo.me", REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER)
        told = readers.visits.of(commune).take()
        readers.visits.of(commune).put_back(told)
        readers.written_down()
        with in_site(commune):
            CounterSettings.objects.create(site=Site.objects.get(), is_shown=True)
            assert counter_on_show().here_now == 1
            assert not Visitor.objects.filter(key=told[0].visitor.hex()).exists()
    for word in (ADDRESS, WORD, told[0].visitor.hex()):
        assert rows_with(word, commune) == []
        assert word not in caplog.text
        assert word.encode() not in b"".join(path.read_bytes() for path in cache_files())
    assert WORD not in repr(told)
    assert ADDRESS not in repr(told)
    # What was looked for is found where it stands.
    assert rows_with("zalo.me", commune) == ["traffic_sourcecount"]


def test_nobody_gets_a_cookie(commune: Tenant, article: Page, readers: Readers):
    answer = readers.show_without_script(commune, article.pk)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/gif")
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def rows_with(word: str, tenant: Tenant) -> list[str]:
    """Tables of the site and those that all share, in which it stands."""
    found = []
    for enter, schema in ((in_site(tenant), tenant.schema_name), (in_public(), "public")):
        with enter, connection.cursor() as cursor:
            cursor.execute(f"{TABLES} AND table_schema = %s", [schema])
            for _, table in cursor.fetchall():
                cursor.execute(f'SELECT count(*) FROM "{schema}"."{table}" one WHERE one::text LIKE %s', [f"%{word}%"])
                found += [table] if cursor.fetchone()[0] else []
    return found


def cache_files() -> list[Path]:
    cache.set("something", "there")
    files = [path for path in (Path(settings.VAR) / "cache").rglob("*") if path.is_file()]
    assert files
    return files
