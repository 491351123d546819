"""Wagtail's forms for people, less what no site hands out."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm, NameEmailForm
from wagtail.users.forms import UserCreationForm, UserEditForm

from lib.pictures import without_place
from lib.upload_fields import PictureField

FAMILY_NAME, GIVEN_NAME = _("Family and middle name"), _("Given name")


class StaffCreationForm(UserCreationForm):
    first_name, last_name = forms.CharField(label=GIVEN_NAME), forms.CharField(label=FAMILY_NAME)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["is_superuser"]


class StaffEditForm(UserEditForm):
    first_name, last_name = forms.CharField(label=GIVEN_NAME), forms.CharField(label=FAMILY_NAME)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)


class NameForm(NameEmailForm):
    first_name, last_name = forms.CharField(label=GIVEN_NAME), forms.CharField(label=FAMILY_NAME)
    field_order = ("last_name", "first_name", "email")


class PortraitForm(AvatarPreferencesForm):
    avatar = PictureField(label=_("Upload a profile picture"), required=False)

    def clean_avatar(self) -> File:
        file = super().clean_avatar()
        # Wagtail hands small pictures on as they came.
        return without_place(file, file.name) if file and not getattr(file, "_committed", False) else file
