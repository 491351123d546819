"""Reminders are written once, sent once, and end with what they are about."""

import datetime

import pytest
from django.core import mail
from django.db import connection, transaction

from accounts.models import User
from accounts.roles import Role
from newsroom.models import ArticlePage
from tenants.crossing import in_site
from tenants.demo.content import write_items
from tenants.demo.corpus.plan import commune_items
from tenants.oversight.actions import take_snapshots
from tenants.oversight.models import Duty
from tenants.registry.models import Tenant
from tenants.reminders import actions
from tenants.reminders.actions import remind_all
from tenants.reminders.models import Contact, Mail, Period, Reminder
from tenants.reminders.states import Addressee, State
from tests import cast

ON = datetime.date(2023, 10, 31)
SATURDAY = datetime.date(2023, 11, 4)
LEADER = "chu-tich@demo.example"


@pytest.fixture(autouse=True)
def the_day(settings: object) -> None:
    settings.FIXED_TODAY = ON


@pytest.fixture
def one_duty(commune: Tenant) -> None:
    """Of all duties only that of something new within a day; the only article is of the day before ON."""
    Duty.objects.exclude(key="activity").delete()
    Duty.objects.update(within=0, kinds=["commune"])
    Contact.objects.create(tenant=commune, name="Chủ tịch (dữ liệu mẫu)", email=LEADER)


def read(*tenants: Tenant, on: datetime.date) -> None:
    assert not take_snapshots(list(tenants), on=on).failures


def remind(tenants: list[Tenant], on: datetime.date) -> None:
    read(*tenants, on=on)
    assert not remind_all(on=on).failures


@pytest.fixture
def sites(district: Tenant, commune: Tenant, town: Tenant) -> list[Tenant]:
    return [district, commune, town]


def log() -> list[tuple[str, str, str]]:
    rows = Reminder.objects.order_by("on", "pk")
    return [(one.addressee, one.recipient, one.state) for one in rows]


def test_the_ladder_is_gone_up_step_by_step(sites: list[Tenant], one_duty: None, work: object):
    told = []
    for days in (0, 1, 7, 8, 14, 15, 30):
        remind(sites, ON + datetime.timedelta(days=days - 1))
        work()
        told.append([one.to[0] for one in mail.outbox])
        mail.outbox.clear()
    editor, administrator = (cast.address_of(role) for role in (Role.EDITOR, Role.ADMINISTRATOR))
    # 29 November is a Wednesday; the district's administrator has the same address.
    assert told == [[], [editor], [], [administrator], [], [LEADER], [administrator]]


def test_a_mail_names_site_reason_and_spot(sites: list[Tenant], commune: Tenant, one_duty: None, work: object):
    remind(sites, ON)
    work()
    (message,) = mail.outbox
    assert message.subject == "Xã Định An: 1 nội dung cần cập nhật"
    assert "Có tin, bài, văn bản mới: mới nhất ngày 30/10/2023, chậm 1 ngày" in message.body
    assert f"http://{commune.primary_host}:8000/admin/" in message.body
    assert "{" not in message.subject + message.body


def test_no_mail_names_what_is_the_matter_elsewhere(sites: list[Tenant], work: object):
    remind(sites, ON)
    work()
    # The board may be named to everybody: it is who reminds, and whom its own people answer to.
    names = {tenant.full_name for tenant in sites if tenant.parent_id}
    assert len(names) == 2
    for one in Mail.objects.all():
        about = {name for name in names if name in one.subject + one.body}
        assert about == {one.tenant.full_name} & names


def test_all_that_is_new_to_somebody_is_one_mail(sites: list[Tenant], commune: Tenant, work: object):
    remind(sites, ON)
    work()
    mine = Reminder.objects.filter(tenant=commune, recipient=cast.address_of(Role.EDITOR))
    assert mine.count() > 2
    assert mine.values("mail").distinct().count() == 1
    people = Mail.objects.filter(tenant=commune).values_list("recipient", flat=True)
    assert len(people) == len(set(people)) == 2


def test_twice_run_it_tells_once(sites: list[Tenant], one_duty: None, work: object):
    for _ in range(2):
        remind(sites, ON)
        work()
    remind(sites, ON + datetime.timedelta(days=1))
    work()
    assert log() == [(Addressee.EDITOR, cast.address_of(Role.EDITOR), State.SENT)]
    assert len(mail.outbox) == 1


def test_killed_before_the_note_that_the_round_is_done_it_tells_once(sites: list[Tenant], one_duty: None, work: object):
    remind(sites, ON)
    actions.Round.objects.all().delete()
    remind(sites, ON)
    work()
    assert len(mail.outbox) == Reminder.objects.count() == 1


