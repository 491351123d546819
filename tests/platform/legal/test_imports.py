"""The register of documents as a clerk fills it from a sheet."""

import datetime
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from importing import actions
from importing.models import Import
from importing.registers import registers_for
from importing.states import State, Verdict
from legal.imports import DOCUMENTS
from legal.models import FileText, Issuer, LegalDocument
from library.models import SiteDocument
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.files import PDF, zipped
from tests.platform.importing.sheets import after_work, errors_of, workbook
from tests.platform.legal.documents import REGISTER, add

Visit = Callable[..., Client]
TITLES = ("Số ký hiệu", "Cơ quan ban hành", "Ngày ban hành", "Loại văn bản", "Trích yếu nội dung", "Ngày hiệu lực")
ISSUER = "Ủy ban nhân dân"
CATEGORIES = "Quy hoạch, kế hoạch; tin tức, bài viết"
KEYS = ("number", "issuer", "issued_on", "form", "abstract", "effective_on")


def row(which: int = 1, /, **changes: object) -> list[object]:
    kept = (f"{which}/2023/QĐ-UBND", ISSUER, "01/03/2023", "Quyết định", "Về việc giao dự toán", "10/03/2023")
    return list((dict(zip(KEYS, kept, strict=True)) | changes).values())


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def here(commune: Tenant) -> Iterator[Tenant]:
    with in_site(commune):
        yield commune


@pytest.fixture
def clerk(here: Tenant) -> User:
    return User.objects.get(email=cast.address_of(Role.APPROVER))


@pytest.fixture
def checked(clerk: User) -> Callable[..., Import]:
    def do(content: bytes, archive: bytes | None = None) -> Import:
        found = actions.hand_in(
            register=DOCUMENTS.fresh(),
            sheet=SimpleUploadedFile("van-ban.xlsx", content),
            archive=SimpleUploadedFile("tep.zip", archive) if archive else None,
            by=clerk,
        )
        actions.confirm_columns(of=found, columns=found.columns, by=clerk)
        return after_work(found)

    return do


@pytest.fixture
def applied(checked: Callable[..., Import], clerk: User) -> Callable[..., Import]:
    def do(content: bytes, archive: bytes | None = None) -> Import:
        found = checked(content, archive)
        assert errors_of(found) == []
        actions.ask_to_apply(of=found, outcome=found.outcome, by=clerk)
        found = after_work(found)
        assert (found.state, found.notice) == (State.APPLIED, "")
        return found

    return do


def undone(found: Import, by: User) -> Import:
    actions.ask_to_undo(of=found, by=by)
    return after_work(found)


def test_whoever_may_publish_documents_may_import_them(here: Tenant):
    may = {role for role in Role if registers_for(User.objects.get(email=cast.address_of(role)))}
    assert may == {Role.APPROVER, Role.ADMINISTRATOR}


def test_what_is_imported_stands_in_the_register_as_if_entered_by_hand(
    here: Tenant, applied: Callable[..., Import], visit: Visit, clerk: User
):
    applied(workbook([row(1), row(2, abstract="Kế hoạch thu gom rác", issuer="Hội đồng nhân dân xã")], titles=TITLES))
    document = LegalDocument.objects.get(number="2/2023/QĐ-UBND")
    assert (document.live, document.owner, document.issuer.name) == (True, clerk, "Hội đồng nhân dân xã")
    assert document.latest_revision == document.live_revision == Revision.objects.for_instance(document).get()
    assert document.latest_revision.as_object().abstract == "Kế hoạch thu gom rác"
    assert ModelLogEntry.objects.for_instance(document).get().user == clerk
    assert AuditEntry.objects.filter(event=Event.IMPORT_APPLIED).count() == 1
    shown = visit(here).get(REGISTER, {"q": "thu gom rac"}).context["documents"]
    assert [one.number for one in shown] == ["2/2023/QĐ-UBND"]
    history = visit(here, Role.EDITOR).get(f"/admin/legal/documents/history/{document.pk}/")
    assert "import of a sheet" in history.content.decode() or "bảng" in history.content.decode()
    assert visit(here, Role.EDITOR).get(f"/admin/legal/documents/edit/{document.pk}/").status_code == 200


