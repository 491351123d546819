"""The list of articles in the administration."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Category
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
LIST, WRITE = "/admin/articles/", "/admin/articles/choose_parent/"


def news() -> ArticleIndexPage:
    return ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")


def add(title: str, *keys: str, day: int = 31) -> ArticlePage:
    article = ArticlePage(title=title, published_on=datetime.date(2023, 10, day))
    article.categories = list(Category.objects.filter(key__in=keys))
    return news().add_child(instance=article)


def listed(browser: Client, **query: object) -> list[str]:
    return [page.title for page in browser.get(LIST, query).context["object_list"]]


@pytest.mark.parametrize("role", Role)
def test_everybody_finds_the_list_in_the_menu(commune: Tenant, visit: Visit, role: Role):
    assert LIST in visit(commune, role).get("/admin/").content.decode()


def test_the_newest_article_stands_first(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Cũ", day=1)
        add("Mới", day=31)
    assert listed(visit(commune, Role.EDITOR)) == ["Mới", "Bí mật của xã", "Cũ"]


def test_the_list_is_narrowed_to_categories(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Hai mục", "planning", "other")
        add("Không mục")
        wanted = [category.pk for category in Category.objects.filter(key__in=["planning", "other"])]
    assert listed(visit(commune, Role.EDITOR), categories=wanted) == ["Hai mục"]


def test_the_list_is_narrowed_to_days(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Cũ", day=1)
    days = {"published_on_from": "2023-10-01", "published_on_to": "2023-10-02"}
    assert listed(visit(commune, Role.EDITOR), **days) == ["Cũ"]


@pytest.mark.parametrize("role", Role)
def test_writing_an_article_leads_straight_to_the_form(commune: Tenant, visit: Visit, role: Role):
    with in_site(commune):
        form = f"/admin/pages/add/newsroom/articlepage/{news().pk}/"
    assert visit(commune, role).get(WRITE).headers["Location"] == form


def test_a_visitor_is_asked_to_sign_in(commune: Tenant, visit: Visit):
    assert visit(commune).get(LIST).headers["Location"] == f"/admin/login/?next={LIST}"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_list_says_the_day_of_publication(commune: Tenant, visit: Visit, language: str):
    with in_site(commune):
        add("Cũ", day=1)
        user = User.objects.get(email=cast.address_of(Role.EDITOR))
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    rows = BeautifulSoup(visit(commune, Role.EDITOR).get(LIST).content, "html.parser").select("tbody tr")
    assert "01/10/2023" in next(row.text for row in rows if "Cũ" in row.text)
