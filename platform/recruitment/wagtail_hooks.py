from wagtail import hooks

from importing.registers import HOOK, Register
from recruitment.imports import VACANCIES
from recruitment.views import VacancyListingViewSet


@hooks.register("register_admin_viewset")
def register_listing() -> VacancyListingViewSet:
    return VacancyListingViewSet("recruitment")


@hooks.register(HOOK)
def offer_vacancies() -> Register:
    return VACANCIES
