from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "accounts"


class StaffUsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for people, without the switch that would make someone all-powerful."""

    user_viewset = "accounts.views.StaffViewSet"
