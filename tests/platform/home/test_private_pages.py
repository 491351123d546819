"""What stands behind a sign-in is not named to those outside."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from agenda.models import AgendaPage
from pages.models import SectionPage, StandardPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.agenda import weeks

TITLE = "Nội bộ cơ quan"


@pytest.fixture
def private_page(commune: Tenant) -> Tenant:
    with in_site(commune):
        about = SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")
        page = about.add_child(instance=StandardPage(title=TITLE, slug="noi-bo"))
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return commune


def test_a_section_does_not_list_a_private_page(private_page: Tenant, visit: Callable[..., Client]) -> None:
    assert TITLE not in visit(private_page).get("/gioi-thieu/").content.decode()


def test_the_menu_does_not_name_a_private_section(commune: Tenant, visit: Callable[..., Client]) -> None:
    with in_site(commune):
        section = SectionPage.objects.get(slug="cong-khai", locale__language_code="vi")
        PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert "/cong-khai/" not in visit(commune).get("/").content.decode()


def test_the_home_page_does_not_lead_to_a_private_calendar(commune: Tenant, visit: Callable[..., Client]) -> None:
    with in_site(commune):
        weeks.write(weeks.row())
    assert visit(commune).get("/").context["calendar"]
    with in_site(commune):
        for calendar in AgendaPage.objects.all():
            PageViewRestriction.objects.create(page=calendar, restriction_type=PageViewRestriction.LOGIN)
    assert visit(commune).get("/").context["calendar"] is None


def test_a_private_page_asks_to_sign_in_where_staff_do(private_page: Tenant, visit: Callable[..., Client]) -> None:
    answer = visit(private_page).get("/gioi-thieu/noi-bo/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/?next=")
