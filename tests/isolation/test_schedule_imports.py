"""Old uploads for imports go by the clock, site by site."""

import datetime

from django.conf import settings
from django.utils import timezone

from importing.models import Import
from importing.states import State
from tenants.crossing import in_site
from tenants.isolation.schedule import forget_old_imports, timers
from tenants.registry.models import Tenant


def write(tenant: Tenant) -> None:
    with in_site(tenant):
        for days in (settings.IMPORT_DAYS + 1, settings.IMPORT_DAYS - 1):
            asked_at = timezone.now() - datetime.timedelta(days=days)
            for state in (State.MAPPING, State.APPLIED):
                Import.objects.create(register="sample", asked_at=asked_at, language="vi", state=state)


def test_every_site_forgets_what_was_never_imported(commune: Tenant, town: Tenant):
    for tenant in (commune, town):
        write(tenant)
    forget_old_imports()
    for tenant in (commune, town):
        with in_site(tenant):
            assert sorted(Import.objects.values_list("state", flat=True)) == ["applied", "applied", "mapping"]


def test_the_clock_does_it_each_day():
    assert [timer.seconds for timer in timers() if timer.work is forget_old_imports] == [24 * 3600]
