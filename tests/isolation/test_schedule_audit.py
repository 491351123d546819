"""Old rows of the audit logs go by the clock, site by site."""

import datetime

from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from audit.models import AuditEntry
from audit.states import Event
from tenants.crossing import all_tenants, in_site
from tenants.isolation.schedule import forget_old_audit_entries, timers
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle


def write_and_count(tenant: Tenant) -> None:
    with in_site(tenant):
        for days in (1000, 600, 10):
            AuditEntry.objects.create(event=Event.SIGNED_IN, at=timezone.now() - datetime.timedelta(days=days))


def left(tenant: Tenant) -> int:
    with in_site(tenant):
        return AuditEntry.objects.filter(event=Event.SIGNED_IN).count()


def test_every_site_forgets_what_is_old_enough(commune: Tenant, town: Tenant, settings: Settings):
    settings.AUDIT_LOG_MONTHS = 24
    Tenant.objects.filter(pk=town.pk).update(lifecycle=Lifecycle.ARCHIVED)
    for tenant in (commune, town):
        write_and_count(tenant)
    forget_old_audit_entries()
    assert (left(commune), left(town)) == (2, 2)


def test_a_site_that_fails_does_not_keep_the_others(own_database: str):
    district, broken, last = all_tenants()
    for tenant in (district, last):
        write_and_count(tenant)
    with in_site(broken), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry RENAME TO lost")
    forget_old_audit_entries()
    assert (left(district), left(last)) == (2, 2)


def test_the_clock_does_it_each_day():
    assert [timer.seconds for timer in timers() if timer.work is forget_old_audit_entries] == [24 * 3600]
