from wagtail import hooks

from budget.imports import DISCLOSURES
from budget.views import DisclosureListingViewSet
from importing.registers import HOOK, Register


@hooks.register("register_admin_viewset")
def register_listing() -> DisclosureListingViewSet:
    return DisclosureListingViewSet("budget")


@hooks.register(HOOK)
def offer_disclosures() -> Register:
    return DISCLOSURES
