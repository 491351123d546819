"""The end of a site, and the way back."""

import json
import re
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from wagtail.contrib.redirects.models import Redirect

from accounts.roles import Role
from library.models import SiteDocument
from newsroom.models import ArticlePage
from tenants.crossing import in_public, in_site
from tenants.isolation.storage import media_folder
from tenants.provisioning.actions import add_domain, archive_site, create_site, rename_site, suspend_site
from tenants.provisioning.archives import ArchiveUnusable, StillReferred, delete_site, dump_site, restore_site
from tenants.provisioning.orders import Order
from tenants.provisioning.pg_programs import ProgramFailed, dump_schema
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast

FULL_NAME = "Xã Định An"
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

PG_DUMP_THAT_HANGS = """#!/bin/sh
[ "$1" = --version ] && { echo 'pg_dump (PostgreSQL) 99.0'; exit; }
echo 'CREATE TABLE unfinished'
exec sleep 600
"""
DELETION = """
import threading
from tenants.provisioning.archives import delete_site
from tenants.registry.models import Tenant

def stop(line):
    print(line, flush=True)
    if line == {line!r}:
        threading.Event().wait()

delete_site(tenant=Tenant.objects.get(slug="xa-dinh-an"), typed_name="Xã Định An", by="tests", report=stop)
"""


@pytest.fixture
def site(own_database: str, find: Callable[[str], Tenant]) -> Tenant:
    """Xã Định An, with a file and with texts that look like commands."""
    tenant = find(cast.COMMUNE)
    with in_site(tenant), transaction.atomic():
        ArticlePage.objects.update(lead=TRICKY)
        SiteDocument.objects.create(title="Kế hoạch", file=ContentFile(BYTES, "ke-hoach.bin"))
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


# --- Deleting ---------------------------------------------------------------------------------------------------------


def test_a_deleted_site_leaves_no_trace_but_its_dump(site: Tenant, traces: Callable[[], dict[str, object]]):
    before = traces()
    delete(site)
    after = traces()
    assert set(before["schemas"]) - set(after["schemas"]) == {site.schema_name}
    assert set(before["sites"]) - set(after["sites"]) == {site.schema_name}
    assert set(before["hosts"]) - set(after["hosts"]) == {"xa-dinh-an.tracu.localhost"}
    assert site.schema_name in before["media"]
    assert site.schema_name not in after["media"]


def test_the_work_that_was_queued_for_a_deleted_site_goes_with_it(site: Tenant):
    def queued(schema_name: str) -> int:
        return DBTaskResult.objects.filter(args_kwargs__args__0=schema_name).count()

    assert queued(site.schema_name) == 1
    delete(site)
    assert queued(site.schema_name) == 0
    assert DBTaskResult.objects.count() == 2


def test_the_host_of_a_deleted_site_leads_nowhere(site: Tenant):
    delete(site)
    assert Client(SERVER_NAME="xa-dinh-an.tracu.localhost").get("/").status_code == 404


def test_the_neighbours_of_a_deleted_site_live_on(
    site: Tenant, visit: Callable[..., Client], find: Callable[[str], Tenant]
):
    delete(site)
    assert visit(find(cast.TOWN)).get("/tin-tuc/bi-mat/").status_code == 200


@pytest.mark.parametrize("typed", ["", "Định An", "xã Định An", "Xã Dinh An", "Thị trấn Định An", "xa-dinh-an"])
def test_without_its_full_name_nothing_is_deleted(commune: Tenant, typed: str):
    with translation.override("en"), pytest.raises(ValidationError, match="The name does not match"):
        delete_site(tenant=commune, typed_name=typed, by="tests")
    commune.refresh_from_db()
    assert commune.lifecycle == Lifecycle.ACTIVE


def test_the_name_may_be_typed_in_decomposed_letters(site: Tenant):
    assert delete_site(tenant=site, typed_name=" Xa\u0303 Đi\u0323nh An\n", by="tests").is_dir()


def test_a_unit_that_runs_the_board_of_others_is_not_deleted(district: Tenant):
    with translation.override("en"), pytest.raises(StillReferred) as caught:
        delete_site(tenant=district, typed_name="Huyện Trà Cú", by="tests")
    assert str(caught.value) == (
        "Huyện Trà Cú runs the board of Xã Định An, Thị trấn Định An: delete those sites first."
    )
    district.refresh_from_db()
    assert district.lifecycle == Lifecycle.ACTIVE


