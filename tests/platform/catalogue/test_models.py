import datetime

import pytest
from django.utils import translation

from catalogue.models import Category
from tenants.crossing import in_public, in_site
from tenants.registry.models import Tenant

REPORT_ORDER = [
    "news",
    "directives",
    "leader_calendar",
    "policy_outreach",
    "notices_reports",
    "planning",
    "budget_disclosure",
    "new_countryside",
    "administrative_reform",
    "other",
]


def test_the_ten_categories_stand_in_the_order_of_the_report(commune: Tenant):
    with in_site(commune):
        assert [category.key for category in Category.objects.all()] == REPORT_ORDER


def test_the_categories_are_the_same_rows_everywhere(commune: Tenant, district: Tenant):
    with in_site(commune):
        here = list(Category.objects.values_list("pk", "key"))
    with in_site(district):
        assert list(Category.objects.values_list("pk", "key")) == here


def test_every_category_has_a_name_in_three_languages(commune: Tenant):
    with in_public():
        assert all(c.name_vi and c.name_km and c.name_en for c in Category.objects.all())


@pytest.mark.parametrize(
    ("language", "name"),
    [("vi", "Quy hoạch, kế hoạch"), ("km", "ផែនការ"), ("en", "Planning")],
)
def test_a_category_is_named_in_the_readers_language(language: str, name: str):
    category = Category(name_vi="Quy hoạch, kế hoạch", name_km="ផែនការ", name_en="Planning")
    with translation.override(language):
        assert (category.name, str(category)) == (name, name)


@pytest.mark.parametrize("language", ["km", "en", None])
def test_a_missing_name_falls_back_to_vietnamese(language: str | None):
    with translation.override(language):
        assert Category(name_vi="Chuyển đổi số").name == "Chuyển đổi số"


@pytest.mark.parametrize(
    ("retired_on", "is_in_use"),
    [(None, True), (datetime.date(2023, 11, 1), True), (datetime.date(2023, 10, 31), False)],
)
def test_a_category_is_in_use_until_the_day_it_is_retired(
    commune: Tenant, retired_on: datetime.date | None, is_in_use: bool
):
    with in_public():
        Category.objects.filter(key="other").update(retired_on=retired_on)
        assert Category.objects.in_use(datetime.date(2023, 10, 31)).filter(key="other").exists() is is_in_use
