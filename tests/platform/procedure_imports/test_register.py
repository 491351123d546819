"""What a file does to the catalogue: dry run, import under one decision, the same again, and taking it back."""

import datetime
from collections.abc import Callable

import pytest

from accounts.models import User
from importing import actions
from importing.models import Import
from importing.states import State, Verdict
from procedure_catalogue.actions import set_life_events
from procedure_catalogue.contents import Basis, Component, Step, Way
from procedure_catalogue.models import Decision, Procedure, ProcedureField, ProcedureVersion, Repeal
from tests.platform.importing.sheets import after_work, errors_of, workbook
from tests.platform.procedure_catalogue.cases import published
from tests.platform.procedure_imports.exports import archive, document, record

pytestmark = pytest.mark.django_db
DAY = datetime.date(2023, 7, 1)


def _counts(found: Import) -> tuple[int, int, int, int, int]:
    return found.new, found.changed, found.same, found.gone, found.wrong


def _version(code: str = "1.001193") -> ProcedureVersion:
    version: ProcedureVersion = ProcedureVersion.objects.in_force(DAY).get(procedure__code=code)
    return version


def test_a_dry_run_changes_nothing(checked: Callable[..., Import]):
    found = checked(archive(record(), record("1.001194")))
    assert (found.state, _counts(found), found.notice) == (State.CHECKED, (2, 0, 0, 0, 0), "")
    assert not ProcedureVersion.objects.exists()


def test_the_portals_file_becomes_a_whole_procedure(applied: Callable[..., Import]):
    assert applied(archive(record())).state == State.APPLIED
    content = _version().content
    assert content.levels == ("commune",)
    assert content.applicants == ("Công dân Việt Nam", "Người Việt Nam định cư ở nước ngoài")
    assert content.coordinating_agencies == ()
    assert content.steps == (
        Step("Nộp tờ khai tại bộ phận một cửa."),
        Step("Công chức xem xét:\na) giấy tờ đủ;\nb) giấy tờ thiếu."),
        Step("Nhận kết quả."),
    )
    assert content.ways == (
        Way("counter", "1 Ngày làm việc", "Lệ phí : 8.000 Đồng (nơi khác xa)", "Nhận ngay trong ngày."),
        Way("online", "1 Ngày làm việc", "Miễn phí", "Nộp trên mạng."),
    )
    assert content.dossier == (
        Component("Tờ khai đăng ký", originals=1, form_name="ToKhai.docx"),
        Component("Giấy chứng sinh", originals=1, copies=1),
    )
    assert content.sets == 1
    assert content.legal_basis == (
        Basis("60/2014/QH13", "Luật Hộ tịch", "2014-11-20", "Quốc hội"),
        Basis("123/2015/NĐ-CP", "Hướng dẫn Luật 60/2014/QH13", "2015-11-15", "Chính phủ"),
    )


def test_all_of_a_file_holds_under_one_decision(applied: Callable[..., Import]):
    applied(archive(record(), record("1.001194")))
    decision = Decision.objects.get()
    assert (decision.number, decision.issued_on) == ("12/QĐ-THU", datetime.date(2023, 6, 20))
    assert set(ProcedureVersion.objects.values_list("decision", "valid_from")) == {(decision.pk, DAY)}


def test_the_same_file_again_changes_nothing(applied: Callable[..., Import], checked: Callable[..., Import]):
    content = archive(record(), record("1.001194"))
    applied(content)
    assert _counts(checked(content)) == (0, 0, 2, 0, 0)


