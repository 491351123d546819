from wagtail import hooks

from places.views import PlaceListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> PlaceListingViewSet:
    return PlaceListingViewSet("places")
