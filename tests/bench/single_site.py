"""Settings of the same portal as an installation of its own: nothing of `tenants/` and django-tenants, one site.

Its database is a copy whose search path leads to the site; rows, indexes and templates are the same.
"""

from config.settings import *  # noqa: F403
from config.settings import (
    BEFORE_DJANGO,
    CACHES,
    DATABASES,
    INSTALLED_APPS,
    LOGGING,
    MIDDLEWARE,
    STORAGES,
    TASKS,
    TEMPLATES,
    VAR,
)

MANY_SITES = ("tenants.", "django_tenants")

INSTALLED_APPS = [name for name in INSTALLED_APPS if not name.startswith(MANY_SITES)]
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith(MANY_SITES)]
BEFORE_DJANGO = [name for name in BEFORE_DJANGO if not name.startswith(MANY_SITES)]
for engine in TEMPLATES:
    processors = engine["OPTIONS"]["context_processors"]
    engine["OPTIONS"]["context_processors"] = [
        *(name for name in processors if not name.startswith(MANY_SITES)),
        "tests.bench.written_down.neighbours",
    ]
DATABASE_ROUTERS: list[str] = []
DATABASES["default"]["ENGINE"] = "django.db.backends.postgresql"
CACHES = {
    name: {key: value for key, value in cache.items() if key != "KEY_FUNCTION"}
    | ({"LOCATION": VAR / "single_site_cache" / name} if "filebased" in str(cache["BACKEND"]) else {})
    for name, cache in CACHES.items()
}
STORAGES["default"] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
TASKS["default"] = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}
LOGGING["filters"] = {}
LOGGING["formatters"]["line"]["format"] = "%(asctime)s %(levelname)s %(name)s: %(message)s"
for logger_or_handler in [*LOGGING["handlers"].values(), *LOGGING["loggers"].values()]:
    logger_or_handler.pop("filters", None)
