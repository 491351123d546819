"""Who is told about a site: people with an account there, its leader, and the people of its board."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_public, in_site
from tenants.registry.models import Tenant
from tenants.registry.rules import PROVISION_SITE
from tenants.reminders.models import Contact
from tenants.reminders.states import Addressee

ROLES = {Addressee.EDITOR: Role.EDITOR, Addressee.ADMINISTRATOR: Role.ADMINISTRATOR}
People = Mapping[Addressee, list["Recipient"]]


@dataclass(frozen=True, order=True)
class Recipient:
    """`email` in small letters."""

    email: str
    name: str = ""


def people_of(tenant: Tenant) -> People:
    """Goes to the site and to its board; not to be called within a transaction."""
    with in_site(tenant), transaction.atomic():
        found = {addressee: _of_role(role) for addressee, role in ROLES.items()}
    with in_public():
        contact = Contact.objects.filter(tenant=tenant).first()
        board = tenant if tenant.runs_board else tenant.parent
    found[Addressee.LEADER] = [Recipient(contact.email.lower(), contact.name)] if contact else []
    found[Addressee.BOARD] = _of_board(board) if board else []
    return found


def _of_role(role: Role) -> list[Recipient]:
    return _recipients(User.objects.filter(is_active=True, groups__name=role.value).distinct())


def _of_board(board: Tenant) -> list[Recipient]:
    with in_site(board), transaction.atomic():
        app, codename = PROVISION_SITE.split(".")
        runs = Q(permissions__content_type__app_label=app, permissions__codename=codename)
        return _recipients(User.objects.filter(is_active=True, groups__in=Group.objects.filter(runs)).distinct())


def _recipients(users: QuerySet[User]) -> list[Recipient]:
    return sorted(Recipient(user.email.lower(), user.get_full_name()) for user in users)
