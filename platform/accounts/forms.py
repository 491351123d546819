"""Wagtail's forms for people, less what no site hands out."""

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm


class StaffCreationForm(UserCreationForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["is_superuser"]


class StaffEditForm(UserEditForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)
