from django.urls import URLPattern, path
from wagtail import hooks

from pages.views import replace_by_original


@hooks.register("register_admin_urls", order=-1)
def register_urls() -> list[URLPattern]:
    """Stands before wagtail-localize's own address, which stays the one that is linked to."""
    return [path("localize/page/<int:page_id>/convert_to_alias/", replace_by_original)]
