"""An article on its way to the reader, by the hands of those who may do each step."""

import datetime
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client
from wagtail.models import TaskState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Category
from library.models import SiteImage
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
NO_COMMENTS = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM": 0, "MAX_NUM": ""}
SUBMIT, PUBLISH = {"action-submit": "1"}, {"action-publish": "1"}
ADDRESS = "/tin-tuc/le-hoi/"


def form(*, categories: tuple[int, ...] = (), **changes: object) -> dict[str, object]:
    words = {
        "title": "Lễ hội",
        "slug": "lễ-hội",
        "lead": "Đua ghe ngo.",
        "image": "",
        "image_alt": "",
        "body": streamfield([("text", rich_text("<p>Sáng nay, lễ hội khai mạc.</p>"))]),
        "author_line": "Minh Tâm",
        "published_on": "2023-10-31",
        "comments": NO_COMMENTS,
    }
    return nested_form_data(words | changes) | {"categories": categories}


def write(commune: Tenant, browser: Client, action: dict[str, str], **changes: object) -> HttpResponse:
    with in_site(commune):
        index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    words = {"categories": categories("news")} | changes
    return browser.post(f"/admin/pages/add/newsroom/articlepage/{index.pk}/", form(**words) | action)


def article(commune: Tenant) -> ArticlePage:
    with in_site(commune):
        return ArticlePage.objects.get(slug="le-hoi")


def edit(commune: Tenant, browser: Client, action: dict[str, str], **changes: object) -> HttpResponse:
    words = {"categories": categories("news")} | changes
    return browser.post(f"/admin/pages/{article(commune).pk}/edit/", form(**words) | action)


def categories(*keys: str) -> tuple[int, ...]:
    return tuple(Category.objects.filter(key__in=keys).values_list("pk", flat=True))


def add_image(commune: Tenant) -> SiteImage:
    with in_site(commune):
        return SiteImage.objects.create(title="le-hoi.png", file="original_images/le-hoi.png", width=1, height=1)


def decide(commune: Tenant, browser: Client, verdict: str) -> HttpResponse:
    page = article(commune)
    with in_site(commune):
        state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    return browser.post(f"/admin/pages/workflow/action/{page.pk}/{verdict}/{state.pk}/", {"comment": "Đã xem."})


def is_read(commune: Tenant, visit: Visit) -> bool:
    return visit(commune).get(ADDRESS).status_code == 200


def test_a_contributors_article_waits_for_approval(commune: Tenant, visit: Visit):
    write(commune, visit(commune, Role.CONTRIBUTOR), SUBMIT)
    with in_site(commune):
        task = article(commune).current_workflow_task
        assert {group.name for group in task.groups.all()} == {Role.APPROVER.value, Role.ADMINISTRATOR.value}
    assert not is_read(commune, visit)


def test_the_article_carries_what_the_contributor_wrote(commune: Tenant, visit: Visit):
    write(commune, visit(commune, Role.CONTRIBUTOR), SUBMIT, categories=categories("news", "other"))
    with in_site(commune):
        written = article(commune).get_latest_revision_as_object()
        assert (written.title, written.lead, written.author_line) == ("Lễ hội", "Đua ghe ngo.", "Minh Tâm")
        assert [category.key for category in written.categories.all()] == ["news", "other"]
        assert "khai mạc" in written.body[0].value.source
        assert written.owner.email == cast.address_of(Role.CONTRIBUTOR)


@pytest.mark.parametrize("role", [Role.APPROVER, Role.ADMINISTRATOR])
def test_an_approved_article_is_read(commune: Tenant, visit: Visit, role: Role):
    write(commune, visit(commune, Role.CONTRIBUTOR), SUBMIT)
    decide(commune, visit(commune, role), "approve")
    assert is_read(commune, visit)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR])
def test_who_may_not_publish_may_not_approve(commune: Tenant, visit: Visit, role: Role):
    write(commune, visit(commune, Role.CONTRIBUTOR), SUBMIT)
    assert decide(commune, visit(commune, role), "approve").headers["Location"] == "/admin/"
    assert not is_read(commune, visit)


