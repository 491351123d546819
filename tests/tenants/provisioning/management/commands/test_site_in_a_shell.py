"""`manage.py site …` as a shell runs it: what it writes, and how it ends."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast

pytestmark = pytest.mark.usefixtures("shared_database")

Manage = Callable[..., subprocess.CompletedProcess]
Find = Callable[[str], Tenant]
DETAILS = ["--code-from=2004-07-08", "--admin=an@demo.example", "--parent=huyen-tra-cu"]


def test_the_list_is_json_for_other_programs(manage: Manage):
    done = manage("site", "list", "--json")
    assert done.returncode == 0
    assert {
        "slug": "xa-dinh-an",
        "name": "Xã Định An",
        "kind": "commune",
        "code": "29494",
        "code_valid_from": cast.CODES_SINCE.isoformat(),
        "parent": "huyen-tra-cu",
        "lifecycle": "active",
        "host": "xa-dinh-an.tracu.localhost",
        "aliases": [],
        "schema": "xa_dinh_an_2",
    } in json.loads(done.stdout)


def test_a_creation_tells_its_steps_and_succeeds(manage: Manage, find: Find):
    done = manage("site", "create", "Đại An", "--code=29491", *DETAILS)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("  Entering the unit and its address\n  Copying the template\n")
    assert "Xã Đại An (xa-dai-an) is live at " in done.stdout
    assert find("xa-dai-an").lifecycle == Lifecycle.ACTIVE


def test_a_refusal_ends_with_one_and_names_the_fields(manage: Manage):
    done = manage("site", "create", "Định An", "--code=29500", *DETAILS)
    assert done.returncode == 1
    assert done.stderr == (
        "CommandError: name: xã Định An has a site already.\n"
        "--host: xa-dinh-an.tracu.localhost leads to Xã Định An already.\n"
    )


def test_a_deletion_that_nobody_confirms_ends_with_a_sentence(manage: Manage, find: Find):
    done = manage("site", "delete", "xa-dinh-an", stdin=subprocess.DEVNULL)
    assert done.returncode == 1
    assert done.stderr == (
        'CommandError: Nobody is there to answer, and nothing was deleted: pass --confirm "Xã Định An".\n'
    )
    assert find("xa-dinh-an").lifecycle == Lifecycle.ACTIVE


def test_the_help_shows_examples_as_they_are_typed(manage: Manage):
    assert '  manage.py site delete xa-dai-an --confirm "Xã Đại An"\n' in manage("site", "--help").stdout


def test_a_wrong_date_ends_with_two(manage: Manage):
    done = manage("site", "suspend", "xa-dinh-an", "--until=31/10/2023")
    assert done.returncode == 2
    assert "'31/10/2023' is not a date written as YYYY-MM-DD" in done.stderr


def test_without_pg_dump_the_missing_program_is_named_and_the_site_stays_open(
    manage: Manage, tmp_path: Path, find: Find
):
    done = manage("site", "delete", "xa-dinh-an", PG_BIN=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: pg_dump of version ")
    assert find("xa-dinh-an").lifecycle == Lifecycle.ACTIVE
