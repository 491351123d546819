"""Registers whose items are pages, as a clerk fills them from a sheet."""

import datetime
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import Locale, Page, PageLogEntry

from accounts.models import User
from accounts.roles import Role
from budget.models import DisclosureIndexPage, DisclosurePage
from home.models import HomePage
from importing import actions
from importing.models import Import
from importing.registers import register_named, registers_for
from importing.states import State
from library.models import SiteDocument, SiteImage
from pages.models import BasePage
from places.models import PlaceIndexPage, PlacePage
from planning.models import ProgressNote, ProjectIndexPage, ProjectPage
from recruitment.models import VacancyIndexPage, VacancyPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.files import PDF, zipped
from tests.platform.importing.sheets import after_work, errors_of, workbook

Visit = Callable[..., Client]
Hand = Callable[..., Import]
PROJECT = ("Tên dự án", "Mục tiêu", "Lĩnh vực", "Loại dự án", "Từ năm", "Đến năm", "Kinh phí", "Nguồn vốn")
PLACE = ("Tên", "Loại", "Vĩ độ", "Kinh độ", "Ảnh", "Mô tả ảnh")
DISCLOSURE = ("Tiêu đề", "Năm", "Loại công khai", "Ngày quyết định", "Tệp quyết định", "Bảng số liệu")
VACANCY = ("Vị trí tuyển dụng", "Đơn vị tuyển dụng", "Số lượng", "Hạn nộp hồ sơ", "Ngày đăng")


def project(name: str = "Đường ấp Chợ", *, last: object = 2024, cost: object = "14.900.000.000") -> list[object]:
    return [name, "Đi lại thuận tiện.", "Giao thông", "Xây dựng mới", 2022, last, cost, "Ngân sách nhà nước"]


def picture() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(written, "PNG")
    return written.getvalue()


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def here(commune: Tenant) -> Iterator[Tenant]:
    with in_site(commune):
        home = HomePage.objects.get(locale=Locale.get_default())
        for model in (ProjectIndexPage, DisclosureIndexPage, PlaceIndexPage, VacancyIndexPage):
            if not model.objects.exists():
                home.add_child(instance=model(title=str(model._meta.verbose_name)))
        yield commune


@pytest.fixture
def clerk(here: Tenant) -> User:
    return User.objects.get(email=cast.address_of(Role.APPROVER))


@pytest.fixture
def checked(clerk: User) -> Hand:
    def do(register: str, content: bytes, archive: bytes | None = None) -> Import:
        found = actions.hand_in(
            register=register_named(register),
            sheet=SimpleUploadedFile("bang.xlsx", content),
            archive=SimpleUploadedFile("tep.zip", archive) if archive else None,
            by=clerk,
        )
        actions.confirm_columns(of=found, columns=found.columns, by=clerk)
        return after_work(found)

    return do


@pytest.fixture
def applied(checked: Hand, clerk: User) -> Hand:
    def do(register: str, content: bytes, archive: bytes | None = None) -> Import:
        found = checked(register, content, archive)
        assert errors_of(found) == []
        actions.ask_to_apply(of=found, outcome=found.outcome, by=clerk)
        found = after_work(found)
        assert (found.state, found.notice) == (State.APPLIED, "")
        return found

    return do


def undone(found: Import, by: User) -> Import:
    actions.ask_to_undo(of=found, by=by)
    return after_work(found)


def counts(found: Import) -> tuple[int, int, int, int]:
    return found.new, found.changed, found.same, found.wrong


def test_whoever_may_publish_pages_may_import_them(here: Tenant):
    keys = {"projects", "budget-disclosures", "places", "vacancies"}
    offered = {role: {one.key for one in registers_for(User.objects.get(email=cast.address_of(role)))} for role in Role}
    assert keys <= offered[Role.APPROVER]
    assert keys <= offered[Role.ADMINISTRATOR]
    assert offered[Role.EDITOR] == offered[Role.CONTRIBUTOR] == set()


