from collections.abc import Iterable, Iterator

from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from accounts.models import User
from consultations.details import consultations_behind
from consultations.rules import may_read
from consultations.views import ConsultationListingViewSet, buttons_for, comments_waiting, refuse_if_commented
from consultations.views_comments import CommentsSummaryItem
from legal.details import ORIGINS, Origin
from legal.models import LegalDocument


class CommentsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)


@hooks.register("register_admin_viewset")
def register_listing() -> ConsultationListingViewSet:
    return ConsultationListingViewSet("consultations_pages", url_prefix="consultations")


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("consultations/", include("consultations.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return CommentsMenuItem(_("Comments on drafts"), comments_waiting(), name="comments", icon_name="comment", order=97)


@hooks.register("construct_homepage_summary_items")
def show_how_many_wait(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(CommentsSummaryItem(request))


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="consultations", content_type__model="comment")


@hooks.register("register_page_header_buttons")
def offer_in_header(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    yield from buttons_for(page, user)


@hooks.register("register_page_listing_more_buttons")
def offer_in_list(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    yield from buttons_for(page, user)


@hooks.register("before_delete_page")
def keep_commented(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refuse_if_commented(request, [page])


@hooks.register("before_bulk_action")
def keep_all_commented(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action_class_instance: object
) -> HttpResponse | None:
    return refuse_if_commented(request, objects) if action_type == "delete" else None


@hooks.register(ORIGINS)
def tell_where_from(document: LegalDocument) -> list[Origin]:
    return consultations_behind(document)
