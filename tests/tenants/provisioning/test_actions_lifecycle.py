"""What becomes of a site after its first day: closed, opened, archived, renamed, moved to other names."""

import datetime
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation
from wagtail.models import Site

from accounts.roles import Role
from pages.models import SiteSettings
from tenants.crossing import in_site
from tenants.provisioning.actions import add_domain, align_address, remove_domain, rename_site
from tenants.provisioning.lifecycle import archive_site, resume_site, suspend_site
from tenants.registry.models import Domain, LifecycleChange, Tenant
from tenants.registry.states import MOVES, Lifecycle

TODAY = datetime.date(2023, 10, 31)
TOMORROW = datetime.date(2023, 11, 1)
YESTERDAY = datetime.date(2023, 10, 30)

MOVE = {
    Lifecycle.ACTIVE: resume_site,
    Lifecycle.SUSPENDED: lambda **who: suspend_site(reason="Bảo trì", **who),
    Lifecycle.ARCHIVED: archive_site,
}


def refusal(action: Callable[..., object], **values: object) -> list[str]:
    with translation.override("en"), pytest.raises(ValidationError) as caught:
        action(**values)
    return caught.value.messages


def set_lifecycle(tenant: Tenant, lifecycle: Lifecycle) -> Tenant:
    Tenant.objects.filter(pk=tenant.pk).update(lifecycle=lifecycle)
    tenant.refresh_from_db()
    return tenant


def test_a_suspended_site_shows_visitors_the_notice(commune: Tenant, visit: Callable[..., Client]):
    suspend_site(tenant=commune, by="tests", reason="Nâng cấp máy chủ", expected_until=TOMORROW)
    answer = visit(commune).get("/")
    assert answer.status_code == 503
    assert "Nâng cấp máy chủ" in answer.content.decode()


def test_the_staff_of_a_suspended_site_work_on(commune: Tenant, visit: Callable[..., Client]):
    suspend_site(tenant=commune, by="tests", reason="Nâng cấp máy chủ")
    assert visit(commune, Role.EDITOR).get("/admin/").status_code == 200


def test_a_suspension_is_a_row_that_says_who_why_and_until_when(commune: Tenant):
    suspend_site(tenant=commune, by="Bình <binh@demo.example>", reason=" Nâng cấp ", expected_until=TODAY)
    change = commune.changes.first()
    assert (change.before, change.after, change.by, change.reason, change.expected_until) == (
        Lifecycle.ACTIVE,
        Lifecycle.SUSPENDED,
        "Bình <binh@demo.example>",
        "Nâng cấp",
        TODAY,
    )


def test_a_suspension_needs_a_notice(commune: Tenant):
    messages = refusal(suspend_site, tenant=commune, by="tests", reason="  ")
    assert messages == ["Say to visitors why the site is closed."]


def test_a_suspension_does_not_end_before_today(commune: Tenant):
    messages = refusal(suspend_site, tenant=commune, by="tests", reason="Bảo trì", expected_until=YESTERDAY)
    assert messages == ["The date of return has passed."]


def test_a_refused_suspension_changes_nothing(commune: Tenant):
    refusal(suspend_site, tenant=commune, by="tests", reason="")
    commune.refresh_from_db()
    assert commune.lifecycle == Lifecycle.ACTIVE
    assert commune.changes.count() == 1


def test_a_resumed_site_is_open_again(commune: Tenant, visit: Callable[..., Client]):
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    resume_site(tenant=commune, by="tests")
    assert visit(commune).get("/").status_code == 200


def test_an_archived_site_is_read_by_everybody(commune: Tenant, visit: Callable[..., Client]):
    archive_site(tenant=commune, by="tests")
    assert visit(commune).get("/tin-tuc/bi-mat/").status_code == 200


def test_an_archived_site_is_changed_by_nobody(commune: Tenant, visit: Callable[..., Client]):
    archive_site(tenant=commune, by="tests", reason="Sáp nhập")
    answer = visit(commune, Role.ADMINISTRATOR).post("/admin/pages/add/newsroom/articleindexpage/3/", {"title": "Mới"})
    assert answer.status_code == 403
    assert "Sáp nhập" in answer.content.decode()


@pytest.mark.parametrize("before", [Lifecycle.ACTIVE, Lifecycle.SUSPENDED, Lifecycle.ARCHIVED])
@pytest.mark.parametrize("after", [Lifecycle.ACTIVE, Lifecycle.SUSPENDED, Lifecycle.ARCHIVED])
def test_a_site_moves_where_it_may_and_nowhere_else(commune: Tenant, before: Lifecycle, after: Lifecycle):
    set_lifecycle(commune, before)
    if after in MOVES[before]:
        assert MOVE[after](tenant=commune, by="tests").after == commune.lifecycle == after
    else:
        expected = f"Xã Định An is {before.name.capitalize()} and can't become {after.name.capitalize()}."
        if before == after:
            expected = f"Xã Định An is {before.name.lower()} already."
        assert refusal(MOVE[after], tenant=commune, by="tests") == [expected]


def test_a_move_is_judged_by_what_the_site_is_now_not_by_what_was_read(commune: Tenant):
    stale = Tenant.objects.get(pk=commune.pk)
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    assert refusal(suspend_site, tenant=stale, by="tests", reason="Bảo trì")
    assert LifecycleChange.objects.filter(tenant=commune, after=Lifecycle.SUSPENDED).count() == 1


# --- Names ------------------------------------------------------------------------------------------------------------


def test_a_renamed_unit_keeps_its_addresses(commune: Tenant):
    rename_site(tenant=commune, name="Đại Phước")
    commune.refresh_from_db()
    assert (commune.full_name, commune.slug, commune.primary_host) == (
        "Xã Đại Phước",
        "xa-dinh-an",
        "xa-dinh-an.tracu.localhost",
    )


