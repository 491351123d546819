"""The copy of what sites have published: what comes into it, what goes, and what becomes of a site's rows."""

import datetime
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from wagtail.models import PageViewRestriction

from newsroom.models import ArticlePage
from search.models import Entry
from tenants.crossing import in_public, in_site
from tenants.provisioning.actions import add_domain, rename_site
from tenants.provisioning.archives import delete_site, restore_site
from tenants.provisioning.lifecycle import archive_site, resume_site, suspend_site
from tenants.registry.models import Tenant
from tenants.syndication import actions
from tenants.syndication.actions import renew_all_sites, renew_site
from tenants.syndication.models import SharedEntry
from tests import cast
from tests.conftest import find_tenant
from tests.platform.search.findings import article
from tests.tenants.syndication.shared import copied, copy, publish


def test_what_every_site_has_published_is_copied(district: Tenant, commune: Tenant, town: Tenant):
    copy()
    for tenant in (district, commune, town):
        assert cast.SECRETS[tenant.slug] in copied(tenant)


def test_a_copy_is_the_same_in_every_column(commune: Tenant):
    publish(commune, "Chợ nổi", body="Họp lúc 5 giờ")
    copy(commune)
    with in_site(commune):
        own = Entry.objects.filter(title="Chợ nổi").values(*actions.COPIED).get()
        assert SharedEntry.objects.filter(title="Chợ nổi").values(*actions.COPIED).get() == own


def test_a_second_run_has_nothing_to_do(commune: Tenant):
    publish(commune, "Chợ nổi")
    assert copy(commune) > 0
    assert copy(commune) == 0


def test_what_was_changed_is_copied_again(commune: Tenant):
    publish(commune, "Chợ nổi")
    copy(commune)
    with in_site(commune):
        page = ArticlePage.objects.get(title="Chợ nổi")
        page.title = "Chợ chìm"
        page.save_revision().publish()
    assert renew_site(tenant=commune) == 1
    assert "Chợ chìm" in copied(commune)
    assert "Chợ nổi" not in copied(commune)


def test_drafts_and_what_is_private_or_dated_later_never_come_into_it(commune: Tenant):
    with in_site(commune):
        draft = article("Chợ nổi")
        draft.title = "Bản thảo"
        draft.save_revision()
        article("Chưa đăng").unpublish()
        article("Ngày mai", published_on=datetime.date(2999, 1, 1))
        closed = article("Kín")
        PageViewRestriction.objects.create(page=closed.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    renew_site(tenant=commune)
    with in_site(commune):
        assert Entry.objects.filter(title="Kín").exists()
    titles = copied(commune)
    assert "Chợ nổi" in titles
    assert not titles & {"Bản thảo", "Chưa đăng", "Ngày mai", "Kín"}


@pytest.mark.parametrize("taken", ["unpublished", "private", "deleted"])
def test_what_is_public_no_more_leaves_it(commune: Tenant, taken: str):
    publish(commune, "Chợ nổi")
    copy(commune)
    with in_site(commune):
        page = ArticlePage.objects.get(title="Chợ nổi")
        if taken == "unpublished":
            page.unpublish()
        elif taken == "private":
            PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
        else:
            page.delete()
    assert renew_site(tenant=commune) == 1
    assert "Chợ nổi" not in copied(commune)


def test_another_site_s_rows_are_left_alone(commune: Tenant, town: Tenant):
    copy()
    before = copied(town)
    with in_site(commune):
        ArticlePage.objects.update(live=False)
    renew_site(tenant=commune)
    assert copied(town) == before


def test_a_suspended_site_has_no_rows_until_it_is_back(commune: Tenant):
    copy(commune)
    before = copied(commune)
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    renew_site(tenant=commune)
    assert copied(commune) == set()
    resume_site(tenant=commune, by="tests")
    renew_site(tenant=commune)
    assert copied(commune) == before != set()


def test_an_archived_site_keeps_its_rows(commune: Tenant):
    copy(commune)
    before = copied(commune)
    archive_site(tenant=commune, by="tests")
    assert renew_site(tenant=commune) == 0
    assert copied(commune) == before != set()


def test_nothing_is_copied_again_for_a_new_name_or_address(commune: Tenant):
    copy(commune)
    rename_site(tenant=commune, name="Định Thành")
    add_domain(tenant=commune, host="dinhthanh.tracu.localhost", primary=True)
    assert renew_site(tenant=commune) == 0


def test_a_deleted_site_leaves_no_row_and_its_return_brings_them_back(
    own_database: str, settings: object, tmp_path: Path
):
    settings.ARCHIVE_ROOT = tmp_path / "archive"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.HOST_CACHE_SECONDS = 0
    commune = find_tenant(cast.COMMUNE)
    copy(commune)
    before, number = copied(commune), commune.pk
    folder = delete_site(tenant=commune, typed_name=commune.full_name, by="tests")
    with in_public():
        assert not SharedEntry.objects.filter(tenant_id=number).exists()
    back = restore_site(folder=folder, by="tests")
    renew_site(tenant=back)
    assert copied(back) == set()
    resume_site(tenant=back, by="tests")
    renew_site(tenant=back)
    assert copied(back) == before != set()
    shutil.rmtree(folder)


def test_a_site_that_cannot_be_read_stops_no_other_and_is_named(own_database: str, caplog: pytest.LogCaptureFixture):
    commune, town = find_tenant(cast.COMMUNE), find_tenant(cast.TOWN)
    for tenant in (commune, town):
        with in_site(tenant):
            article("Chợ nổi")
    with in_site(commune), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_entry RENAME TO put_away")
    with caplog.at_level(logging.ERROR, "tenants.isolation.jobs"):
        renew_all_sites()
    assert "Chợ nổi" in copied(town)
    assert [record.getMessage() for record in caplog.records] == ["What Xã Định An has published was not copied"]


def test_a_run_that_ends_half_way_keeps_what_it_has_done_and_the_next_one_goes_on(
    own_database: str, monkeypatch: pytest.MonkeyPatch, refuse_second: Callable[[], None]
):
    commune = find_tenant(cast.COMMUNE)
    publish(commune, "Chợ nổi một", "Chợ nổi hai", "Chợ nổi ba")
    monkeypatch.setattr(actions, "PORTION", 1)
    refuse_second()
    with pytest.raises(Exception, match="no more"):
        renew_site(tenant=commune)
    assert len(copied(commune)) == 2
    with in_public(), connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER no_more ON syndication_sharedentry")
    renew_site(tenant=commune)
    assert {"Chợ nổi một", "Chợ nổi hai", "Chợ nổi ba"} <= copied(commune)


@pytest.fixture
def refuse_second() -> Callable[[], None]:
    """The server refuses the third row: as if it had gone away there."""

    def refuse() -> None:
        with in_public(), connection.cursor() as cursor:
            cursor.execute("""
                CREATE FUNCTION no_more() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF (SELECT count(*) FROM public.syndication_sharedentry) >= 2 THEN RAISE 'no more'; END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER no_more BEFORE INSERT ON syndication_sharedentry
                FOR EACH ROW EXECUTE FUNCTION no_more();
            """)

    return refuse
