"""An article in another language reaches its readers by the hands of those who may publish."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, TranslationSource

from accounts.roles import Role
from home.actions import translate_page
from newsroom.models import ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
Post = Callable[[Role, str, dict[str, object]], HttpResponse]
ADDRESS = "/en/tin-tuc/bi-mat/"
TRANSLATED, CHANGED, HANDED_IN = "The secret of the commune", "Bí mật mới của xã", "A secret that nobody approved"
MAY_PUBLISH = pytest.mark.parametrize(
    ("role", "may"),
    [(Role.CONTRIBUTOR, False), (Role.EDITOR, False), (Role.APPROVER, True), (Role.ADMINISTRATOR, True)],
)


@pytest.fixture
def post(commune: Tenant, visit: Visit, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Post:
    """`post(Role.EDITOR, "pages/5/edit/", {})`, with what wagtail-localize does after the commit."""

    def send(role: Role, path: str, words: dict[str, object]) -> HttpResponse:
        browser = visit(commune, role)
        with in_site(commune), django_capture_on_commit_callbacks(execute=True):
            return browser.post(f"/admin/{path}", words)

    return send


@pytest.fixture
def article(commune: Tenant) -> ArticlePage:
    with in_site(commune):
        return ArticlePage.objects.get()


@pytest.fixture
def translation(
    commune: Tenant, article: ArticlePage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> ArticlePage:
    """The article in English, as readers see it."""
    with in_site(commune):
        with django_capture_on_commit_callbacks(execute=True):
            translate_page(page=article, locale=english(), texts={"title": TRANSLATED})
        return ArticlePage.objects.get(locale=english())


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def title_read(commune: Tenant, visit: Visit) -> str | None:
    answer = visit(commune).get(ADDRESS)
    return answer.context["page"].title if answer.status_code == 200 else None


@MAY_PUBLISH
def test_a_translation_is_begun_by_who_may_publish(
    commune: Tenant, visit: Visit, article: ArticlePage, post: Post, role: Role, may: bool
):
    with in_site(commune):
        words = {"locales": [english().pk]}
    post(role, f"localize/submit/page/{article.pk}/", words)
    assert title_read(commune, visit) == (cast.SECRETS[cast.COMMUNE] if may else None)


@MAY_PUBLISH
def test_a_translation_is_renewed_by_who_may_publish(
    commune: Tenant, visit: Visit, article: ArticlePage, translation: ArticlePage, post: Post, role: Role, may: bool
):
    with in_site(commune):
        article.title = CHANGED
        article.save_revision().publish()
        source = TranslationSource.objects.get_for_instance(article)
    post(role, f"localize/update/{source.pk}/", {"publish_translations": "on"})
    assert title_read(commune, visit) == (CHANGED if may else TRANSLATED)


@MAY_PUBLISH
def test_a_translated_text_is_published_by_who_may_publish(
    commune: Tenant, visit: Visit, translation: ArticlePage, post: Post, role: Role, may: bool
):
    with in_site(commune):
        assert StringTranslation.objects.filter(data=TRANSLATED).update(data=HANDED_IN) == 1
    post(role, f"pages/{translation.pk}/edit/", {"action": "publish"})
    assert title_read(commune, visit) == (HANDED_IN if may else TRANSLATED)


@MAY_PUBLISH
def test_a_translation_gives_way_to_the_original_by_who_may_publish(
    commune: Tenant, visit: Visit, translation: ArticlePage, post: Post, role: Role, may: bool
):
    post(role, f"localize/page/{translation.pk}/convert_to_alias/", {})
    assert title_read(commune, visit) == (cast.SECRETS[cast.COMMUNE] if may else TRANSLATED)


@MAY_PUBLISH
def test_a_translation_that_was_taken_down_comes_back_by_who_may_publish(
    commune: Tenant, visit: Visit, translation: ArticlePage, post: Post, role: Role, may: bool
):
    with in_site(commune):
        translation.unpublish()
    post(role, f"localize/page/{translation.pk}/convert_to_alias/", {})
    assert title_read(commune, visit) == (cast.SECRETS[cast.COMMUNE] if may else None)


@pytest.mark.filterwarnings("error::django.core.paginator.UnorderedObjectListWarning")
@pytest.mark.parametrize("screen", ["", "results/"])
def test_the_report_of_translations_stands_in_an_order(commune: Tenant, visit: Visit, screen: str):
    answer = visit(commune, Role.ADMINISTRATOR).get(f"/admin/localize/reports/translations/{screen}")
    assert answer.status_code == 200
    numbers = [translation.pk for translation in answer.context["object_list"]]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) > 1
