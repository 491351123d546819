"""What readers are told of the office: how many departments, and how many posts that somebody holds."""

import datetime
from dataclasses import dataclass

from organisation.departments import Department
from organisation.people import Post
from organisation.queries import departments_in
from organisation.states import Duty


@dataclass(frozen=True)
class Office:
    departments: int
    leaders: int
    contacts: int


def office(on: datetime.date) -> Office:
    """Three queries."""
    shown = {department.pk for department in departments_in(Department.objects.tree())}
    held = Post.objects.current(on).in_departments(shown).order_by()
    return Office(len(shown), held.leaders().count(), held.filter(duty=Duty.CONTACT).count())
