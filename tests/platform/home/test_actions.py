"""What a site has on its first minute, and how its own names and address are written into it."""

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale, Page, Site, Task, Workflow
from wagtail_localize.models import Translation, TranslationSource

from accounts.roles import Role
from agenda.models import AgendaPage
from citizens.models import QuestionsPage
from home.actions import introduce_site, move_site_to, rename_in_settings, translate_page
from home.layout import LAID_OUT, SECTIONS
from home.models import HomePage
from legal.models import LegalDocument, RegisterPage
from newsroom.models import ArticlePage
from pages.models import SectionPage, SiteSettings
from tenants.crossing import in_site
from tenants.registry.models import Tenant

HOST = "xa-dinh-an.tracu.localhost"
NAMES = {"vi": "UBND xã", "km": "គណៈកម្មាធិការ", "en": "Committee"}


@pytest.mark.parametrize("language", ["vi", "km", "en"])
def test_a_new_site_has_its_sections_in_each_language(commune: Tenant, language: str):
    with in_site(commune):
        home = HomePage.objects.get(locale__language_code=language)
        titles = [page.title for page in home.get_children().live().in_menu()]
    assert titles == [section.titles[language] for section in SECTIONS]


def test_sections_of_all_languages_have_the_same_address(commune: Tenant):
    with in_site(commune):
        slugs = [[page.slug for page in home.get_children()] for home in HomePage.objects.all()]
    assert slugs == [[section.slug for section in SECTIONS]] * 3


@pytest.mark.parametrize("language", ["vi", "km", "en"])
def test_the_lists_below_a_section_are_there_in_each_language(commune: Tenant, language: str):
    with in_site(commune):
        section = SectionPage.objects.get(slug="cong-khai", locale__language_code=language)
        below = next(upper.below for upper in SECTIONS if upper.slug == "cong-khai")
        assert [page.title for page in section.get_children().live()] == [one.titles[language] for one in below]


def test_calendar_and_questions_have_their_own_pages_in_each_language(commune: Tenant):
    with in_site(commune):
        pages = (AgendaPage.objects.filter(slug="lich-cong-tac"), QuestionsPage.objects.filter(slug="hoi-dap"))
        assert [found.live().count() for found in pages] == [3, 3]


def test_the_section_of_documents_is_a_register_in_each_language(commune: Tenant):
    with in_site(commune):
        assert RegisterPage.objects.filter(slug="van-ban").live().count() == 3


def test_documents_are_approved_in_the_same_steps_as_pages(commune: Tenant):
    with in_site(commune):
        assert LegalDocument().get_workflow() == Workflow.objects.get()


def test_a_new_site_is_ready_to_be_translated_further(commune: Tenant):
    with in_site(commune):
        assert TranslationSource.objects.count() == len(LAID_OUT) + 1
        assert Translation.objects.filter(enabled=True).count() == 2 * (len(LAID_OUT) + 1)


def test_nothing_of_wagtails_own_welcome_is_left(commune: Tenant):
    with in_site(commune):
        assert Page.objects.filter(depth=2).count() == 3
        assert not Page.objects.filter(title__icontains="welcome").exists()


def test_one_workflow_covers_the_whole_site(commune: Tenant):
    with in_site(commune):
        assert all(page.get_workflow() == Workflow.objects.get() for page in Page.objects.filter(depth__gt=1))


def test_approvers_and_administrators_approve(commune: Tenant):
    with in_site(commune):
        groups = Task.objects.get().specific.groups.all()
        assert {group.name for group in groups} == {Role.APPROVER.value, Role.ADMINISTRATOR.value}


def test_a_new_site_knows_its_address(commune: Tenant):
    with in_site(commune):
        site = Site.objects.get()
        assert (site.hostname, site.port, site.is_default_site) == (HOST, settings.PUBLIC_PORT, True)


