"""What is written to a site until it is closed is in its dump, and nothing is written after that."""

import tarfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client

from accounts.models import User
from home.models import HomePage
from library.models import SiteDocument
from tenants.connection import connection
from tenants.crossing import in_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.archives import delete_site
from tenants.provisioning.lifecycle import suspend_site
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle

PATIENCE = 20


@pytest.fixture
def site(shared_database: str, another: Callable[..., Order]) -> Tenant:
    return create_site(order=another(), by="tests")


def test_the_last_words_of_who_has_not_heard_of_the_deletion_are_in_the_dump(
    site: Tenant, settings: object, monkeypatch: pytest.MonkeyPatch
):
    """Another process takes the site for active until HOST_CACHE_SECONDS have passed since it looked."""
    settings.HOST_CACHE_SECONDS = 7
    waited: list[tuple[float, str]] = []

    def write(seconds: float) -> None:
        waited.append((seconds, Tenant.objects.get(pk=site.pk).lifecycle))
        with in_site(site), transaction.atomic():
            save_last_words()

    monkeypatch.setattr(time, "sleep", write)
    folder = delete(site)
    assert waited == [(7, Lifecycle.ARCHIVED)]
    assert "Phút chót" in (folder / "schema.sql").read_text()
    with tarfile.open(folder / "media.tar.gz") as archive:
        assert "./documents/phut-chot.bin" in archive.getnames()


def test_what_is_still_being_saved_when_the_site_is_closed_is_in_the_dump(
    site: Tenant, wait_until: Callable[[Callable[[], object]], None]
):
    is_saving = threading.Event()

    def save() -> None:
        try:
            with in_site(site), transaction.atomic():
                save_last_words()
                is_saving.set()
                wait_until(somebody_waits)
        finally:
            connection.close()

    thread = threading.Thread(target=save)
    thread.start()
    assert is_saving.wait(PATIENCE)
    folder = delete(site)
    thread.join()
    assert "Phút chót" in (folder / "schema.sql").read_text()


@pytest.mark.parametrize("before", [Lifecycle.ACTIVE, Lifecycle.SUSPENDED])
def test_once_the_dump_is_begun_the_site_is_read_and_no_longer_changed(
    site: Tenant, visit: Callable[..., Client], before: Lifecycle
):
    if before == Lifecycle.SUSPENDED:
        suspend_site(tenant=site, by="tests", reason="Bảo trì")
    with in_site(site):
        browser, home = visit(site), HomePage.objects.get(locale__language_code="vi")
        browser.force_login(User.objects.get())
    answers: dict[str, list[int]] = {}

    def try_out(line: str) -> None:
        change = browser.post(f"/admin/pages/{home.pk}/unpublish/")
        answers[line] = [browser.get("/").status_code, change.status_code]

    folder = delete_site(tenant=site, typed_name=site.full_name, by="tests", report=try_out)
    assert answers["writing the dump"] == answers["removing the schema"] == [200, 403]
    assert "wagtail.unpublish" not in (folder / "schema.sql").read_text()


def delete(tenant: Tenant) -> Path:
    return delete_site(tenant=tenant, typed_name=tenant.full_name, by="tests")


def save_last_words() -> None:
    SiteDocument.objects.create(title="Phút chót", file=ContentFile(b"x", "phut-chot.bin"))


def somebody_waits() -> bool:
    """For what another connection to this database has locked."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database "
            "WHERE NOT granted AND datname = current_database())"
        )
        return cursor.fetchone()[0]
