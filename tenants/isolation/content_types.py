"""Content types and permissions are numbered anew in each schema; Django and Wagtail remember them per process."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connections
from wagtail.permission_policies.base import BaseDjangoAuthPermissionPolicy


class CachePerSchema(dict[tuple[str, str], dict[Any, ContentType]]):
    """Stands in for the dictionary `{database: {key: content type}}` of ContentTypeManager."""

    def __getitem__(self, database: Any) -> dict[Any, ContentType]:
        return super().__getitem__(_here(database))

    def setdefault(self, database: Any, default: Any = None) -> dict[Any, ContentType]:
        return super().setdefault(_here(database), default)


def install() -> None:
    cache = CachePerSchema()
    # The manager is copied anew, from the local one, whenever a model is registered later.
    for manager in (ContentType.objects, *ContentType._meta.local_managers):
        manager._cache = cache  # type: ignore[attr-defined]
    BaseDjangoAuthPermissionPolicy._content_type = property(_content_type)


def _here(database: str) -> tuple[str, str]:
    return database, connections[database].schema_name  # type: ignore[attr-defined]


def _content_type(policy: BaseDjangoAuthPermissionPolicy) -> ContentType:
    return ContentType.objects.get_for_model(policy.auth_model)
