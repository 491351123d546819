"""A closed collection closes its pictures as it closes its documents; the others cost one query to find out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction

from accounts.roles import Role
from library.models import SiteDocument, SiteImage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import files

Visit = Callable[..., Client]
PASSWORD = "hoa sen trong ao"


@pytest.fixture
def pair(commune: Tenant, town: Tenant, settings: Settings, tmp_path: Path) -> tuple[Tenant, Tenant]:
    """The same picture and document on each site, by id and name; the commune's lie below a closed collection."""
    settings.HOST_CACHE_SECONDS, settings.MEDIA_ROOT = 60, tmp_path
    for tenant, closed in ((commune, True), (town, False)):
        with in_site(tenant):
            outer = Collection.get_first_root_node().add_child(name="Nội bộ")
            inner = outer.add_child(name="Ảnh nội bộ")
            if closed:
                CollectionViewRestriction.objects.create(collection=outer, restriction_type="login")
            image = SiteImage.objects.create(
                pk=900, title="Ảnh", collection=inner, file=ContentFile(files.picture(), "anh.png")
            )
            image.get_rendition("width-20")
            SiteDocument.objects.create(
                pk=900, title="Tệp", collection=inner, file=ContentFile(files.PDF, "tep.pdf"), file_hash="abc"
            )
    return commune, town


def addresses(tenant: Tenant) -> list[str]:
    with in_site(tenant):
        image = SiteImage.objects.get(pk=900)
        return [image.file.url, image.renditions.get().file.url]


def close(tenant: Tenant, kind: str, **words: str) -> CollectionViewRestriction:
    with in_site(tenant):
        return CollectionViewRestriction.objects.create(
            collection=SiteImage.objects.get(pk=900).collection, restriction_type=kind, **words
        )


def queries_of(browser: Client, address: str) -> int:
    """Less the savepoint in which a test wraps what is a transaction in service, and with the host known."""
    browser.get(address)
    with CaptureQueriesContext(connection) as captured:
        browser.get(address)
    return len([query for query in captured if "SAVEPOINT" not in query["sql"] and "SET " not in query["sql"]])


def test_a_closed_picture_and_its_cuts_ask_who_is_there(pair: tuple[Tenant, Tenant], visit: Visit):
    commune, _ = pair
    for address in addresses(commune):
        answer = visit(commune).get(address)
        assert answer.headers["Location"].endswith(f"/login/?next={address}")
        assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("spelling", ["{folder}//{name}", "{folder}/./{name}", "{folder}/{name}/", "{folder}/{name}/."])
def test_another_spelling_of_its_name_opens_no_closed_picture(pair: tuple[Tenant, Tenant], visit: Visit, spelling: str):
    commune, _ = pair
    for address in addresses(commune):
        folder, _, name = address.rpartition("/")
        assert visit(commune).get(spelling.format(folder=folder, name=name)).status_code == 404


def test_a_closed_picture_is_shown_to_whoever_may_see_it_and_kept_by_no_proxy(
    pair: tuple[Tenant, Tenant], visit: Visit
):
    commune, _ = pair
    browser = visit(commune, Role.CONTRIBUTOR)
    for address in addresses(commune):
        answer = browser.get(address)
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["Cache-Control"] == "private, no-cache"
        kept = browser.get(address, headers={"If-Modified-Since": answer.headers["Last-Modified"]})
        assert (kept.status_code, kept.headers["Cache-Control"]) == (304, "private, no-cache")


def test_a_closed_picture_does_not_say_whether_it_changed(pair: tuple[Tenant, Tenant], visit: Visit):
    commune, _ = pair
    for address in addresses(commune):
        later = {"If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT"}
        assert visit(commune).get(address, headers=later).status_code == 302


