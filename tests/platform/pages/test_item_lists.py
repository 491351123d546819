"""Lists of items in the administration: what was searched may be put into the order of any column."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from budget.views import DisclosureIndexView
from consultations.models import ConsultationPage
from consultations.views import ConsultationIndexView
from newsroom.views import ArticleIndexView
from pages.views_items import ItemIndexView
from places.views import PlaceIndexView
from planning.views import ProjectIndexView
from recruitment.views import VacancyIndexView
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.consultations import drafts
from tests.platform.consultations.drafts import DAY, TODAY

Visit = Callable[..., Client]
LISTS = {
    "consultations_pages": ConsultationIndexView,
    "projects": ProjectIndexView,
    "budget": DisclosureIndexView,
    "places": PlaceIndexView,
    "recruitment": VacancyIndexView,
    "articles": ArticleIndexView,
}


@pytest.mark.parametrize(
    ("name", "view", "key"),
    [(name, view, column.sort_key) for name, view in LISTS.items() for column in view.base_columns if column.sort_key],
)
def test_what_was_searched_stands_in_the_order_of_any_column(
    commune: Tenant, visit: Visit, name: str, view: type[ItemIndexView], key: str
):
    browser = visit(commune, Role.EDITOR)
    for order in (key, f"-{key}"):
        assert browser.get(reverse(f"{name}:index"), {"q": "cho", "ordering": order}).status_code == 200


def test_the_order_is_that_of_the_column(commune: Tenant, visit: Visit):
    with in_site(commune):
        for days in (3, 1, 2):
            drafts.add(f"Dự thảo chợ {days}", closes_on=TODAY + days * DAY)
        drafts.add("Dự thảo khác")
    found = visit(commune, Role.EDITOR).get("/admin/consultations/", {"q": "chợ", "ordering": "ends"})
    titles = [page.title for page in found.context["object_list"]]
    assert titles == ["Dự thảo chợ 1", "Dự thảo chợ 2", "Dự thảo chợ 3"]
    with in_site(commune):
        assert ConsultationPage.objects.count() == 4