def test_a_change_is_told_field_by_field(applied: Callable[..., Import], checked: Callable[..., Import]):
    applied(archive(record()))
    found = checked(archive(record(ket_qua_xu_ly="Giấy khai sinh bản điện tử", linh_vuc="Lĩnh vực mới lập")))
    assert _counts(found) == (0, 1, 0, 0, 0)
    row = found.rows.get()
    assert (row.source, row.label) == ("thu-tuc/1.json", "1.001193 · Thủ tục đăng ký khai sinh")
    assert [(one["column"], one["before"], one["after"]) for one in row.differences] == [
        ("Lĩnh vực", "Hộ tịch", "Lĩnh vực mới lập (lĩnh vực mới, sẽ được thêm)"),
        ("Kết quả thực hiện", "Giấy khai sinh", "Giấy khai sinh bản điện tử"),
    ]


def test_what_the_file_does_not_say_stays(applied: Callable[..., Import]):
    published(name_km="ការចុះបញ្ជី", conditions="Cha mẹ đi cùng.")
    applied(archive(record()))
    content = _version().content
    assert (content.name_km, content.conditions, content.online) == ("ការចុះបញ្ជី", "Cha mẹ đi cùng.", "partial")


def test_translations_and_forms_stay_with_words_that_stay(applied: Callable[..., Import]):
    published(
        steps=[{"text": "Nhận kết quả.", "text_km": "ទទួល"}, {"text": "Cũ", "text_km": "ចាស់"}],
        dossier=[{"name": "Giấy chứng sinh", "form_url": "https://a.example/mau.pdf"}],
    )
    applied(archive(record()))
    content = _version().content
    assert [step.text_km for step in content.steps] == ["", "", "ទទួល"]
    assert [paper.form_url for paper in content.dossier] == ["", "https://a.example/mau.pdf"]


def test_a_new_field_is_added_once(applied: Callable[..., Import]):
    applied(archive(record(linh_vuc="Việc chưa có"), record("1.001194", linh_vuc="VIỆC CHƯA CÓ")))
    assert ProcedureField.objects.filter(key="viec-chua-co").count() == 1


def test_the_version_before_ends_on_the_eve(applied: Callable[..., Import]):
    before = published()
    applied(archive(record()))
    before.refresh_from_db()
    assert before.valid_to == DAY - datetime.timedelta(days=1)


def test_one_that_was_repealed_comes_back_with_what_the_file_leaves_out(applied: Callable[..., Import]):
    published(conditions="Cha mẹ đi cùng.")
    applied(archive(record("1.001194")), complete="all")
    titles = ("Mã thủ tục", "Kết quả")
    found = applied(workbook([("1.001193", "Bản mới")], titles=titles), "a.xlsx", valid_from="2023-08-01", number="2")
    assert (found.state, _counts(found)) == (State.APPLIED, (0, 1, 0, 0, 0))
    version = ProcedureVersion.objects.in_force(datetime.date(2023, 8, 1)).get(procedure__code="1.001193")
    assert (version.content.result, version.content.conditions) == ("Bản mới", "Cha mẹ đi cùng.")


def test_one_wrong_file_keeps_all_out(checked: Callable[..., Import]):
    found = checked(archive(record(), record("1.0011"), record("1.001195", ten_thu_tuc="")))
    assert (_counts(found), found.may_be_applied) == ((1, 0, 0, 0, 2), False)
    assert [cell for cell, *__ in errors_of(found)] == ["thu-tuc/2.json", ""]


def test_two_files_that_say_the_same_are_one(applied: Callable[..., Import]):
    found = applied(archive(record(), record()))
    assert (found.state, _counts(found)) == (State.APPLIED, (1, 0, 1, 0, 0))


def test_two_files_that_differ_are_named_both(checked: Callable[..., Import]):
    found = checked(archive(record(), record(ket_qua_xu_ly="Khác")))
    assert _counts(found) == (1, 0, 0, 0, 1)
    [(cell, __, reason, ___)] = errors_of(found)
    assert cell == "thu-tuc/2.json"
    assert "thu-tuc/1.json" in reason


