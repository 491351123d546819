"""Files that no entry has are removed once they are old, and no others."""

import datetime
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from library.actions import remove_orphaned_files
from library.models import SiteDocument
from tenants.crossing import in_site
from tenants.isolation.schedule import forget_orphaned_files, timers
from tenants.registry.models import Tenant
from tests.files import PDF
from tests.platform.library.test_models import add_image

LONG_AGO = timezone.now() - datetime.timedelta(days=40)


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def here(commune: Tenant) -> Iterator[Tenant]:
    with in_site(commune):
        yield commune


def age(name: str) -> None:
    os.utime(default_storage.path(name), (LONG_AGO.timestamp(),) * 2)


def left_by_what_was_taken_back() -> str:
    with transaction.atomic():
        document = SiteDocument.objects.create(title="Tệp", file=ContentFile(PDF, "tep.pdf"))
        transaction.set_rollback(True)
    return document.file.name


def test_what_a_transaction_has_left_goes_once_it_is_old(here: Tenant):
    name = left_by_what_was_taken_back()
    assert remove_orphaned_files(days=30) == 0
    assert default_storage.exists(name)
    age(name)
    assert (remove_orphaned_files(days=30), remove_orphaned_files(days=30)) == (1, 0)
    assert not default_storage.exists(name)


def test_files_of_documents_pictures_and_what_is_cut_of_them_stay(here: Tenant):
    document = SiteDocument.objects.create(title="Tệp", file=ContentFile(PDF, "tep.pdf"))
    image = add_image()
    names = [document.file.name, image.file.name, image.get_rendition("width-8").file.name]
    for name in names:
        age(name)
    assert remove_orphaned_files(days=30) == 0
    assert all(default_storage.exists(name) for name in names)


def test_the_clock_looks_after_each_site(commune: Tenant, town: Tenant):
    names = {}
    for site in (commune, town):
        with in_site(site):
            names[site.slug] = left_by_what_was_taken_back()
            age(names[site.slug])
    forget_orphaned_files()
    for site in (commune, town):
        with in_site(site):
            assert not default_storage.exists(names[site.slug])
    assert [timer.seconds for timer in timers() if timer.work is forget_orphaned_files] == [24 * 3600]
