"""What readers see of one department and of one person."""

import datetime
from dataclasses import dataclass

from organisation.departments import Department
from organisation.people import Person, Post
from organisation.queries import Branch, departments_in
from organisation.states import Duty


@dataclass(frozen=True)
class DepartmentDetail:
    department: Department
    above: list[Department]
    """From the top to the unit right above it."""
    below: list[Department]
    leaders: list[Post]
    contacts: list[Post]
    staff: list[Post]


@dataclass(frozen=True)
class PersonDetail:
    person: Person
    current: list[Post]
    past: list[Post]


def department_detail(number: int, on: datetime.date) -> DepartmentDetail | None:
    """None for a department that readers do not see. Two queries."""
    found = _path_to(number, Department.objects.tree())
    if found is None:
        return None
    above, branch = found
    posts = list(Post.objects.current(on).filter(department=number).in_order())
    by_duty = {duty: [post for post in posts if post.duty == duty] for duty in Duty}
    return DepartmentDetail(
        branch.department,
        above,
        [lower.department for lower in branch.branches],
        by_duty[Duty.LEADER],
        by_duty[Duty.CONTACT],
        by_duty[Duty.STAFF],
    )


def person_detail(number: int, on: datetime.date) -> PersonDetail | None:
    """None for somebody without a post that readers see: of past posts those of leaders are shown. Two queries."""
    shown = {one.pk for one in departments_in(Department.objects.tree())}
    posts = list(Post.objects.filter(person=number, department__in=shown).in_order())
    current = [post for post in posts if (post.since is None or post.since <= on) and not _is_over(post, on)]
    past = [post for post in posts if _is_over(post, on) and post.duty == Duty.LEADER]
    past.sort(key=lambda post: post.until or on, reverse=True)
    if not current and not past:
        return None
    return PersonDetail((current or past)[0].person, current, past)


def paths_on_show(on: datetime.date) -> list[str]:
    """Below the page of the organisation: of each department and person that readers see there. Two queries."""
    departments = departments_in(Department.objects.tree())
    posts = Post.objects.filter(department__in=[one.pk for one in departments]).select_related("person")
    people = {
        post.person
        for post in posts
        if (post.since is None or post.since <= on) and (not _is_over(post, on) or post.duty == Duty.LEADER)
    }
    return [one.address_of_page for one in (*departments, *sorted(people, key=lambda person: person.pk))]


def _is_over(post: Post, on: datetime.date) -> bool:
    return post.until is not None and post.until < on


def _path_to(number: int, branches: list[Branch]) -> tuple[list[Department], Branch] | None:
    for branch in branches:
        if branch.department.pk == number:
            return [], branch
        if found := _path_to(number, branch.branches):
            return [branch.department, *found[0]], found[1]
    return None
