from wagtail import hooks

from budget.views import DisclosureListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> DisclosureListingViewSet:
    return DisclosureListingViewSet("budget")