def test_a_rejected_article_goes_back_with_a_remark(commune: Tenant, visit: Visit):
    write(commune, visit(commune, Role.CONTRIBUTOR), SUBMIT)
    decide(commune, visit(commune, Role.APPROVER), "reject")
    with in_site(commune):
        state = TaskState.objects.get()
        assert (state.status, state.comment) == (TaskState.STATUS_REJECTED, "Đã xem.")
    assert not is_read(commune, visit)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR])
def test_who_may_not_publish_does_not_by_posting_it(commune: Tenant, visit: Visit, role: Role):
    write(commune, visit(commune, role), PUBLISH)
    assert not is_read(commune, visit)


@pytest.mark.parametrize("role", [Role.APPROVER, Role.ADMINISTRATOR])
def test_who_may_publish_does_so_at_once(commune: Tenant, visit: Visit, role: Role):
    write(commune, visit(commune, role), PUBLISH)
    assert is_read(commune, visit)


def test_an_editor_improves_a_contributors_draft(commune: Tenant, visit: Visit):
    write(commune, visit(commune, Role.CONTRIBUTOR), {})
    edit(commune, visit(commune, Role.EDITOR), {}, lead="Mười đội đua ghe ngo.")
    with in_site(commune):
        assert article(commune).get_latest_revision_as_object().lead == "Mười đội đua ghe ngo."


def test_a_contributor_leaves_the_drafts_of_others_alone(commune: Tenant, visit: Visit):
    write(commune, visit(commune, Role.EDITOR), {})
    edit(commune, visit(commune, Role.CONTRIBUTOR), {}, lead="Của tôi.")
    with in_site(commune):
        assert article(commune).get_latest_revision_as_object().lead == "Đua ghe ngo."


def test_readers_see_the_published_text_until_the_new_one_is_approved(commune: Tenant, visit: Visit):
    write(commune, visit(commune, Role.APPROVER), PUBLISH)
    edit(commune, visit(commune, Role.EDITOR), SUBMIT, lead="Mười đội.")
    assert "Đua ghe ngo." in visit(commune).get(ADDRESS).content.decode()
    decide(commune, visit(commune, Role.APPROVER), "approve")
    assert "Mười đội." in visit(commune).get(ADDRESS).content.decode()


def test_an_approver_takes_an_article_down(commune: Tenant, visit: Visit):
    write(commune, visit(commune, Role.APPROVER), PUBLISH)
    visit(commune, Role.APPROVER).post(f"/admin/pages/{article(commune).pk}/unpublish/")
    assert not is_read(commune, visit)


def test_approvers_hear_of_an_article_that_waits(commune: Tenant, visit: Visit, mailoutbox: list[EmailMessage]):
    write(commune, visit(commune, Role.CONTRIBUTOR), SUBMIT)
    receivers = {address for mail in mailoutbox for address in mail.to}
    assert receivers == {cast.address_of(Role.APPROVER), cast.address_of(Role.ADMINISTRATOR)}
    assert all("Lễ hội" in mail.subject for mail in mailoutbox)


def test_a_new_article_is_dated_today(commune: Tenant, visit: Visit):
    with in_site(commune):
        index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    page = visit(commune, Role.CONTRIBUTOR).get(f"/admin/pages/add/newsroom/articlepage/{index.pk}/")
    assert page.context["form"]["published_on"].value().isoformat() == "2023-10-31"


def test_what_a_clerk_pastes_loses_its_code(commune: Tenant, visit: Visit):
    pasted = '<p onclick="alert(1)" style="color:red">Chào <script>alert(1)</script></p>'
    write(commune, visit(commune, Role.APPROVER), PUBLISH, body=streamfield([("text", rich_text(pasted))]))
    with in_site(commune):
        source = article(commune).body[0].value.source
    assert "Chào" in source
    assert not [word for word in ("onclick", "style", "<script") if word in source]


# --- What an article lacks --------------------------------------------------------------------------------------------


def lacking(commune: Tenant) -> dict[str, dict[str, object]]:
    return {"categories": {"categories": ()}, "image_alt": {"image": add_image(commune).pk}}


@pytest.mark.parametrize("field", ["categories", "image_alt"])
@pytest.mark.parametrize("action", [SUBMIT, PUBLISH])
def test_an_article_goes_to_nobody_before_it_is_whole(
    commune: Tenant, visit: Visit, action: dict[str, str], field: str
):
    answer = write(commune, visit(commune, Role.APPROVER), action, **lacking(commune)[field])
    assert list(answer.context["form"].errors) == [field]
    with in_site(commune):
        assert not ArticlePage.objects.filter(slug="le-hoi").exists()