def test_a_broken_sheet_is_told_cell_by_cell_and_changes_nothing(here: Tenant, checked: Callable[..., Import]):
    add("7/2023/QĐ-UBND")
    nfd = unicodedata.normalize("NFD", "Về việc giao dự toán")

    def merged(sheet: object) -> None:
        sheet["D13"] = "=1/0"
        sheet.merge_cells("E12:F12")

    rows = [
        row(1, issued_on="31/02/2023"),  # 2
        row(2, issued_on="12/31/2023", effective_on=""),  # 3
        row(3, issued_on=44986),  # 4: a day as a spreadsheet program counts them
        row(4, abstract=f"{nfd}\u00a0 "),  # 5
        row(5, number="Số: 05/2023/QĐ-UBND"),  # 6
        row(5, number="5/2023/qđ-ubnd"),  # 7: the same in another style
        row(6, form="Quyết địn"),  # 8
        row(7, issued_on="01/03/2099", effective_on=""),  # 9
        row(8, effective_on="28/02/2023"),  # 10
        row(9, abstract=""),  # 11
        row(10),  # 12
        row(11),  # 13
        row(12, number="///"),  # 14
    ]
    found = checked(workbook(rows, titles=TITLES, then=merged))
    assert [(cell, value, suggestion) for cell, value, __, suggestion in errors_of(found)] == [
        ("C2", "31/02/2023", "Vui lòng ghi ngày/tháng/năm: 05/03/2023"),
        ("C3", "12/31/2023", "31/12/2023"),
        ("A7", "5/2023/qđ-ubnd · Ủy ban nhân dân · 01/03/2023", "Bỏ một trong hai dòng, hoặc sửa dòng bị gõ nhầm."),
        ("D8", "Quyết địn", "Có phải là: Quyết định?"),
        ("C9", "01/03/2099", ""),
        ("F10", "28/02/2023", ""),
        ("E11", "", "Vui lòng ghi như: Về việc giao chỉ tiêu kế hoạch năm 2023"),
        ("E12", "", "Vui lòng bỏ gộp ô và điền đủ từng ô."),
        ("D13", "", "Vui lòng mở tệp bằng Excel, lưu rồi tải lên lại; hoặc gõ thẳng giá trị."),
        ("A14", "///", "Vui lòng ghi như: 15/2023/QĐ-UBND"),
    ]
    reasons = {cell: reason for cell, __, reason, __ in errors_of(found)}
    assert reasons["A7"] == "Dòng 6 đã nói về mục này."
    assert "E12:F12" in reasons["E12"]
    assert all(reasons.values())
    assert {line.number for line in found.rows.filter(verdict=Verdict.NEW)} == {4, 5, 6}
    assert found.rows.get(number=4).differences[2]["after"] == "01/03/2023"
    assert LegalDocument.objects.count() == 1
    assert not found.may_be_applied


def test_one_wrong_row_in_many_keeps_all_out(here: Tenant, checked: Callable[..., Import]):
    found = checked(
        workbook(
            [row(which, **({"issued_on": "mai"} if which == 300 else {})) for which in range(1, 601)], titles=TITLES
        )
    )
    assert [(cell, value) for cell, value, *__ in errors_of(found)] == [("C301", "mai")]
    assert (found.new, found.wrong) == (599, 1)
    assert not LegalDocument.objects.exists()


def test_the_same_again_changes_nothing(here: Tenant, applied: Callable[..., Import], checked: Callable[..., Import]):
    archive = zipped({"a.pdf": PDF, "b/c.pdf": PDF})
    content = workbook(
        [
            [*row(1, issuer="UBND xã Đại An"), CATEGORIES, "tài chính, ngân sách", "a.pdf"],
            [*row(2, issuer="uỷ ban nhân dân xã Đại An"), "", "", "a.pdf; b/c.pdf"],
        ],
        titles=(*TITLES, "Chuyên mục", "Lĩnh vực", "Tệp"),
    )
    applied(content, archive)
    again = checked(content, archive)
    assert (again.new, again.changed, again.same, again.wrong) == (0, 0, 2, 0)
    document = LegalDocument.objects.get(number="1/2023/QĐ-UBND")
    assert {one.key for one in document.categories.all()} == {"planning", "news"}
    assert document.field.key == "finance"
    assert Issuer.objects.count() == 1
    assert [one.file.title for one in LegalDocument.objects.get(number="2/2023/QĐ-UBND").files.all()] == [
        "a.pdf",
        "c.pdf",
    ]
    assert FileText.objects.count() == SiteDocument.objects.count() == 3


def test_a_new_issuer_is_announced_and_a_known_one_recognised(here: Tenant, checked: Callable[..., Import]):
    add("99/QĐ", issuer="Ủy ban nhân dân xã Đại An")
    names = ["Uỷ ban nhân dân  xã Đại An", "UBND XÃ ĐẠI AN", "UBND xa Dai An", "Ủy ban nhân dân xã Đại Ân"]
    found = checked(workbook([row(which, issuer=name) for which, name in enumerate(names, 1)], titles=TITLES))
    told = [
        difference["after"]
        for line in found.rows.all()
        for difference in line.differences
        if difference["column"] == "Cơ quan ban hành"
    ]
    assert told[:3] == ["Ủy ban nhân dân xã Đại An"] * 3
    assert told[3].startswith("Ủy ban nhân dân xã Đại Ân (")
    assert "Ủy ban nhân dân xã Đại An" in told[3]
    assert Issuer.objects.count() == 1


