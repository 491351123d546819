"""The board of the demonstration has a past: each month's end, once."""

import datetime

from tenants.demo.snapshots import write_snapshots
from tenants.oversight.models import Snapshot
from tenants.registry.models import Tenant
from tests import cast


def test_each_months_end_of_the_year_is_read_once(settings: object, commune: Tenant):
    settings.FIXED_TODAY = datetime.date(2023, 3, 15)
    reported: list[str] = []
    write_snapshots(reported.append)
    days = Snapshot.objects.filter(tenant=commune).order_by("on").values_list("on", flat=True)
    assert [f"{day:%m-%d}" for day in days] == ["01-31", "02-28", "03-15"]
    assert len(reported) == 3
    write_snapshots(reported.append)
    assert len(reported) == 3


def test_what_came_later_is_not_in_an_earlier_month(settings: object, commune: Tenant):
    settings.FIXED_TODAY = cast.DAY
    write_snapshots(lambda line: None)
    assert Snapshot.objects.get(tenant=commune, on=datetime.date(2023, 9, 30)).items == 0
    assert Snapshot.objects.get(tenant=commune, on=cast.DAY).items == 1
