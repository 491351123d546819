from wagtail import hooks

from importing.registers import HOOK, Register
from planning.imports import PROJECTS
from planning.views import ProjectListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> ProjectListingViewSet:
    return ProjectListingViewSet("projects")


@hooks.register(HOOK)
def offer_projects() -> Register:
    return PROJECTS
