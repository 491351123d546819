"""Who has every power is changed by nobody who has less."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.views.account import AvatarSettingsPanel

from accounts.forms import PortraitForm
from accounts.models import User

# Wagtail offers no setting for it.
AvatarSettingsPanel.form_class = PortraitForm


@hooks.register("before_edit_user")
def keep_superuser(request: HttpRequest, user: User) -> None:
    _refuse_for_lesser(request, [user])


@hooks.register("before_bulk_action")
def keep_superusers(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action_class_instance: object
) -> None:
    _refuse_for_lesser(request, objects)


def _refuse_for_lesser(request: HttpRequest, objects: Iterable[Model]) -> None:
    if not request.user.is_superuser and any(isinstance(one, User) and one.is_superuser for one in objects):
        raise PermissionDenied
