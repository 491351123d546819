"""Which departments and posts a reader finds, and in what order."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Q, When

from organisation.states import Duty

if TYPE_CHECKING:
    from organisation.departments import Department


class DepartmentQuerySet(models.QuerySet):
    def tree(self) -> "list[Branch]":
        """All that readers see, from the top, in one query. What is below a hidden unit is hidden."""
        below: dict[int | None, list[Any]] = defaultdict(list)
        departments: Any = self.filter(is_shown=True).order_by("position", "name_vi", "pk")
        for department in departments:
            below[department.parent_id].append(department)
        return _branches(None, below, frozenset())

    def in_tree_order(self) -> Self:
        """With `place`: each followed by what is below it, hidden ones too. One query more, for the whole tree."""
        below: dict[int | None, list[int]] = defaultdict(list)
        order = ("position", "name_vi", "pk")
        for pk, parent in self.model._default_manager.order_by(*order).values_list("pk", "parent_id"):
            below[parent].append(pk)
        places = [When(pk=pk, then=place) for place, pk in enumerate(_numbers(None, below), start=1)]
        return self.annotate(place=Case(*places, default=0, output_field=models.IntegerField())).order_by("place")

    def numbers_above(self, number: int) -> list[int]:
        """That unit and those above it, the nearest first. Ends also where two people have made a circle at once."""
        parents = dict(self.model._default_manager.values_list("pk", "parent_id"))
        found: list[int] = []
        following: int | None = number
        while following is not None and following not in found:
            found.append(following)
            following = parents.get(following)
        return found

    def levels_below(self, number: int) -> int:
        children: dict[int | None, list[int]] = defaultdict(list)
        for pk, parent in self.model._default_manager.values_list("pk", "parent_id"):
            children[parent].append(pk)
        level, levels, seen = children[number], 0, {number}
        while level:
            levels += 1
            seen |= set(level)
            level = [pk for parent in level for pk in children[parent] if pk not in seen]
        return levels


class Branch:
    """A department with the branches below it."""

    def __init__(self, department: "Department", branches: "list[Branch]") -> None:
        self.department, self.branches = department, branches


class PersonQuerySet(models.QuerySet):
    def on_show(self) -> Self:
        """With a post in a department that readers see. One below a hidden unit is left to who builds the tree."""
        posts = Q(posts__department__is_shown=True)
        return self.filter(posts).distinct()


class PostQuerySet(models.QuerySet):
    def current(self, on: datetime.date) -> Self:
        return self.within(on, on)

    def within(self, first: datetime.date, last: datetime.date) -> Self:
        """Held on any of those days."""
        return self.filter(Q(since=None) | Q(since__lte=last), Q(until=None) | Q(until__gte=first))

    def past(self, on: datetime.date) -> Self:
        return self.filter(until__lt=on)

    def leaders(self) -> Self:
        return self.filter(duty=Duty.LEADER)

    def in_departments(self, numbers: set[int]) -> Self:
        return self.filter(department__in=numbers)

    def in_order(self) -> Self:
        """With all that a card shows, in one query, and another where there are portraits."""
        found = self.select_related("person__portrait", "department").prefetch_related("person__portrait__renditions")
        return found.order_by("department__position", "department__name_vi", "department", "position", "pk")


def _branches(above: int | None, below: dict[int | None, list[Any]], path: frozenset[int | None]) -> list[Branch]:
    if above in path:
        return []
    return [Branch(one, _branches(one.pk, below, path | {above})) for one in below[above]]


def _numbers(above: int | None, below: dict[int | None, list[int]]) -> Iterator[int]:
    """From the top down. Units that two people have put in a circle hang below no top, and come nowhere."""
    for one in below[above]:
        yield one
        yield from _numbers(one, below)


def departments_in(branches: list[Branch]) -> "list[Department]":
    """From the top down, each followed by what is below it."""
    found: list[Department] = []
    for branch in branches:
        found += [branch.department, *departments_in(branch.branches)]
    return found