@pytest.mark.parametrize("lifecycle", [Lifecycle.SUSPENDED, Lifecycle.ARCHIVED])
def test_a_site_that_is_closed_already_is_deleted_as_well(
    site: Tenant, lifecycle: Lifecycle, traces: Callable[[], dict[str, object]]
):
    if lifecycle == Lifecycle.SUSPENDED:
        suspend_site(tenant=site, by="tests", reason="Bảo trì")
    else:
        archive_site(tenant=site, by="tests")
    delete(site)
    assert site.schema_name not in traces()["sites"]


# --- The dump ---------------------------------------------------------------------------------------------------------


def test_a_dump_has_facts_schema_and_files(site: Tenant):
    folder = delete(site)
    assert sorted(path.name for path in folder.iterdir()) == ["media.tar.gz", "schema.sql", "site.json"]
    assert folder.parent == settings.ARCHIVE_ROOT
    assert folder.name.startswith("xa-dinh-an-")


def test_the_facts_say_which_unit_it_was_and_who_deleted_it(site: Tenant):
    facts = json.loads((delete_site(tenant=site, typed_name=FULL_NAME, by="Bình") / "site.json").read_bytes())
    assert (facts["name"], facts["code"], facts["parent"]) == ("Định An", "29494", cast.DISTRICT)
    assert facts["domains"] == [{"host": "xa-dinh-an.tracu.localhost", "is_primary": True}]
    assert facts["changes"][0]["by"] == "Bình"


def test_the_schema_has_the_pages(site: Tenant):
    sql = (delete(site) / "schema.sql").read_text()
    assert cast.SECRETS[cast.COMMUNE] in sql
    assert cast.SECRETS[cast.TOWN] not in sql


def test_the_files_are_all_in_the_archive(site: Tenant):
    with tarfile.open(delete(site) / "media.tar.gz") as archive:
        assert archive.extractfile("./documents/ke-hoach.bin").read() == BYTES


def test_nobody_but_its_owner_reads_a_dump(site: Tenant):
    assert delete(site).stat().st_mode & 0o777 == 0o700


def test_a_site_without_files_has_a_complete_dump(own_database: str, find: Callable[[str], Tenant]):
    assert (dump_site(find(cast.TOWN)) / "media.tar.gz").is_file()


def test_a_dump_that_is_killed_midway_does_not_look_complete(
    site: Tenant,
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    wait_until: Callable[[Callable[[], object]], None],
    tmp_path: Path,
    find: Callable[[str], Tenant],
):
    hang_pg_dump(tmp_path)
    process = start("shell", "-c", DELETION.format(line=""), PG_BIN=str(tmp_path))
    wait_until(lambda: list(settings.ARCHIVE_ROOT.glob(".*/site.json")))
    kill_minus_nine(process)
    assert not list(settings.ARCHIVE_ROOT.glob("[!.]*"))
    assert find(cast.COMMUNE).lifecycle == Lifecycle.ARCHIVED


def test_a_deletion_that_is_killed_between_dump_and_removal_can_be_repeated(
    site: Tenant,
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    find: Callable[[str], Tenant],
    traces: Callable[[], dict[str, object]],
):
    process = start("shell", "-c", DELETION.format(line="removing the schema"))
    for line in process.stdout:
        if line.strip() == "removing the schema":
            break
    kill_minus_nine(process)
    tenant = find(cast.COMMUNE)
    assert tenant.lifecycle == Lifecycle.ARCHIVED
    delete(tenant)
    assert site.schema_name not in traces()["schemas"]
    assert len(list(settings.ARCHIVE_ROOT.iterdir())) == 2


def test_a_dump_that_fails_removes_nothing(site: Tenant, find: Callable[[str], Tenant]):
    with in_public():
        Tenant.objects.filter(pk=site.pk).update(schema_name="no_such_schema")
    with pytest.raises(ProgramFailed):
        delete(find(cast.COMMUNE))
    assert find(cast.COMMUNE)


def hang_pg_dump(folder: Path) -> None:
    program = folder / "pg_dump"
    program.write_text(PG_DUMP_THAT_HANGS)
    program.chmod(0o755)


# --- The way back -----------------------------------------------------------------------------------------------------


