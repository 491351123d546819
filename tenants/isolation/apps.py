from django.apps import AppConfig


class IsolationConfig(AppConfig):
    name = "tenants.isolation"

    def ready(self) -> None:
        from tenants.isolation import checks, content_types  # noqa: F401, PLC0415 - needs every app loaded

        content_types.install()
