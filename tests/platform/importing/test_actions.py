"""From a sheet to a register and back."""

import dataclasses
import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from importing import actions, work
from importing.models import Import, ImportRow, RememberedColumns
from importing.states import State, Verdict
from lib.refusals import Refused
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.files import PDF, PROGRAM, zipped
from tests.platform.importing import documents, sheets
from tests.platform.importing.sheets import documents_here, errors_of, row, workbook

Do = Callable[..., Import]
THREE = [row(1), row(2), row(3)]


def verdicts(found: Import) -> list[str]:
    return [line.verdict for line in found.rows.all()]


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)


# --- The dry run ------------------------------------------------------------------------------------------------------


def test_a_dry_run_says_what_is_new_and_changes_nothing(checked: Do):
    found = checked(workbook(THREE))
    assert (found.state, found.counts()) == (State.CHECKED, {"new": 3, "changed": 0, "same": 0, "wrong": 0})
    assert [line.label for line in found.rows.all()] == ["1/2023/QĐ-UBND", "2/2023/QĐ-UBND", "3/2023/QĐ-UBND"]
    assert [one["after"] for one in found.rows.get(number=2).differences][:2] == ["1/2023/QĐ-UBND", sheets.ROW[1]]
    assert documents_here() == {}


def test_a_dry_run_says_what_would_be_different(applied: Do, checked: Do):
    applied(workbook(THREE))
    found = checked(workbook([row(1), row(2, fee="2.000", form="ke hoach"), row(4)]))
    assert verdicts(found) == [Verdict.SAME, Verdict.CHANGED, Verdict.NEW]
    assert found.rows.get(number=3).differences == [
        {"column": "Hình thức", "before": "Quyết định", "after": "Kế hoạch"},
        {"column": "Lệ phí", "before": "1.234,5", "after": "2.000,0"},
    ]


def test_what_an_office_writes_is_read_as_it_means_it(applied: Do):
    applied(
        workbook([row(1, abstract="  V/v\u00a0chia\u200b la\u0301 ", issued_on="ngày 5 tháng 3 năm 2023", fee=1500)])
    )
    assert documents_here() == {
        "1/2023/QĐ-UBND": (
            "V/v chia lá",
            "decision",
            datetime.date(2023, 3, 5),
            datetime.date(2023, 3, 10),
            Decimal("1500.0"),
            True,
        )
    }


def test_two_spellings_of_one_letter_are_no_change(applied: Do, checked: Do):
    applied(workbook([row(1, abstract="Đường hòa bình")]))
    found = checked(workbook([row(1, abstract="Đường ho\u0300a\u00a0bình\u200b")]))
    assert verdicts(found) == [Verdict.SAME]


def test_a_column_that_the_sheet_lacks_is_left_alone_and_an_empty_cell_empties(applied: Do):
    applied(workbook([row(1)]))
    applied(workbook([["1/2023/QĐ-UBND", None]], titles=("Số ký hiệu", "Lệ phí")))
    abstract, form, *_days, fee, in_force = documents_here()["1/2023/QĐ-UBND"]
    assert (abstract, form, fee, in_force) == ("V/v giao chỉ tiêu năm 2023", "decision", None, True)


def test_a_register_may_know_its_items_by_less_than_their_columns():
    """As where a number counts anew each year."""
    register = dataclasses.replace(
        documents.DOCUMENTS,
        natural_key=("number", "issued_on"),
        identity=lambda values: (values["number"].lower(), values["issued_on"].year),
    )
    values = {"number": "1/QĐ", "issued_on": datetime.date(2023, 3, 5)}
    assert register.key_of(values) == ("1/qđ", 2023)
    assert register.label_of(values) == "1/QĐ · 05/03/2023"


def test_a_new_row_needs_the_required_columns(checked: Do):
    found = checked(workbook([["1/2023/QĐ-UBND", "5"]], titles=("Số ký hiệu", "Lệ phí")))
    assert [error["column"] for error in found.rows.get().errors] == ["Trích yếu", "Ngày ban hành"]


def test_rules_between_columns_are_asked(checked: Do):
    found = checked(workbook([row(1, issued_on="11/03/2023")]))
    assert errors_of(found) == [("E2", "10/03/2023", "Ngày hiệu lực trước ngày ban hành.", "11/03/2023")]


