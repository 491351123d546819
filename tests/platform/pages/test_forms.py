"""Pages written in the administration: what the browser sends, and what becomes of it.

Wagtail's script fills the address in while the title is typed: letters with their marks, combining marks left out.
"""

import unicodedata
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from accounts.roles import Role
from pages.models import SectionPage, SiteSettings, StandardPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
NO_COMMENTS = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM": 0, "MAX_NUM": ""}


@pytest.fixture
def section(commune: Tenant) -> SectionPage:
    with in_site(commune):
        return SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")


@pytest.fixture
def editor(commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.EDITOR)


def form(title: str, slug: str, **changes: str) -> dict[str, object]:
    words = {"title": title, "slug": slug, "introduction": "", "body": streamfield([]), "comments": NO_COMMENTS}
    return nested_form_data(words | changes)


def create(browser: Client, section: SectionPage, title: str, slug: str) -> HttpResponse:
    return browser.post(f"/admin/pages/add/pages/standardpage/{section.pk}/", form(title, slug))


def below(commune: Tenant, section: SectionPage) -> list[StandardPage]:
    with in_site(commune):
        return list(StandardPage.objects.child_of(section).order_by("path"))


@pytest.mark.parametrize("typed", ["", "điều-kiện-tự-nhiên", "dieu-kien-tu-nhien"])
def test_an_address_is_in_plain_letters(commune: Tenant, editor: Client, section: SectionPage, typed: str):
    create(editor, section, "Điều kiện tự nhiên", typed)
    assert [page.slug for page in below(commune, section)] == ["dieu-kien-tu-nhien"]


def test_an_address_of_ones_own_is_kept(commune: Tenant, editor: Client, section: SectionPage):
    create(editor, section, "Điều kiện tự nhiên", "tu-nhien")
    assert [page.slug for page in below(commune, section)] == ["tu-nhien"]


@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
@pytest.mark.parametrize("moment", ["01/01/0001 00:00", "31/12/9999 23:59"])
def test_a_moment_at_the_end_of_the_calendar_is_explained_at_its_field(
    editor: Client, section: SectionPage, name: str, moment: str
):
    """Kept, the first day of all could not be read again: in another time zone it has no date."""
    words = form("Điều kiện tự nhiên", "", **{name: moment})
    answer = editor.post(f"/admin/pages/add/pages/standardpage/{section.pk}/", words)
    assert list(answer.context["form"].errors) == [name]


def test_a_title_that_is_there_already_gets_a_number(commune: Tenant, editor: Client, section: SectionPage):
    for _ in range(2):
        create(editor, section, "Lịch sử", "lịch-sử")
    assert [page.slug for page in below(commune, section)] == ["lich-su", "lich-su-2"]


def test_an_address_of_ones_own_that_is_taken_is_refused(commune: Tenant, editor: Client, section: SectionPage):
    create(editor, section, "Lịch sử", "lich-su")
    answer = create(editor, section, "Quá trình hình thành", "lịch-sử")
    assert list(answer.context["form"].errors) == ["slug"]
    assert len(below(commune, section)) == 1


@pytest.mark.parametrize("typed", ["", "ពតមន"])
def test_a_khmer_title_has_an_address_too(commune: Tenant, editor: Client, section: SectionPage, typed: str):
    create(editor, section, "ព័ត៌មាន", typed)
    assert [page.slug for page in below(commune, section)] == ["trang"]


def test_saving_a_page_again_leaves_its_address_alone(commune: Tenant, editor: Client, section: SectionPage):
    create(editor, section, "Lịch sử", "")
    (page,) = below(commune, section)
    editor.post(f"/admin/pages/{page.pk}/edit/", form("Lịch sử", "lich-su", introduction="Từ năm 1900."))
    with in_site(commune):
        page.refresh_from_db()
        saved = page.get_latest_revision_as_object()
        assert (saved.slug, saved.introduction) == ("lich-su", "Từ năm 1900.")


def test_a_title_typed_on_a_mac_has_one_unicode_form(commune: Tenant, editor: Client, section: SectionPage):
    create(editor, section, unicodedata.normalize("NFD", "Định An"), "đinh-an")
    assert [(page.title, page.slug) for page in below(commune, section)] == [("Định An", "dinh-an")]


def test_a_page_needs_a_title(commune: Tenant, editor: Client, section: SectionPage):
    assert list(create(editor, section, "", "").context["form"].errors) == ["title"]
    assert below(commune, section) == []


def settings_form(**changes: str) -> dict[str, str]:
    return {"name_vi": "Ủy ban nhân dân xã Định An", "skin": "rice", "main_colour": "", "emblem": ""} | changes


def save_settings(commune: Tenant, browser: Client, **changes: str) -> HttpResponse:
    with in_site(commune):
        site = Site.objects.get()
    return browser.post(f"/admin/settings/pages/sitesettings/{site.pk}/", settings_form(**changes))


def test_an_administrator_changes_the_look(commune: Tenant, visit: Visit):
    save_settings(commune, visit(commune, Role.ADMINISTRATOR), main_colour="#0b5394")
    with in_site(commune):
        row = SiteSettings.objects.get()
        assert (row.skin, row.main_colour) == ("rice", "#0b5394")


def test_a_colour_that_cannot_be_read_is_refused_at_its_field(commune: Tenant, visit: Visit):
    answer = save_settings(commune, visit(commune, Role.ADMINISTRATOR), main_colour="#ffcc00")
    assert list(answer.context["form"].errors) == ["main_colour"]
    with in_site(commune):
        assert SiteSettings.objects.get().main_colour == ""


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR, Role.APPROVER])
def test_nobody_else_changes_the_settings(commune: Tenant, visit: Visit, role: Role):
    save_settings(commune, visit(commune, role), name_vi="Của tôi")
    with in_site(commune):
        assert SiteSettings.objects.get().name_vi == "Ủy ban nhân dân xã Định An"
