"""A digest leaves once; where nobody knows whether it has, once more, and the log says so."""

import datetime
from collections.abc import Iterator
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from tenants.registry.models import Tenant
from tenants.reminders.actions import remind_all
from tenants.reminders.actions_send import send_digest, take_up_lost
from tenants.reminders.models import Mail, OwnText, Reminder
from tenants.reminders.states import State, Wording

ON = datetime.date(2023, 10, 31)
LONG_AGO = timezone.now() - datetime.timedelta(hours=1)
refusals: list[Exception] = []


class Server(EmailBackend):
    """A mail server that refuses as often as `refusals` has it."""

    def send_messages(self, messages: list) -> int:
        if refusals:
            raise refusals.pop()
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def server(settings: object) -> Iterator[None]:
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    yield
    refusals.clear()


@pytest.fixture
def waiting(behind: Tenant) -> Mail:
    remind_all(on=ON)
    return Mail.objects.get()


def states() -> tuple[str, str, str]:
    reminder = Reminder.objects.get()
    return Mail.objects.get().state, reminder.state, reminder.reason


def test_it_leaves_once(waiting: Mail):
    send_digest(number=waiting.pk)
    send_digest(number=waiting.pk)
    assert len(mail.outbox) == 1
    assert states() == (State.SENT, State.SENT, "")
    assert Mail.objects.get().body == mail.outbox[0].body


def test_while_somebody_is_at_it_nobody_else_sends(waiting: Mail):
    Mail.objects.update(state=State.SENDING, attempts=1, claimed_at=timezone.now())
    send_digest(number=waiting.pk)
    assert not mail.outbox


def test_what_was_cut_short_is_sent_once_more_and_the_log_says_so(waiting: Mail):
    Mail.objects.update(state=State.SENDING, attempts=1, claimed_at=LONG_AGO)
    send_digest(number=waiting.pk)
    assert len(mail.outbox) == 1
    assert states() == (State.SENT, State.SENT, "gửi lại một lần: không chắc thư trước đã đi")


def test_cut_short_twice_it_is_given_up(waiting: Mail):
    Mail.objects.update(state=State.SENDING, attempts=2, claimed_at=LONG_AGO)
    send_digest(number=waiting.pk)
    assert not mail.outbox
    assert states()[:2] == (State.FAILED, State.FAILED)


def test_both_tries_bear_the_same_number(waiting: Mail):
    send_digest(number=waiting.pk)
    Mail.objects.update(state=State.SENDING, claimed_at=LONG_AGO)
    Reminder.objects.update(state=State.SENDING)
    send_digest(number=waiting.pk)
    first, second = (one.extra_headers["Message-ID"] for one in mail.outbox)
    assert first == second


def test_a_server_that_breaks_off_is_asked_once_more(waiting: Mail):
    refusals.extend([ConnectionResetError(), ConnectionResetError()])
    with pytest.raises(OSError, match="does not take"):
        send_digest(number=waiting.pk)
    assert states() == (State.WAITING, State.WAITING, "không gửi được qua máy chủ thư")
    send_digest(number=waiting.pk)
    assert states() == (State.FAILED, State.FAILED, "không gửi được qua máy chủ thư")


def test_a_server_that_is_not_there_is_asked_until_it_is(waiting: Mail, work: object):
    work()
    mail.outbox.clear()
    Reminder.objects.update(state=State.WAITING)
    Mail.objects.update(state=State.WAITING, attempts=0)
    refusals.extend([ConnectionRefusedError()] * 4)
    for _ in range(4):
        with pytest.raises(OSError, match="does not take"):
            send_digest(number=waiting.pk)
    Mail.objects.update(claimed_at=LONG_AGO)
    take_up_lost()
    work()
    assert len(mail.outbox) == 1
    assert states()[:2] == (State.SENT, State.SENT)


def test_an_address_that_is_refused_for_good_is_not_tried_again(waiting: Mail):
    refusals.append(SMTPRecipientsRefused({"a@demo.example": (550, b"unknown")}))
    send_digest(number=waiting.pk)
    assert states() == (State.FAILED, State.FAILED, "máy chủ thư từ chối địa chỉ")


def test_what_nobody_takes_up_is_asked_for_again(waiting: Mail, work: object):
    work()
    mail.outbox.clear()
    Reminder.objects.update(state=State.SENDING)
    Mail.objects.update(state=State.SENDING, claimed_at=LONG_AGO)
    take_up_lost()
    work()
    assert len(mail.outbox) == 1


def test_it_is_worded_as_the_board_has_it(waiting: Mail):
    OwnText.objects.create(
        wording=Wording.EDITOR, subject="{don_vi}, {so_viec}", body="{danh_sach}\n{nguoi_nhan}", changed_by="Huyện"
    )
    send_digest(number=waiting.pk)
    assert mail.outbox[0].subject == "Xã Định An, 1"
    assert mail.outbox[0].body.endswith("biên tập viên Xã Định An")
