"""A site stays standing whoever clicks on delete."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page

from accounts.models import User
from accounts.roles import Role
from home.models import HomePage
from pages.models import SectionPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

ONE_BY_ONE, SEVERAL = "/admin/pages/{page}/delete/", "/admin/bulk/wagtailcore/page/delete/?id={page}"
# What is typed below the warning before many pages go at once.
CONFIRMED = {"confirm_site_name": settings.WAGTAIL_SITE_NAME}


def home_in(language: str) -> HomePage:
    return HomePage.objects.get(locale__language_code=language)


@pytest.mark.parametrize("path", [ONE_BY_ONE, SEVERAL])
@pytest.mark.parametrize("language", ["vi", "km", "en"])
@pytest.mark.parametrize("is_superuser", [False, True])
def test_a_home_page_is_not_deleted(commune: Tenant, visit: Visit, path: str, language: str, is_superuser: bool):
    with in_site(commune):
        User.objects.filter(email=cast.address_of(Role.ADMINISTRATOR)).update(is_superuser=is_superuser)
        home, before = home_in(language), set(Page.objects.values_list("pk", flat=True))
    answer = visit(commune, Role.ADMINISTRATOR).post(path.format(page=home.pk), CONFIRMED, follow=True)
    with translation.override("vi"):
        message = gettext("A home page can't be deleted: the whole site hangs below it. Unpublish it instead.")
    assert message in answer.content.decode()
    with in_site(commune):
        assert set(Page.objects.values_list("pk", flat=True)) == before


def test_nothing_of_a_selection_with_a_home_page_in_it_is_deleted(commune: Tenant, visit: Visit):
    with in_site(commune):
        home, section = home_in("vi"), SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")
    address = f"{SEVERAL.format(page=section.pk)}&id={home.pk}"
    visit(commune, Role.ADMINISTRATOR).post(address, CONFIRMED)
    with in_site(commune):
        assert Page.objects.filter(pk__in=[home.pk, section.pk]).count() == 2


@pytest.mark.parametrize("path", [ONE_BY_ONE, SEVERAL])
def test_a_page_below_it_is_deleted_the_same_way(commune: Tenant, visit: Visit, path: str):
    with in_site(commune):
        section = SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")
    visit(commune, Role.ADMINISTRATOR).post(path.format(page=section.pk), CONFIRMED)
    with in_site(commune):
        assert not Page.objects.filter(pk=section.pk).exists()
