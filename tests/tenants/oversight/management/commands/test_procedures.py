import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.roles import Role
from procedure_catalogue.models import ProcedureVersion
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.procedure_imports.exports import archive, record

pytestmark = pytest.mark.django_db
BY = f"--by={cast.address_of(Role.ADMINISTRATOR)}"
TERMS = ("--number=12/QĐ-THU", "--issued-on=2023-06-20", "--issuer=UBND tỉnh", "--valid-from=2023-07-01", BY)


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of two procedures, and a file that is none."""
    place = tmp_path / "thu-tuc"
    (place / "ho-tich").mkdir(parents=True)
    (place / "ho-tich" / "1.json").write_text(json.dumps(record()))
    (place / "2.json").write_text(json.dumps(record("1.001194")))
    (place / "README.txt").write_text("x")
    return place


def _run(*arguments: object) -> str:
    out = StringIO()
    call_command("procedures", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_without_apply_it_is_a_dry_run(district: Tenant, folder: Path):
    told = _run("import", folder, *TERMS)
    assert "2 new" in told
    assert not ProcedureVersion.objects.exists()


def test_a_folder_is_imported_and_taken_back(district: Tenant, folder: Path):
    _run("import", folder, *TERMS, "--apply")
    assert ProcedureVersion.objects.published().count() == 2
    assert "0 new, 0 changed, 2 same" in _run("import", folder, *TERMS, "--apply")
    _run("undo", BY)
    assert not ProcedureVersion.objects.published().exists()


def test_what_is_wrong_is_told_with_its_file(district: Tenant, tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(archive(record(), record("x")))
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("procedures", "import", str(path), *TERMS, "--apply", stdout=out)
    assert "thu-tuc/2.json" in out.getvalue()
    assert not ProcedureVersion.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--by=x@demo.example",), "Nobody"),
        ((f"--by={cast.address_of(Role.CONTRIBUTOR)}",), "may not"),
        (("--site=xa-khong-co",), "No such"),
        ((f"--site={cast.COMMUNE}",), "No such"),
        (("--valid-from=mai",), "valid_from"),
    ],
)
def test_what_can_not_be_meant_is_said(district: Tenant, folder: Path, arguments: tuple[str, ...], message: str):
    with pytest.raises(CommandError, match=message):
        _run("import", folder, *TERMS, *arguments)


def test_a_file_that_is_not_there_is_said(district: Tenant, tmp_path: Path):
    with pytest.raises(CommandError, match="no file"):
        _run("import", tmp_path / "khong-co.zip", *TERMS)


def test_without_an_import_there_is_nothing_to_take_back(district: Tenant):
    with pytest.raises(CommandError, match="no import"):
        _run("undo", BY)