@pytest.mark.parametrize("field", ["categories", "image_alt"])
def test_a_draft_need_not_be_whole(commune: Tenant, visit: Visit, field: str):
    write(commune, visit(commune, Role.CONTRIBUTOR), {}, **lacking(commune)[field])
    edit(commune, visit(commune, Role.CONTRIBUTOR), {}, lead="Ghe ngo.", **lacking(commune)[field])
    with in_site(commune):
        draft = article(commune).get_latest_revision_as_object()
        assert (draft.lead, draft.is_whole) == ("Ghe ngo.", False)


@pytest.mark.parametrize("field", ["categories", "image_alt"])
def test_a_draft_of_what_readers_see_need_not_be_whole(commune: Tenant, visit: Visit, field: str):
    write(commune, visit(commune, Role.APPROVER), PUBLISH)
    edit(commune, visit(commune, Role.APPROVER), {}, lead="Ghe ngo.", **lacking(commune)[field])
    with in_site(commune):
        assert article(commune).get_latest_revision_as_object().lead == "Ghe ngo."
        assert article(commune).is_whole


@pytest.mark.parametrize("field", ["categories", "image_alt"])
def test_what_lies_with_an_approver_stays_whole(commune: Tenant, visit: Visit, field: str):
    write(commune, visit(commune, Role.CONTRIBUTOR), SUBMIT)
    answer = edit(commune, visit(commune, Role.APPROVER), {}, **lacking(commune)[field])
    assert list(answer.context["form"].errors) == [field]


@pytest.mark.parametrize("field", ["categories", "image_alt"])
@pytest.mark.parametrize("by_its_list", [True, False])
def test_several_at_once_are_not_published_before_they_are_whole(
    commune: Tenant, visit: Visit, by_its_list: bool, field: str
):
    write(commune, visit(commune, Role.CONTRIBUTOR), {}, **lacking(commune)[field])
    with in_site(commune):
        chosen = article(commune).get_parent() if by_its_list else article(commune)
    bulk = f"/admin/bulk/wagtailcore/page/publish/?next=/admin/&id={chosen.pk}"
    answer = visit(commune, Role.APPROVER).post(bulk, {"include_descendants": "on"}, follow=True)
    assert "Lễ hội" in "".join(str(message) for message in answer.context["messages"])
    assert not is_read(commune, visit)


def test_several_at_once_are_published_when_they_are_whole(commune: Tenant, visit: Visit):
    write(commune, visit(commune, Role.CONTRIBUTOR), {})
    bulk = f"/admin/bulk/wagtailcore/page/publish/?next=/admin/&id={article(commune).pk}"
    visit(commune, Role.APPROVER).post(bulk, {})
    assert is_read(commune, visit)


# --- Days -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("text", ["05/10/2023", "2023-10-05"])
def test_a_day_is_read_as_people_write_it(commune: Tenant, visit: Visit, language: str, text: str):
    speak(commune, language)
    write(commune, visit(commune, Role.APPROVER), PUBLISH, published_on=text)
    assert article(commune).published_on == datetime.date(2023, 10, 5)


@pytest.mark.parametrize("text", ["31/02/2023", "10/31/2023", "abc"])
def test_a_day_that_is_none_comes_back_as_it_was_typed(commune: Tenant, visit: Visit, text: str):
    form = write(commune, visit(commune, Role.APPROVER), {}, published_on=text).context["form"]
    assert (list(form.errors), form["published_on"].value()) == (["published_on"], text)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_hour_of_publication_is_read_as_people_write_it(commune: Tenant, visit: Visit, language: str):
    speak(commune, language)
    write(commune, visit(commune, Role.APPROVER), {}, go_live_at="05/10/2123 07:30")
    page = visit(commune, Role.APPROVER).get(f"/admin/pages/{article(commune).pk}/edit/").content.decode()
    assert 'value="05/10/2123 07:30"' in page


def speak(commune: Tenant, language: str) -> None:
    with in_site(commune):
        user = User.objects.get(email=cast.address_of(Role.APPROVER))
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