class TestComplete:
    def test_without_a_word_nothing_is_retired(self, checked: Callable[..., Import]):
        published("2.000635")
        assert _counts(checked(archive(record()))) == (1, 0, 0, 0, 0)

    def test_what_a_complete_file_lacks_is_to_retire(self, checked: Callable[..., Import]):
        published("2.000635")
        found = checked(archive(record()), complete="all")
        assert _counts(found) == (1, 0, 0, 1, 0)
        assert found.rows.get(verdict=Verdict.GONE).label == "2.000635 · Thủ tục đăng ký khai sinh"

    def test_it_is_repealed_under_the_same_decision(self, applied: Callable[..., Import]):
        published("2.000635")
        applied(archive(record()), complete="all")
        repeal = Repeal.objects.get()
        assert (repeal.procedure.code, repeal.decision.number, repeal.effective_on) == ("2.000635", "12/QĐ-THU", DAY)
        assert not ProcedureVersion.objects.in_force(DAY).filter(procedure__code="2.000635").exists()

    def test_complete_for_its_fields_leaves_others_alone(self, checked: Callable[..., Import]):
        published("1.001193")
        published("2.000635")
        published("2.000636", field="dat-dai")
        found = checked(archive(record()), complete="fields")
        assert [row.label[:8] for row in found.rows.filter(verdict=Verdict.GONE)] == ["2.000635"]

    def test_a_field_is_named_by_what_is_new_in_it(self, checked: Callable[..., Import]):
        published("2.000636", field="dat-dai")
        found = checked(archive(record("1.001194", linh_vuc="đất đai")), complete="fields")
        assert [row.label[:8] for row in found.rows.filter(verdict=Verdict.GONE)] == ["2.000636"]

    def test_one_with_a_later_version_is_wrong(self, checked: Callable[..., Import]):
        published("2.000635")
        published("2.000635", day=datetime.date(2023, 9, 1), seen=1, number="02/QĐ-UBND")
        found = checked(archive(record()), complete="all")
        assert _counts(found) == (1, 0, 0, 0, 1)

    def test_the_second_time_there_is_nothing_to_retire(
        self, applied: Callable[..., Import], checked: Callable[..., Import]
    ):
        published("2.000635")
        applied(archive(record()), complete="all")
        assert _counts(checked(archive(record()), complete="all")) == (0, 0, 1, 0, 0)


class TestUndo:
    def test_all_is_as_it_was(self, applied: Callable[..., Import], undone: Callable[..., Import]):
        before = published(result="Cũ")
        other = published("2.000635")
        found = undone(applied(archive(record(), record("1.001194")), complete="all"))
        assert (found.state, found.notice) == (State.UNDONE, "")
        in_force = ProcedureVersion.objects.in_force(DAY).values_list("pk", flat=True)
        assert set(in_force) == {before.pk, other.pk}

    def test_nothing_where_somebody_changed_one_since(
        self, applied: Callable[..., Import], undone: Callable[..., Import], officer: User
    ):
        found = applied(archive(record(), record("1.001194")))
        _touch("1.001194", officer)
        found = undone(found)
        assert found.state == State.APPLIED
        assert [row.label[:8] for row in found.rows.in_the_way()] == ["1.001194"]
        assert ProcedureVersion.objects.in_force(DAY).count() == 2

    def test_all_but_what_somebody_changed_since(
        self, applied: Callable[..., Import], undone: Callable[..., Import], officer: User
    ):
        found = applied(archive(record(), record("1.001194")))
        _touch("1.001194", officer)
        found = undone(found, leaves_edited=True)
        assert found.state == State.UNDONE
        assert [row.label[:8] for row in found.rows.in_the_way()] == ["1.001194"]
        assert [one.procedure.code for one in ProcedureVersion.objects.in_force(DAY)] == ["1.001194"]

    def test_imports_are_undone_step_by_step(self, applied: Callable[..., Import], undone: Callable[..., Import]):
        first = applied(archive(record(ket_qua_xu_ly="Giấy khai sinh")))
        second = applied(archive(record(ket_qua_xu_ly="Bản sao")), valid_from="2023-08-01")
        third = applied(archive(record(ket_qua_xu_ly="Bản điện tử")), valid_from="2023-09-01")
        assert undone(third).state == State.UNDONE
        assert undone(second).state == State.UNDONE
        assert _version().content.result == "Giấy khai sinh"
        assert undone(first).state == State.UNDONE
        assert not ProcedureVersion.objects.in_force(DAY).exists()

    def test_an_edit_between_two_undos_is_told(
        self, applied: Callable[..., Import], undone: Callable[..., Import], officer: User
    ):
        first = applied(archive(record()))
        undone(applied(archive(record(ket_qua_xu_ly="Bản sao")), valid_from="2023-08-01"))
        _touch("1.001193", officer)
        found = undone(first)
        assert (found.state, [row.label[:8] for row in found.rows.in_the_way()]) == (State.APPLIED, ["1.001193"])

    def test_it_may_be_imported_again(self, applied: Callable[..., Import], undone: Callable[..., Import]):
        undone(applied(archive(record())))
        found = applied(archive(record()))
        assert (found.state, _counts(found)) == (State.APPLIED, (1, 0, 0, 0, 0))


