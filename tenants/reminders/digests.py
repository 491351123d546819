"""Who is told what about a site: a digest for each person, with everything that is new to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation

from lib.workdays import Exceptions
from tenants.isolation.addresses import site_url
from tenants.oversight.board import Line
from tenants.oversight.evaluation import Verdict
from tenants.oversight.spots import working_path
from tenants.oversight.states import Standing
from tenants.registry.models import Tenant
from tenants.reminders.ladder import Call, began_on, days_late, due_calls
from tenants.reminders.models import Mail, Period, Reminder, Step
from tenants.reminders.recipients import People
from tenants.reminders.states import RUNGS, Addressee
from tenants.reminders.wordings import (
    ADDRESS,
    DAY,
    GREETED,
    LIST,
    NAME,
    NUMBER,
    UNIT,
    WORDS,
    Text,
    fill,
)

MOST_TOLD = 300
NOBODY = {
    Addressee.EDITOR: "trang chưa có biên tập viên",
    Addressee.ADMINISTRATOR: "trang chưa có quản trị trang",
    Addressee.LEADER: "chưa có địa chỉ liên hệ của lãnh đạo đơn vị",
    Addressee.BOARD: "chưa có người phụ trách ở Ban biên tập",
}


@dataclass(frozen=True)
class Item:
    """One duty for one person; or for nobody, where a step reaches no one."""

    verdict: Verdict
    period: Period
    call: Call
    told: str
    address: str


def items_of(
    line: Line,
    periods: dict[str, Period],
    steps: Sequence[Step],
    people: People,
    told: dict[tuple[int, str, str], int],
    exceptions: Exceptions,
) -> list[Item]:
    """What the ladder has for today. `told` are, per period, addressee and address, the days of the highest step that
    has told. `periods` are saved."""
    found = []
    for verdict in line.judgement.verdicts if line.judgement else ():
        period = periods.get(verdict.duty.key)
        if period is None:
            continue
        days = days_late(verdict.duty, began_on(verdict, period), line.on, exceptions)
        mine = {key[1:]: most for key, most in told.items() if key[0] == period.pk}
        calls = due_calls(steps, days, people, mine)
        empty = [one.addressee for one in calls if one.recipient is None]
        found += [item_of(line, verdict, period, call, unreached=empty) for call in calls]
    return found


def item_of(line: Line, verdict: Verdict, period: Period, call: Call, *, unreached: Iterable[Addressee] = ()) -> Item:
    """As it is told, in Vietnamese."""
    with translation.override("vi"):
        told = verdict.reason
    if verdict.standing == Standing.MISSING:
        told = f"{told}, tính từ ngày {began_on(verdict, period):%d/%m/%Y}"
    below = [one for one in unreached if RUNGS.index(one) < RUNGS.index(call.addressee)]
    if below:
        told = f"{told} ({'; '.join(NOBODY[one] for one in below)})"
    return Item(verdict, period, call, told[:MOST_TOLD], _spot(line, verdict, call.addressee))


def compose(mail: Mail, reminders: Sequence[Reminder], text: Text, addressee: Addressee) -> tuple[str, str]:
    """Subject and body, as somebody of these is written to."""
    values = {
        UNIT: mail.tenant.full_name,
        LIST: "\n\n".join(_paragraph(one) for one in one_per_duty(reminders)),
        NUMBER: str(len({one.duty_key for one in reminders})),
        DAY: f"{mail.on:%d/%m/%Y}",
        NAME: mail.name or f"{GREETED[addressee]} {_office_of(mail.tenant, addressee).full_name}",
        ADDRESS: _where(mail.tenant, addressee),
        WORDS: mail.words,
    }
    subject = " ".join(fill(text.subject, values).split())
    return subject, fill(text.body, values).replace("\r\n", "\n")


def highest_of(reminders: Iterable[Reminder]) -> Addressee:
    return max((Addressee(one.addressee) for one in reminders), key=RUNGS.index)


def one_per_duty(reminders: Iterable[Reminder]) -> list[Reminder]:
    """The highest step of each, for whom several reach."""
    found: dict[str, Reminder] = {}
    for one in sorted(reminders, key=lambda one: RUNGS.index(Addressee(one.addressee))):
        found[one.duty_key] = one
    return sorted(found.values(), key=lambda one: one.pk or 0)


def _paragraph(reminder: Reminder) -> str:
    return f"- {reminder.title}: {reminder.told}.\n  {reminder.address}"


def _spot(line: Line, verdict: Verdict, addressee: Addressee) -> str:
    """Where one sees or does it, with the account that one has."""
    if addressee == Addressee.LEADER:
        return line.address_of(verdict.duty)
    if addressee == Addressee.BOARD:
        return f"{_where(line.tenant, addressee)}#{verdict.duty.key}"
    return site_url(line.tenant, working_path(verdict.duty))


def _where(tenant: Tenant, addressee: Addressee) -> str:
    if addressee == Addressee.LEADER:
        return site_url(tenant, "/")
    if addressee == Addressee.BOARD:
        return site_url(_office_of(tenant, addressee), reverse("oversight:board_site", args=[tenant.slug]))
    return site_url(tenant, reverse("wagtailadmin_home"))


def _office_of(tenant: Tenant, addressee: Addressee) -> Tenant:
    """Whose people these are."""
    return tenant.parent if addressee == Addressee.BOARD and tenant.parent else tenant
