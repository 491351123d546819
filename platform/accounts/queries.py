"""Who is asking, and what people's accounts looked like at one moment, so that two moments can be compared."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from accounts.models import User


def person_asking(request: HttpRequest) -> User:
    """The person who is signed in. Raises PermissionDenied where nobody is."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return cast("User", request.user)


@dataclass(frozen=True)
class Portrait:
    pk: int
    email: str
    name: str
    is_active: bool
    password: str
    roles: frozenset[str]


def portraits_of(numbers: Collection[int]) -> dict[int, Portrait]:
    """The people with these numbers as the database has them now; whoever is gone is missing."""
    people = User.objects.filter(pk__in=numbers).prefetch_related("groups")
    return {user.pk: _portrait(user) for user in people}


def _portrait(user: User) -> Portrait:
    roles = frozenset(group.name for group in user.groups.all())
    return Portrait(user.pk, user.email, user.get_full_name(), user.is_active, user.password, roles)