def test_an_imported_project_is_published_as_if_by_hand(here: Tenant, applied: Hand, visit: Visit, clerk: User):
    applied("projects", workbook([project(), project("Trạm bơm Bến Bạ", cost="")], titles=PROJECT))
    page = ProjectPage.objects.get(title="Đường ấp Chợ", locale=Locale.get_default())
    assert (page.live, page.owner, page.slug) == (True, clerk, "duong-ap-cho")
    assert (page.cost, page.first_year, page.status, page.field) == (14_900_000_000, 2022, "preparing", "transport")
    assert page.latest_revision == page.live_revision
    assert PageLogEntry.objects.for_instance(page).filter(action="wagtail.publish").get().user == clerk
    answer = visit(here).get(page.get_url())
    assert "14.900.000.000" in answer.content.decode()


def test_the_same_again_changes_nothing(here: Tenant, applied: Hand, checked: Hand):
    content = workbook([project(), project("Trạm bơm", last=2022, cost=5_000_000)], titles=PROJECT)
    assert counts(applied("projects", content)) == (2, 0, 0, 0)
    assert counts(checked("projects", content)) == (0, 0, 2, 0)


def test_what_differs_is_changed_and_an_undo_puts_it_back(here: Tenant, applied: Hand, clerk: User):
    applied("projects", workbook([project()], titles=PROJECT))
    page = ProjectPage.objects.get(title="Đường ấp Chợ", locale=Locale.get_default())
    page.notes.add(ProgressNote(text="Khởi công", percent=5))
    page.save_revision(user=clerk).publish(user=clerk)
    second = applied("projects", workbook([project("ĐƯỜNG ẤP CHỢ", last=2026), project("Cầu")], titles=PROJECT))
    assert counts(second) == (1, 1, 0, 0)
    page.refresh_from_db()
    assert (page.title, page.last_year) == ("ĐƯỜNG ẤP CHỢ", 2026)
    assert [note.text for note in page.notes.all()] == ["Khởi công"]
    assert undone(second, clerk).state == State.UNDONE
    page.refresh_from_db()
    assert (page.title, page.last_year, page.live) == ("Đường ấp Chợ", 2024, True)
    assert not Page.objects.filter(title="Cầu").exists()
    assert ProjectIndexPage.objects.get(locale=Locale.get_default()).get_children().count() == 1


def test_what_was_edited_since_is_not_undone(here: Tenant, applied: Hand, clerk: User):
    found = applied("projects", workbook([project()], titles=PROJECT))
    page = ProjectPage.objects.get(title="Đường ấp Chợ", locale=Locale.get_default())
    page.funder = "Tỉnh"
    page.save_revision(user=clerk).publish(user=clerk)
    found = undone(found, clerk)
    assert (found.state, found.rows.exclude(obstacle="").count()) == (State.APPLIED, 1)
    assert ProjectPage.objects.filter(pk=page.pk).exists()


def test_each_wrong_cell_is_told(here: Tenant, checked: Hand):
    rows = [project("A", last=2020), project("B", last="năm sau"), project("C", cost="-5"), project("D"), project("d")]
    found = checked("projects", workbook(rows, titles=PROJECT))
    assert [cell for cell, *__ in errors_of(found)] == ["F2", "F3", "G4", "A6"]
    assert not ProjectPage.objects.exists()


def test_a_colleagues_draft_is_left_alone(here: Tenant, applied: Hand, checked: Hand, clerk: User):
    applied("projects", workbook([project()], titles=PROJECT))
    page = ProjectPage.objects.get(title="Đường ấp Chợ", locale=Locale.get_default())
    page.aim = "Bản nháp"
    page.save_revision(user=clerk)
    found = checked("projects", workbook([project(last=2030)], titles=PROJECT))
    assert (counts(found)[3], found.may_be_applied) == (1, False)


def test_of_two_pages_with_one_name_none_is_changed(here: Tenant, applied: Hand, checked: Hand, clerk: User):
    applied("projects", workbook([project()], titles=PROJECT))
    index: BasePage = ProjectIndexPage.objects.get(locale=Locale.get_default())
    other = ProjectPage(
        title="đường ấp chợ", aim="Khác", field="other", kind="other", first_year=2022, last_year=2022, funding="other"
    )
    index.add_child(instance=other)
    found = checked("projects", workbook([project(last=2030)], titles=PROJECT))
    assert [(cell, "2" in reason) for cell, __, reason, __ in errors_of(found)] == [("A2", True)]


