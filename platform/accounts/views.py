"""Screens for the people of a site."""

from django import forms
from wagtail.users.views.users import UserViewSet

from accounts.forms import StaffCreationForm, StaffEditForm


class StaffViewSet(UserViewSet):
    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return StaffEditForm if for_update else StaffCreationForm
