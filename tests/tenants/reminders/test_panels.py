"""The first screen of a site's administration says what the site is behind with."""

import datetime
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from tenants.crossing import in_site
from tenants.oversight.models import Duty
from tenants.registry.models import Tenant
from tenants.reminders.panels import notices

Visit = Callable[..., Client]
ON = datetime.date(2023, 10, 31)
TITLE = "Có tin, bài, văn bản mới"


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR])
def test_it_says_what_since_when_and_where(reminded: Tenant, commune: Tenant, visit: Visit, role: Role):
    text = visit(commune, role).get("/admin/").content.decode()
    assert TITLE in text
    assert "Chậm từ ngày 30/10/2023." in text
    assert "Đã nhắc ngày 31/10/2023." in text
    assert 'href="/admin/articles/"' in text


def test_others_and_other_sites_see_nothing_of_it(reminded: Tenant, commune: Tenant, town: Tenant, visit: Visit):
    assert TITLE not in visit(commune, Role.CONTRIBUTOR).get("/admin/").content.decode()
    assert TITLE not in visit(town, Role.ADMINISTRATOR).get("/admin/").content.decode()


def test_it_asks_the_same_however_much_there_is(reminded: Tenant, commune: Tenant):
    before = asked(commune)
    for key in ("second", "third"):
        duty = Duty.objects.in_force(ON).first()
        duty.pk, duty.key = None, key
        duty.save()
    assert asked(commune) == before <= 6


def asked(commune: Tenant) -> int:
    with in_site(commune), CaptureQueriesContext(connection) as queries:
        notices()
    return len(queries)