def test_an_undo_takes_all_back(here: Tenant, applied: Callable[..., Import], clerk: User, work: Callable[[], None]):
    standing = add("1/2023/QĐ-UBND", abstract="Lời cũ", signer="Thạch Thị Sa")
    kept = standing.search_text
    rows = [[*row(1), "a.pdf"], [*row(2, issuer="Sở Nội vụ"), "a.pdf"]]
    found = applied(workbook(rows, titles=(*TITLES, "Tệp")), zipped({"a.pdf": PDF}))
    standing.refresh_from_db()
    assert (standing.abstract, standing.signer) == ("Về việc giao dự toán", "Thạch Thị Sa")
    found = undone(found, clerk)
    assert (found.state, found.notice) == (State.UNDONE, "")
    standing.refresh_from_db()
    assert (standing.abstract, standing.effective_on, standing.search_text) == ("Lời cũ", None, kept)
    assert LegalDocument.objects.get() == standing
    assert not standing.files.exists()
    assert Issuer.objects.get().name == ISSUER
    assert SiteDocument.objects.count() == 1
    assert standing.latest_revision.as_object().abstract == "Lời cũ"


def test_files_of_a_sheet_stand_beside_what_a_document_has(
    here: Tenant, applied: Callable[..., Import], clerk: User, work: Callable[[], None]
):
    titles, names = (*TITLES, "Tệp"), ["a.pdf", "b.pdf"]
    archive = zipped(dict.fromkeys(names, PDF))
    applied(workbook([[*row(1), "a.pdf"]], titles=titles), archive)
    document = LegalDocument.objects.get()
    kept = document.files.get().file_id
    second = applied(workbook([[*row(1), "a.pdf; b.pdf"]], titles=titles), archive)
    assert [one.file.title for one in document.files.all()] == names
    assert document.files.first().file_id == kept
    assert undone(second, clerk).notice == ""
    assert [one.file_id for one in document.files.all()] == [kept]


def test_an_undo_waits_for_whoever_has_edited_since(
    here: Tenant, applied: Callable[..., Import], clerk: User, visit: Visit
):
    found = applied(workbook([row(1), row(2)], titles=TITLES))
    document = LegalDocument.objects.get(number="2/2023/QĐ-UBND")
    document.note = "Sửa tay"
    document.save_revision(user=clerk).publish(user=clerk)
    found = undone(found, clerk)
    assert found.state == State.APPLIED
    assert [line.label.split(" · ")[0] for line in found.rows.exclude(obstacle="")] == ["2/2023/QĐ-UBND"]
    assert LegalDocument.objects.count() == 2


@pytest.mark.parametrize("state", ["draft", "changes", "locked"])
def test_what_a_colleague_works_on_is_left_alone(here: Tenant, checked: Callable[..., Import], state: str):
    document = add("1/2023/QĐ-UBND", live=state != "draft")
    if state == "changes":
        document.note = "Bản nháp"
        document.save_revision()
    LegalDocument.objects.update(locked=state == "locked")
    found = checked(workbook([row(1, abstract="Nội dung khác")], titles=TITLES))
    assert [cell for cell, *__ in errors_of(found)] == ["A2"]


def test_where_documents_are_used_is_known_after_an_import(
    here: Tenant, applied: Callable[..., Import], work: Callable[[], None]
):
    applied(workbook([row(1)], titles=TITLES))
    assert ReferenceIndex.get_references_to(Issuer.objects.get()).count() == 0
    work()
    assert ReferenceIndex.get_references_to(Issuer.objects.get()).count() == 1


