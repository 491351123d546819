from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from procedure_catalogue.wagtail_hooks import MENU_NAME
from tenants.oversight.deadlines import DeadlineViewSet, OfficeDayViewSet
from tenants.oversight.menus import BoardMenuItem, OwnStandingMenuItem
from tenants.oversight.procedure_lists import LifeEventViewSet, ProcedureFieldViewSet


@hooks.register("register_admin_urls")
def register_urls() -> list:
    return [
        path("oversight/", include("tenants.oversight.urls")),
        path("oversight/procedures/", include("tenants.oversight.procedure_urls")),
    ]


@hooks.register("register_admin_menu_item")
def register_procedures_menu_item() -> MenuItem:
    address = reverse_lazy("board_procedures:index")
    return BoardMenuItem(_("Procedures"), address, name="board-procedures", icon_name="list-ul", order=120)


@hooks.register("register_admin_menu_item")
def register_board() -> MenuItem:
    return BoardMenuItem(
        _("Board of the sites"), reverse_lazy("oversight:board"), name="board", icon_name="table", order=110
    )


@hooks.register("register_reports_menu_item")
def register_own_standing() -> MenuItem:
    address = reverse_lazy("oversight:own_site")
    return OwnStandingMenuItem(_("How this site stands"), address, name="own-standing", icon_name="tasks", order=30)


@hooks.register("register_settings_menu_item")
def register_duties() -> MenuItem:
    return BoardMenuItem(
        _("Duties of the sites"), reverse_lazy("oversight:duties"), name="duties", icon_name="tasks", order=690
    )


@hooks.register("construct_main_menu")
def show_the_catalogue_once(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Whoever keeps it finds their own list only."""
    if any(item.name == "board-procedures" for item in menu_items):
        menu_items[:] = [item for item in menu_items if item.name != MENU_NAME]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse_lazy("oversight:audit_export")
    return BoardMenuItem(_("Audit logs of the sites"), address, name="audit-export", icon_name="download", order=60)


@hooks.register("register_reports_menu_item")
def register_procedure_standings() -> MenuItem:
    address = reverse_lazy("oversight:procedure_standings")
    label = _("Procedures in the communes")
    return BoardMenuItem(label, address, name="procedure-standings", icon_name="form", order=70)


@hooks.register("register_reports_menu_item")
def register_health() -> MenuItem:
    address = reverse_lazy("oversight:health")
    return BoardMenuItem(_("Health of the installation"), address, name="health", icon_name="pick", order=80)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list:
    return [
        DeadlineViewSet("board_deadlines"),
        OfficeDayViewSet("board_office_days"),
        ProcedureFieldViewSet("board_procedure_fields"),
        LifeEventViewSet("board_life_events"),
    ]