def test_a_restored_site_is_the_same_to_the_last_row_and_byte(site: Tenant, find: Callable[[str], Tenant]):
    rows, files = schema_of(site), files_of(site)
    restore_site(folder=delete(site), by="tests")
    tenant = find(cast.COMMUNE)
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
    client.post("/admin/login/", {"username": cast.address_of(Role.EDITOR), "password": cast.PASSWORD})
    assert client.get("/admin/").status_code == 200


def test_the_registry_of_a_restored_site_is_as_it_was(site: Tenant, find: Callable[[str], Tenant]):
    add_domain(tenant=site, host="dinh-an.tracu.localhost")
    fields = ("id", "schema_name", "slug", "name", "kind", "code", "code_valid_from", "code_valid_to", "created_at")
    before = {field: getattr(site, field) for field in fields}
    restore_site(folder=delete(site), by="tests")
    tenant = find(cast.COMMUNE)
    assert {field: getattr(tenant, field) for field in fields} == before
    assert tenant.parent.slug == cast.DISTRICT
    assert [domain.host for domain in tenant.domains.all()] == ["xa-dinh-an.tracu.localhost", "dinh-an.tracu.localhost"]


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
def test_an_incomplete_dump_is_refused(own_database: str, find: Callable[[str], Tenant], missing: str):
    folder = dump_site(find(cast.TOWN))
    (folder / missing).unlink()
    assert refusal(find(cast.TOWN), folder) == f"{folder} is not a complete dump: {missing} missing."


def test_a_site_that_stands_is_not_restored_over(site: Tenant):
    assert refusal(site, dump_site(site)) == f"A site with the same id ({site.pk}) stands already."
    assert files_of(site)


def test_a_site_whose_unit_has_another_one_by_now_is_not_restored(site: Tenant, order: Callable[..., Order]):
    folder = delete(site)
    create_site(order=order(name="Định An", code="29494"), by="tests")
    assert refusal(site, folder) == "A site with the same slug (xa-dinh-an) stands already."


def test_a_site_whose_code_belongs_to_another_is_not_restored(site: Tenant, order: Callable[..., Order]):
    folder = delete(site)
    create_site(order=order(code="29494"), by="tests")
    assert refusal(site, folder) == "The code 29494 belongs to another site by now."


def test_a_site_whose_name_belongs_to_another_is_not_restored(site: Tenant, order: Callable[..., Order]):
    folder = delete(site)
    rename_site(tenant=create_site(order=order(), by="tests"), name="Định An")
    assert refusal(site, folder) == "Xã Định An stands already, with the short name xa-dai-an."


def test_a_site_whose_host_belongs_to_another_is_not_restored(site: Tenant, find: Callable[[str], Tenant]):
    folder = delete(site)
    add_domain(tenant=find(cast.TOWN), host="xa-dinh-an.tracu.localhost")
    with translation.override("en"):
        assert refusal(site, folder) == (
            "xa-dinh-an.tracu.localhost: xa-dinh-an.tracu.localhost leads to Thị trấn Định An already."
        )


def test_files_that_can_not_be_unpacked_bring_nothing_back(site: Tenant, traces: Callable[[], dict[str, object]]):
    folder = delete(site)
    archive = folder / "media.tar.gz"
    archive.write_bytes(archive.read_bytes()[:-200])
    before = traces()
    assert "can't be unpacked" in refusal(site, folder)
    after = traces()
    assert [name for name in after["media"] if not name.startswith(".")] == before["media"]
    assert after["schemas"] == before["schemas"]


def test_the_number_of_a_restored_site_is_not_given_to_the_next(site: Tenant, order: Callable[..., Order]):
    folder = delete(site)
    facts = json.loads((folder / "site.json").read_bytes())
    (folder / "site.json").write_text(json.dumps({**facts, "id": facts["id"] + 10}))
    tenant = restore_site(folder=folder, by="tests")
    assert create_site(order=order(), by="tests").pk > tenant.pk


def test_a_dump_from_before_an_upgrade_is_migrated(site: Tenant):
    call_command("migrate_schemas", "wagtailredirects", "0006", schema_name=site.schema_name, verbosity=0)
    tenant = restore_site(folder=delete(site), by="tests")
    with in_site(tenant):
        assert not Redirect.objects.filter(automatically_created=True).exists()
