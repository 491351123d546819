"""How many people may sign in here, and when one of them last did: numbers and days, no names."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max

from accounts.models import User
from lib.clock import day_of


@dataclass(frozen=True)
class Role:
    people: int
    last_seen: datetime.date | None


def accounts() -> dict[str, Role]:
    """Those that are open, by the name of their role; somebody with two counts in both. One query."""
    people = User.objects.filter(is_active=True, groups__isnull=False).order_by()
    rows = people.values_list("groups__name").annotate(number=Count("pk"), last=Max("last_login"))
    return {name: Role(number, day_of(last)) for name, number, last in rows}