def test_the_same_row_twice_is_an_error_at_the_second(checked: Do):
    found = checked(workbook([row(1), row(2), row(1)]))
    assert [(line.number, line.verdict) for line in found.rows.all()] == [(2, "new"), (3, "new"), (4, "wrong")]
    assert "2" in errors_of(found)[0][2]
    assert errors_of(found)[0][0] == "A4"


# --- All or nothing ---------------------------------------------------------------------------------------------------


def test_the_same_import_twice_changes_nothing(applied: Do, checked: Do, approver: User):
    applied(workbook(THREE))
    before = documents_here()
    again = checked(workbook(THREE))
    assert again.counts() == {"new": 0, "changed": 0, "same": 3, "wrong": 0}
    with pytest.raises(ValidationError):
        actions.ask_to_apply(of=again, outcome=again.outcome, by=approver)
    assert documents_here() == before


def test_one_wrong_row_keeps_all_others_out(checked: Do, approver: User):
    found = checked(workbook([row(1), row(2, issued_on="mai"), row(3)]))
    with pytest.raises(ValidationError):
        actions.ask_to_apply(of=found, outcome=found.outcome, by=approver)
    assert documents_here() == {}


def test_what_fails_in_the_middle_leaves_nothing_and_may_be_tried_again(
    checked: Do, approver: User, monkeypatch: pytest.MonkeyPatch
):
    """The second half meets a limit of the database that the dry run could not know."""
    found = checked(workbook(THREE))
    sql("ALTER TABLE sample_document ADD CONSTRAINT few CHECK (number <> '3/2023/QĐ-UBND')")
    actions.ask_to_apply(of=found, outcome=found.outcome, by=approver)
    found = sheets.after_work(found)
    assert (found.state, bool(found.notice), documents_here()) == (State.CHECKED, True, {})
    sql("ALTER TABLE sample_document DROP CONSTRAINT few")
    actions.ask_to_apply(of=found, outcome=found.outcome, by=approver)
    assert sheets.after_work(found).state == State.APPLIED
    assert len(documents_here()) == 3


def test_a_second_press_does_nothing(checked: Do, approver: User):
    found = checked(workbook(THREE))
    for _press in range(2):
        actions.ask_to_apply(of=found, outcome=found.outcome, by=approver)
    sheets.after_work(found)
    work.apply(found.pk)
    actions.ask_to_apply(of=found, outcome=found.outcome, by=approver)
    found.refresh_from_db()
    assert (found.state, len(documents_here())) == (State.APPLIED, 3)
    assert AuditEntry.objects.filter(event=Event.IMPORT_APPLIED).count() == 1


def test_where_the_register_has_changed_meanwhile_there_is_a_new_dry_run(applied: Do, checked: Do, approver: User):
    applied(workbook(THREE))
    found = checked(workbook([row(1, fee="9"), row(4)]))
    seen = found.outcome
    sql("UPDATE sample_document SET fee = 8 WHERE number = '1/2023/QĐ-UBND'")
    actions.ask_to_apply(of=found, outcome=found.outcome, by=approver)
    now = sheets.after_work(found)
    assert (now.state, bool(now.notice), set(documents_here())) == (
        State.CHECKED,
        True,
        {"1/2023/QĐ-UBND", "2/2023/QĐ-UBND", "3/2023/QĐ-UBND"},
    )
    assert now.rows.get(number=2).differences == [{"column": "Lệ phí", "before": "8,0", "after": "9,0"}]
    with pytest.raises(ValidationError):
        actions.ask_to_apply(of=now, outcome=seen, by=approver)
    actions.ask_to_apply(of=now, outcome=now.outcome, by=approver)
    assert sheets.after_work(now).state == State.APPLIED


def test_who_may_no_longer_import_does_not_import(checked: Do, approver: User):
    found = checked(workbook(THREE))
    actions.ask_to_apply(of=found, outcome=found.outcome, by=approver)
    approver.groups.clear()
    found = sheets.after_work(found)
    assert (found.state, documents_here()) == (State.CHECKED, {})


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CONTRIBUTOR])
def test_who_may_not_publish_there_may_not_import(here: Tenant, checked: Do, role: Role):
    found, other = checked(workbook(THREE)), User.objects.get(email=cast.address_of(role))
    sheet = SimpleUploadedFile("a.xlsx", workbook(THREE))
    with pytest.raises(PermissionDenied):
        actions.hand_in(register=documents.DOCUMENTS, sheet=sheet, archive=None, by=other)
    for action in (actions.ask_to_undo, actions.ask_again, actions.discard):
        with pytest.raises(PermissionDenied):
            action(of=found, by=other)
    with pytest.raises(PermissionDenied):
        actions.ask_to_apply(of=found, outcome=found.outcome, by=other)


