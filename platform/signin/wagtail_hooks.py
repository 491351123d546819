from collections.abc import Iterator

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import include, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from accounts.models import User
from signin.rules import may_change_policy, may_help


class PolicyMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_change_policy(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [path("", include("signin.urls_admin"))]


@hooks.register("register_settings_menu_item")
def register_menu_item() -> MenuItem:
    return PolicyMenuItem(_("Signing in"), reverse_lazy("signin_policy"), name="sign-in", icon_name="key", order=610)


@hooks.register("register_account_menu_item")
def register_account_menu_item(request: HttpRequest) -> dict[str, object]:
    text = _("Second factor, recovery codes, signing out elsewhere")
    return {"url": reverse("signin_own"), "label": _("Signing in"), "help_text": text}


@hooks.register("register_user_listing_buttons")
def register_listing_button(user: User, request_user: User) -> Iterator[Button]:
    if may_help(request_user, user):
        yield Button(_("Signing in"), reverse("signin_person", args=[user.pk]), icon_name="key", priority=25)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="signin", codename="change_policy")
