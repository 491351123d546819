"""The demonstration's three silent communes and the almost empty one come out as such, each with its reason."""

import datetime

import pytest
from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from newsroom.models import ArticlePage
from tenants.crossing import in_site
from tenants.demo.content import write_items
from tenants.demo.corpus.communes import ACTIVITY
from tenants.demo.corpus.plan import commune_items
from tenants.oversight.actions import take_snapshots
from tenants.oversight.board import board_of
from tenants.registry.models import Tenant
from tests import cast

ON = datetime.date(2023, 10, 31)
LIVELY = "29464"
REMARKS = {
    "29470": ["im lặng 95 ngày"],
    "29485": ["im lặng 131 ngày"],
    "29489": ["im lặng 228 ngày"],
    "29509": ["gần như trống: 1 tin, bài trong 12 tháng"],
    LIVELY: [],
}


@pytest.mark.parametrize("code", REMARKS)
def test_a_commune_is_said_to_be_what_it_is(settings: object, commune: Tenant, district: Tenant, code: str):
    settings.FIXED_TODAY = ON
    items = commune_items(code)
    with in_site(commune), transaction.atomic():
        for article in ArticlePage.objects.all():
            article.delete()
        write_items(items, lambda line: None, by=User.objects.get(email=cast.address_of(Role.EDITOR)))
    take_snapshots([commune], on=ON)
    line = next(line for line in board_of(district, ON).lines if line.tenant == commune)
    assert line.remarks == REMARKS[code]
    assert line.snapshot.items == next(one.items for one in ACTIVITY if one.code == code)
