"""What changes rows is a verb in an actions.py, and nothing else."""

import ast
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
WRITES = {
    "save",
    "create",
    "bulk_create",
    "get_or_create",
    "update_or_create",
    "bulk_update",
    "delete",
    "add_child",
}
# Of `update`, only that of a queryset writes.
QUERYSET = {"objects", "filter", "exclude", "all"}
ALLOWED = {
    "platform/accounts/models.py": "the manager that Django's own commands call to add a person",
    "platform/signin/factors.py": "the second factor, actions in a file of their own",
    "platform/signin/tasks.py": "`save` is what Django's form for a new password calls sending its mail",
    "platform/citizens/exports.py": "writes a workbook to a file, no rows",
    "platform/citizens/actions_forget.py": "what forgets who asked, actions in a file of their own",
    "platform/citizens/actions_transfer.py": "a question's way between offices, actions in a file of their own",
    "platform/importing/work.py": "what the worker does for an import, actions in a file of their own",
    "platform/importing/workbooks.py": "writes workbooks to a file, no rows",
    "platform/legal/actions_import.py": "what an import writes, actions in a file of their own",
    "platform/procedure_catalogue/actions_forms.py": "files of forms, actions in a file of their own",
    "platform/procedure_catalogue/actions_publish.py": "publication of procedures, actions in a file of their own",
    "platform/procedure_catalogue/actions_repeal.py": "repeal of procedures, actions in a file of their own",
    "platform/procedure_catalogue/actions_undo.py": "taking back of a batch, actions in a file of their own",
    "platform/pages/actions_import.py": "what an import writes, actions in a file of their own",
    "platform/importing/files.py": "what an import puts into the library, called by the actions of registers",
    "platform/legal/exports.py": "writes a workbook to a file, no rows",
    "platform/lib/share_pictures.py": "draws a picture into memory, no rows",
    "platform/lib/pictures.py": "writes a picture anew without its place, no rows",
    "platform/library/models.py": "hands a file to the disk without its place, no rows",
    "platform/traffic/exports.py": "writes a workbook to a file, no rows",
    "tenants/demo/documents.py": "keeps the files of documents that legal/actions.py publishes",
    "tenants/demo/drafts.py": "writes what visitors said in the demo year on the days on which they said it",
    "tenants/demo/weeks.py": "writes the calendars of the demo year on the days on which readers had them",
    "tenants/demo/overlays.py": "dates what procedures/actions.py wrote for the demo year",
    "tenants/demo/questions.py": "dates what citizens/actions.py wrote for the demo year",
    "tenants/demo/offices.py": "enters the offices of the demo year, as the forms of the administration do",
    "tenants/demo/items.py": "builds what demo/actions.py publishes",
    "tenants/demo/corpus/prints.py": "writes documents to PDF files, no rows",
    "tenants/demo/corpus/pictures.py": "writes drawn pictures to files, no rows",
    "tenants/isolation/actions_hosts.py": "whose turn it is to be asked for links, actions in a file of their own",
    "tenants/isolation/management/commands/worker.py": "the worker's own sign of life",
    "tenants/isolation/schedule.py": "timed work that claims rows by a conditional update",
    "tenants/syndication/tasks.py": "forgets a note in the cache, no rows",
    "tenants/oversight/board_exports.py": "writes a workbook to a file, no rows",
    "tenants/oversight/audit_logs.py": "writes a workbook to a file, no rows",
    "tenants/reminders/actions_by_hand.py": "what the board sends by hand, actions in a file of their own",
    "tenants/reminders/actions_settings.py": "ladder, wording and leaders, actions in a file of their own",
    "tenants/reminders/exports.py": "writes a workbook to a file, no rows",
    "tenants/reminders/actions_send.py": "what sends a digest, actions in a file of their own",
    "tenants/provisioning/archives.py": "the deletion of a site and its way back, an action in a file of its own",
    "tenants/provisioning/logins.py": "database logins of sites, actions in a file of their own",
    "tenants/provisioning/lifecycle.py": "the moves of a site's life, actions in a file of their own",
    "tenants/provisioning/template.py": "the template of new sites, an action in a file of its own",
    "tenants/registry/models.py": "keeps the sort key beside the name, whoever saves",
}


def writers() -> set[str]:
    paths = [path for root in ("platform", "tenants") for path in sorted((HOME / root).rglob("*.py"))]
    candidates = [path for path in paths if "migrations" not in path.parts and path.name != "actions.py"]
    return {str(path.relative_to(HOME)) for path in candidates if writes(ast.parse(path.read_text()))}


def writes(tree: ast.Module) -> bool:
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    methods = [function for function in functions if isinstance(function, ast.Attribute)]
    return any(method.attr in WRITES or (method.attr == "update" and on_queryset(method)) for method in methods)


def on_queryset(method: ast.Attribute) -> bool:
    before = {node.attr for node in ast.walk(method.value) if isinstance(node, ast.Attribute)}
    return bool(before & QUERYSET)


def test_only_actions_write():
    assert writers() - set(ALLOWED) == set()


@pytest.mark.parametrize("path", ALLOWED)
def test_an_exception_is_still_one(path: str):
    assert path in writers()
