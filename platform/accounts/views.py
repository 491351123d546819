"""Screens for the people of a site: Wagtail's, and what they change is written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.account import AccountView
from wagtail.users.views.users import CreateView, DeleteView, EditView, UserViewSet

from accounts.actions import note_changes
from accounts.forms import StaffCreationForm, StaffEditForm
from accounts.models import User
from accounts.queries import person_asking, portraits_of
from lib.clients import Client


@contextmanager
def noting_changes_of(*numbers: int, request: HttpRequest) -> Iterator[set[int]]:
    """Writes down what happens to these people inside; who is new is added to the set that it hands out."""
    watched = set(numbers)
    before = portraits_of(watched)
    yield watched
    note_changes(before=before, after=portraits_of(watched), by=person_asking(request), client=Client.of(request))


class StaffCreateView(CreateView):
    def save_instance(self) -> User:
        with noting_changes_of(request=self.request) as watched:
            person: User = super().save_instance()
            watched.add(person.pk)
        return person


class StaffEditView(EditView):
    def save_instance(self) -> User:
        with noting_changes_of(self.object.pk, request=self.request):
            return super().save_instance()


class StaffDeleteView(DeleteView):
    def delete_action(self) -> None:
        with noting_changes_of(self.object.pk, request=self.request):
            super().delete_action()


class OwnAccountView(AccountView):
    """The account of the person who is signed in."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with noting_changes_of(person_asking(request).pk, request=request):
            return super().post(request, *args, **kwargs)


class StaffViewSet(UserViewSet):
    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    delete_view_class = StaffDeleteView
    # Nobody is somebody else again; and it would be a way past what is written down above.
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return StaffEditForm if for_update else StaffCreationForm