def _touch(code: str, officer: User) -> None:
    procedure = Procedure.objects.get(code=code)
    set_life_events(procedure=procedure, life_events=["birth"], by=officer, seen=procedure.revision)


def test_what_was_changed_after_the_dry_run_is_looked_at_again(checked: Callable[..., Import], officer: User):
    published()
    found = checked(archive(record()))
    published(seen=1, number="02/QĐ-UBND", day=datetime.date(2023, 5, 1), result="Mới")
    actions.ask_to_apply(of=found, outcome=found.outcome, by=officer)
    found = after_work(found)
    assert found.state == State.CHECKED
    assert found.notice


def test_a_workbook_with_bars_says_the_same(applied: Callable[..., Import], checked: Callable[..., Import]):
    titles = ("STT", "Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Cấp thực hiện", "Cách thức thực hiện", "Căn cứ pháp lý")
    row = (
        1,
        "1.001193",
        "Thủ tục đăng ký khai sinh",
        "hộ tịch",
        "Cấp huyện, cấp xã",
        "Trực tiếp | 05 ngày | 8.000 đồng\nDịch vụ bưu chính | 07 ngày",
        "60/2014/QH13 | Luật Hộ tịch | 20/11/2014 | Quốc hội",
    )
    content = workbook([row], titles=titles, above=[("DANH MỤC THỦ TỤC",)])
    assert applied(content, "danh-muc.xlsx").state == State.APPLIED
    found = _version().content
    assert found.levels == ("district", "commune")
    assert found.ways == (Way("counter", "05 ngày", "8.000 đồng"), Way("post", "07 ngày"))
    assert found.legal_basis == (Basis("60/2014/QH13", "Luật Hộ tịch", "2014-11-20", "Quốc hội"),)
    assert _counts(checked(content, "danh-muc.xlsx")) == (0, 0, 1, 0, 0)


def test_a_word_document_is_read(applied: Callable[..., Import]):
    rows = {
        "Mã thủ tục:": "1.001193",
        "Số quyết định:": "163/QĐ-THU",
        "Tên thủ tục:": "Thủ tục đăng ký khai sinh",
        "Cấp thực hiện:": "Cấp Xã",
        "Lĩnh vực:": "Hộ tịch",
        "Trình tự thực hiện:": "Bước 1: Nộp.\nBước 2: Nhận.",
    }
    assert applied(document(rows), "1.001193.docx").state == State.APPLIED
    assert [step.text for step in _version().content.steps] == ["Nộp.", "Nhận."]


def test_terms_that_are_no_decision_are_refused(applied: Callable[..., Import]):
    found = applied(archive(record()), issuer=" ")
    assert found.state == State.CHECKED
    assert found.notice
