"""Which articles a reader sees, beside a slow and simple answer to the same question."""

import datetime
import random

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, Page, PageViewRestriction

from catalogue.models import Category
from newsroom.models import ArticleIndexPage, ArticlePage
from newsroom.queries import latest_by_category
from tenants.crossing import in_site
from tenants.registry.models import Tenant

TODAY = datetime.date(2023, 10, 31)
A_DAY = datetime.timedelta(days=1)
Latest = list[tuple[str, list[int]]]


def news(language: str = "vi") -> ArticleIndexPage:
    """The list of news in that language; empty but for the cast's one article in Vietnamese."""
    lists = ArticleIndexPage.objects.filter(locale__language_code=language)
    return lists.order_by("path").first()


def add(title: str, *keys: str, on: datetime.date = TODAY, below: Page | None = None, live: bool = True) -> ArticlePage:
    article = ArticlePage(title=title, published_on=on, live=live)
    article.categories = list(Category.objects.filter(key__in=keys))
    return (below or news()).add_child(instance=article)


def close(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def titles(*, on: datetime.date = TODAY) -> list[str]:
    """What is on show, less the cast's own article."""
    return [article.title for article in ArticlePage.objects.on_show(on).exclude(slug="bi-mat").order_by("pk")]


def latest(language: str = "vi", each: int = 5, on: datetime.date = TODAY) -> Latest:
    locale = Locale.objects.get(language_code=language)
    found = latest_by_category(ArticlePage.objects.all(), locale_id=locale.pk, on=on, each=each)
    return [(category.key, [article.pk for article in articles]) for category, articles in found if articles]


def latest_slowly(language: str, each: int, on: datetime.date) -> Latest:
    closed = tuple(restriction.page.path for restriction in PageViewRestriction.objects.all())
    articles = [
        article
        for article in ArticlePage.objects.filter(locale__language_code=language).prefetch_related("categories")
        if article.live and article.published_on <= on and not article.path.startswith(closed)
    ]
    articles.sort(key=lambda article: (article.published_on, article.pk), reverse=True)
    lists: dict[str, list[int]] = {category.key: [] for category in Category.objects.in_use(on)}
    for article in articles:
        for category in article.categories.all():
            lists.get(category.key, []).append(article.pk)
    return [(key, pks[:each]) for key, pks in lists.items() if pks]


def another_list() -> ArticleIndexPage:
    """Beside the news, in Vietnamese; the same whenever it is asked for."""
    found = ArticleIndexPage.objects.filter(slug="danh-sach").first()
    return found or news("vi").add_sibling(instance=ArticleIndexPage(title="Danh sách", slug="danh-sach"))


def add_at_random(number: int) -> None:
    chance = random.Random(20231031)  # noqa: S311 - the same articles on every run
    keys = list(Category.objects.values_list("key", flat=True))
    places = [news("vi"), news("en"), another_list()]
    for index in range(number):
        article = add(
            f"Tin số {index}",
            *chance.sample(keys, chance.randint(0, 3)),
            on=TODAY + A_DAY * chance.randint(-6, 1),
            below=chance.choice(places),
            live=chance.random() < 0.8,
        )
        if chance.random() < 0.1:
            close(article)


def test_drafts_are_not_on_show(commune: Tenant):
    with in_site(commune):
        add("Bản nháp", live=False)
        assert titles() == []


def test_an_article_is_on_show_from_its_date_on(commune: Tenant):
    with in_site(commune):
        add("Ngày mai", on=TODAY + A_DAY)
        assert titles() == []
        assert titles(on=TODAY + A_DAY) == ["Ngày mai"]


def test_a_private_article_is_not_on_show(commune: Tenant):
    with in_site(commune):
        add("Mọi người")
        close(add("Nội bộ"))
        assert titles() == ["Mọi người"]


def test_an_article_below_a_private_page_is_not_on_show(commune: Tenant):
    with in_site(commune):
        add("Nội bộ")
        close(news())
        assert titles() == []


def test_a_private_page_beside_an_article_does_not_hide_it(commune: Tenant):
    with in_site(commune):
        add("Mọi người", below=another_list())
        close(news())
        assert titles() == ["Mọi người"]


def test_each_language_has_its_own_articles(commune: Tenant):
    with in_site(commune):
        add("English news", below=news("en"))
        english = Locale.objects.get(language_code="en")
        assert [article.title for article in ArticlePage.objects.in_locale(english.pk)] == ["English news"]


def test_an_article_in_several_of_the_categories_is_found_once(commune: Tenant):
    with in_site(commune):
        both = add("Hai mục", "planning", "budget_disclosure")
        wanted = Category.objects.filter(key__in=["planning", "budget_disclosure", "other"])
        assert list(ArticlePage.objects.in_any(wanted)) == [both]
        assert ArticlePage.objects.in_any(wanted).count() == 1


def test_no_categories_hold_no_articles(commune: Tenant):
    with in_site(commune):
        add("Một mục", "planning")
        assert not ArticlePage.objects.in_any([]).exists()


def test_the_newest_stands_first_and_of_one_day_the_last_written(commune: Tenant):
    with in_site(commune):
        old, first, second = (add(f"Tin {n}", "other", on=TODAY - A_DAY * n) for n in (1, 0, 0))
        wanted = Category.objects.filter(key="other")
        assert list(ArticlePage.objects.in_any(wanted).newest_first()) == [second, first, old]


def test_a_card_needs_one_query(commune: Tenant, django_assert_num_queries: DjangoAssertNumQueries):
    with in_site(commune):
        add("Tin")
        with django_assert_num_queries(1):
            assert [(a.title, a.lead, a.image, a.published_on) for a in ArticlePage.objects.on_show(TODAY).for_cards()]


def test_categories_stand_in_the_order_of_the_report(commune: Tenant):
    with in_site(commune):
        add("Tin", "other", "planning", "directives")
        assert [key for key, _ in latest()] == ["news", "directives", "planning", "other"]


def test_a_category_without_articles_stands_empty_in_its_place(commune: Tenant):
    with in_site(commune):
        add("Bản nháp", "planning", live=False)
        locale = Locale.objects.get(language_code="vi")
        found = latest_by_category(ArticlePage.objects.all(), locale_id=locale.pk, on=TODAY, each=5)
        assert [category for category, _ in found] == list(Category.objects.all())
        assert [category.key for category, articles in found if articles] == ["news"]


def test_a_category_shows_no_more_than_asked(commune: Tenant):
    with in_site(commune):
        newest = [add(f"Tin {n}", "planning", on=TODAY - A_DAY * n).pk for n in range(4)]
        assert dict(latest(each=3))["planning"] == newest[:3]


def test_a_retired_category_is_left_out(commune: Tenant):
    with in_site(commune):
        Category.objects.filter(key="news").update(retired_on=TODAY)
        assert latest() == []
        assert [key for key, _ in latest(on=TODAY - A_DAY)] == ["news"]


def test_a_site_without_articles_has_nothing_to_show(commune: Tenant):
    with in_site(commune):
        assert latest("en") == []


def test_the_categories_of_the_home_page_bear_their_names(commune: Tenant):
    with in_site(commune):
        locale = Locale.objects.get(language_code="vi")
        (category, _), *_ = latest_by_category(ArticlePage.objects.all(), locale_id=locale.pk, on=TODAY, each=1)
        assert category == Category.objects.get(key="news")
        assert category.name == "Tin tức, bài viết"


@pytest.mark.parametrize("number", [1, 3])
def test_the_latest_need_two_queries(commune: Tenant, django_assert_num_queries: DjangoAssertNumQueries, number: int):
    with in_site(commune):
        for index in range(number):
            add(f"Tin {index}", "planning", "other")
        with django_assert_num_queries(3):  # the third finds the language
            latest()


def test_the_quick_answer_is_the_slow_one(commune: Tenant):
    with in_site(commune):
        add_at_random(45)
        close(another_list())
        Category.objects.filter(key="directives").update(retired_on=TODAY - A_DAY * 2)
        for language in ("vi", "en", "km"):
            for each in (1, 3, 100):
                for on in (TODAY, TODAY - A_DAY * 3):
                    assert latest(language, each, on) == latest_slowly(language, each, on)
        assert len(latest("vi", 3)) > 5
