"""What an import writes where items are pages: each is published as if by hand, with revision and history.

Called in portions inside the one transaction of the import.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Locale, Page, ReferenceIndex

from accounts.models import User
from importing.files import in_library
from importing.registers import Values
from lib.refusals import Refused
from pages.models import BasePage

if TYPE_CHECKING:
    from pages.imports import PageRegister


@transaction.atomic
def enter(register: "PageRegister", batch: Sequence[Values], by: User) -> list[int]:
    """Publish new pages in the first list of their kind, and say their numbers. Raises Refused where there is none, or
    none in which the person may publish."""
    parent = _list_of(register, by)
    numbers = []
    for values in batch:
        page = register.model(owner=by, locale_id=parent.locale_id, live=False)
        _fill(register, page, values, by)
        parent.add_child(instance=page)
        page.save_revision(user=by).publish(user=by)
        numbers.append(page.pk)
    return numbers


@transaction.atomic
def amend(register: "PageRegister", batch: Sequence[tuple[int, Values]], by: User) -> None:
    """Change published pages, and publish them."""
    pages = register.pages().select_for_update().in_bulk([pk for pk, __ in batch])
    for pk, values in batch:
        page = pages[pk]
        _require(page, by)
        _fill(register, page, values, by)
        page.save_revision(user=by, clean=True).publish(user=by)


@transaction.atomic
def take_back(register: "PageRegister", numbers: Sequence[int], by: User) -> None:
    """Remove pages that an import has added, with the copies in other languages that follow them, and with files that
    nothing else has."""
    pages = list(register.pages().filter(pk__in=numbers))
    files = [file for page in pages for name in register.file_fields() if (file := getattr(page, name)) is not None]
    for page in pages:
        _require(page, by)
        for copy in Page.objects.filter(alias_of=page).specific():
            DeletePageAction(copy, user=by).execute(skip_permission_checks=True)
        DeletePageAction(page, user=by).execute(skip_permission_checks=True)
    for file in {(type(file), file.pk): file for file in files}.values():
        if not ReferenceIndex.get_references_to(file).exists():
            file.delete()


def _list_of(register: "PageRegister", by: User) -> BasePage:
    for model in register.model.allowed_parent_page_models():
        lists = model._default_manager.filter(locale=Locale.get_default()).order_by("path")
        for found in lists.select_for_update():
            permissions = found.permissions_for_user(by)
            if permissions.can_add_subpage() and permissions.can_publish_subpage():
                return found
    raise Refused(
        _("Nothing was imported: there is no list in which you may publish this. An administrator adds one."), "no_list"
    )


def _fill(register: "PageRegister", page: BasePage, values: Values, by: User) -> None:
    register.write(page, register.texts_in(values))
    for column, file in register.files_in(values):
        number = in_library(file, library=register.library_of(column), by=by) if file else None
        setattr(page, f"{column.key}_id", number)
    if set(values) & set(register.file_fields()):
        register.finish(page)


def _require(page: BasePage, by: User) -> None:
    if not page.permissions_for_user(by).can_publish():
        raise Refused(_("Nothing was changed: you may not publish “%(title)s”."), "not_allowed", title=page.title)
