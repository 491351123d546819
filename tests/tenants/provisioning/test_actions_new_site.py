"""What a site has on its first minute."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.images.permissions import permission_policy as picture_policy
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Locale,
    Page,
    PageLogEntry,
    Revision,
    Site,
    WorkflowPage,
)
from wagtail_localize.models import Translation, TranslationSource

from accounts.models import User
from accounts.roles import PAGE_PERMISSIONS, Role
from catalogue.models import Category
from home.layout import LAID_OUT, SECTIONS
from home.models import HomePage
from library.models import SiteImage
from pages.models import SiteSettings
from tenants.crossing import in_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tests import cast

TITLES = ["Giới thiệu", "Tin tức", "Văn bản", "Công khai", "Thủ tục", "Lịch công tác", "Hỏi đáp", "Liên hệ"]


def sections_in(language: str) -> list[Page]:
    home = HomePage.objects.get(locale__language_code=language)
    return list(home.get_children().live().in_menu())


def test_its_menu_has_the_sections_of_an_authoritys_site(commune: Tenant):
    with in_site(commune):
        assert [page.title for page in sections_in("vi")] == TITLES


@pytest.mark.parametrize("language", ["vi", "km", "en"])
def test_each_language_has_its_own_tree(commune: Tenant, language: str):
    with in_site(commune):
        assert [page.title for page in sections_in(language)] == [section.titles[language] for section in SECTIONS]


@pytest.mark.parametrize(("path", "word"), [("/", "Giới thiệu"), ("/km/", "សេចក្តីណែនាំ"), ("/en/", "About")])
def test_the_home_page_answers_in_each_language(commune: Tenant, visit: Callable[..., Client], path: str, word: str):
    answer = visit(commune).get(path)
    assert answer.status_code == 200
    assert word in answer.content.decode()


@pytest.mark.parametrize("slug", [section.slug for section in SECTIONS])
@pytest.mark.parametrize("language", ["", "km/", "en/"])
def test_each_section_answers(commune: Tenant, visit: Callable[..., Client], slug: str, language: str):
    assert visit(commune).get(f"/{language}{slug}/").status_code == 200


def test_the_translations_are_kept_by_wagtail_localize(commune: Tenant):
    with in_site(commune):
        locales = Locale.objects.exclude(language_code="vi")
        assert Translation.objects.filter(target_locale__in=locales, enabled=True).count() == 2 * (1 + len(LAID_OUT))


def test_the_tree_is_sound(shared_database: str, another: Callable[..., Order]):
    with in_site(create_site(order=another(), by="tests")):
        assert not any(Page.find_problems())


def test_nothing_of_wagtails_own_is_left(commune: Tenant):
    with in_site(commune):
        assert Page.objects.filter(depth=2).count() == 3
        assert set(Group.objects.values_list("name", flat=True)) == {role.value for role in Role}
        assert Site.objects.count() == 1


def test_its_settings_name_it_in_three_languages(commune: Tenant):
    with in_site(commune):
        row = SiteSettings.objects.get()
        assert [row.name_vi, row.name_km, row.name_en] == [
            "Ủy ban nhân dân xã Định An",
            "គណៈកម្មាធិការប្រជាជនឃុំ Định An",
            "People's Committee of Định An Commune",
        ]


def test_its_settings_name_the_authority_above(commune: Tenant):
    with in_site(commune):
        assert SiteSettings.objects.get().superior_vi == "Ủy ban nhân dân huyện Trà Cú"


def test_it_has_the_look_and_the_names_that_were_ordered(shared_database: str, another: Callable[..., Order]):
    tenant = create_site(order=another(skin="river", name_en="Dai An Commune"), by="tests")
    with in_site(tenant):
        row = SiteSettings.objects.get()
        assert (row.skin, row.name_en) == ("river", "Dai An Commune")


def test_its_history_begins_with_itself_not_with_the_template(shared_database: str, another: Callable[..., Order]):
    before = timezone.now()
    tenant = create_site(order=another(), by="tests")
    with in_site(tenant):
        pages = Page.objects.exclude(depth=1)
        moments = [moment for row in pages.values_list("first_published_at", "last_published_at") for moment in row]
        moments += Revision.objects.values_list("created_at", flat=True)
        moments += TranslationSource.objects.values_list("last_updated_at", flat=True)
        assert min(moments) > before
        assert not PageLogEntry.objects.exists()


def test_its_links_bear_its_own_host(commune: Tenant):
    with in_site(commune):
        site = Site.objects.get()
        assert (site.root_url, site.is_default_site) == ("http://xa-dinh-an.tracu.localhost:8000", True)
        assert site.site_name == "Ủy ban nhân dân xã Định An"


def test_ids_agree_between_sites(commune: Tenant, town: Tenant):
    def look() -> list[object]:
        pages = list(Page.objects.filter(depth__lte=3).values_list("pk", "path", "slug", "content_type_id"))
        return [pages, list(Group.objects.values_list("pk", "name"))]

    with in_site(commune):
        one = look()
    with in_site(town):
        assert look() == one


# --- Roles ------------------------------------------------------------------------------------------------------------

CAN = ("add_subpage", "edit", "publish", "unpublish", "delete", "lock", "move")

# What a role may do with a page that somebody else wrote and that is on show.
WITH_OTHERS_PAGES = {
    Role.CONTRIBUTOR: set(),
    Role.EDITOR: {"edit"},
    Role.APPROVER: {"edit", "publish", "unpublish", "delete", "lock", "move"},
    Role.ADMINISTRATOR: {"edit", "publish", "unpublish", "delete", "lock", "move"},
}
# With a draft of its own.
WITH_OWN_DRAFT = {
    Role.CONTRIBUTOR: {"edit", "delete", "move"},
    Role.EDITOR: {"edit", "delete", "move"},
    Role.APPROVER: {"edit", "publish", "delete", "lock", "move"},
    Role.ADMINISTRATOR: {"edit", "publish", "delete", "lock", "move"},
}


def person(role: Role) -> User:
    return User.objects.get(email=cast.address_of(role))


def abilities(page: Page, user: User) -> set[str]:
    tester = page.permissions_for_user(user)
    return {ability for ability in CAN if getattr(tester, f"can_{ability}")()}


def article() -> Page:
    return Page.objects.get(slug="bi-mat").specific


def draft_of(user: User) -> Page:
    draft = article().copy(update_attrs={"slug": "ban-nhap", "live": False, "owner": user}, keep_live=False)
    draft.owner = user
    draft.save()
    return draft


@pytest.mark.parametrize("role", list(Role))
def test_with_the_page_of_another_each_role_may_do_what_its_name_promises(commune: Tenant, role: Role):
    with in_site(commune):
        assert abilities(article(), person(role)) == WITH_OTHERS_PAGES[role]


@pytest.mark.parametrize("role", list(Role))
def test_with_its_own_draft_each_role_may_do_what_its_name_promises(commune: Tenant, role: Role):
    with in_site(commune):
        user = person(role)
        assert abilities(draft_of(user), user) == WITH_OWN_DRAFT[role]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", ["vi", "km", "en"])
def test_each_role_writes_in_each_language(commune: Tenant, role: Role, language: str):
    with in_site(commune):
        index = Page.objects.get(slug="tin-tuc", locale__language_code=language)
        assert "add_subpage" in abilities(index, person(role))


@pytest.mark.parametrize("role", list(Role))
def test_nobody_writes_above_the_home_pages(commune: Tenant, role: Role):
    with in_site(commune):
        assert abilities(Page.get_first_root_node(), person(role)) == set()


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/admin/users/", {Role.ADMINISTRATOR}),
        ("/admin/settings/pages/sitesettings/", {Role.ADMINISTRATOR}),
        ("/admin/redirects/", {Role.ADMINISTRATOR}),
        ("/admin/collections/", {Role.ADMINISTRATOR}),
        ("/admin/images/add/", set(Role)),
        ("/admin/documents/multiple/add/", set(Role)),
        ("/admin/groups/", set()),
        ("/admin/sites/", set()),
        ("/admin/workflows/list/", set()),
        ("/admin/locales/", set()),
        ("/admin/units/", set()),
    ],
)
@pytest.mark.parametrize("role", list(Role))
def test_each_role_finds_the_screens_of_its_work_and_no_others(
    commune: Tenant, visit: Callable[..., Client], role: Role, path: str, allowed: set[Role]
):
    answer = visit(commune, role).get(path, follow=True)
    is_found = answer.status_code == 200 and answer.request["PATH_INFO"].startswith(path)
    assert is_found == (role in allowed)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_adds_pictures_and_all_but_contributors_change_those_of_others(commune: Tenant, role: Role):
    with in_site(commune):
        picture = SiteImage(title="Cầu", collection=Collection.get_first_root_node())
        assert picture_policy.user_has_permission(person(role), "add")
        may_change = picture_policy.user_has_permission_for_instance(person(role), "change", picture)
        assert may_change == (role != Role.CONTRIBUTOR)


def test_the_table_of_roles_is_what_the_database_has(commune: Tenant):
    with in_site(commune):
        for role, codenames in PAGE_PERMISSIONS.items():
            granted = Group.objects.get(name=role.value).page_permissions.values_list(
                "page__slug", "permission__codename"
            )
            homes = set(Page.objects.filter(depth=2).values_list("slug", flat=True))
            assert set(granted) == {(home, codename) for home in homes for codename in codenames}


# --- Approval ---------------------------------------------------------------------------------------------------------


def test_one_workflow_watches_over_the_whole_tree(commune: Tenant):
    with in_site(commune):
        watched = WorkflowPage.objects.get()
        assert watched.page.is_root()
        task = GroupApprovalTask.objects.get(workflow_tasks__workflow=watched.workflow)
        assert {group.name for group in task.groups.all()} == {Role.APPROVER.value, Role.ADMINISTRATOR.value}


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR])
def test_what_is_handed_in_goes_online_when_the_approver_approves(
    commune: Tenant, visit: Callable[..., Client], role: Role
):
    approve = hand_in(commune, visit(commune, role), role)
    assert visit(commune).get("/tin-tuc/ban-nhap/").status_code == 404
    visit(commune, Role.APPROVER).post(approve, {"comment": ""})
    assert visit(commune).get("/tin-tuc/ban-nhap/").status_code == 200


def test_the_author_does_not_approve_his_own_work(commune: Tenant, visit: Callable[..., Client]):
    author = visit(commune, Role.EDITOR)
    author.post(hand_in(commune, author, Role.EDITOR), {"comment": ""})
    assert visit(commune).get("/tin-tuc/ban-nhap/").status_code == 404


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR])
def test_those_who_may_not_publish_do_not_publish_by_asking_for_it(
    commune: Tenant, visit: Callable[..., Client], role: Role
):
    with in_site(commune):
        page = draft_of(person(role))
    author = visit(commune, role)
    author.post(f"/admin/pages/{page.pk}/edit/", {**form_of(author, page), "action-publish": "1"})
    assert visit(commune).get("/tin-tuc/ban-nhap/").status_code == 404


def hand_in(commune: Tenant, author: Client, role: Role) -> str:
    """Sends a draft off for approval. Returns the address that approves it."""
    with in_site(commune):
        page = draft_of(person(role))
    author.post(f"/admin/pages/{page.pk}/edit/", {**form_of(author, page), "action-submit": "1"})
    with in_site(commune):
        task = Page.objects.get(pk=page.pk).current_workflow_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])


def form_of(client: Client, page: Page) -> dict[str, object]:
    """What a browser would send back of the page's form, without the body's blocks."""
    form = client.get(f"/admin/pages/{page.pk}/edit/").context["form"]
    values = {"title": "Bản nháp", "slug": "ban-nhap", "lead": "Vài câu.", "published_on": "2023-10-30"}
    values["categories"] = Category.objects.get(key="news").pk
    prefixes = [formset.prefix for formset in form.formsets.values()]
    management = {
        f"{prefix}-{name}": "0" for prefix in prefixes for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
    }
    return {**values, **management, "body-count": "0"}
