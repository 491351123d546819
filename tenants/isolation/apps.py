from django.apps import AppConfig


class IsolationConfig(AppConfig):
    name = "tenants.isolation"

    def ready(self) -> None:
        from tenants.isolation import addresses, checks, content_types  # noqa: F401, PLC0415 - needs every app loaded

        addresses.install()
        content_types.install()
