"""What the table in the docstring of accounts/roles.py promises is what Wagtail grants."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.documents import permissions as document_permissions
from wagtail.images import permissions as image_permissions
from wagtail.models import Collection

from accounts import roles
from accounts.models import User
from accounts.roles import Role
from citizens.rules import may_answer, may_approve
from consultations.rules import may_moderate, may_read
from library.models import SiteDocument, SiteImage
from newsroom.models import ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

FILES = ((SiteImage, image_permissions.permission_policy), (SiteDocument, document_permissions.permission_policy))
PEOPLE = ("accounts.add_user", "accounts.change_user", "accounts.delete_user")


def promises() -> dict[str, dict[str, str]]:
    """Role → column → cell."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in roles.__doc__.splitlines()
        if line.startswith("| ")
    ]
    (_, *columns), *rest = rows
    return {role: dict(zip(columns, cells, strict=True)) for role, *cells in rest}


def grants(user: User, others_article: ArticlePage) -> dict[str, str]:
    on_list = others_article.get_parent().permissions_for_user(user)
    on_article = others_article.permissions_for_user(user)
    return {
        "writes own": "yes" if on_list.can_add_subpage() else "",
        "edits others'": "yes" if on_article.can_edit() else "",
        "publishes": "yes" if on_article.can_publish() else "",
        "comments": comments(user),
        "questions": questions(user),
        "files": files(user),
        "people": "yes" if user.has_perms(PEOPLE) else "",
        "settings": "yes" if user.has_perm("pages.change_sitesettings") else "",
        "log": "reads" if user.has_perm("audit.view_auditentry") else "",
    }


def comments(user: User) -> str:
    """What the person may do with what people sent to a consultation."""
    return "moderates" if may_moderate(user) else "reads" if may_read(user) else ""


def questions(user: User) -> str:
    """What the person may do with what citizens ask."""
    return "approves" if may_approve(user) else "answers" if may_answer(user) else ""


def files(user: User) -> str:
    """What the person may do with the files of others."""
    root = Collection.get_first_root_node()
    if all(policy.user_has_permission_for_instance(user, "change", model(collection=root)) for model, policy in FILES):
        return "edits"
    return "adds" if all(policy.user_has_permission(user, "add") for _, policy in FILES) else ""


def test_the_table_names_every_role():
    assert set(promises()) == {role.name.lower() for role in Role}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_the_table_promises_and_no_more(commune: Tenant, role: Role):
    with in_site(commune):
        user = User.objects.get(email=cast.address_of(role))
        assert grants(user, ArticlePage.objects.get(slug="bi-mat")) == promises()[role.name.lower()]


@pytest.mark.parametrize("role", Role)
def test_a_role_holds_in_every_language(commune: Tenant, role: Role):
    with in_site(commune):
        user = User.objects.get(email=cast.address_of(role))
        article = ArticlePage.objects.get(slug="bi-mat")
        lists = article.get_parent().get_translations(inclusive=True)
        assert [page.permissions_for_user(user).can_add_subpage() for page in lists] == [True, True, True]


@pytest.mark.parametrize("role", Role)
def test_nobody_is_all_powerful(commune: Tenant, role: Role):
    with in_site(commune):
        user = User.objects.get(email=cast.address_of(role))
        assert not user.is_superuser
        assert not user.has_perm("auth.change_group")


def test_there_are_no_groups_besides_the_roles(commune: Tenant):
    with in_site(commune):
        assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)


def test_a_contributor_can_open_own_work_and_nobody_elses(commune: Tenant, visit: Visit):
    with in_site(commune):
        own = ArticlePage(title="Bài của tôi", live=False)
        own.owner = User.objects.get(email=cast.address_of(Role.CONTRIBUTOR))
        others = ArticlePage.objects.get(slug="bi-mat")
        others.get_parent().add_child(instance=own)
    browser = visit(commune, Role.CONTRIBUTOR)
    assert browser.get(f"/admin/pages/{own.pk}/edit/").context["page"].title == "Bài của tôi"
    assert browser.get(f"/admin/pages/{others.pk}/edit/").headers["Location"] == "/admin/"
