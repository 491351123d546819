from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem

from citizens.panels import QuestionsSummaryItem
from citizens.rules import may_answer
from citizens.search import QUESTIONS
from search.sources import HOOK, Source


class QuestionsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_answer(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("questions/", include("citizens.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse_lazy("citizens:questions")
    return QuestionsMenuItem(_("Questions of citizens"), address, name="questions", icon_name="help", order=98)


@hooks.register("construct_homepage_summary_items")
def show_how_many_wait(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(QuestionsSummaryItem(request))


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="citizens", content_type__model="question")


@hooks.register(HOOK)
def offer_to_search() -> Source:
    return QUESTIONS