def test_what_one_site_closes_stays_open_on_the_other(pair: tuple[Tenant, Tenant], visit: Visit):
    _, town = pair
    for address in addresses(town):
        answer = visit(town).get(address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"].startswith("public")


def test_the_login_of_another_site_opens_no_picture(pair: tuple[Tenant, Tenant], visit: Visit):
    commune, town = pair
    stranger = visit(commune)
    stranger.cookies = visit(town, Role.ADMINISTRATOR).cookies
    assert [stranger.get(address).status_code for address in addresses(commune)] == [302, 302]


def test_a_picture_with_a_password_opens_with_it_on_its_own_site_only(pair: tuple[Tenant, Tenant], visit: Visit):
    _, town = pair
    restriction = close(town, "password", password=PASSWORD)
    browser = visit(town)
    original, cut = addresses(town)
    asked = browser.get(original)
    assert b"<form" in asked.content
    browser.post(
        f"/documents/authenticate_with_password/{restriction.pk}/", {"password": PASSWORD, "return_url": original}
    )
    assert browser.get(original).headers["Content-Type"] == "image/png"
    assert browser.get(cut).headers["Content-Type"] == "image/png"
    assert visit(town).get(cut).headers["Content-Type"].startswith("text/html")


def test_a_picture_for_a_group_is_shown_to_that_group(pair: tuple[Tenant, Tenant], visit: Visit):
    _, town = pair
    restriction = close(town, "groups")
    with in_site(town):
        restriction.groups.add(Group.objects.get(name=Role.APPROVER.value))
    for address in addresses(town):
        statuses = [visit(town, role).get(address).status_code for role in (None, Role.EDITOR, Role.APPROVER)]
        assert statuses == [302, 302, 200]


def test_closing_and_opening_a_collection_counts_at_once(pair: tuple[Tenant, Tenant], visit: Visit):
    _, town = pair
    address = addresses(town)[1]
    browser = visit(town)
    assert browser.get(address).status_code == 200
    close(town, "login")
    assert browser.get(address).status_code == 302
    with in_site(town):
        CollectionViewRestriction.objects.all().delete()
    assert browser.get(address).status_code == 200


def test_a_public_picture_costs_one_query_and_two_beside_closed_ones(pair: tuple[Tenant, Tenant], visit: Visit):
    commune, town = pair
    assert [queries_of(visit(town), address) for address in addresses(town)] == [1, 1]
    with in_site(commune):
        public = SiteImage.objects.create(title="Ảnh", file=ContentFile(files.picture(), "cong-khai.png")).file.url
    assert queries_of(visit(commune), public) == 2


def test_many_closed_collections_cost_no_more_than_one(pair: tuple[Tenant, Tenant], visit: Visit):
    commune, _ = pair
    with in_site(commune):
        public = SiteImage.objects.create(title="Ảnh", file=ContentFile(files.picture(), "cong-khai.png")).file.url
        for number in range(5):
            more = Collection.get_first_root_node().add_child(name=f"Kín {number}")
            CollectionViewRestriction.objects.create(collection=more, restriction_type="login")
    assert queries_of(visit(commune), public) == 2


def test_a_document_costs_as_much_as_wagtail_asks(pair: tuple[Tenant, Tenant], visit: Visit):
    _, town = pair
    assert queries_of(visit(town), "/documents/900/tep.pdf") == 3


def test_a_document_is_shown_or_handed_out_and_runs_nothing(pair: tuple[Tenant, Tenant], visit: Visit):
    _, town = pair
    with in_site(town):
        for name in ("a.txt", "a.docx", "a.csv", "a.png", "a.zip"):
            SiteDocument.objects.create(title="Tệp", file=ContentFile(b"x", name))
        documents = {document.filename: document.url for document in SiteDocument.objects.all()}
    for name, address in documents.items():
        headers = headers_of(visit(town).get(address))
        shown = name.endswith(".pdf")
        assert headers["Content-Disposition"].startswith("inline" if shown else "attachment")
        assert headers["Content-Security-Policy"] == ("default-src 'none'" if shown else "default-src 'none'; sandbox")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "private, no-cache"
        assert "Content-Encoding" not in headers
        assert "html" not in headers["Content-Type"]


@pytest.mark.parametrize("name", ["x.html", "x.svg", "x.xml", "x.js", "x.pdf", "x"])
def test_what_is_no_picture_by_its_name_is_handed_out_unopened(pair: tuple[Tenant, Tenant], visit: Visit, name: str):
    _, town = pair
    with in_site(town):
        SiteImage.objects.get(pk=900).file.storage.save(f"images/{name}", ContentFile(files.HTML))
    headers = headers_of(visit(town).get(f"/media/images/{name}"))
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def headers_of(answer: HttpResponse) -> dict[str, str]:
    assert answer.status_code == 200
    return dict(answer.headers)
