"""Pictures and documents over the web: each host serves its own site's files and nothing else on the disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction

from accounts.models import User
from accounts.roles import Role
from library.models import SiteDocument, SiteImage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

PICTURE = "/media/images/anh.txt"
DOCUMENT = "/documents/900/tep.txt"
CLIMBS = [
    "/media/documents/tep.txt",
    "/media/../{here}/documents/tep.txt",
    "/media/images/../documents/tep.txt",
    "/media/images/%2e%2e/documents/tep.txt",
    "/media/images/..%2fdocuments/tep.txt",
    "/media/images/x/../../documents/tep.txt",
    "/media/images/../../{other}/images/anh.txt",
    "/media/images/../../{other}/documents/tep.txt",
    "/media/{other}/images/anh.txt",
    "/media/..%2f{other}/images/anh.txt",
    "/media//etc/passwd",
    "/media/%2fetc/passwd",
    "/media/images//etc/passwd",
    "/media/images/%2fetc/passwd",
    "/media/images/../../../../../../../../../etc/passwd",
    "/media/images/anh.txt%00.png",
    "/media/images/%00",
    "/media/images/..%5cdocuments%5ctep.txt",
    "/media/images/anh.txt/more",
    f"/media/images/{'a' * 300}",
    "/media/images/",
    "/media/images",
    "/media/",
]


@pytest.fixture
def pair(commune: Tenant, town: Tenant, settings: object, tmp_path: Path) -> tuple[Tenant, Tenant]:
    """On each site a public picture, and a document for those who are signed in; names, ids and people are equal."""
    settings.MEDIA_ROOT = tmp_path
    for tenant in (commune, town):
        with in_site(tenant):
            User.objects.update(password="the same hash")
            default_storage.save("images/anh.txt", text_of(tenant))
            collection = Collection.get_first_root_node().add_child(name="Nội bộ")
            CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
            SiteDocument.objects.create(pk=900, title="Tệp", file=text_of(tenant), collection=collection)
    return commune, town


def test_a_picture_is_each_sites_own(pair: tuple[Tenant, Tenant], visit: Visit):
    for tenant in pair:
        assert body_of(visit(tenant).get(PICTURE)) == cast.SECRETS[tenant.slug]


def test_a_path_of_one_site_is_worth_nothing_on_another(pair: tuple[Tenant, Tenant], visit: Visit):
    commune, town = pair
    with in_site(town):
        default_storage.save("images/chi-thi-tran.txt", text_of(town))
    assert visit(town).get("/media/images/chi-thi-tran.txt").status_code == 200
    assert visit(commune).get("/media/images/chi-thi-tran.txt").status_code == 404


def test_the_full_address_of_a_picture_leads_to_its_own_site(pair: tuple[Tenant, Tenant], visit: Visit):
    for tenant in pair:
        with in_site(tenant):
            image = SiteImage.objects.create(title="Ảnh", file=get_test_image_file("anh.png", size=(40, 30)))
            address = image.get_rendition("width-20").full_url
        path = address.removeprefix(f"http://{tenant.primary_host}:8000")
        assert path.startswith("/media/images/anh")
        assert visit(tenant).get(path).status_code == 200


@pytest.mark.parametrize("path", CLIMBS)
def test_no_path_leads_out_of_the_public_folders(pair: tuple[Tenant, Tenant], visit: Visit, path: str):
    commune, town = pair
    response = visit(commune).get(path.format(here=commune.schema_name, other=town.schema_name))
    assert response.status_code == 404
    assert not [secret for secret in cast.SECRETS.values() if secret in body_of(response)]


def test_a_signed_in_editor_does_not_reach_documents_through_media_either(pair: tuple[Tenant, Tenant], visit: Visit):
    assert visit(pair[0], Role.EDITOR).get("/media/documents/tep.txt").status_code == 404


def test_a_private_document_asks_visitors_to_sign_in(pair: tuple[Tenant, Tenant], visit: Visit):
    response = visit(pair[0]).get(DOCUMENT)
    assert response.status_code == 302
    assert response.url.endswith(f"/login/?next={DOCUMENT}")


def test_a_private_document_is_not_opened_by_the_login_of_another_site(pair: tuple[Tenant, Tenant], visit: Visit):
    commune, town = pair
    stranger = visit(commune)
    stranger.cookies = visit(town, Role.ADMINISTRATOR).cookies
    assert stranger.get(DOCUMENT).status_code == 302


def test_a_private_document_is_each_sites_own(pair: tuple[Tenant, Tenant], visit: Visit):
    for tenant in pair:
        assert body_of(visit(tenant, Role.EDITOR).get(DOCUMENT)) == cast.SECRETS[tenant.slug]


def text_of(tenant: Tenant) -> ContentFile:
    return ContentFile(cast.SECRETS[tenant.slug].encode(), name="tep.txt")


def body_of(response: HttpResponse) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()
