"""The way back from a dump: the same site to the last row and byte, or none."""

import io
import json
import re
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from accounts.models import User
from library.models import SiteDocument
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import in_site
from tenants.isolation.storage import media_folder
from tenants.provisioning.actions import add_domain, create_site, rename_site
from tenants.provisioning.archives import ArchiveUnusable, delete_site, dump_site, restore_site
from tenants.provisioning.orders import Order
from tenants.provisioning.pg_programs import dump_schema
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast

# What would be taken for commands of SQL or psql, were it not a text.
TRICKY = """Dòng đầu
-- không phải chú thích
\\restrict khong
\\. cũng không
SET x = 1;
SET search_path = public;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE SCHEMA oops;
100 % 'đúng' "rồi" $$ \\n \\' \x01
dòng cuối\r\ncủa Windows\rvà của máy cũ\n"""
BYTES = bytes(range(256)) * 40
EDITOR = "bien-tap@demo.example"


@pytest.fixture
def site(shared_database: str, another: Callable[..., Order]) -> Tenant:
    """A new site with a person, a file, and an article whose text looks like commands."""
    tenant = create_site(order=another(), by="tests")
    with in_site(tenant), transaction.atomic():
        User.objects.create_superuser(EDITOR, cast.PASSWORD)
        SiteDocument.objects.create(title="Kế hoạch", file=ContentFile(BYTES, "ke-hoach.bin"))
        index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
        index.add_child(instance=ArticlePage(title="Tin", slug="tin", lead=TRICKY))
    return tenant


def delete(tenant: Tenant) -> Path:
    return delete_site(tenant=tenant, typed_name=tenant.full_name, by="tests")


def schema_of(tenant: Tenant) -> str:
    """Every table, row, number and name; without the word that each dump makes up."""
    return re.sub(r"^\\(un)?restrict .*$", "", dump_schema(tenant.schema_name), flags=re.MULTILINE)


def files_of(tenant: Tenant) -> dict[str, bytes]:
    folder = media_folder(tenant.schema_name)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal(tenant: Tenant, folder: Path) -> str:
    with pytest.raises(ArchiveUnusable) as caught:
        restore_site(folder=folder, by="tests")
    return str(caught.value)


def test_a_restored_site_is_the_same_to_the_last_row_and_byte(site: Tenant):
    rows, files = schema_of(site), files_of(site)
    tenant = restore_site(folder=delete(site), by="tests")
    assert schema_of(tenant) == rows
    assert files_of(tenant) == files == {"documents/ke-hoach.bin": BYTES}


def test_texts_that_look_like_commands_come_back_unchanged(site: Tenant):
    tenant = restore_site(folder=delete(site), by="tests")
    with in_site(tenant):
        assert ArticlePage.objects.get().lead == TRICKY


def test_a_restored_site_is_closed_until_somebody_opens_it(site: Tenant, visit: Callable[..., Client]):
    tenant = restore_site(folder=delete(site), by="tests")
    assert tenant.lifecycle == Lifecycle.SUSPENDED
    assert visit(tenant).get("/").status_code == 503


def test_the_people_of_a_restored_site_sign_in_as_before(site: Tenant):
    tenant = restore_site(folder=delete(site), by="tests")
    client = Client(SERVER_NAME=tenant.primary_host)
    client.post("/admin/login/", {"username": EDITOR, "password": cast.PASSWORD})
    assert client.get("/admin/").status_code == 200


def test_the_registry_of_a_restored_site_is_as_it_was(site: Tenant):
    host, alias = site.primary_host, f"{site.slug}-alias.tracu.localhost"
    add_domain(tenant=site, host=alias)
    fields = ("id", "schema_name", "slug", "name", "kind", "code", "code_valid_from", "code_valid_to", "created_at")
    before = {field: getattr(site, field) for field in fields}
    restore_site(folder=delete(site), by="tests")
    tenant = Tenant.objects.get(pk=site.pk)
    assert {field: getattr(tenant, field) for field in fields} == before
    assert tenant.parent.slug == cast.DISTRICT
    assert [domain.host for domain in tenant.domains.all()] == [host, alias]


