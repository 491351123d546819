"""What readers may no longer see is out of the API and of the files at the next request."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from agenda.models import AgendaPage, Week
from citizens.models import Question, QuestionsPage
from legal.models import LegalDocument, RegisterPage
from newsroom.models import ArticleIndexPage, ArticlePage
from organisation.models import Department, OrganisationPage
from pages.models import StandardPage
from procedures.actions import offer
from procedures.models import Defaults, ProceduresPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast
from tests.platform.opendata.data import API, DAY, KEYS, TODAY, dump, fill, rows
from tests.platform.procedures.cases import announce, change, number_of, repeal, say, seen_of
from tests.platform.procedures.cases import person as clerk

Visit = Callable[..., Client]
CODE = "1.000001"
WORD = "Chợ Gạo"
ARTICLES = ArticlePage.objects


def close(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def unpublish() -> None:
    ARTICLES.get(title__startswith=WORD).unpublish()


def close_it() -> None:
    close(ARTICLES.get(title__startswith=WORD))


def close_its_list() -> None:
    close(ArticleIndexPage.objects.get(locale__language_code="vi"))


def close_the_home_page() -> None:
    close(ARTICLES.get(title__startswith=WORD).get_ancestors()[1])


def delete() -> None:
    ARTICLES.get(title__startswith=WORD).delete()


def date_later() -> None:
    ARTICLES.filter(title__startswith=WORD).update(published_on=TODAY + DAY)


def expire() -> None:
    """Before the clock has taken it down."""
    ARTICLES.filter(title__startswith=WORD).update(expire_at=timezone.now())


def expire_text() -> None:
    StandardPage.objects.filter(title=WORD).update(expire_at=timezone.now())


def expire_document() -> None:
    LegalDocument.objects.update(expire_at=timezone.now())


def expire_calendar() -> None:
    AgendaPage.objects.update(expire_at=timezone.now())


def unpublish_document() -> None:
    LegalDocument.objects.get().unpublish()


def delete_document() -> None:
    LegalDocument.objects.get().delete()


def close_register() -> None:
    for page in RegisterPage.objects.all():
        close(page)


def unpublish_register() -> None:
    for page in RegisterPage.objects.all():
        page.unpublish()


def hide_department() -> None:
    Department.objects.update(is_shown=False)


def close_organisation() -> None:
    for page in OrganisationPage.objects.all():
        close(page)


def withdraw_week() -> None:
    Week.objects.update(published_at=None)


def close_calendar() -> None:
    for page in AgendaPage.objects.all():
        close(page)


def take_question_down() -> None:
    Question.objects.update(published_on=None)


def withhold_procedure() -> None:
    offer(seen={number_of(CODE): seen_of(CODE)}, is_offered=False, by=clerk())


def repeal_procedure() -> None:
    repeal(CODE)


def retire_level() -> None:
    Defaults.objects.update_or_create(pk=Defaults.ONLY, defaults={"levels": ["province"]})


def close_procedures() -> None:
    for page in ProceduresPage.objects.all():
        close(page)


def close_questions() -> None:
    for page in QuestionsPage.objects.all():
        close(page)


@pytest.mark.parametrize(
    ("key", "withdraw"),
    [
        ("articles", unpublish),
        ("articles", close_it),
        ("articles", close_its_list),
        ("articles", close_the_home_page),
        ("articles", delete),
        ("articles", date_later),
        ("articles", expire),
        ("text-pages", expire_text),
        ("documents", expire_document),
        ("work-calendar", expire_calendar),
        ("documents", unpublish_document),
        ("documents", delete_document),
        ("documents", close_register),
        ("documents", unpublish_register),
        ("departments", hide_department),
        ("people", hide_department),
        ("people", close_organisation),
        ("work-calendar", withdraw_week),
        ("work-calendar", close_calendar),
        ("questions", take_question_down),
        ("questions", close_questions),
        ("procedures", withhold_procedure),
        ("procedures", repeal_procedure),
        ("procedures", retire_level),
        ("procedures", close_procedures),
    ],
)
def test_it_is_out_at_once(commune: Tenant, visit: Visit, key: str, withdraw: Callable[[], None]):
    with in_site(commune):
        fill(WORD)
    browser = visit(commune)
    shown = [row for row in rows(browser, key) if WORD in str(row)]
    assert len(shown) == 1
    assert [WORD in dump(browser, key, kind) for kind in ("csv", "json")] == [True, True]
    with in_site(commune):
        withdraw()
    assert WORD not in str(rows(browser, key))
    assert browser.get(f"{API}{key}/{shown[0]['id']}").status_code == 404
    assert [WORD in dump(browser, key, kind) for kind in ("csv", "json")] == [False, False]


def test_what_the_board_changes_is_in_the_data_at_the_next_request(commune: Tenant, visit: Visit):
    announce()
    browser = visit(commune)
    known = browser.get(f"{API}procedures")
    assert "Miễn phí" in dump(browser, "procedures")
    change(ways=[{"channel": "counter", "fee": "8.000 đồng"}])
    changed = browser.get(f"{API}procedures", HTTP_IF_NONE_MATCH=known["ETag"])
    assert changed.status_code == 200
    assert changed.json()["results"][0]["id"] == known.json()["results"][0]["id"]
    for told in (changed.content.decode(), dump(browser, "procedures"), dump(browser, "procedures", "csv")):
        assert "8.000 đồng" in told
        assert "Miễn phí" not in told


def test_what_the_office_says_otherwise_is_in_the_data_at_the_next_request(commune: Tenant, visit: Visit):
    announce()
    browser = visit(commune)
    dump(browser, "procedures")
    for desk in ("Quầy 3", "Quầy 4"):
        with in_site(commune):
            say(desk=desk)
        assert desk in dump(browser, "procedures")


def test_a_page_that_is_not_published_yet_is_not_there(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = ARTICLES.get(slug="bi-mat")
        page.title = "Bản nháp"
        page.save_revision()
    browser = visit(commune)
    assert "Bản nháp" not in str(rows(browser, "articles"))
    assert "Bản nháp" not in dump(browser, "articles")


def test_a_suspended_site_tells_nothing(commune: Tenant, visit: Visit):
    browser = visit(commune)
    dump(browser, "articles")
    Tenant.objects.filter(pk=commune.pk).update(lifecycle=Lifecycle.SUSPENDED)
    for path in ("", "articles", "articles.csv", "articles.json", "openapi.json", "catalog.jsonld"):
        answer = browser.get(f"{API}{path}")
        assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
        assert answer.json()["status"] == 503
    assert browser.get("/du-lieu-mo/").status_code == 503


@pytest.mark.parametrize("key", KEYS)
def test_a_site_tells_nothing_of_another(commune: Tenant, town: Tenant, visit: Visit, key: str):
    with in_site(commune):
        fill("Chợ xã")
    with in_site(town):
        fill("Chợ thị trấn")
    for tenant, own, other in ((commune, "Chợ xã", "Chợ thị trấn"), (town, "Chợ thị trấn", "Chợ xã")):
        browser = visit(tenant)
        told = str(rows(browser, key)) + dump(browser, key) + dump(browser, key, "csv")
        assert other not in told
        assert (own in told) or key == "categories"
        assert not [secret for slug, secret in cast.SECRETS.items() if slug != tenant.slug and f'"{secret}"' in told]
