from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from search.receivers import listen  # noqa: PLC0415 - models are there from now on

        listen()
