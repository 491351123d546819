"""The board's screens: what was read, judged as of a day; for administrators of the board, and of each site its own."""

import datetime
import io
from collections.abc import Callable

import openpyxl
import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.roles import Role
from newsroom.models import ArticlePage
from tenants.crossing import in_site
from tenants.oversight.actions import take_snapshots
from tenants.oversight.models import Reading, SavedView, Snapshot
from tenants.oversight.states import Standing
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
BOARD, MATRIX, OWN = "/admin/oversight/board/", "/admin/oversight/board/matrix/", "/admin/oversight/standing/"
ON = datetime.date(2023, 11, 1)


@pytest.fixture(autouse=True)
def the_day(settings: object) -> None:
    settings.FIXED_TODAY = ON


@pytest.fixture
def sites(district: Tenant, commune: Tenant, town: Tenant) -> list[Tenant]:
    found = [district, commune, town]
    take_snapshots(found, on=ON)
    return found


@pytest.fixture
def board(district: Tenant, visit: Visit) -> Client:
    return visit(district, Role.ADMINISTRATOR)


def test_each_site_stands_there_with_its_score(sites: list[Tenant], board: Client):
    lines = board.get(f"{BOARD}?order=name").context["lines"]
    assert [line.tenant.slug for line in lines] == [cast.DISTRICT, cast.COMMUNE, cast.TOWN]
    assert {line.snapshot.items for line in lines} == {1}
    assert all(line.is_read and 0 < line.score < 100 for line in lines)


def test_each_cell_says_why(sites: list[Tenant], board: Client):
    answer = board.get(f"{MATRIX}?order=name&kind=commune")
    (line, cells), *others = answer.context["rows"]
    assert (line.tenant.slug, others) == (cast.COMMUNE, [])
    news = next(one for one in cells if one and one.duty.key == "news")
    assert (news.standing, news.sign) == (Standing.FRESH, "✓")
    assert "mới nhất ngày 30/10/2023, kỳ tới chậm nhất 29/11/2023" in answer.content.decode()
    assert f"/admin/oversight/board/sites/{cast.COMMUNE}/?on=2023-11-01#news" in answer.content.decode()


def test_a_later_day_finds_the_same_site_late(sites: list[Tenant], board: Client):
    line = board.get(f"{BOARD}?order=name&on=31/03/2024").context["lines"][1]
    assert line.remarks == ["im lặng 153 ngày", "gần như trống: 1 tin, bài trong 12 tháng"]
    assert not line.is_read


def test_before_it_was_first_read_nothing_is_said(sites: list[Tenant], board: Client):
    answer = board.get(f"{BOARD}?on=31/10/2023")
    assert {line.judgement for line in answer.context["lines"]} == {None}
    assert "chưa đọc được số liệu" in answer.content.decode()


def test_a_site_that_can_not_be_read_is_shown_as_such(sites: list[Tenant], commune: Tenant, board: Client):
    Reading.objects.filter(tenant=commune).update(failing_since=timezone.now())
    answer = board.get(BOARD)
    assert [line.tenant.slug for line in answer.context["board"].unread] == [cast.COMMUNE]
    assert "chưa đọc lại từ" in answer.content.decode()


def test_what_fails_today_says_nothing_of_a_past_day(sites: list[Tenant], commune: Tenant, board: Client):
    taken = Snapshot.objects.get(tenant=commune)
    Snapshot.objects.filter(pk=taken.pk).update(on=taken.on - datetime.timedelta(days=1))
    Reading.objects.filter(tenant=commune).update(failing_since=timezone.now(), seen_at=timezone.now())
    past = taken.on - datetime.timedelta(days=1)
    lines = board.get(f"{BOARD}?on={past:%d/%m/%Y}").context["board"].lines
    line = next(line for line in lines if line.tenant == commune)
    assert (line.is_read, line.seen_at) == (True, taken.taken_at)


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "x"])
def test_a_day_that_nobody_means_is_today(sites: list[Tenant], board: Client, on: str):
    assert board.get(f"{BOARD}sites/{cast.COMMUNE}/?on={on}").status_code == 200


def test_of_which_nothing_was_read_comes_last(sites: list[Tenant], commune: Tenant, board: Client):
    Snapshot.objects.filter(tenant=commune).delete()
    for order in ("score", "best", "last"):
        assert list(board.get(f"{BOARD}?order={order}").context["lines"])[-1].tenant == commune


