from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction

from newsroom.bulk import refuse_unfinished
from newsroom.views import ArticleListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> ArticleListingViewSet:
    return ArticleListingViewSet("articles")


@hooks.register("before_bulk_action")
def keep_unfinished_articles_back(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: BulkAction
) -> HttpResponse | None:
    return refuse_unfinished(request, objects, action) if action_type == "publish" else None
