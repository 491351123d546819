"""Who knows whom: the platform nothing of many sites, and only the gate goes from one to another."""

import ast
import os
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
SWITCHES = {"set_tenant", "set_schema", "set_schema_to_public", "tenant_context", "schema_context"}
MAY_SWITCH = ("tenants/crossing.py", "tenants/isolation/")


def code(*roots: str) -> dict[str, ast.Module]:
    """Path → what stands in it, less migrations."""
    paths = [path for root in roots for path in sorted((HOME / root).rglob("*.py")) if "migrations" not in path.parts]
    return {str(path.relative_to(HOME)): ast.parse(path.read_text()) for path in paths}


def calls(tree: ast.Module) -> set[str]:
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {function.id for function in functions if isinstance(function, ast.Name)}
    return names | {function.attr for function in functions if isinstance(function, ast.Attribute)}


def imports(tree: ast.Module) -> set[str]:
    """Full names: `from a import b` is `a.b`."""
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return found | {
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_the_import_contracts_hold():
    program = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": str(HOME / "platform")}
    done = subprocess.run([program, "--no-cache"], cwd=HOME, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_platform_does_not_mention_tenants():
    """It is written as if there were one site. Settings, addresses and the entry point put the house together."""
    rooms = [path for path in sorted((HOME / "platform").rglob("*.py")) if "config" not in path.parts]
    assert [str(path.relative_to(HOME)) for path in rooms if "tenant" in path.read_text().lower()] == []


def test_only_the_gate_goes_from_site_to_site():
    found = {path for path, tree in code("platform", "tenants", "deploy").items() if calls(tree) & SWITCHES}
    assert found
    assert {path for path in found if not path.startswith(MAY_SWITCH)} == set()


# What Wagtail publishes, wherever it does so, is found at once; its hooks are called by its screens only.
LISTENING_TO_WAGTAIL = {"platform/search/receivers.py"}


def test_there_are_no_signals_of_our_own():
    listening = {
        path
        for path, tree in code("platform", "tenants").items()
        for name in imports(tree)
        if name.startswith("django.dispatch") or "signals" in name.split(".")
    }
    assert listening == LISTENING_TO_WAGTAIL


def test_apps_and_hooks_only_register():
    """A hook that decides something belongs into rules.py, one that changes something into actions.py."""
    hooks = {path: tree for path, tree in code("platform", "tenants").items() if path.endswith("wagtail_hooks.py")}
    assert hooks
    longest = {
        path: max(
            (node.end_lineno - node.lineno for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)), default=0
        )
        for path, tree in hooks.items()
    }
    assert {path for path, lines in longest.items() if lines > 8} == set()
