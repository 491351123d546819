"""What changes people and roles. Nothing else writes here."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site

from accounts.models import User
from accounts.queries import Portrait
from accounts.roles import COLLECTION_PERMISSIONS, FILE_PERMISSIONS, MODEL_PERMISSIONS, PAGE_PERMISSIONS, Role
from audit.actions import record
from audit.states import Event
from lib.clients import Client

# Wagtail asks for the permissions on its own models, whatever models a site keeps its files in.
FILE_MODELS = ("image", "document")
FILE_APPS = ("wagtailimages", "wagtaildocs", "wagtailcore")


@transaction.atomic
def grant_roles(*, homes: list[Page]) -> dict[Role, Group]:
    """Give each role its permissions below the given home pages and on every file, and no others. Safe to repeat."""
    groups = {role: Group.objects.get_or_create(name=role.value)[0] for role in Role}
    for role, group in groups.items():
        group.permissions.set(_permissions(MODEL_PERMISSIONS[role]))
        _grant_on_pages(group, homes, PAGE_PERMISSIONS[role])
        _grant_on_files(group, role)
    return groups


@transaction.atomic
def invite_administrator(*, email: str, name: str = "") -> User:
    """An account in the role of administrator that can sign in once its owner has chosen a password.

    Raises django.db.IntegrityError where the address already signs in on this site.
    """
    last_name, __, first_name = name.strip().rpartition(" ")
    user = User.objects.create_user(email, first_name=first_name, last_name=last_name)
    user.groups.add(Group.objects.get(name=Role.ADMINISTRATOR.value))
    record(event=Event.PERSON_ADDED, about=user)
    record(event=Event.ROLE_GIVEN, about=user, detail=Role.ADMINISTRATOR.value)
    return user


@transaction.atomic
def note_changes(
    *, before: dict[int, Portrait], after: dict[int, Portrait], by: User, client: Client | None = None
) -> None:
    """Write what became of people between two moments into the audit log.

    Wagtail's own screens and bulk actions change them; this says what they did, one row for each thing.
    """
    for pk in sorted(before.keys() | after.keys()):
        for event, detail in _differences(before.get(pk), after.get(pk)):
            record(event=event, by=by, about=after.get(pk) or before[pk], client=client, detail=detail)


def mail_invitation(user: User) -> None:
    """Send the link with which somebody chooses a password. It holds for PASSWORD_RESET_TIMEOUT and for one use."""
    site = Site.objects.get(is_default_site=True)
    path = reverse(
        "wagtailadmin_password_reset_confirm",
        args=[urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)],
    )
    words = {
        "site": site.site_name,
        "name": user.get_full_name(),
        "email": user.email,
        "link": site.root_url + path,
        "sign_in": site.root_url + reverse("wagtailadmin_home"),
        "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 3600),
    }
    with translation.override(settings.LANGUAGE_CODE):
        send_mail(
            _("Your account on %(site)s") % words,
            render_to_string("accounts/invitation.txt", words),
            None,
            [user.email],
        )


def _differences(before: Portrait | None, after: Portrait | None) -> Iterator[tuple[Event, str]]:
    if after is None:
        yield Event.PERSON_DELETED, before.name if before else ""
        return
    if before is None:
        yield Event.PERSON_ADDED, after.name
    else:
        names = [(before.email, after.email), (before.name, after.name)]
        if changes := [f"{old} → {new}" for old, new in names if old != new]:
            yield Event.PERSON_CHANGED, "; ".join(changes)
        if before.is_active != after.is_active:
            yield Event.PERSON_ACTIVATED if after.is_active else Event.PERSON_DEACTIVATED, ""
        if before.password != after.password:
            yield Event.PASSWORD_CHANGED, ""
    held = before.roles if before else frozenset()
    yield from ((Event.ROLE_GIVEN, role) for role in sorted(after.roles - held))
    yield from ((Event.ROLE_TAKEN, role) for role in sorted(held - after.roles))


def _permissions(names: tuple[str, ...]) -> list[Permission]:
    return [
        Permission.objects.get(content_type__app_label=app_label, codename=codename)
        for app_label, __, codename in (name.partition(".") for name in names)
    ]


def _grant_on_pages(group: Group, homes: list[Page], codenames: tuple[str, ...]) -> None:
    permissions = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames)
    GroupPagePermission.objects.filter(group=group).exclude(page__in=homes, permission__in=permissions).delete()
    for home in homes:
        for permission in permissions:
            GroupPagePermission.objects.get_or_create(group=group, page_id=home.pk, permission=permission)


def _grant_on_files(group: Group, role: Role) -> None:
    root = Collection.get_first_root_node()
    codenames = [f"{verb}_{model}" for verb in FILE_PERMISSIONS[role] for model in FILE_MODELS]
    codenames += COLLECTION_PERMISSIONS.get(role, ())
    permissions = Permission.objects.filter(content_type__app_label__in=FILE_APPS, codename__in=codenames)
    GroupCollectionPermission.objects.filter(group=group, collection=root).exclude(permission__in=permissions).delete()
    for permission in permissions:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