@pytest.mark.parametrize("path", [BOARD, MATRIX])
def test_more_sites_cost_no_more_queries(board: Client, sites: list[Tenant], path: str):
    def queries() -> int:
        board.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert board.get(path).status_code == 200
        return len([query for query in captured if "SAVEPOINT" not in query["sql"]])

    with_three = queries()
    Snapshot.objects.exclude(tenant=sites[0]).delete()
    Tenant.objects.exclude(pk=sites[0].pk).update(parent=None)
    assert queries() == with_three


def test_filters_narrow(sites: list[Tenant], board: Client):
    def shown(query: str) -> set[str]:
        return {line.tenant.slug for line in board.get(f"{BOARD}?{query}").context["lines"]}

    assert shown("kind=town") == {cast.TOWN}
    assert shown("duty=news&standing=fresh") == {cast.DISTRICT, cast.COMMUNE, cast.TOWN}
    assert shown("duty=news&standing=late") == set()
    assert shown("noted=on") == {cast.DISTRICT, cast.COMMUNE, cast.TOWN}


def test_a_day_that_is_none_is_said(sites: list[Tenant], board: Client):
    answer = board.get(f"{BOARD}?on=gestern")
    assert answer.status_code == 200
    assert answer.context["form"].errors["on"]


def test_the_matrix_copes_with_a_day_that_is_none(sites: list[Tenant], board: Client):
    assert board.get(f"{MATRIX}?on=gestern").status_code == 200


def test_one_site_says_what_to_do_next_and_adds_up(sites: list[Tenant], board: Client):
    context = board.get(f"{BOARD}sites/{cast.COMMUNE}/").context
    assert context["next_steps"][0].gain == max(one.gain for one in context["advice"])
    assert sum(one.verdict.points for one in context["advice"]) == context["line"].judgement.points
    assert context["advice"][0].address.startswith("http://xa-dinh-an.")


def test_files_say_the_same(sites: list[Tenant], board: Client):
    data = board.get(f"{BOARD}?export=json&order=name").json()
    assert [site["name"] for site in data["sites"]] == ["Huyện Trà Cú", "Xã Định An", "Thị trấn Định An"]
    assert data["sites"][1]["duties"]["news"]["standing"] == "fresh"
    text = board.get(f"{BOARD}?export=csv&order=name").content.decode()
    assert "Xã Định An,Tin tức, bài viết" in text.replace('"', "")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(board.get(f"{BOARD}?export=xlsx").streaming_content)))
    assert [len(list(sheet.rows)) for sheet in book] == [5, 1 + sum(len(site["duties"]) for site in data["sites"])]
    assert board.get(f"{BOARD}?export=pdf").status_code == 404


def test_a_view_is_kept_and_forgotten(sites: list[Tenant], board: Client):
    board.post(MATRIX, {"name": "  Các xã  chậm ", "query": "kind=commune&standing=late"})
    view = SavedView.objects.get()
    assert view.name == "Các xã chậm"
    assert f"{MATRIX}?kind=commune&amp;standing=late" in board.get(BOARD).content.decode()
    board.post(BOARD, {"forget": str(view.pk)})
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("path", [BOARD, MATRIX, f"{BOARD}sites/{cast.COMMUNE}/", "/admin/oversight/duties/"])
def test_nobody_else_sees_the_board(sites: list[Tenant], district: Tenant, commune: Tenant, visit: Visit, path: str):
    assert visit(district, Role.APPROVER).get(path).status_code == 302
    assert visit(commune, Role.ADMINISTRATOR).get(path).status_code in (302, 403, 404)
    assert path not in visit(commune, Role.ADMINISTRATOR).get("/admin/").content.decode()


def test_a_site_sees_how_it_stands_itself(sites: list[Tenant], commune: Tenant, visit: Visit):
    answer = visit(commune, Role.ADMINISTRATOR).get(OWN)
    assert answer.context["line"].tenant == commune
    assert answer.context["advice"][0].address.startswith("/admin/")
    assert visit(commune, Role.EDITOR).get(OWN).status_code == 302


def test_what_is_changed_shows_with_the_next_reading(sites: list[Tenant], commune: Tenant, board: Client):
    with in_site(commune), transaction.atomic():
        ArticlePage.objects.get().unpublish()
    take_snapshots([commune], on=ON)
    line = board.get(f"{BOARD}?kind=commune").context["lines"][0]
    assert (line.snapshot.items, line.remarks) == (0, ["trống"])
    news = board.get(f"{BOARD}sites/{cast.COMMUNE}/").context["line"].cell("news")
    assert (news.standing, news.items) == (Standing.MISSING, 0)
