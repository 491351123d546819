"""What a site published, by category: each kind of item is counted, once, where it belongs."""

import datetime
from collections.abc import Callable

import pytest
from django.apps import apps
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, PageViewRestriction

from budget.models import DisclosureIndexPage, DisclosurePage
from catalogue.figures import Period, Tally
from catalogue.models import Category
from home.figures import KINDS, items_published
from legal.models import LegalDocument
from newsroom.models import ArticleIndexPage, ArticlePage
from pages.models import BasePage
from places.models import PlaceIndexPage, PlacePage
from planning.models import ProjectIndexPage, ProjectPage
from recruitment.models import VacancyIndexPage, VacancyPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.consultations import drafts
from tests.platform.legal import documents

DAY = datetime.date(2023, 5, 4)
MAY = Period(datetime.date(2023, 5, 1), datetime.date(2023, 5, 31))
A_DAY = datetime.timedelta(days=1)


def article(*keys: str, on: datetime.date = DAY, language: str = "vi", **fields: object) -> ArticlePage:
    page = ArticlePage(title="Tin", published_on=on, **fields)
    page.categories = list(Category.objects.filter(key__in=keys))
    lists = ArticleIndexPage.objects.filter(locale__language_code=language)
    return lists.order_by("path").first().add_child(instance=page)


def document(*keys: str, number: str = "1/QĐ-UBND", on: datetime.date = DAY, live: bool = True) -> LegalDocument:
    at = timezone.make_aware(datetime.datetime.combine(on, datetime.time(23, 30)))
    one = documents.add(number, live=live, first_published_at=at)
    one.categories.set(Category.objects.filter(key__in=keys))
    one.save()
    return one


def page(index: type[BasePage], model: type[BasePage], **fields: object) -> BasePage:
    parent = index.objects.get(locale__language_code="vi")
    return parent.add_child(instance=model(title="Mục", published_on=DAY, **fields))


def project() -> BasePage:
    words = {"field": "transport", "kind": "construction", "funding": "state", "first_year": 2023, "last_year": 2023}
    return page(ProjectIndexPage, ProjectPage, aim="Để đi lại.", **words)


OF_ONE_CATEGORY: dict[str, Callable[[], BasePage]] = {
    "planning": project,
    "budget_disclosure": lambda: page(DisclosureIndexPage, DisclosurePage, year=2023, subject="estimate"),
    "notices_reports": lambda: drafts.add(published_on=DAY),
    "other": lambda: page(PlaceIndexPage, PlacePage, kind="temple"),
}


@pytest.mark.parametrize("category", OF_ONE_CATEGORY)
def test_a_kind_with_one_category_counts_there(commune: Tenant, category: str):
    with in_site(commune):
        OF_ONE_CATEGORY[category]()
        assert items_published(MAY) == Tally(1, {category: 1})


def test_recruitment_is_other_information(commune: Tenant):
    with in_site(commune):
        page(VacancyIndexPage, VacancyPage, employer="Trạm y tế", closes_on=DAY + A_DAY)
        assert items_published(MAY) == Tally(1, {"other": 1})


def test_kinds_are_added_up_and_an_item_of_several_categories_is_one_item(commune: Tenant):
    with in_site(commune):
        article("news", "planning")
        document("directives", "planning")
        project()
        assert items_published(MAY) == Tally(3, {"news": 1, "directives": 1, "planning": 3})


def test_what_stands_in_no_category_is_an_item_all_the_same(commune: Tenant):
    with in_site(commune):
        article()
        document()
        assert items_published(MAY) == Tally(2, {})


def test_a_retired_category_keeps_its_items(commune: Tenant):
    with in_site(commune):
        document("directives")
        Category.objects.filter(key="directives").update(retired_on=DAY + A_DAY)
        assert items_published(MAY).by_category == {"directives": 1}


@pytest.mark.parametrize(
    ("on", "number"), [(MAY.first - A_DAY, 0), (MAY.first, 1), (MAY.last, 1), (MAY.last + A_DAY, 0)]
)
def test_both_days_of_a_period_belong_to_it(commune: Tenant, on: datetime.date, number: int):
    with in_site(commune):
        article("news", on=on)
        document("directives", on=on)
        assert items_published(MAY).items == 2 * number


def test_a_document_counts_when_readers_first_had_it(commune: Tenant):
    with in_site(commune):
        one = document("directives")
        assert one.issued_on < MAY.first
        assert items_published(MAY).items == 1


def test_drafts_and_closed_pages_do_not_count(commune: Tenant):
    with in_site(commune):
        article("news", live=False)
        document("directives", live=False)
        PageViewRestriction.objects.create(page=project(), restriction_type=PageViewRestriction.LOGIN)
        assert items_published(MAY) == Tally()


def test_a_page_and_its_translation_are_one_item(commune: Tenant):
    with in_site(commune):
        original = article("news")
        english = original.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
        ArticlePage.objects.filter(pk=english.pk).update(live=True)
        article("news", language="km")
        assert items_published(MAY) == Tally(2, {"news": 2})


def test_counting_asks_equally_often_whatever_there_is(
    commune: Tenant, django_assert_num_queries: DjangoAssertNumQueries
):
    with in_site(commune):
        for number in range(3):
            article("news", "planning")
            document("directives", "planning", number=f"{number}/QĐ-UBND")
        with django_assert_num_queries(11):
            assert items_published(MAY).items == 6


def test_nothing_of_another_site_is_counted(commune: Tenant, town: Tenant):
    with in_site(town):
        document("directives")
    with in_site(commune):
        assert items_published(MAY) == Tally()


def test_every_kind_of_item_is_counted():
    """Whatever has a category, but for lists that show some."""
    kinds = {
        model
        for model in apps.get_models()
        if hasattr(model, "CATEGORY") or any(field.related_model is Category for field in model._meta.many_to_many)
    }
    rooms = {model._meta.app_label for model in kinds - {ArticleIndexPage}}
    assert sorted(tally.__module__.partition(".")[0] for tally in KINDS) == sorted(rooms)