def test_a_site_introduces_itself_in_three_languages(commune: Tenant):
    with in_site(commune):
        introduce_site(names=NAMES, superior={"vi": "UBND huyện"}, host=HOST, port=8000, skin="rice", phone="0294")
        row = SiteSettings.objects.get()
        assert [row.name_vi, row.name_km, row.name_en] == list(NAMES.values())
        assert (row.superior_vi, row.superior_km, row.skin, row.phone) == ("UBND huyện", "", "rice", "0294")
        assert Site.objects.get().site_name == "UBND xã"


@pytest.mark.parametrize("wrong", [{"skin": "pink"}, {"email": "xa"}, {"names": {"vi": ""}}])
def test_a_site_is_not_introduced_with_nonsense(commune: Tenant, wrong: dict):
    words = {"names": NAMES, "superior": {}, "host": "other.localhost", "port": 1, "skin": "rice"}
    with in_site(commune):
        with pytest.raises(ValidationError):
            introduce_site(**words | wrong)
        assert Site.objects.get().hostname == HOST


def test_a_site_that_moves_knows_its_new_address(commune: Tenant):
    with in_site(commune):
        assert move_site_to(host="dinhan.tracu.localhost", port=443) is True
        assert Site.objects.get().root_url == "https://dinhan.tracu.localhost"


def test_a_site_that_stays_is_left_alone(commune: Tenant):
    with in_site(commune):
        assert move_site_to(host=HOST, port=settings.PUBLIC_PORT) is False


def test_a_name_that_was_given_changes_with_the_unit(commune: Tenant):
    with in_site(commune):
        before = {"vi": "Ủy ban nhân dân xã Định An"}
        rename_in_settings(before=before, after={"vi": "Ủy ban nhân dân xã Đại An"})
        with translation.override("vi"):
            assert SiteSettings.objects.get().name == "Ủy ban nhân dân xã Đại An"


def test_a_name_that_the_site_chose_itself_stays(commune: Tenant):
    with in_site(commune):
        SiteSettings.objects.update(name_vi="Trang xã Định An")
        rename_in_settings(before={"vi": "Ủy ban nhân dân xã Định An"}, after={"vi": "Ủy ban nhân dân xã Đại An"})
        assert SiteSettings.objects.get().name_vi == "Trang xã Định An"


def test_an_article_is_translated_with_what_belongs_to_it(commune: Tenant):
    with in_site(commune):
        article, khmer = ArticlePage.objects.get(slug="bi-mat"), Locale.objects.get(language_code="km")
        translate_page(page=article, locale=khmer, texts={"title": "អាថ៌កំបាំង", "lead": "សង្ខេប"})
        translated = article.get_translation(khmer)
        assert (translated.title, translated.lead) == ("អាថ៌កំបាំង", "សង្ខេប")
        assert translated.published_on == article.published_on
        assert [category.key for category in translated.categories.all()] == ["news"]
        assert translated.get_parent().locale == khmer


def test_a_translation_is_live_once_the_work_is_committed(
    commune: Tenant, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
):
    with in_site(commune):
        article, khmer = ArticlePage.objects.get(slug="bi-mat"), Locale.objects.get(language_code="km")
        with django_capture_on_commit_callbacks(execute=True):
            translate_page(page=article, locale=khmer, texts={"title": "អាថ៌កំបាំង"})
        assert article.get_translation(khmer).live


def test_a_page_is_translated_anew(commune: Tenant):
    with in_site(commune):
        article, english = ArticlePage.objects.get(slug="bi-mat"), Locale.objects.get(language_code="en")
        for title in ("Sekret", "Secret"):
            translate_page(page=article, locale=english, texts={"title": title})
        assert [page.title for page in ArticlePage.objects.filter(locale=english)] == ["Secret"]


def test_what_is_not_translated_stays_in_vietnamese(commune: Tenant):
    with in_site(commune):
        article, english = ArticlePage.objects.get(slug="bi-mat"), Locale.objects.get(language_code="en")
        translate_page(page=article, locale=english, texts={"title": "Secret"})
        assert article.get_translation(english).lead == article.lead
