"""Who has every power is changed by nobody who has less; what bulk actions do to people is written down."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.views.account import AvatarSettingsPanel, NameEmailSettingsPanel

from accounts.actions import note_changes
from accounts.forms import NameForm, PortraitForm
from accounts.models import User
from accounts.queries import person_asking, portraits_of
from lib.clients import Client

# Wagtail offers no setting for these.
AvatarSettingsPanel.form_class = PortraitForm
NameEmailSettingsPanel.form_class = NameForm


@hooks.register("before_edit_user")
def keep_superuser(request: HttpRequest, user: User) -> None:
    _refuse_for_lesser(request, [user])


@hooks.register("before_bulk_action")
def keep_superusers(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action_class_instance: object
) -> None:
    _refuse_for_lesser(request, objects)


@hooks.register("before_bulk_action", order=100)
def look_at_people(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action_class_instance: Any
) -> None:
    """After every hook that may refuse."""
    action_class_instance.before = portraits_of([one.pk for one in objects if isinstance(one, User)])


@hooks.register("after_bulk_action")
def note_changes_of_people(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action_class_instance: Any
) -> None:
    before = action_class_instance.before
    if before:
        note_changes(before=before, after=portraits_of(before), by=person_asking(request), client=Client.of(request))


def _refuse_for_lesser(request: HttpRequest, objects: Iterable[Model]) -> None:
    if not request.user.is_superuser and any(isinstance(one, User) and one.is_superuser for one in objects):
        raise PermissionDenied
