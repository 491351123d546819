"""Two processes that remind at the same moment tell everybody once."""

from concurrent.futures import ThreadPoolExecutor

from django.core import mail
from django.db import connections

from lib.clock import today
from tenants.crossing import all_tenants, in_public
from tenants.oversight.actions import take_snapshots
from tenants.oversight.models import Duty
from tenants.reminders.actions import remind_site
from tenants.reminders.actions_send import send_digest
from tenants.reminders.models import Mail, Reminder, Step
from tests import cast


def test_two_at_once_tell_once(own_database: str):
    with in_public():
        Duty.objects.exclude(key="activity").delete()
        Duty.objects.update(within=0, kinds=["commune"])
        steps = list(Step.objects.all())
    take_snapshots(all_tenants(), on=today())
    commune = next(tenant for tenant in all_tenants() if tenant.slug == cast.COMMUNE)

    def remind(_: int) -> None:
        try:
            with in_public():
                remind_site(tenant=commune, on=today(), steps=steps, exceptions={})
        finally:
            connections.close_all()

    def send(number: int) -> None:
        try:
            with in_public():
                send_digest(number=number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(remind, range(4)))
        with in_public():
            numbers = list(Mail.objects.values_list("pk", flat=True))
        assert numbers
        list(pool.map(send, numbers * 4))
    with in_public():
        told = list(Reminder.objects.exclude(recipient="").values_list("recipient", "addressee"))
    assert len(told) == len(set(told))
    assert len(mail.outbox) == len(numbers)
