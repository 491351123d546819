"""Files of all sites lie under one root, with equal names: no site writes, reads or deletes another's."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file

from accounts.roles import Role
from library.models import SiteDocument, SiteImage
from tenants.crossing import SwitchInsideTransaction, all_tenants, in_public, in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

SHARED_NAME = "original_images/anh.png"


@pytest.fixture
def pair(committed: None, settings: object, tmp_path: Path) -> Iterator[tuple[Tenant, Tenant]]:
    """A commune and a town with the same image: same id, same name, same file name. Everything is committed."""
    settings.MEDIA_ROOT = tmp_path
    commune, town = find_tenant(cast.COMMUNE), find_tenant(cast.TOWN)
    for tenant in (commune, town):
        with in_site(tenant):
            SiteImage.objects.create(pk=900, title="Ảnh", file=get_test_image_file("anh.png", size=(4, 3)))
    yield commune, town
    for tenant in (commune, town):
        with in_site(tenant):
            SiteImage.objects.all().delete()
            SiteDocument.objects.all().delete()


def test_an_equal_name_is_another_file_on_each_site(pair: tuple[Tenant, Tenant], tmp_path: Path):
    assert all((tmp_path / tenant.schema_name / SHARED_NAME).exists() for tenant in pair)


def test_deleting_an_image_leaves_the_equal_one_of_another_site(pair: tuple[Tenant, Tenant], tmp_path: Path):
    commune, town = pair
    with in_site(town), transaction.atomic():
        SiteImage.objects.get().delete()
    assert not (tmp_path / town.schema_name / SHARED_NAME).exists()
    assert (tmp_path / commune.schema_name / SHARED_NAME).exists()


def test_an_editor_who_deletes_an_image_deletes_it_on_their_site_only(
    pair: tuple[Tenant, Tenant], tmp_path: Path, visit: Callable[..., Client]
):
    commune, town = pair
    browser = visit(town, Role.ADMINISTRATOR)
    with in_site(town):
        SiteImage.objects.update(uploaded_by_user=int(browser.session["_auth_user_id"]))
    browser.post("/admin/images/900/delete/")
    assert not (tmp_path / town.schema_name / SHARED_NAME).exists()
    assert (tmp_path / commune.schema_name / SHARED_NAME).exists()


def test_a_deletion_from_within_another_sites_transaction_is_refused(pair: tuple[Tenant, Tenant], tmp_path: Path):
    commune, town = pair
    with in_site(commune), transaction.atomic(), pytest.raises(SwitchInsideTransaction), in_site(town):
        SiteImage.objects.get().delete()
    assert all((tmp_path / tenant.schema_name / SHARED_NAME).exists() for tenant in pair)


def test_a_deletion_that_is_rolled_back_keeps_the_file(pair: tuple[Tenant, Tenant], tmp_path: Path):
    _, town = pair
    with in_site(town), transaction.atomic():
        SiteImage.objects.get().delete()
        transaction.set_rollback(True)
    assert (tmp_path / town.schema_name / SHARED_NAME).exists()


def test_documents_go_the_same_way(pair: tuple[Tenant, Tenant], tmp_path: Path):
    commune, town = pair
    for tenant in pair:
        with in_site(tenant):
            SiteDocument.objects.create(pk=900, title="Tệp", file=ContentFile(b"x", name="tep.pdf"))
    with in_site(town):
        SiteDocument.objects.get().delete()
    assert not (tmp_path / town.schema_name / "documents/tep.pdf").exists()
    assert (tmp_path / commune.schema_name / "documents/tep.pdf").exists()


def test_there_are_no_files_outside_a_site(db: None):
    with in_public(), pytest.raises(SuspiciousFileOperation):
        default_storage.save("images/anh.png", ContentFile(b"x"))


@pytest.mark.parametrize("name", ["../{other}/secret.txt", "images/../../{other}/secret.txt", "/{other}/secret.txt"])
def test_no_name_leads_into_another_sites_folder(db: None, settings: object, tmp_path: Path, name: str):
    settings.MEDIA_ROOT = tmp_path
    commune, town, *_ = (tenant for tenant in all_tenants() if tenant.slug != cast.DISTRICT)
    with in_site(town):
        default_storage.save("secret.txt", ContentFile(b"x"))
    with in_site(commune), pytest.raises(SuspiciousFileOperation):
        default_storage.open(name.format(other=town.schema_name))