def linked(number: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for link in LegalDocument.objects.get(number=number).links.select_related("target").order_by("pk"):
        found.setdefault(link.relation, []).append(link.target.number)
    return found


LINKED = (*TITLES, "Thay thế", "Sửa đổi, bổ sung")


def test_documents_that_a_row_names_are_linked_from_both_ends_and_an_undo_unlinks_them(
    here: Tenant, applied: Callable[..., Import], clerk: User, visit: Visit, checked: Callable[..., Import]
):
    for number in ("1/2020/QĐ-UBND", "2/2020/QĐ-UBND"):
        add(number, issued_on=datetime.date(2020, 3, 1))
    sheet = workbook([[*row(1), "Số 1/2020/qđ-ubnd", "2/2020/QĐ-UBND"], [*row(2), "", ""]], titles=LINKED)
    applied(sheet)
    assert linked("1/2023/QĐ-UBND") == {"replaces": ["1/2020/QĐ-UBND"], "amends": ["2/2020/QĐ-UBND"]}
    document = LegalDocument.objects.get(number="1/2023/QĐ-UBND")
    assert len(document.latest_revision.as_object().links.all()) == 2
    old = LegalDocument.objects.get(number="1/2020/QĐ-UBND")
    assert "1/2023/QĐ-UBND" in visit(here).get(f"{REGISTER}{old.address}").content.decode()
    again = checked(sheet)
    assert set(again.rows.values_list("verdict", flat=True)) == {Verdict.SAME}
    fewer = applied(workbook([[*row(1), "", "2/2020/QĐ-UBND; 1/2020/QĐ-UBND"]], titles=LINKED))
    assert linked("1/2023/QĐ-UBND") == {"amends": ["1/2020/QĐ-UBND", "2/2020/QĐ-UBND"]}
    assert undone(fewer, clerk).state == State.UNDONE
    assert linked("1/2023/QĐ-UBND") == {"replaces": ["1/2020/QĐ-UBND"], "amends": ["2/2020/QĐ-UBND"]}


def test_a_sheet_without_links_leaves_those_that_are_there(here: Tenant, applied: Callable[..., Import]):
    add("1/2020/QĐ-UBND", issued_on=datetime.date(2020, 3, 1))
    applied(workbook([[*row(1), "1/2020/QĐ-UBND", ""]], titles=LINKED))
    applied(workbook([row(1, abstract="Về việc khác")], titles=TITLES))
    assert linked("1/2023/QĐ-UBND") == {"replaces": ["1/2020/QĐ-UBND"]}


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("9/2019/QĐ-UBND", "Danh mục không có văn bản đã đăng nào số “9/2019/QĐ-UBND”."),
        ("5/2020/QĐ-UBND", "Danh mục không có văn bản đã đăng nào số “5/2020/QĐ-UBND”."),
        ("4/QĐ-UBND", "Có nhiều văn bản mang số “4/QĐ-UBND”."),
        ("4/QĐ-UBND ngày 31/02/2020", "Không có ngày này: 31/02/2020."),
        ("1/2023/QĐ-UBND", "Văn bản không liên kết với chính nó."),
    ],
)
def test_what_can_not_be_linked_is_told(here: Tenant, checked: Callable[..., Import], cell: str, reason: str):
    add("4/QĐ-UBND", issued_on=datetime.date(2020, 3, 1))
    add("4/QĐ-UBND", issued_on=datetime.date(2021, 3, 1))
    add("5/2020/QĐ-UBND", issued_on=datetime.date(2020, 3, 1), live=False)
    add("1/2023/QĐ-UBND", issued_on=datetime.date(2023, 3, 1))
    found = checked(workbook([[*row(1), cell, ""]], titles=LINKED))
    assert [(cell, reason) for cell, __, reason, __ in errors_of(found)] == [("G2", reason)]


def test_of_several_documents_of_a_number_the_day_and_the_issuer_say_which(
    here: Tenant, applied: Callable[..., Import]
):
    add("4/QĐ-UBND", issued_on=datetime.date(2020, 3, 1))
    wanted = add("4/QĐ-UBND", issued_on=datetime.date(2021, 3, 1))
    applied(workbook([[*row(1), f"4/QĐ-UBND ngày 1/3/2021 của {wanted.issuer.name.upper()}", ""]], titles=LINKED))
    assert [link.target for link in LegalDocument.objects.get(number="1/2023/QĐ-UBND").links.all()] == [wanted]


def test_a_day_decides_the_year_and_with_it_which_document_a_row_is_about(here: Tenant, checked: Callable[..., Import]):
    add("1/2023/QĐ-UBND", issued_on=datetime.date(2022, 12, 30))
    found = checked(workbook([row(1), row(1, issued_on="30/12/2022")], titles=TITLES))
    assert (found.new, found.changed) == (1, 1)


def test_a_dry_run_keeps_nobody_from_editing_and_what_follows_does(here: Tenant):
    document = add()
    keys = [DOCUMENTS.key_of({"number": document.number, "issuer": ISSUER, "issued_on": document.issued_on})]
    asked = []
    for ask in (
        lambda: DOCUMENTS.find(keys, lock=False),
        lambda: DOCUMENTS.find(keys, lock=True),
        lambda: DOCUMENTS.read([document.pk]),
    ):
        with CaptureQueriesContext(connection) as captured:
            assert len(ask()) == 1
        asked.append(any("FOR UPDATE" in query["sql"] for query in captured))
    assert asked == [False, True, True]


def test_a_number_that_a_colleagues_draft_bears_is_taken(here: Tenant, checked: Callable[..., Import]):
    document = add("15/2023/QĐ-UBND")
    document.number = "16/2023/QĐ-UBND"
    document.tidy()
    document.save_revision()
    found = checked(workbook([row(16), row(17)], titles=TITLES))
    assert [(cell, reason) for cell, __, reason, __ in errors_of(found)] == [
        ("A2", "Mục này có thay đổi chưa xuất bản; nhập vào sẽ làm mất các thay đổi đó.")
    ]
