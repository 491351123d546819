"""What follows from a change of who is who, which Wagtail's screens write."""

from collections.abc import Sequence

from django.db import transaction

from organisation.models import Department, Person
from search.actions import renew


@transaction.atomic
def has_changed(*, instances: Sequence[object]) -> None:
    """Readers find what they may see by now, and by no other words: a unit that is hidden hides what is below it, and
    takes its name from the people in it."""
    if any(isinstance(one, Department) for one in instances):
        renew(source="departments", numbers=Department.objects.values_list("pk", flat=True))
        renew(source="people", numbers=Person.objects.values_list("pk", flat=True))
    elif people := [one.pk for one in instances if isinstance(one, Person)]:
        renew(source="people", numbers=people)