def test_the_audit_log_tells_who_imported_what(applied: Do, approver: User):
    applied(workbook(THREE))
    entry = AuditEntry.objects.get(event=Event.IMPORT_APPLIED)
    assert (entry.actor_id, entry.detail) == (approver.pk, "Văn bản: van-ban.xlsx, +3 ~0")


def test_nothing_of_it_is_on_another_site(applied: Do, town: Tenant):
    applied(workbook(THREE))
    with in_site(town):
        assert documents_here() == {}
        assert (Import.objects.count(), ImportRow.objects.count(), RememberedColumns.objects.count()) == (0, 0, 0)
        assert not Path(default_storage.path("imports")).exists()


# --- Taking it back ---------------------------------------------------------------------------------------------------


def undo(found: Import, by: User) -> Import:
    actions.ask_to_undo(of=found, by=by)
    return sheets.after_work(found)


def test_the_last_import_is_undone_row_by_row(applied: Do, approver: User):
    applied(workbook(THREE))
    before = documents_here()
    second = applied(workbook([row(1, fee="9", abstract="Khác"), row(2), row(4)]))
    assert documents_here() != before
    assert undo(second, approver).state == State.UNDONE
    assert documents_here() == before
    assert AuditEntry.objects.get(event=Event.IMPORT_UNDONE).actor_id == approver.pk


def test_after_the_last_the_one_before_may_be_undone(applied: Do, approver: User):
    first, second = applied(workbook([row(1)])), applied(workbook([row(2)]))
    with pytest.raises(ValidationError):
        actions.ask_to_undo(of=first, by=approver)
    undo(second, approver)
    assert undo(first, approver).state == State.UNDONE
    assert documents_here() == {}


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE sample_document SET abstract = 'Sửa tay' WHERE number = '2/2023/QĐ-UBND'",
        "UPDATE sample_document SET edits = edits + 1 WHERE number = '2/2023/QĐ-UBND'",
        "DELETE FROM sample_document WHERE number = '2/2023/QĐ-UBND'",
    ],
)
def test_what_somebody_has_touched_since_stands_in_the_way_of_all(applied: Do, approver: User, edit: str):
    found = applied(workbook(THREE))
    sql(edit)
    before = documents_here()
    found = undo(found, approver)
    assert (found.state, bool(found.notice)) == (State.APPLIED, True)
    assert [line.number for line in found.rows.in_the_way()] == [3]
    assert documents_here() == before


def test_undoing_twice_undoes_once(applied: Do, approver: User):
    found = applied(workbook(THREE))
    undo(found, approver)
    actions.ask_to_undo(of=found, by=approver)
    work.undo(found.pk)
    found.refresh_from_db()
    assert (found.state, documents_here()) == (State.UNDONE, {})


# --- Columns ----------------------------------------------------------------------------------------------------------


def test_columns_are_found_below_the_head_of_the_table_and_under_other_names(hand_in: Do):
    above = [["ỦY BAN NHÂN DÂN XÃ ĐỊNH AN"], [], ["DANH SÁCH VĂN BẢN NĂM 2023"]]
    titles = ("STT", "Số hiệu (*)", "Loại văn bản", "NGÀY BAN HÀNH\n(dd/mm/yyyy)", "Nội dung")
    found = hand_in(workbook([[1, "a", "b", "c", "d"]], titles=titles, above=above))
    assert (found.header_row, found.columns) == (4, {"number": 1, "form": 2, "issued_on": 3, "abstract": 4})


def test_corrected_columns_are_remembered_for_the_next_sheet_with_these_titles(hand_in: Do, approver: User):
    titles = ("Số ký hiệu", "Ghi chú", "Ngày ban hành")
    content = workbook([["1/2023/QĐ-UBND", "Trích", "05/03/2023"]], titles=titles)
    first = hand_in(content)
    assert first.columns == {"number": 0, "issued_on": 2}
    actions.confirm_columns(of=first, columns={**first.columns, "abstract": 1}, by=approver)
    assert hand_in(content).columns == {"number": 0, "issued_on": 2, "abstract": 1}
    other = workbook([["1/2023/QĐ-UBND", "Trích"]], titles=titles[:2])
    assert hand_in(other).columns == {"number": 0}


