"""Departments and people as open data: of people only what readers see.

E-mail addresses are not among it. On pages they stand in two parts, so that no program collects them; an API is made
for programs, so it leads to the page instead.
"""

import datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalogue.datasets import Dataset, Row, changed_since, day, moment, number, one_of, text
from organisation.models import Department, OrganisationPage, Person, Post
from organisation.queries import departments_in
from organisation.states import Duty


class DepartmentRow(Row):
    id = number(_("Number of the department. It never changes."), source="pk")
    parent = number(_("Number of the unit above it; none at the top."), source="parent_id", allow_null=True)
    position = number(_("Place among the units of the same unit above."))
    name_vi = text(_("Name in Vietnamese."))
    name_km = text(_("Name in Khmer; empty where there is none."))
    name_en = text(_("Name in English; empty where there is none."))
    tasks = text(_("Functions, tasks and powers, in Vietnamese."), source="tasks_vi")
    address = text(_("Postal address."))
    phone = text(_("Phone."))
    hours = text(_("Office hours, one line for each time."))
    url = serializers.SerializerMethodField(help_text=_("Where people read it, with the e-mail address."))
    changed_at = moment(_("When it was last changed."))

    def get_url(self, department: Department) -> str:
        return f"{self.context['page_address']}{department.address_of_page}"


class PostRow(Row):
    title = text(_("Post."))
    department = number(_("Number of the department."), source="department_id")
    duty = one_of(Duty, _("Kind of post."))
    since = day(_("In office since; none where that is not known."), allow_null=True)
    until = day(_("The last day in office; none as long as it goes on."), allow_null=True)
    phone = text(_("Official phone, where readers see it."), source="public_phone")


class PersonRow(Row):
    id = number(_("Number of the person. It never changes."), source="pk")
    name = text(_("Full name."))
    born_on = serializers.SerializerMethodField(help_text=_("Date of birth, where readers see it."))
    home_town = serializers.SerializerMethodField(help_text=_("Home town, where readers see it."))
    biography = serializers.SerializerMethodField(help_text=_("Short biography, where readers see it."))
    posts = PostRow(
        many=True, read_only=True, source="shown_posts", help_text=_("Posts now, and those as a leader in the past.")
    )
    url = serializers.SerializerMethodField(help_text=_("Where people read it, with the e-mail address."))
    changed_at = moment(_("When it was last changed."))

    @extend_schema_field(serializers.DateField(allow_null=True))
    def get_born_on(self, person: Person) -> str | None:
        return person.born_on.isoformat() if person.born_on and person.shows_born_on else None

    def get_home_town(self, person: Person) -> str:
        return person.home_town if person.shows_home_town else ""

    def get_biography(self, person: Person) -> str:
        return person.biography if person.shows_biography else ""

    def get_url(self, person: Person) -> str:
        return f"{self.context['page_address']}{person.address_of_page}"


def departments(on: datetime.date) -> QuerySet:
    return Department.objects.filter(pk__in=_shown())


def people(on: datetime.date) -> QuerySet:
    """With a post that readers see, as on the page of the person: of past posts those of leaders."""
    begun = Q(since=None) | Q(since__lte=on)
    told = (begun & (Q(until=None) | Q(until__gte=on))) | Q(until__lt=on, duty=Duty.LEADER)
    posts = Post.objects.filter(told, department__in=_shown())
    found = Person.objects.filter(pk__in=posts.values("person"))
    return found.prefetch_related(Prefetch("posts", posts.order_by("position", "pk"), to_attr="shown_posts"))


def _shown() -> list[int]:
    return [one.pk for one in departments_in(Department.objects.tree())]


ABOUT: dict[str, Any] = {"page": OrganisationPage, "filters": (changed_since(),)}
DATASETS = (
    Dataset(
        key="departments",
        title=_("Departments"),
        holds=_("Units of the office in their tree, their tasks and how to reach them."),
        row=DepartmentRow,
        rows=departments,
        **ABOUT,
    ),
    Dataset(
        key="people",
        title=_("People in office"),
        holds=_("Leaders, contact officers and staff whom the office presents, with their posts."),
        row=PersonRow,
        rows=people,
        **ABOUT,
    ),
)