def test_a_restored_site_remembers_what_became_of_it(site: Tenant):
    tenant = restore_site(folder=delete(site), by="Bình")
    moves = [(change.before, change.after, change.by) for change in tenant.changes.all()]
    assert moves == [
        ("suspended", "suspended", "Bình"),
        ("active", "archived", "tests"),
        ("preparing", "active", "tests"),
    ]


def test_a_restored_site_takes_new_pages(site: Tenant):
    tenant = restore_site(folder=delete(site), by="tests")
    with in_site(tenant), transaction.atomic():
        article = ArticlePage.objects.get()
        article.get_parent().add_child(instance=ArticlePage(title="Mới", slug="moi"))
        assert ArticlePage.objects.count() == 2


@pytest.mark.parametrize("missing", ["site.json", "schema.sql", "media.tar.gz"])
def test_an_incomplete_dump_is_refused(shared_database: str, find: Callable[[str], Tenant], missing: str):
    folder = dump_site(find(cast.TOWN))
    (folder / missing).unlink()
    assert refusal(find(cast.TOWN), folder) == f"{folder} is not a complete dump: {missing} missing."


def test_a_site_that_stands_is_not_restored_over(site: Tenant):
    assert refusal(site, dump_site(site)) == f"A site with the same id ({site.pk}) stands already."
    assert files_of(site)


def test_a_site_whose_unit_has_another_one_by_now_is_not_restored(site: Tenant, another: Callable[..., Order]):
    folder = delete(site)
    create_site(order=another(name=site.name, code=site.code), by="tests")
    assert refusal(site, folder) == f"A site with the same slug ({site.slug}) stands already."


def test_a_site_whose_code_belongs_to_another_is_not_restored(site: Tenant, another: Callable[..., Order]):
    folder = delete(site)
    create_site(order=another(code=site.code), by="tests")
    assert refusal(site, folder) == f"The code {site.code} belongs to another site by now."


def test_a_site_whose_name_belongs_to_another_is_not_restored(site: Tenant, another: Callable[..., Order]):
    folder = delete(site)
    twin = rename_site(tenant=create_site(order=another(), by="tests"), name=site.name)
    assert refusal(site, folder) == f"{site.full_name} stands already, with the short name {twin.slug}."


def test_a_site_whose_host_belongs_to_another_is_not_restored(site: Tenant, find: Callable[[str], Tenant]):
    host, folder = site.primary_host, delete(site)
    add_domain(tenant=find(cast.TOWN), host=host)
    with translation.override("en"):
        assert refusal(site, folder) == f"{host}: {host} leads to Thị trấn Định An already."


def test_files_that_can_not_be_unpacked_bring_nothing_back(site: Tenant, traces: Callable[[], dict[str, object]]):
    folder = delete(site)
    archive = folder / "media.tar.gz"
    archive.write_bytes(archive.read_bytes()[:-200])
    before = traces()
    assert "can't be unpacked" in refusal(site, folder)
    after = traces()
    assert [name for name in after["media"] if not name.startswith(".")] == before["media"]
    assert after["schemas"] == before["schemas"]


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "link.txt"])
def test_files_that_lead_elsewhere_bring_nothing_back(site: Tenant, tmp_path: Path, name: str):
    folder = delete(site)
    with tarfile.open(folder / "media.tar.gz", "w:gz") as packed:
        member = tarfile.TarInfo(name.replace("/outside", f"{tmp_path}/outside") if name[0] == "/" else name)
        if name == "link.txt":
            member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(member, io.BytesIO())
    assert "is no file of a site" in refusal(site, folder)
    assert not list(tmp_path.glob("outside*"))


def test_the_number_of_a_restored_site_is_not_given_to_the_next(site: Tenant, another: Callable[..., Order]):
    folder = delete(site)
    facts = json.loads((folder / "site.json").read_bytes())
    (folder / "site.json").write_text(json.dumps({**facts, "id": facts["id"] + 10}))
    tenant = restore_site(folder=folder, by="tests")
    assert create_site(order=another(), by="tests").pk > tenant.pk


def test_a_dump_from_before_an_upgrade_is_migrated(site: Tenant):
    call_command("migrate_schemas", "wagtailredirects", "0006", schema_name=site.schema_name, verbosity=0)
    tenant = restore_site(folder=delete(site), by="tests")
    with in_site(tenant):
        assert not Redirect.objects.filter(automatically_created=True).exists()
