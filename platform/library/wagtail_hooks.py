"""Doors of Wagtail for which it offers no form of our own."""

from django.urls import URLPattern, path
from wagtail import hooks

from library.imports import import_redirects, import_translation


@hooks.register("register_admin_urls", order=-1)
def stand_before_imports() -> list[URLPattern]:
    """At the addresses of Wagtail's views, before them."""
    return [
        path("redirects/import/", import_redirects),
        path("localize/translate/<int:translation_id>/pofile/upload/", import_translation),
    ]