def test_a_disclosure_comes_with_its_table_and_goes_with_its_files(
    here: Tenant, applied: Hand, checked: Hand, clerk: User, visit: Visit
):
    before = SiteDocument.objects.count()
    table = workbook([["Thu thường xuyên", 1200, 1150]], titles=("Nội dung", "Dự toán", "Thực hiện"))
    archive = zipped({"qd.pdf": PDF, "bang.xlsx": table})
    content = workbook(
        [["Công khai dự toán 2023", 2023, "Dự toán ngân sách", "05/01/2023", "qd.pdf", "bang.xlsx"]], titles=DISCLOSURE
    )
    found = applied("budget-disclosures", content, archive)
    page = DisclosurePage.objects.get(locale=Locale.get_default())
    assert page.table["rows"] == [["Thu thường xuyên", 1200, 1150]]
    assert page.decision.title == "qd.pdf"
    assert "1.150" in visit(here).get(page.get_url()).content.decode()
    assert counts(checked("budget-disclosures", content, archive)) == (0, 0, 1, 0)
    assert SiteDocument.objects.count() == before + 2
    assert undone(found, clerk).state == State.UNDONE
    assert SiteDocument.objects.count() == before


def test_a_workbook_without_a_table_is_told_beforehand(here: Tenant, checked: Hand):
    archive = zipped({"qd.pdf": PDF, "trong.xlsx": workbook([], titles=("Một ô",))})
    rows = [
        ["A", 2023, "Dự toán ngân sách", "", "", "trong.xlsx"],
        ["B", 2023, "Dự toán ngân sách", "", "", "qd.pdf"],
        ["C", 2023, "Dự toán ngân sách", "", "qd.pdf; trong.xlsx", ""],
    ]
    found = checked("budget-disclosures", workbook(rows, titles=DISCLOSURE), archive)
    assert [cell for cell, *__ in errors_of(found)] == ["F2", "F3", "E4"]
    assert not DisclosurePage.objects.exists()


def test_a_place_comes_with_its_picture(here: Tenant, applied: Hand, checked: Hand, clerk: User):
    before = SiteImage.objects.count()
    archive = zipped({"ao.png": picture()})
    content = workbook(
        [["Ao Bà Om", "Danh lam thắng cảnh", 9.915, 106.308, "ao.png", "Mặt ao buổi sáng"]], titles=PLACE
    )
    found = checked("places", content, archive)
    kinds = register_named("places").column("kind").reader.allowed()
    if errors_of(found):
        content = workbook([["Ao Bà Om", kinds[0], 9.915, 106.308, "ao.png", "Mặt ao buổi sáng"]], titles=PLACE)
    found = applied("places", content, archive)
    page = PlacePage.objects.get(locale=Locale.get_default())
    assert (page.image.title, page.image.width, page.latitude) == ("ao.png", 40, Decimal("9.915"))
    assert page.sort_key
    assert counts(checked("places", content, archive)) == (0, 0, 1, 0)
    assert undone(found, clerk).state == State.UNDONE
    assert SiteImage.objects.count() == before


def test_a_picture_without_words_half_a_point_and_what_is_no_picture_are_told(here: Tenant, checked: Hand):
    kind = register_named("places").column("kind").reader.allowed()[0]
    rows = [
        ["A", kind, 9.9, 106.3, "ao.png", ""],
        ["B", kind, 9.9, "", "", ""],
        ["C", kind, "", "", "qd.pdf", "Một tệp PDF"],
    ]
    found = checked("places", workbook(rows, titles=PLACE), zipped({"ao.png": picture(), "qd.pdf": PDF}))
    assert [cell for cell, *__ in errors_of(found)] == ["F2", "D3", "E4"]


def test_a_notice_whose_closing_date_is_put_off_is_the_same_notice(here: Tenant, applied: Hand, checked: Hand):
    applied("vacancies", workbook([["Nhân viên y tế", "Trường A", 2, "31/10/2023", "01/10/2023"]], titles=VACANCY))
    again = applied("vacancies", workbook([["Nhân viên y tế", "Trường A", 2, "30/11/2023", ""]], titles=VACANCY[:4]))
    assert counts(again) == (0, 1, 0, 0)
    page = VacancyPage.objects.get(locale=Locale.get_default())
    assert (page.closes_on, page.positions) == (datetime.date(2023, 11, 30), 2)
    wrong = checked("vacancies", workbook([["B", "Trường A", "", "30/09/2023", "01/10/2023"]], titles=VACANCY))
    assert {cell for cell, *__ in errors_of(wrong)} <= {"C2", "D2"}
    assert errors_of(wrong)
