"""A wording with a real site, as it would read today. Nothing is written."""

from lib.clock import today
from tenants.oversight.board import line_of
from tenants.registry.models import Tenant
from tenants.reminders.digests import compose, item_of
from tenants.reminders.ladder import Call, late_ones
from tenants.reminders.models import Mail, Reminder
from tenants.reminders.periods import beginning, running_periods
from tenants.reminders.states import Addressee, Wording
from tenants.reminders.wordings import Text

WORDS = "(Lời nhắn của Ban biên tập đứng ở đây.)"


def preview(wording: Wording, text: Text, tenant: Tenant) -> Text:
    """With all that the site is behind with, whenever somebody was told. Out of what was read of it."""
    on = today()
    line = line_of(tenant, on)
    addressee = Addressee.EDITOR if wording == Wording.BY_HAND else Addressee(wording.value)
    late = late_ones(line.judgement) if line.judgement else []
    known = running_periods(tenant)
    periods = {**known, **{one.duty_key: one for one in beginning(tenant, late, known, on)}}
    items = [
        item_of(line, one, periods[one.duty.key], Call(addressee, 0, None)) for one in late if one.duty.key in periods
    ]
    reminders = [
        Reminder(
            duty_key=one.verdict.duty.key,
            title=one.verdict.duty.title_vi,
            told=one.told,
            address=one.address,
            addressee=addressee,
        )
        for one in items
    ]
    mail = Mail(tenant=tenant, on=on, words=WORDS, wording=wording)
    return Text(*compose(mail, reminders, text, addressee))
