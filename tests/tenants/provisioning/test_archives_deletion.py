"""The end of a site: what is refused, what goes, and the dump that stays."""

import json
import subprocess
import tarfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.utils import translation
from django_tasks_db.models import DBTaskResult

from library.models import SiteDocument
from tenants.crossing import in_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.archives import StillReferred, delete_site, dump_site, remove_files
from tenants.provisioning.lifecycle import archive_site, suspend_site
from tenants.provisioning.orders import Order
from tenants.provisioning.pg_programs import ProgramFailed
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast

BYTES = bytes(range(256)) * 40
PG_DUMP_THAT_HANGS = """#!/bin/sh
[ "$1" = --version ] && { echo 'pg_dump (PostgreSQL) 99.0'; exit; }
echo 'CREATE TABLE unfinished'
exec sleep 600
"""
# Says what it does, and stops where it says that line.
DELETION = """
import threading
from tenants.provisioning.archives import delete_site
from tenants.registry.models import Tenant

def stop(line):
    print(line, flush=True)
    if line == {line!r}:
        threading.Event().wait()

tenant = Tenant.objects.get(slug={slug!r})
delete_site(tenant=tenant, typed_name=tenant.full_name, by="tests", report=stop)
"""


@pytest.fixture
def site(shared_database: str, another: Callable[..., Order]) -> Tenant:
    """A new site with a file."""
    tenant = create_site(order=another(), by="tests")
    with in_site(tenant), transaction.atomic():
        SiteDocument.objects.create(title="Kế hoạch", file=ContentFile(BYTES, "ke-hoach.bin"))
    return tenant


def delete(tenant: Tenant) -> Path:
    return delete_site(tenant=tenant, typed_name=tenant.full_name, by="tests")


def host_of(tenant: Tenant) -> str:
    """Also when the site is gone."""
    return f"{tenant.slug}.tracu.localhost"


def again(tenant: Tenant) -> Tenant:
    return Tenant.objects.get(pk=tenant.pk)


# --- Deleting ---------------------------------------------------------------------------------------------------------


def test_a_deleted_site_leaves_no_trace_but_its_dump(site: Tenant, traces: Callable[[], dict[str, object]]):
    before = traces()
    delete(site)
    after = traces()
    assert set(before["schemas"]) - set(after["schemas"]) == {site.schema_name}
    assert set(before["sites"]) - set(after["sites"]) == {site.schema_name}
    assert set(before["hosts"]) - set(after["hosts"]) == {host_of(site)}
    assert site.schema_name in before["media"]
    assert site.schema_name not in after["media"]


def test_the_work_that_was_queued_for_a_deleted_site_goes_with_it_and_no_other(site: Tenant):
    def queued() -> set[str]:
        return {task.args_kwargs["args"][0] for task in DBTaskResult.objects.ready()}

    before = queued()
    assert site.schema_name in before
    delete(site)
    # The removal of the files is work of the installation.
    assert queued() == before - {site.schema_name} | {"public"}


def test_the_host_of_a_deleted_site_leads_nowhere(site: Tenant):
    delete(site)
    assert Client(SERVER_NAME=host_of(site)).get("/").status_code == 404


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
    decomposed = unicodedata.normalize("NFD", site.full_name)
    assert decomposed != site.full_name
    assert delete_site(tenant=site, typed_name=f" {decomposed}\n", by="tests").is_dir()


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
    assert folder.name.startswith(f"{site.slug}-")


def test_the_facts_say_which_unit_it_was_and_who_deleted_it(site: Tenant):
    folder = delete_site(tenant=site, typed_name=site.full_name, by="Bình")
    facts = json.loads((folder / "site.json").read_bytes())
    assert (facts["name"], facts["code"], facts["parent"]) == (site.name, site.code, cast.DISTRICT)
    assert facts["domains"] == [{"host": host_of(site), "is_primary": True}]
    assert facts["changes"][0]["by"] == "Bình"


def test_the_schema_has_the_pages(site: Tenant):
    sql = (delete(site) / "schema.sql").read_text()
    assert f"Ủy ban nhân dân xã {site.name}" in sql
    assert "Định An" not in sql


def test_the_files_are_all_in_the_archive(site: Tenant):
    with tarfile.open(delete(site) / "media.tar.gz") as archive:
        assert archive.extractfile("./documents/ke-hoach.bin").read() == BYTES


def test_nobody_but_its_owner_reads_a_dump(site: Tenant):
    assert delete(site).stat().st_mode & 0o777 == 0o700


def test_a_site_without_files_has_a_complete_dump(shared_database: str, find: Callable[[str], Tenant]):
    assert (dump_site(find(cast.TOWN)) / "media.tar.gz").is_file()


def test_a_dump_that_is_killed_midway_does_not_look_complete(
    site: Tenant,
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    wait_until: Callable[[Callable[[], object]], None],
    tmp_path: Path,
):
    hang_pg_dump(tmp_path)
    process = start("shell", "-c", DELETION.format(line="", slug=site.slug), PG_BIN=str(tmp_path))
    wait_until(lambda: list(settings.ARCHIVE_ROOT.glob(".*/site.json")))
    kill_minus_nine(process)
    assert not list(settings.ARCHIVE_ROOT.glob("[!.]*"))
    assert again(site).lifecycle == Lifecycle.ARCHIVED


def test_a_deletion_that_is_killed_between_dump_and_removal_can_be_repeated(
    site: Tenant,
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    traces: Callable[[], dict[str, object]],
):
    process = start("shell", "-c", DELETION.format(line="removing the schema", slug=site.slug))
    for line in process.stdout:
        if line.strip() == "removing the schema":
            break
    kill_minus_nine(process)
    assert again(site).lifecycle == Lifecycle.ARCHIVED
    delete(again(site))
    assert site.schema_name not in traces()["schemas"]
    assert len(list(settings.ARCHIVE_ROOT.iterdir())) == 2


def test_the_files_of_a_deletion_that_was_killed_before_it_came_to_them_are_removed_by_the_worker(
    site: Tenant,
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    work: Callable[[], None],
    traces: Callable[[], dict[str, object]],
):
    process = start("shell", "-c", DELETION.format(line="removing the files", slug=site.slug))
    for line in process.stdout:
        if line.strip() == "removing the files":
            break
    kill_minus_nine(process)
    assert site.schema_name in traces()["media"]
    work()
    assert site.schema_name not in traces()["media"]


def test_the_files_of_a_site_that_stands_are_never_removed(site: Tenant, traces: Callable[[], dict[str, object]]):
    remove_files(site.schema_name)
    assert site.schema_name in traces()["media"]


def test_a_dump_that_fails_removes_nothing(commune: Tenant):
    Tenant.objects.filter(pk=commune.pk).update(schema_name="no_such_schema")
    with pytest.raises(ProgramFailed):
        delete(again(commune))
    assert again(commune)


def hang_pg_dump(folder: Path) -> None:
    program = folder / "pg_dump"
    program.write_text(PG_DUMP_THAT_HANGS)
    program.chmod(0o755)
