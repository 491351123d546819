from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

MENU_NAME = "procedure-catalogue"


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("procedure-catalogue/", include("procedure_catalogue.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse_lazy("procedure_catalogue:index")
    return MenuItem(_("Procedures"), address, name=MENU_NAME, icon_name="list-ul", order=120)
