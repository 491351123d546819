from wagtail import hooks

from importing.registers import HOOK, Register
from places.imports import PLACES
from places.views import PlaceListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> PlaceListingViewSet:
    return PlaceListingViewSet("places")


@hooks.register(HOOK)
def offer_places() -> Register:
    return PLACES
