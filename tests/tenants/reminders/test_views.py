"""The log: the board's with all of its sites, and each site's own."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from tenants.registry.models import Tenant
from tenants.reminders.models import Contact, Mail, Period, Reminder
from tenants.reminders.states import Addressee, State
from tests import cast

Visit = Callable[..., Client]
LOG, OWN = "/admin/reminders/", "/admin/reminders/own/"


def test_the_board_sees_who_was_told_what(reminded: Tenant, board: Client):
    text = board.get(LOG).content.decode()
    for words in ("Xã Định An", "Có tin, bài, văn bản mới", cast.address_of(Role.EDITOR), "đã gửi"):
        assert words in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (f"site={cast.COMMUNE}", 1),
        (f"site={cast.TOWN}", 0),
        ("duty=activity", 1),
        ("addressee=board", 0),
        ("state=sent", 1),
        ("first=31/10/2023&last=31/10/2023", 1),
        ("last=30/10/2023", 0),
        ("state=nonsense", 0),
        ("first=nonsense", 0),
    ],
)
def test_it_is_narrowed(reminded: Tenant, board: Client, query: str, found: int):
    assert len(board.get(f"{LOG}?{query}").context["reminders"]) == found


def test_it_asks_the_same_however_long_it_is(reminded: Tenant, board: Client):
    board.get(LOG)
    with CaptureQueriesContext(connection) as before:
        board.get(LOG)
    one = Reminder.objects.get()
    for number in range(2):
        one.pk, one.recipient = None, f"{number}@demo.example"
        one.save()
    with CaptureQueriesContext(connection) as after:
        assert len(board.get(LOG).context["reminders"]) == 3
    assert len(after) <= len(before)


def test_it_goes_page_by_page(reminded: Tenant, board: Client):
    one = Reminder.objects.get()
    for number in range(50):
        one.pk, one.recipient = None, f"{number}@demo.example"
        one.save()
    assert len(board.get(f"{LOG}?trang=2").context["reminders"]) == 1


def test_it_leaves_as_a_file(reminded: Tenant, board: Client):
    Reminder.objects.update(told="=1+1")
    text = board.get(f"{LOG}?export=csv").content.decode()
    assert "'=1+1" in text
    assert "29" in text
    book = openpyxl.load_workbook(io.BytesIO(b"".join(board.get(f"{LOG}?export=xlsx").streaming_content)))
    assert book.active.max_row == 2
    assert board.get(f"{LOG}?export=pdf").status_code == 404


def test_a_mail_is_read_as_it_left(reminded: Tenant, board: Client):
    mail = Mail.objects.get()
    assert mail.subject in board.get(f"{LOG}mail/{mail.pk}/").content.decode()


@pytest.mark.parametrize("path", ["", "now/", "ladder/", "wording/", "wording/editor/", "leaders/", "mail/1/"])
def test_only_the_board_gets_there(reminded: Tenant, district: Tenant, visit: Visit, path: str):
    assert visit(reminded, Role.ADMINISTRATOR).get(f"{LOG}{path}").status_code in (302, 404)
    assert visit(district, Role.APPROVER).get(f"{LOG}{path}").status_code == 302


def test_a_site_sees_its_own_only(reminded: Tenant, town: Tenant, visit: Visit):
    period = Period.objects.create(tenant=town, duty_key="news", began_on=cast.DAY)
    Reminder.objects.create(
        tenant=town,
        period=period,
        duty_key="news",
        title="Việc của thị trấn",
        told="chậm",
        addressee=Addressee.EDITOR,
        after_days=1,
        on=cast.DAY,
        state=State.SENT,
    )
    text = visit(reminded, Role.ADMINISTRATOR).get(OWN).content.decode()
    assert "Có tin, bài, văn bản mới" in text
    assert "Việc của thị trấn" not in text
    assert visit(reminded, Role.EDITOR).get(OWN).status_code == 302


def test_a_site_enters_its_leader_and_takes_the_address_away(behind: Tenant, visit: Visit):
    browser = visit(behind, Role.ADMINISTRATOR)
    browser.post(OWN, {"name": " Nguyễn Văn Mẫu,  chủ tịch ", "email": "Chu-Tich@demo.example"})
    contact = Contact.objects.get()
    assert (contact.tenant, contact.name) == (behind, "Nguyễn Văn Mẫu, chủ tịch")
    assert contact.email == "chu-tich@demo.example"
    browser.post(OWN, {"name": "", "email": ""})
    assert not Contact.objects.exists()


@pytest.mark.parametrize("values", [{"name": "Chủ tịch", "email": ""}, {"name": "Chủ tịch", "email": "không có"}])
def test_half_a_leader_is_refused(behind: Tenant, visit: Visit, values: dict):
    answer = visit(behind, Role.ADMINISTRATOR).post(OWN, values)
    assert answer.status_code == 422
    assert answer.context["form"].errors