def test_nothing_is_told_on_days_off(sites: list[Tenant], one_duty: None, work: object):
    remind(sites, SATURDAY)
    assert not Reminder.objects.exists()
    assert Period.objects.get().began_on == cast.DAY
    remind(sites, SATURDAY + datetime.timedelta(days=2))
    assert Reminder.objects.exists()


def test_what_is_mended_is_told_no_more_and_begins_anew(sites: list[Tenant], commune: Tenant, one_duty: None):
    remind(sites, ON)
    publish_anew(commune, ON + datetime.timedelta(days=2))
    remind(sites, ON + datetime.timedelta(days=2))
    period = Period.objects.get()
    assert period.ended_on == ON + datetime.timedelta(days=2)
    assert period.reminders.get().state == State.DROPPED
    remind(sites, ON + datetime.timedelta(days=3))
    assert Period.objects.count() == 2
    assert Reminder.objects.filter(period__ended_on=None).get().state == State.WAITING


def publish_anew(commune: Tenant, day: datetime.date) -> None:
    with in_site(commune), transaction.atomic():
        ArticlePage.objects.update(published_on=day)


def test_no_mail_leaves_about_what_was_mended_while_it_waited(
    sites: list[Tenant], commune: Tenant, one_duty: None, work: object
):
    remind(sites, ON)
    publish_anew(commune, ON)
    read(commune, on=ON)
    work()
    assert not mail.outbox
    assert {state for *__, state in log()} == {State.DROPPED}


def test_without_a_leader_the_log_says_so_and_the_board_is_told(sites: list[Tenant], one_duty: None, work: object):
    Contact.objects.all().delete()
    remind(sites, ON + datetime.timedelta(days=14))
    work()
    nobody = Reminder.objects.get(addressee=Addressee.LEADER)
    assert (nobody.recipient, nobody.state) == ("", State.FAILED)
    assert nobody.reason == "chưa có địa chỉ liên hệ của lãnh đạo đơn vị"
    board = Reminder.objects.get(addressee=Addressee.BOARD)
    assert nobody.reason in board.told


def test_a_site_that_was_not_read_that_day_is_told_nothing(sites: list[Tenant], commune: Tenant, one_duty: None):
    read(*sites, on=ON - datetime.timedelta(days=1))
    read(*(one for one in sites if one != commune), on=ON)
    rounds = remind_all(on=ON)
    assert [failure.tenant for failure in rounds.failures] == [commune]
    assert len(rounds.done) == 2


def test_a_bad_site_stops_no_other(sites: list[Tenant], commune: Tenant, town: Tenant):
    read(*sites, on=ON)
    with in_site(commune), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_user_groups RENAME TO accounts_gone")
    rounds = remind_all(on=ON)
    assert [failure.tenant for failure in rounds.failures] == [commune]
    assert Reminder.objects.filter(tenant=town).exists()


def test_the_clock_is_asked_only_where_the_day_is_not_fixed(sites: list[Tenant], one_duty: None):
    read(*sites, on=ON)
    assert actions.remind_sites() is not None
    assert Reminder.objects.exists()


# By whom they are called, and how many have an account: 95 days without anything are 5 beyond the 90 of the duty.
CALLED = {
    "29470": ["editor"],
    "29485": ["administrator", "board", "editor", "leader"],
    "29489": ["administrator", "board", "editor", "leader"],
    "29509": ["administrator", "board", "editor", "leader"],
}


@pytest.mark.parametrize("code", CALLED)
def test_the_demo_communes_that_are_silent_or_empty_are_reminded_once(
    sites: list[Tenant], commune: Tenant, work: object, code: str
):
    with in_site(commune), transaction.atomic():
        for article in ArticlePage.objects.all():
            article.delete()
        write_items(commune_items(code), lambda line: None, by=User.objects.get(email=cast.address_of(Role.EDITOR)))
    for _ in range(2):
        remind(sites, ON)
        work()
    duty = "volume" if code == "29509" else "activity"
    mine = Reminder.objects.filter(tenant=commune, duty_key=duty)
    assert sorted(mine.values_list("addressee", flat=True)) == CALLED[code]
    assert set(mine.exclude(addressee=Addressee.LEADER).values_list("state", flat=True)) == {State.SENT}
    about = [one for one in mail.outbox if "Xã Định An" in one.subject]
    assert len(about) == Mail.objects.filter(tenant=commune).count() == 2


def test_a_duty_that_nobody_owes_any_more_ends_its_period(sites: list[Tenant], one_duty: None, district: Tenant):
    remind(sites, ON)
    Duty.objects.in_force(ON).update(valid_to=ON)
    remind(sites, ON + datetime.timedelta(days=1))
    assert Period.objects.get().ended_on == ON + datetime.timedelta(days=1)
