"""Remind now: it is shown first who gets what; the same words go to nobody twice on a day."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tenants.reminders.models import Mail, Period, Reminder
from tests import cast

PATH = "/admin/reminders/now/"
WORDS = "Đề nghị đăng trước thứ Sáu."
ORDER = {"sites": [cast.COMMUNE, cast.TOWN], "duties": [], "addressees": ["editor", "administrator"], "words": WORDS}
Work = Callable[[], None]


def send(board: Client, work: Work, **more: object) -> None:
    assert board.post(PATH, {**ORDER, **more, "send": "1"}).status_code == 302
    work()


def test_it_is_shown_first_who_gets_what(behind: Tenant, board: Client):
    answer = board.post(PATH, ORDER)
    assert answer.context["mails"] == 2
    text = answer.content.decode()
    for words in (cast.address_of(Role.EDITOR), "mới nhất ngày 30/10/2023", WORDS):
        assert words in text
    assert not Reminder.objects.exists()
    assert not Period.objects.exists()


def test_it_goes_out_with_those_words_and_stands_in_log_and_audit(
    behind: Tenant, district: Tenant, board: Client, work: Work
):
    send(board, work)
    assert sorted(one.to[0] for one in mail.outbox) == sorted(
        cast.address_of(role) for role in (Role.EDITOR, Role.ADMINISTRATOR)
    )
    assert all(WORDS in one.body and "Xã Định An" in one.subject for one in mail.outbox)
    assert set(Reminder.objects.values_list("tenant__slug", "after_days")) == {(cast.COMMUNE, None)}
    with in_site(district):
        entry = AuditEntry.objects.get(event=Event.SITES_REMINDED)
    assert entry.detail == f"2: {cast.COMMUNE}. {WORDS}"


def test_the_same_words_go_to_nobody_twice_on_a_day(behind: Tenant, board: Client, work: Work):
    send(board, work)
    send(board, work)
    send(board, work, words=f"  {WORDS.upper()} ")
    assert len(mail.outbox) == 2
    assert "Không gửi lại" in board.post(PATH, ORDER).content.decode()
    send(board, work, words="Đề nghị đăng ngay hôm nay.")
    assert len(mail.outbox) == 4


def test_what_the_ladder_has_told_may_be_told_by_hand(reminded: Tenant, board: Client, work: Work):
    mail.outbox.clear()
    send(board, work)
    assert len(mail.outbox) == 2
    assert Mail.objects.count() == 3


def test_only_what_is_chosen_and_overdue_is_told(behind: Tenant, board: Client):
    assert board.post(PATH, {**ORDER, "sites": [cast.TOWN]}).context["mails"] == 0
    answer = board.post(PATH, {**ORDER, "addressees": ["leader"]})
    assert "Không có ai để nhắc: lãnh đạo đơn vị" in answer.content.decode()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": "a" * 1001}, "words"),
        ({"sites": []}, "sites"),
        ({"sites": ["xa-khac"]}, "sites"),
        ({"duties": ["nothing"]}, "duties"),
        ({"addressees": []}, "addressees"),
    ],
)
def test_what_is_missing_is_said_at_its_field(behind: Tenant, board: Client, values: dict, field: str):
    answer = board.post(PATH, {**ORDER, **values, "send": "1"})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Reminder.objects.exists()
