from collections.abc import Iterator
from pathlib import Path

import pytest

from tenants.provisioning.pg_programs import ProgramFailed, ProgramMissing, dump_schema, find_program
from tenants.registry.models import Tenant


@pytest.fixture(autouse=True)
def _looked_for_anew() -> Iterator[None]:
    find_program.cache_clear()
    yield
    find_program.cache_clear()


def install(folder: Path, version: str) -> Path:
    """A program that says it is of that version."""
    folder.mkdir(parents=True)
    program = folder / "pg_dump"
    program.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}'\n")
    program.chmod(0o755)
    return program


def test_a_program_older_than_the_server_is_not_taken(db: None, settings: object, tmp_path: Path):
    settings.PG_BIN = str(install(tmp_path / "old", "9.6").parent)
    with pytest.raises(ProgramMissing, match="set PG_BIN"):
        find_program("pg_dump")


def test_a_folder_without_the_program_has_none(db: None, settings: object, tmp_path: Path):
    settings.PG_BIN = str(tmp_path)
    with pytest.raises(ProgramMissing, match="set PG_BIN"):
        find_program("pg_dump")


def test_the_oldest_program_that_will_do_is_taken(
    db: None, settings: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    settings.PG_BIN = ""
    monkeypatch.setattr("tenants.provisioning.pg_programs.LINUX_PACKAGES", tmp_path)
    programs = [install(tmp_path / version / "bin", f"{version}.1") for version in ("98", "97", "99")]
    monkeypatch.setattr("tenants.provisioning.pg_programs.WHEEL", tmp_path / "none")
    monkeypatch.setenv("PATH", "")
    assert find_program("pg_dump") == programs[1]


def test_what_the_program_says_is_passed_on(db: None):
    with pytest.raises(ProgramFailed, match="no matching schemas"):
        dump_schema("no_such_schema")


def test_a_dump_is_of_one_schema(commune: Tenant, town: Tenant):
    sql = dump_schema(commune.schema_name)
    assert f"CREATE SCHEMA {commune.schema_name};" in sql
    assert town.schema_name not in sql
