"""What of departments and people is found: what their pages show, field by field."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import F, Max, QuerySet
from django.utils.translation import gettext_lazy as _

from lib.clock import today
from organisation.models import Department, OrganisationPage, Person, Post
from organisation.queries import departments_in
from organisation.states import Duty
from pages.search import open_lists
from search.sources import Source, Thing

# Those of now before past ones.
POSTS_FIRST = (F("until").desc(nulls_first=True), "position", "pk")


def _shown() -> set[int]:
    return {department.pk for department in departments_in(Department.objects.tree())}


def _stamps_of_departments(numbers: Collection[int] | None) -> dict[int, str]:
    shown = _shown()
    rows = Department.objects.order_by().values_list("pk", "changed_at")
    return {pk: str(at) for pk, at in rows if pk in shown and (numbers is None or pk in numbers)}


def _read_departments(numbers: Collection[int]) -> Iterator[Thing]:
    for one in Department.objects.filter(pk__in=numbers):
        yield Thing(
            number=one.pk,
            kind="department",
            title=one.name_vi,
            text="\n".join(filter(None, (one.tasks_vi, one.tasks_km, one.tasks_en, one.address, one.hours))),
            keywords=" ".join((one.name_km, one.name_en, one.phone, one.email)),
        )


def _departments_on_show(on: datetime.date) -> QuerySet[Any]:
    return Department.objects.order_by().filter(pk__in=_shown()).values("pk")


def _lists() -> dict[str, str]:
    return open_lists(OrganisationPage)


def _addresses_of_departments(numbers: Collection[int], organisation: str) -> dict[int, str]:
    found = Department.objects.filter(pk__in=numbers) if organisation else ()
    return {one.pk: f"{organisation}{one.address_of_page}" for one in found}


def _public_posts(on: datetime.date) -> QuerySet[Any]:
    """Those of now, and of past ones those of leaders."""
    posts = Post.objects.order_by().in_departments(_shown())
    return posts.current(on) | posts.past(on).filter(duty=Duty.LEADER)


def _stamps_of_people(numbers: Collection[int] | None) -> dict[int, str]:
    """With the posts that the day leaves them, and the last change of any department, which posts name."""
    people = Person.objects.order_by()
    if numbers is not None:
        people = people.filter(pk__in=numbers)
    named = Department.objects.aggregate(at=Max("changed_at"))["at"]
    posts: dict[int, list[int]] = {}
    for person, post in _public_posts(today()).order_by("pk").values_list("person", "pk"):
        posts.setdefault(person, []).append(post)
    rows = people.values_list("pk", "changed_at")
    return {pk: f"{at} {named} {posts[pk]}" for pk, at in rows if pk in posts}


def _read_people(numbers: Collection[int]) -> Iterator[Thing]:
    posts: dict[int, list[Post]] = {}
    for post in _public_posts(today()).filter(person__in=numbers).select_related("department").order_by(*POSTS_FIRST):
        posts.setdefault(post.person_id, []).append(post)
    for person in Person.objects.filter(pk__in=posts):
        own = posts[person.pk]
        told = [f"{post.title}, {post.department.name_vi}" for post in own]
        names = [word for post in own for word in (post.title_km, post.title_en, post.public_phone)]
        mails = [post.email for post in own if post.shows_email]
        yield Thing(
            number=person.pk,
            kind="person",
            # Many are looked for by what they are.
            title=f"{person.name} – {told[0]}",
            text="\n".join(filter(None, [*told, *(post.duties for post in own), *_told_of(person)])),
            keywords=" ".join([*told, *names, *mails]),
        )


def _told_of(person: Person) -> Iterator[str]:
    if person.shows_biography:
        yield person.biography
    if person.shows_home_town:
        yield person.home_town
    if person.shows_born_on and person.born_on:
        yield f"{person.born_on:%d/%m/%Y}"


def _people_on_show(on: datetime.date) -> QuerySet[Any]:
    return Person.objects.order_by().filter(pk__in=_public_posts(on).values("person")).values("pk")


def _addresses_of_people(numbers: Collection[int], organisation: str) -> dict[int, str]:
    found = Person.objects.filter(pk__in=numbers) if organisation else ()
    return {one.pk: f"{organisation}{one.address_of_page}" for one in found}


DEPARTMENTS = Source(
    key="departments",
    kinds={"department": _("Departments")},
    stamps=_stamps_of_departments,
    read=_read_departments,
    on_show=_departments_on_show,
    addresses=_addresses_of_departments,
    lists=_lists,
)
PEOPLE = Source(
    key="people",
    kinds={"person": _("People")},
    stamps=_stamps_of_people,
    read=_read_people,
    on_show=_people_on_show,
    addresses=_addresses_of_people,
    lists=_lists,
)
