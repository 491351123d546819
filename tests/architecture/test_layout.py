"""The house: which folder is what, and how large a file may grow."""

import sys
from pathlib import Path

import pytest
from django.apps import AppConfig, apps
from django.conf import settings
from django.core.management import call_command

HOME = Path(__file__).resolve().parents[2]
PLATFORM = HOME / "platform"
CODE = [HOME / name for name in ("platform", "tenants", "deploy")]
LONGEST = 300
LONG_FOR_A_REASON = {
    "platform/config/settings.py": "every setting of an installation is in one file",
    "tenants/demo/corpus": "the texts of the demonstration: data, not code",
}


def python_files() -> list[Path]:
    return [path for root in CODE for path in sorted(root.rglob("*.py")) if "migrations" not in path.parts]


def importable(folder: Path) -> set[str]:
    """Names that this folder takes on the path. A folder without __init__.py gives way to a module of that name."""
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    return packages | {path.stem for path in folder.glob("*.py")}


def rooms() -> list[str]:
    """The apps of this house, by the name in their apps.py."""
    files = [*PLATFORM.glob("*/apps.py"), *(HOME / "tenants").glob("*/apps.py")]
    return [".".join(path.parent.relative_to(HOME).parts).removeprefix("platform.") for path in files]


def config_parents(config: AppConfig) -> list[Path]:
    return list(Path(config.path).parents)


def test_the_source_root_is_no_package():
    """It would shadow the standard library's `platform`."""
    assert not (PLATFORM / "__init__.py").exists()


@pytest.mark.parametrize("folder", [HOME, PLATFORM], ids=["root", "platform"])
def test_no_package_shadows_the_standard_library(folder: Path):
    assert not importable(folder) & sys.stdlib_module_names


def test_the_standard_librarys_platform_and_locale_are_its_own():
    import locale  # noqa: PLC0415 - what this test is about
    import platform  # noqa: PLC0415

    assert platform.python_version()
    assert HOME not in Path(locale.__file__).parents


@pytest.mark.parametrize("room", rooms())
def test_every_app_is_in_one_kind_of_schema(room: str):
    listed = [*settings.SHARED_APPS, *settings.TENANT_APPS]
    assert listed.count(room) == 1


def test_no_app_is_listed_twice():
    assert not set(settings.SHARED_APPS) & set(settings.TENANT_APPS)
    assert settings.INSTALLED_APPS == settings.SHARED_APPS + settings.TENANT_APPS
    assert len(set(settings.INSTALLED_APPS)) == len(settings.INSTALLED_APPS)


def test_every_room_with_tables_keeps_their_history():
    ours = [
        config for config in apps.get_app_configs() if {PLATFORM, HOME / "tenants"}.intersection(config_parents(config))
    ]
    with_tables = [config for config in ours if list(config.get_models())]
    assert with_tables
    assert [config.name for config in with_tables if not Path(config.path, "migrations").is_dir()] == []


def test_packages_begin_empty():
    found = [path for root in (*CODE, HOME / "tests") for path in root.rglob("__init__.py")]
    assert [str(path.relative_to(HOME)) for path in found if path.read_bytes()] == []


def test_no_file_grows_into_two():
    long = {str(path.relative_to(HOME)) for path in python_files() if len(path.read_text().splitlines()) > LONGEST}
    assert {path for path in long if not path.startswith(tuple(LONG_FOR_A_REASON))} == set()


def test_the_system_checks_find_nothing():
    call_command("check", fail_level="WARNING")
