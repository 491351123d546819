import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.test import Client
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from accounts.actions import grant_roles, invite_administrator, mail_invitation
from accounts.models import User
from accounts.roles import Role
from accounts.tasks import send_invitation
from home.models import HomePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

PASSWORD = "lúa chín vàng đồng 2023"


def invite(commune: Tenant) -> User:
    with in_site(commune):
        user = invite_administrator(email="Binh@Demo.example", name="Lê Thị Bình")
        mail_invitation(user)
    return user


def link_in(mail: EmailMessage) -> str:
    return re.search(r"^http\S+/password_reset/\S+$", mail.body, re.MULTILINE)[0]


def counts() -> tuple[int, int, int]:
    permissions = sum(group.permissions.count() for group in Group.objects.all())
    return permissions, GroupPagePermission.objects.count(), GroupCollectionPermission.objects.count()


def test_an_invited_administrator_has_the_role_and_no_password(commune: Tenant):
    with in_site(commune):
        user = invite_administrator(email="Binh@Demo.example", name="Lê Thị Bình")
        assert [group.name for group in user.groups.all()] == [Role.ADMINISTRATOR.value]
        assert not user.has_usable_password()


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [("Lê Thị Bình", "Lê Thị", "Bình"), ("Bình", "", "Bình"), ("  Lê Bình ", "Lê", "Bình"), ("", "", "")],
)
def test_the_last_word_of_a_name_is_the_given_name(commune: Tenant, name: str, family: str, given: str):
    with in_site(commune):
        user = invite_administrator(email="binh@demo.example", name=name)
        assert (user.last_name, user.first_name, user.get_full_name()) == (family, given, name.strip())


def test_nobody_is_invited_twice(commune: Tenant):
    with in_site(commune), pytest.raises(IntegrityError), transaction.atomic():
        invite_administrator(email="ADMINISTRATOR@demo.example")


def test_the_invitation_names_the_site_the_person_and_the_way_in(commune: Tenant, mailoutbox: list[EmailMessage]):
    invite(commune)
    (mail,) = mailoutbox
    assert mail.to == ["binh@demo.example"]
    assert "Ủy ban nhân dân xã Định An" in mail.subject
    assert "Lê Thị Bình" in mail.body
    assert "binh@demo.example" in mail.body
    assert "http://xa-dinh-an.tracu.localhost:8000/admin/\n" in mail.body


def test_the_invitation_is_plain_text(commune: Tenant, mailoutbox: list[EmailMessage]):
    with in_site(commune):
        mail_invitation(invite_administrator(email="binh@demo.example", name="O'Neil <b>& Sons"))
    assert "O'Neil <b>& Sons" in mailoutbox[0].body


def test_the_invitation_comes_from_the_installation(commune: Tenant, mailoutbox: list[EmailMessage]):
    invite(commune)
    assert mailoutbox[0].from_email == settings.DEFAULT_FROM_EMAIL


def test_the_link_leads_to_the_invited_persons_own_site(commune: Tenant, town: Tenant, mailoutbox: list[EmailMessage]):
    invite(commune)
    invite(town)
    hosts = [link_in(mail).split("/admin/")[0] for mail in mailoutbox]
    assert hosts == ["http://xa-dinh-an.tracu.localhost:8000", "http://thi-tran-dinh-an.tracu.localhost:8000"]


def test_the_link_lets_the_person_choose_a_password_once(commune: Tenant, visit: Visit, mailoutbox: list[EmailMessage]):
    user, browser = invite(commune), visit(commune)
    link = link_in(mailoutbox[0])
    form = browser.get(link, follow=True)
    browser.post(form.redirect_chain[-1][0], {"new_password1": PASSWORD, "new_password2": PASSWORD})
    with in_site(commune):
        user.refresh_from_db()
        assert user.check_password(PASSWORD)
    assert not visit(commune).get(link, follow=True).context["validlink"]


def test_the_task_invites_who_has_no_password_yet(commune: Tenant, mailoutbox: list[EmailMessage]):
    with in_site(commune):
        user = invite_administrator(email="binh@demo.example")
        send_invitation.call(user.pk)
    assert [mail.to for mail in mailoutbox] == [["binh@demo.example"]]


def test_the_task_leaves_who_has_a_password_alone(commune: Tenant, mailoutbox: list[EmailMessage]):
    with in_site(commune):
        send_invitation.call(User.objects.get(email=cast.address_of(Role.EDITOR)).pk)
    assert mailoutbox == []


def test_the_task_forgives_that_the_person_is_gone(commune: Tenant, mailoutbox: list[EmailMessage]):
    with in_site(commune):
        send_invitation.call(2_000_000)
    assert mailoutbox == []


def test_roles_are_granted_again_without_a_change(commune: Tenant):
    with in_site(commune):
        before = counts()
        grant_roles(homes=list(HomePage.objects.all()))
        assert counts() == before


def test_a_permission_that_a_role_does_not_have_is_taken_back(commune: Tenant):
    with in_site(commune):
        contributors, editors = (Group.objects.get(name=role.value) for role in (Role.CONTRIBUTOR, Role.EDITOR))
        contributors.permissions.set(editors.permissions.all())
        grant_roles(homes=list(HomePage.objects.all()))
        assert {p.codename for p in contributors.permissions.all()} == {"access_admin", "add_legaldocument"}
