"""A site that stood before there were registers: its list of articles becomes one, at the same address."""

import importlib
from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import TranslationSource

from accounts.roles import Role
from catalogue.models import Category
from home.actions import translate_page
from home.models import HomePage
from legal.models import RegisterPage
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
migration = importlib.import_module("home.migrations.0003_register")


@pytest.fixture
def before(commune: Tenant) -> Tenant:
    """With the section as it was: a list in three languages, a revision, an article below it."""
    with in_site(commune):
        for page in RegisterPage.objects.filter(locale__language_code="vi"):
            page.delete()
        Page.objects.filter(slug="van-ban").delete()
        old = ArticleIndexPage(title="Văn bản", slug="van-ban", show_in_menus=True, introduction="Lời dẫn")
        HomePage.objects.get(locale__language_code="vi").add_child(instance=old)
        old.categories.set(Category.objects.filter(key="planning"))
        old.save()
        old.save_revision()
        article = ArticlePage(title="Kế hoạch", slug="ke-hoach")
        article.categories = list(Category.objects.filter(key="planning"))
        old.add_child(instance=article)
        for locale in Locale.objects.exclude(language_code="vi"):
            translate_page(page=ArticleIndexPage.objects.get(pk=old.pk), locale=locale, texts={"title": "Documents"})
        # wagtail-localize publishes once all is committed, which this test never does.
        Page.objects.filter(slug="van-ban").update(live=True)
    return commune


def test_the_list_becomes_a_register(before: Tenant, visit: Visit):
    with in_site(before):
        pages = {page.pk for page in Page.objects.filter(slug="van-ban")}
        migration.put_registers_in_place(apps, None)
        migration.put_registers_in_place(apps, None)
        assert {page.pk for page in RegisterPage.objects.all()} == pages
        assert len(pages) == 3
        assert not ArticleIndexPage.objects.filter(slug="van-ban").exists()
        register = RegisterPage.objects.get(locale__language_code="vi")
        assert (register.introduction, register.numchild) == ("Lời dẫn", 1)
        kind = ContentType.objects.get_for_model(RegisterPage)
        assert TranslationSource.objects.get(object_id=register.translation_key).specific_content_type == kind
        assert {one.content_type_id for one in Revision.objects.filter(object_id=str(register.pk))} == {kind.pk}
        assert isinstance(register.get_latest_revision().as_object(), RegisterPage)
    browser = visit(before)
    for address in ("/van-ban/", "/en/van-ban/", "/km/van-ban/", "/van-ban/ke-hoach/"):
        assert browser.get(address).status_code == 200
    editor = visit(before, Role.EDITOR)
    assert editor.get(f"/admin/pages/{register.pk}/edit/").status_code == 200


def test_a_register_can_be_translated_anew(before: Tenant):
    with in_site(before):
        migration.put_registers_in_place(apps, None)
        register = RegisterPage.objects.get(locale__language_code="vi")
        locale = Locale.objects.get(language_code="en")
        translate_page(page=register, locale=locale, texts={"title": "Legal documents"})
        assert RegisterPage.objects.get(locale=locale).title == "Legal documents"
