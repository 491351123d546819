from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.views_admin import SearchViewSetGroup

register_snippet(SearchViewSetGroup)


class MissesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("search.view_miss")


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("search-misses/", include("search.urls"))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse_lazy("search:misses")
    return MissesMenuItem(_("Searches without a result"), address, name="search-misses", icon_name="search", order=60)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    models = ["pin", "synonyms", "miss"]
    return Permission.objects.filter(content_type__app_label="search", content_type__model__in=models)
