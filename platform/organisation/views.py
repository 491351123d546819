"""The clerk's screens: Wagtail's for snippets, under a heading of their own."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from organisation.models import Department, Person


class DepartmentViewSet(SnippetViewSet):
    model = Department
    url_prefix = "organisation/departments"
    chooser_base_url_path = "organisation/departments/choose"
    icon = "site"
    menu_label = _("Departments")
    menu_order = 100
    copy_view_enabled = False
    list_per_page = 50
    list_display = [
        "name_vi",
        Column("parent", label=_("Part of")),
        Column("position", label=_("Order"), sort_key="position"),
        BooleanColumn("is_shown", label=_("Readers see it"), sort_key="is_shown"),
    ]
    ordering = ("place",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Department]:
        return Department.objects.select_related("parent").in_tree_order()


class PersonViewSet(SnippetViewSet):
    model = Person
    url_prefix = "organisation/people"
    chooser_base_url_path = "organisation/people/choose"
    icon = "user"
    menu_label = _("People and posts")
    menu_order = 200
    copy_view_enabled = False
    list_per_page = 50
    list_display = ["name", Column("told_posts", label=_("Posts"))]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return Person.objects.prefetch_related("posts__department")


class OrganisationViewSetGroup(SnippetViewSetGroup):
    items = (DepartmentViewSet, PersonViewSet)
    menu_label = _("Organisation")
    menu_icon = "site"
    menu_order = 98
    add_to_admin_menu = True