def test_a_renamed_site_shows_its_new_name_in_each_language(commune: Tenant):
    rename_site(tenant=commune, name="Đại Phước")
    with in_site(commune):
        row = SiteSettings.objects.get()
        assert [row.name_vi, row.name_en] == ["Ủy ban nhân dân xã Đại Phước", "People's Committee of Đại Phước Commune"]


def test_a_name_that_the_site_chose_itself_stays(commune: Tenant):
    with in_site(commune):
        SiteSettings.objects.update(name_en="Dinh An, the gate to the sea")
    rename_site(tenant=commune, name="Đại Phước")
    with in_site(commune):
        assert SiteSettings.objects.get().name_en == "Dinh An, the gate to the sea"


def test_a_renamed_unit_is_sorted_under_its_new_name(commune: Tenant):
    rename_site(tenant=commune, name="Ơn")
    assert Tenant.objects.in_reading_order().last() == commune


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (" ", "Enter the unit's name."),
        ("Xã Đại An", "Leave the kind of unit out of the name: it is chosen beside it."),
        ("Đại/An", "A unit's name has letters, digits and single spaces only."),
        ("Đ" * 101, "At most 100 characters, please."),
    ],
)
def test_the_new_name_obeys_the_rules_of_names(commune: Tenant, name: str, message: str):
    assert refusal(rename_site, tenant=commune, name=name) == [message]


def test_the_new_name_is_not_that_of_another_unit(commune: Tenant):
    Tenant.objects.create(schema_name="a", slug="a", name="Đại An", kind="commune", code="29491", code_valid_from=TODAY)
    assert refusal(rename_site, tenant=commune, name="đại an") == ["xã đại an has a site already."]


def test_the_spelling_of_a_name_may_be_corrected(commune: Tenant):
    assert rename_site(tenant=commune, name="Định an").name == "Định an"


def test_a_new_name_does_not_undo_a_move_made_meanwhile(commune: Tenant):
    stale = Tenant.objects.get(pk=commune.pk)
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    rename_site(tenant=stale, name="Đại Phước")
    commune.refresh_from_db()
    assert commune.lifecycle == Lifecycle.SUSPENDED


# --- Addresses --------------------------------------------------------------------------------------------------------


def test_an_alias_redirects_to_the_primary_address(commune: Tenant):
    add_domain(tenant=commune, host=" Dinh-An.tracu.localhost ")
    answer = Client(SERVER_NAME="dinh-an.tracu.localhost").get("/tin-tuc/?trang=2")
    assert (answer.status_code, answer.url) == (301, "http://xa-dinh-an.tracu.localhost:8000/tin-tuc/?trang=2")


def test_a_new_primary_address_makes_the_old_one_an_alias(commune: Tenant):
    add_domain(tenant=commune, host="dinh-an.tracu.localhost", primary=True)
    answer = Client(SERVER_NAME="xa-dinh-an.tracu.localhost").get("/")
    assert (answer.status_code, answer.url) == (301, "http://dinh-an.tracu.localhost:8000/")
    assert Client(SERVER_NAME="dinh-an.tracu.localhost").get("/").status_code == 200


def test_links_of_the_site_follow_its_primary_address(commune: Tenant):
    add_domain(tenant=commune, host="dinh-an.tracu.localhost", primary=True)
    with in_site(commune):
        assert Site.objects.get().root_url == "http://dinh-an.tracu.localhost:8000"


def test_an_alias_becomes_primary(commune: Tenant):
    add_domain(tenant=commune, host="dinh-an.tracu.localhost")
    add_domain(tenant=commune, host="dinh-an.tracu.localhost", primary=True)
    assert [(d.host, d.is_primary) for d in Domain.objects.filter(tenant=commune)] == [
        ("dinh-an.tracu.localhost", True),
        ("xa-dinh-an.tracu.localhost", False),
    ]


@pytest.mark.parametrize("primary", [True, False])
def test_an_address_of_another_site_is_not_taken_away(commune: Tenant, town: Tenant, primary: bool):
    messages = refusal(add_domain, tenant=commune, host=town.primary_host, primary=primary)
    assert messages == ["thi-tran-dinh-an.tracu.localhost leads to Thị trấn Định An already."]
    assert commune.domains.get().is_primary


def test_an_address_that_is_the_sites_own_is_not_added_again(commune: Tenant):
    assert refusal(add_domain, tenant=commune, host=commune.primary_host) == [
        "xa-dinh-an.tracu.localhost leads to Xã Định An already."
    ]


def test_a_removed_address_leads_nowhere(commune: Tenant):
    add_domain(tenant=commune, host="dinh-an.tracu.localhost")
    remove_domain(tenant=commune, host="DINH-AN.tracu.localhost")
    assert Client(SERVER_NAME="dinh-an.tracu.localhost").get("/").status_code == 404


def test_the_primary_address_stays(commune: Tenant):
    messages = refusal(remove_domain, tenant=commune, host=commune.primary_host)
    assert messages == ["Make another address primary first: a site needs one."]


def test_only_the_sites_own_address_is_removed(commune: Tenant, town: Tenant):
    messages = refusal(remove_domain, tenant=commune, host=town.primary_host)
    assert messages == ["thi-tran-dinh-an.tracu.localhost does not lead to this site."]


def test_links_follow_the_installation_to_another_port(commune: Tenant, settings: object):
    settings.PUBLIC_PORT = 443
    assert [align_address(commune), align_address(commune)] == [True, False]
    with in_site(commune):
        assert Site.objects.get().root_url == "https://xa-dinh-an.tracu.localhost"
