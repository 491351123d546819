"""What keeps a site standing: its home pages are not for deleting."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from home.models import HomePage


@hooks.register("before_delete_page")
def keep_home_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _refuse(request) if page.specific_class is HomePage else None


@hooks.register("before_bulk_action")
def keep_home_pages(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action_class_instance: object
) -> HttpResponse | None:
    homes = [page for page in objects if isinstance(page, Page) and page.specific_class is HomePage]
    return _refuse(request) if action_type == "delete" and homes else None


def _refuse(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("A home page can't be deleted: the whole site hangs below it. Unpublish it instead."))
    return redirect("wagtailadmin_explore_root")
