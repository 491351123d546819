from wagtail import hooks

from planning.views import ProjectListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> ProjectListingViewSet:
    return ProjectListingViewSet("projects")
