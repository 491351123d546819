from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


class RatingsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("ratings.view_rating")


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("ratings/", include("ratings.urls"))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse_lazy("ratings:index")
    return RatingsMenuItem(_("Ratings by readers"), address, name="ratings", icon_name="pick", order=50)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="ratings")
