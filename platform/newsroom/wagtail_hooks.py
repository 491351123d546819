from wagtail import hooks

from newsroom.views import ArticleListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> ArticleListingViewSet:
    return ArticleListingViewSet("articles")