@pytest.mark.parametrize("columns", [{"abstract": 1}, {"number": 0, "abstract": 0}])
def test_columns_that_make_no_sense_are_refused(hand_in: Do, approver: User, columns: dict[str, int]):
    found = hand_in(workbook(THREE))
    with pytest.raises(ValidationError):
        actions.confirm_columns(of=found, columns=columns, by=approver)


# --- Files ------------------------------------------------------------------------------------------------------------

WITH_FILES = (*sheets.TITLES, "Tệp")


def test_files_are_found_in_the_archive_by_name(applied: Do, checked: Do):
    archive = zipped({"Quyết định/15.PDF": PDF, "16.pdf": PDF})
    content = workbook([[*row(1), "15.pdf; 16.pdf"]], titles=WITH_FILES)
    found = applied(content, archive=archive)
    assert (found.notice, errors_of(found), found.state) == ("", [], State.APPLIED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT files FROM sample_document")
        files = cursor.fetchone()[0]
    assert [(name, size) for name, _sha1, size in documents.json.loads(files) if name] == [
        ("15.PDF", len(PDF)),
        ("16.pdf", len(PDF)),
    ]
    assert verdicts(checked(content, archive=archive)) == [Verdict.SAME]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        (None, "15.pdf"),
        ({"16.pdf": PDF}, "15.pdf"),
        ({"a/15.pdf": PDF, "b/15.pdf": PDF}, "15.pdf"),
        ({"15.pdf": PROGRAM}, "15.pdf"),
    ],
)
def test_a_file_that_is_missing_or_not_what_it_says_is_an_error_of_its_row(
    checked: Do, members: dict[str, bytes] | None, told: str
):
    found = checked(workbook([[*row(1), "15.pdf"]], titles=WITH_FILES), archive=zipped(members) if members else None)
    [(cell, value, reason, _suggestion)] = errors_of(found)
    assert (cell, value) == ("H2", "15.pdf")
    assert told in reason


@pytest.mark.parametrize("members", [{"../15.pdf": PDF}, {"15.pdf": b"%PDF" + bytes(400_000_000)}])
def test_an_archive_that_climbs_or_swells_is_refused_as_a_whole(checked: Do, members: dict[str, bytes]):
    found = checked(workbook([[*row(1), "15.pdf"]], titles=WITH_FILES), archive=zipped(members))
    assert (found.state, bool(found.notice), found.rows.count()) == (State.MAPPING, True, 0)


# --- Time goes by -----------------------------------------------------------------------------------------------------


def test_old_uploads_are_forgotten_and_what_was_done_is_not(
    applied: Do, checked: Do, django_capture_on_commit_callbacks: Callable
):
    done, left, fresh = applied(workbook([row(1)])), checked(workbook([row(2)])), checked(workbook([row(3)]))
    paths = [Path(found.sheet_file.path) for found in (done, left, fresh)]
    long_ago = timezone.now() - datetime.timedelta(days=settings.IMPORT_DAYS + 1)
    Import.objects.filter(pk__in=[done.pk, left.pk]).update(asked_at=long_ago)
    for forgotten in (2, 0):
        with django_capture_on_commit_callbacks(execute=True):
            assert actions.forget_old_uploads(days=settings.IMPORT_DAYS) == forgotten
    assert [path.exists() for path in paths] == [False, False, True]
    assert set(Import.objects.values_list("pk", flat=True)) == {done.pk, fresh.pk}
    assert done.rows.count() == 1


def test_an_upload_is_kept_where_nothing_is_served_from(checked: Do):
    assert checked(workbook(THREE)).sheet_file.name.startswith("imports/")


def test_a_discarded_import_leaves_no_file(checked: Do, approver: User, django_capture_on_commit_callbacks: Callable):
    found = checked(workbook(THREE))
    path = Path(found.sheet_file.path)
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(of=found, by=approver)
    assert (path.exists(), Import.objects.count()) == (False, 0)


def test_what_was_imported_can_not_be_discarded(applied: Do, approver: User):
    with pytest.raises(ValidationError):
        actions.discard(of=applied(workbook(THREE)), by=approver)


def test_a_sheet_without_anything_is_refused(hand_in: Do):
    with pytest.raises(ValidationError):
        hand_in(workbook([], titles=()))
    with pytest.raises(Refused):
        hand_in(b"", "a.csv")
