"""The board keeps the catalogue on its own screens; no other site has them."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.roles import Role
from procedure_catalogue.actions import correct, save_draft
from procedure_catalogue.models import Change, FormFile, Procedure, ProcedureVersion, Repeal
from procedure_catalogue.states import Step
from tenants.crossing import in_site
from tenants.oversight import procedure_decisions, procedures
from tenants.oversight.procedure_places import Answer
from tenants.registry.models import Tenant
from tests import cast
from tests.files import ooxml
from tests.platform.procedure_catalogue.cases import CODE, DAY, LATER, OTHER, content, officer, published

Visit = Callable[..., Client]
LIST = "/admin/oversight/procedures/"
DECISION = {
    "number": "12/QĐ-UBND",
    "issued_on": "01/07/2023",
    "issuer": "Ủy ban nhân dân tỉnh Trà Vinh",
    "title": "",
    "day": "01/07/2023",
    "why": "",
    "decide": "1",
}


@pytest.fixture
def board(district: Tenant, visit: Visit) -> Client:
    return visit(district, Role.ADMINISTRATOR)


@pytest.fixture
def born(district: Tenant) -> ProcedureVersion:
    with in_site(district):
        return published()


def fields_in(page: str) -> dict[str, object]:
    """What a browser would send of the form that the page holds, were nothing changed."""
    form = page[page.index('class="procedure-form"') :]
    sent: dict[str, object] = {}
    for tag in re.findall(r"<input [^>]*>", form[: form.index("</form>")]):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if not name or "__prefix__" in name[1]:
            continue
        if re.search('type="(checkbox|radio)"', tag) and "checked" not in tag:
            continue
        sent.setdefault(name[1], []).append(value[1] if value else "")
    sent |= dict(re.findall(r'<textarea name="([^"]*)"[^>]*>\s?(.*?)</textarea>', form, re.DOTALL))
    for name, options in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    return {name: value for name, value in sent.items() if "__prefix__" not in name}


def test_a_new_procedure_begins_as_a_draft_and_is_published(board: Client):
    typed = {
        **fields_in(board.get(f"{LIST}new/").text),
        "code": OTHER,
        "name": "Chứng thực bản sao",
        "field": "chung-thuc",
        "levels": ["commune"],
        "steps-0-text": "Nộp bản chính",
        "dossier-0-name": "Bản chính",
        "dossier-0-originals": "1",
    }
    assert board.post(f"{LIST}new/", typed).status_code == 302
    draft = ProcedureVersion.objects.drafts().get()
    assert (draft.content.steps[0].text, draft.content.dossier[0].originals) == ("Nộp bản chính", 1)
    assert "Bản chính" in board.get(f"{LIST}{OTHER}/").text
    assert board.post(f"{LIST}publish/", {"chosen": f"{OTHER}:1", **DECISION}).status_code == 302
    assert ProcedureVersion.objects.in_force(DAY).get().decision.number == "12/QĐ-UBND"


def test_a_form_that_nobody_changed_says_the_same(board: Client, born: ProcedureVersion):
    board.post(f"{LIST}{CODE}/edit/", fields_in(board.get(f"{LIST}{CODE}/edit/").text))
    assert ProcedureVersion.objects.drafts().get().content == born.content


def test_rows_stand_in_the_order_that_was_typed(board: Client, born: ProcedureVersion):
    typed = fields_in(board.get(f"{LIST}{CODE}/edit/").text)
    typed |= {"steps-1-text": "Trước", "steps-1-place": "1", "steps-0-place": "2"}
    board.post(f"{LIST}{CODE}/edit/", typed)
    steps = ProcedureVersion.objects.drafts().get().content.steps
    assert [step.text for step in steps] == ["Trước", "Nộp hồ sơ tại bộ phận một cửa."]


def test_a_mistake_is_told_where_it_is_and_nothing_is_lost(board: Client, born: ProcedureVersion):
    typed = fields_in(board.get(f"{LIST}{CODE}/edit/").text)
    typed |= {"name": "", "result": "Đã gõ dài", "dossier-0-originals": "một"}
    answer = board.post(f"{LIST}{CODE}/edit/", typed)
    assert answer.status_code == 422
    assert set(answer.context["errors"]) == {"name", "dossier"}
    assert "Đã gõ dài" in answer.text
    assert not ProcedureVersion.objects.drafts().exists()


@pytest.mark.parametrize("code", ["", "khai sinh", "1.00119", CODE])
def test_a_code_that_can_not_be_is_told(board: Client, born: ProcedureVersion, code: str):
    typed = {**fields_in(board.get(f"{LIST}{CODE}/edit/").text), "code": code}
    answer = board.post(f"{LIST}new/", typed)
    assert (answer.status_code, set(answer.context["errors"])) == (422, {"code"})


def test_the_second_of_two_officers_sees_both_and_saves_knowingly(
    board: Client, district: Tenant, born: ProcedureVersion
):
    typed = fields_in(board.get(f"{LIST}{CODE}/edit/").text) | {"result": "Của tôi"}
    with in_site(district):
        save_draft(code=CODE, content=content(result="Của đồng nghiệp"), by=officer(), seen=1)
    answer = board.post(f"{LIST}{CODE}/edit/", typed)
    assert answer.status_code == 422
    assert "<del>đồng nghiệp</del><ins>tôi</ins>" in answer.text
    assert ProcedureVersion.objects.drafts().get().content.result == "Của đồng nghiệp"
    board.post(f"{LIST}{CODE}/edit/", fields_in(answer.text))
    assert ProcedureVersion.objects.drafts().get().content.result == "Của tôi"


def test_a_form_is_uploaded_with_the_row_and_kept_when_another_part_is_refused(board: Client, born: ProcedureVersion):
    address = f"{LIST}{CODE}/edit/"
    typed = fields_in(board.get(address).text) | {"name": ""}
    file = SimpleUploadedFile("to-khai.docx", ooxml("docx"))
    answer = board.post(address, typed | {"dossier-0-form_file": file})
    assert set(answer.context["errors"]) == {"name"}
    typed = fields_in(answer.text) | {"name": "Đăng ký khai sinh"}
    assert board.post(address, typed).status_code == 302
    kept = FormFile.objects.get()
    assert ProcedureVersion.objects.drafts().get().content.dossier[0].form_url == kept.address
    assert (kept.code, kept.is_released) == (CODE, False)


def test_a_form_that_is_no_form_is_told_at_its_row(board: Client, born: ProcedureVersion):
    address = f"{LIST}{CODE}/edit/"
    file = SimpleUploadedFile("to-khai.docx", b"<html><script>")
    answer = board.post(address, fields_in(board.get(address).text) | {"dossier-0-form_file": file})
    assert (answer.status_code, set(answer.context["errors"])) == (422, {"dossier"})
    assert answer.context["errors"]["dossier"][0].startswith("Dòng 1: ")
    assert not FormFile.objects.exists()


def test_a_form_of_a_code_that_is_none_is_told_at_the_code(board: Client):
    address = f"{LIST}new/"
    file = SimpleUploadedFile("to-khai.docx", ooxml("docx"))
    typed = fields_in(board.get(address).text) | {"code": "1001193", "dossier-0-form_file": file}
    answer = board.post(address, typed)
    assert (answer.status_code, set(answer.context["errors"])) == (422, {"code"})
    assert not FormFile.objects.exists()


def test_a_correction_is_told_in_the_history_with_the_old_words(board: Client, born: ProcedureVersion):
    address = f"{LIST}{CODE}/correct/{born.pk}/"
    typed = fields_in(board.get(address).text) | {"name": "Đăng ký khai sinh", "why": "Thừa chữ"}
    assert board.post(address, typed).status_code == 302
    history = board.get(f"{LIST}{CODE}/history/").text
    assert "<del>Thủ tục đăng ký khai sinh</del>" in history
    assert "Thừa chữ" in history
    assert ProcedureVersion.objects.count() == 1


def test_what_offices_go_by_is_no_correction(board: Client, born: ProcedureVersion):
    address = f"{LIST}{CODE}/correct/{born.pk}/"
    typed = fields_in(board.get(address).text) | {"ways-0-fee": "8.000 đồng", "online": "full", "why": "Sai"}
    answer = board.post(address, typed)
    assert (answer.status_code, set(answer.context["errors"])) == (422, {"ways", "online"})
    assert "8.000 đồng" in answer.text
    born.refresh_from_db()
    assert born.content == content()


def test_many_are_repealed_under_one_decision_and_taken_back(board: Client, district: Tenant, born: ProcedureVersion):
    with in_site(district):
        published(OTHER)
        published("1.000894")
    chosen = {"chosen": [f"{CODE}:1", f"{OTHER}:1"]}
    shown = board.post(f"{LIST}repeal/", chosen)
    assert (shown.status_code, shown.context["count"]) == (200, 2)
    board.post(f"{LIST}repeal/", {"chosen": shown.context["chosen"], "successors": "1.000894", **DECISION})
    assert [one.procedure.code for one in ProcedureVersion.objects.in_force(DAY)] == ["1.000894"]
    assert "1.000894" in board.get(f"{LIST}{CODE}/").text
    batch = Change.objects.filter(step=Step.REPEALED).first().batch
    board.post(f"{LIST}undo/{batch}/", {"why": "Nhầm"})
    assert ProcedureVersion.objects.in_force(DAY).count() == 3
    assert Repeal.objects.filter(undone_at=None).count() == 0


def test_all_of_a_narrowed_list_are_chosen_at_once(board: Client, district: Tenant, born: ProcedureVersion):
    with in_site(district):
        published(OTHER, field="chung-thuc")
    sent = {"everything": "on", "narrowed": "words=khai+sinh&field=&standing=in-force"}
    assert board.post(f"{LIST}repeal/", sent).context["chosen"].split() == [f"{CODE}:1", f"{OTHER}:1"]
    sent = {"everything": "on", "narrowed": "words=1.001193"}
    assert board.post(f"{LIST}repeal/", sent).context["chosen"] == f"{CODE}:1"


def test_more_than_can_be_done_at_once_is_told_before_and_after(
    board: Client, district: Tenant, born: ProcedureVersion, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(procedure_decisions, "MOST_AT_ONCE", 1)
    with in_site(district):
        published(OTHER)
    shown = board.post(f"{LIST}repeal/", {"everything": "on", "narrowed": "words=khai+sinh"})
    assert (shown.context["chosen"], shown.context["left"]) == (f"{CODE}:1", 1)
    assert "mỗi lần 1" in shown.text
    sent = {"chosen": shown.context["chosen"], "left": "1", **DECISION}
    answer = board.post(f"{LIST}repeal/", sent, follow=True)
    assert [str(one) for one in answer.context["messages"]] == [
        "Đã bãi bỏ: 1 thủ tục.",
        "Còn lại 1 thủ tục của danh sách chưa được xử lý: hãy chọn tiếp.",
    ]
    assert [one.procedure.code for one in ProcedureVersion.objects.in_force(DAY)] == [OTHER]


def test_what_somebody_else_has_changed_is_not_repealed(board: Client, district: Tenant, born: ProcedureVersion):
    with in_site(district):
        correct(version=born, content=content(name="Đăng ký khai sinh"), by=officer(), seen=1, why="Sai")
    answer = board.post(f"{LIST}repeal/", {"chosen": f"{CODE}:1", **DECISION})
    assert answer.status_code == 422
    assert CODE in str(answer.context["form"].non_field_errors())


@pytest.mark.parametrize(("name", "value"), [("number", ""), ("day", "31/02/2023"), ("issued_on", "xưa")])
def test_a_decision_is_named_as_a_whole(board: Client, born: ProcedureVersion, name: str, value: str):
    answer = board.post(f"{LIST}repeal/", {"chosen": f"{CODE}:1", **DECISION, name: value})
    assert answer.context["form"].errors[name]


def test_nothing_chosen_is_told(board: Client):
    assert board.post(f"{LIST}publish/", {"chosen": "abc 1.1:2 1.001193:x"}, follow=True).status_code == 200


def test_life_events_are_sorted_on_the_screen_of_the_procedure(board: Client, born: ProcedureVersion):
    board.post(f"{LIST}{CODE}/", {"seen": 1, "events": ["birth", "papers"]})
    assert {event.key for event in Procedure.objects.get().life_events.all()} == {"birth", "papers"}
    board.post(f"{LIST}{CODE}/", {"seen": 1, "events": []})
    assert Procedure.objects.get().life_events.count() == 2


def test_a_draft_is_put_aside(board: Client, district: Tenant, born: ProcedureVersion):
    with in_site(district):
        save_draft(code=CODE, content=content(), by=officer(), seen=1)
    board.post(f"{LIST}{CODE}/", {"seen": 2, "discard": "1"})
    assert not ProcedureVersion.objects.drafts().exists()


def test_where_it_is_shown_names_every_site(board: Client, born: ProcedureVersion):
    places = board.get(f"{LIST}{CODE}/places/").context["places"]
    assert [(place.name, place.answer) for place in places] == [
        ("Huyện Trà Cú", Answer.OTHER_LEVEL),
        ("Xã Định An", Answer.SHOWN),
        ("Thị trấn Định An", Answer.SHOWN),
    ]


def test_what_is_announced_for_later_is_shown_nowhere_yet(board: Client, district: Tenant):
    with in_site(district):
        published(day=datetime.date(2023, 12, 1))
    places = board.get(f"{LIST}{CODE}/places/").context["places"]
    assert {place.answer for place in places[1:]} == {Answer.NOT_IN_FORCE}


def test_a_site_that_can_not_be_read_is_no_no(board: Client, commune: Tenant, town: Tenant, born: ProcedureVersion):
    with in_site(town), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE procedures_overlay RENAME TO procedures_gone")
    answer = board.get(f"{LIST}{CODE}/places/")
    told = {place.name: place.answer for place in answer.context["places"]}
    assert (told["Thị trấn Định An"], told["Xã Định An"]) == (Answer.UNREADABLE, Answer.SHOWN)
    assert "Không đọc được" in answer.text


def test_where_it_is_shown_asks_one_page_of_sites(
    board: Client, born: ProcedureVersion, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(procedures, "SITES_PER_PAGE", 2)
    assert len(board.get(f"{LIST}{CODE}/places/").context["places"]) == 2
    assert [place.name for place in board.get(f"{LIST}{CODE}/places/?trang=2").context["places"]] == [
        "Thị trấn Định An"
    ]


def test_a_change_is_on_every_site_at_the_next_request(
    board: Client, commune: Tenant, town: Tenant, born: ProcedureVersion, visit: Visit
):
    clerks = [visit(tenant, Role.EDITOR) for tenant in (commune, town)]
    read = f"/admin/procedure-catalogue/{CODE}/"
    assert all("khai sinh (trong nước)" not in clerk.get(read).text for clerk in clerks)
    address = f"{LIST}{CODE}/correct/{born.pk}/"
    board.post(
        address, fields_in(board.get(address).text) | {"name": "Thủ tục đăng ký khai sinh (trong nước)", "why": "Sai"}
    )
    assert all("khai sinh (trong nước)" in clerk.get(read).text for clerk in clerks)


@pytest.mark.parametrize(
    "path",
    ["", "new/", f"{CODE}/", f"{CODE}/edit/", f"{CODE}/history/", f"{CODE}/places/", f"{CODE}/compare/"],
)
def test_the_screens_are_the_boards_alone(
    district: Tenant, commune: Tenant, born: ProcedureVersion, visit: Visit, path: str
):
    assert visit(district, Role.ADMINISTRATOR).get(f"{LIST}{path}").status_code == 200
    assert visit(district, Role.EDITOR).get(f"{LIST}{path}").status_code == 302
    assert visit(commune, Role.ADMINISTRATOR).get(f"{LIST}{path}").status_code == 404


@pytest.mark.parametrize("path", ["new/", f"{CODE}/edit/", f"{CODE}/", "publish/", "repeal/"])
def test_not_even_a_superuser_of_a_commune_writes(commune: Tenant, born: ProcedureVersion, visit: Visit, path: str):
    with in_site(commune):
        User.objects.filter(email=cast.address_of(Role.ADMINISTRATOR)).update(is_superuser=True)
    before = Change.objects.count()
    assert visit(commune, Role.ADMINISTRATOR).post(f"{LIST}{path}", {"seen": 1}).status_code == 404
    assert Change.objects.count() == before


def test_the_menu_names_the_catalogue_once(board: Client, commune: Tenant, visit: Visit):
    assert LIST in board.get("/admin/").text
    assert '"/admin/procedure-catalogue/"' not in board.get("/admin/").text
    assert "/admin/procedure-catalogue/" in visit(commune, Role.EDITOR).get("/admin/").text


@pytest.mark.parametrize("path", ["", f"{CODE}/", f"{CODE}/history/", f"{CODE}/edit/", f"{CODE}/compare/"])
def test_a_screen_asks_as_much_for_three_as_for_one(board: Client, district: Tenant, born: ProcedureVersion, path: str):
    def ask() -> int:
        board.get(f"{LIST}{path}")
        with CaptureQueriesContext(connection) as asked:
            board.get(f"{LIST}{path}")
        return len(asked)

    one = ask()
    with in_site(district):
        for number, code in enumerate((OTHER, "1.000894"), start=1):
            published(code)
            published(day=LATER.replace(day=number), seen=number, related=[OTHER], steps=[{"text": "a"}, {"text": "b"}])
    assert ask() - one <= (1 if path == f"{CODE}/" else 0)
