from wagtail import hooks

from recruitment.views import VacancyListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> VacancyListingViewSet:
    return VacancyListingViewSet("recruitment")
