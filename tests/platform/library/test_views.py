import io
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path

import PIL.Image
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from accounts.models import User
from accounts.roles import Role
from library.models import SiteDocument, SiteImage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
PDF = b"%PDF-1.4 Cong khai"


@pytest.fixture
def picture(commune: Tenant) -> SiteImage:
    with in_site(commune):
        return SiteImage.objects.create(title="Lễ hội", file=ContentFile(png(), "le-hoi.png"))


@pytest.fixture
def document(commune: Tenant) -> SiteDocument:
    with in_site(commune):
        return SiteDocument.objects.create(title="Dự toán", file=ContentFile(PDF, "du-toan.pdf"))


def png() -> bytes:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (64, 48), "#1d5c8f").save(buffer, "PNG")
    return buffer.getvalue()


def upload(browser: Client, kind: str, name: str, content: bytes) -> HttpResponse:
    return browser.post(f"/admin/{kind}/multiple/add/", {"title": name, "files[]": SimpleUploadedFile(name, content)})


def address_of(document: SiteDocument) -> str:
    return f"/documents/{document.pk}/{Path(document.file.name).name}"


def body(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_picture_is_served_as_it_is(commune: Tenant, visit: Visit, picture: SiteImage):
    answer = visit(commune).get(picture.file.url)
    assert answer.headers["Content-Type"] == "image/png"
    assert body(answer) == png()


def test_a_picture_may_be_kept_for_a_month_and_not_guessed_at(commune: Tenant, visit: Visit, picture: SiteImage):
    answer = visit(commune).get(picture.file.url)
    assert answer.headers["Cache-Control"] == "public, max-age=2592000"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_picture_says_when_it_changed(commune: Tenant, visit: Visit, picture: SiteImage):
    changed = Path(settings.MEDIA_ROOT, commune.schema_name, picture.file.name).stat().st_mtime
    said = visit(commune).get(picture.file.url).headers["Last-Modified"]
    assert parsedate_to_datetime(said).timestamp() == int(changed)


def test_an_unchanged_picture_is_not_sent_again(commune: Tenant, visit: Visit, picture: SiteImage):
    browser = visit(commune)
    changed = browser.get(picture.file.url).headers["Last-Modified"]
    answer = browser.get(picture.file.url, headers={"If-Modified-Since": changed})
    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("since", ["Mon, 01 Jan 2001 00:00:00 GMT", "yesterday", ""])
def test_a_changed_picture_is_sent(commune: Tenant, visit: Visit, picture: SiteImage, since: str):
    answer = visit(commune).get(picture.file.url, headers={"If-Modified-Since": since})
    assert body(answer) == png()


def test_a_picture_can_only_be_read(commune: Tenant, visit: Visit, picture: SiteImage):
    assert visit(commune).post(picture.file.url).headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "path",
    [
        "documents/{document}",
        "images/../documents/{document}",
        "images/%2e%2e/documents/{document}",
        "images//../documents/{document}",
        "images/x/../../documents/{document}",
        "../{schema}/documents/{document}",
    ],
)
def test_no_way_leads_around_the_document_view(commune: Tenant, visit: Visit, document: SiteDocument, path: str):
    name = path.format(document=Path(document.file.name).name, schema=commune.schema_name)
    assert visit(commune).get(f"/media/{name}").status_code == 404


def test_no_way_leads_to_another_sites_picture(commune: Tenant, town: Tenant, visit: Visit, picture: SiteImage):
    browser = visit(town)
    assert browser.get(picture.file.url).status_code == 404
    assert browser.get(f"/media/images/../../{commune.schema_name}/{picture.file.name}").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "images/there-is-none.png",
        "images/",
        "images",
        "",
        "cache/x",
        "images/../../../../etc/passwd",
        "images/a%00b.png",
        f"images/{'a' * 300}.png",
    ],
)
def test_what_is_no_picture_is_not_found(commune: Tenant, visit: Visit, picture: SiteImage, name: str):
    assert visit(commune).get(f"/media/{name}").status_code == 404


def test_a_picture_is_no_folder(commune: Tenant, visit: Visit, picture: SiteImage):
    assert visit(commune).get(f"{picture.file.url}/x").status_code == 404


def test_a_contributor_uploads_a_document(commune: Tenant, visit: Visit):
    assert upload(visit(commune, Role.CONTRIBUTOR), "documents", "du-toan.pdf", PDF).json()["success"]
    with in_site(commune):
        document = SiteDocument.objects.get()
        assert document.uploaded_by_user == User.objects.get(email=cast.address_of(Role.CONTRIBUTOR))
        assert document.file.read() == PDF


@pytest.mark.parametrize("name", ["trang.html", "trang.HTML", "trang.pdf.htm", "hinh.svg", "chay.exe", "ma.js", "ma"])
def test_what_could_run_in_a_browser_or_on_a_desk_is_no_document(commune: Tenant, visit: Visit, name: str):
    browser, extension = visit(commune, Role.ADMINISTRATOR), Path(name).suffix.lstrip(".").lower()
    several = upload(browser, "documents", name, PDF).json()
    one = browser.post("/admin/documents/add/", {"title": name, "file": SimpleUploadedFile(name, PDF)})
    (error,) = one.context["form"].errors["file"]
    assert f"“{extension}”" in error
    assert several == {"success": False, "error_message": error}
    with in_site(commune):
        assert not SiteDocument.objects.exists()


def test_a_document_is_not_replaced_by_what_could_run(commune: Tenant, visit: Visit, document: SiteDocument):
    words = {"title": "Dự toán", "file": SimpleUploadedFile("trang.html", b"<script>alert(1)</script>")}
    answer = visit(commune, Role.ADMINISTRATOR).post(f"/admin/documents/edit/{document.pk}/", words)
    assert "file" in answer.context["form"].errors
    assert body(visit(commune).get(address_of(document))) == PDF


def test_a_contributor_uploads_a_picture(commune: Tenant, visit: Visit):
    assert upload(visit(commune, Role.CONTRIBUTOR), "images", "le-hoi.png", png()).json()["success"]
    with in_site(commune):
        assert SiteImage.objects.get().title == "le-hoi.png"


def test_what_only_claims_to_be_a_picture_is_refused(commune: Tenant, visit: Visit):
    assert not upload(visit(commune, Role.EDITOR), "images", "le-hoi.png", b"<svg onload=alert(1)>").json()["success"]
    with in_site(commune):
        assert not SiteImage.objects.exists()


def test_a_visitor_uploads_nothing(commune: Tenant, visit: Visit):
    assert upload(visit(commune), "documents", "du-toan.pdf", PDF).headers["Location"].startswith("/admin/login/")
    with in_site(commune):
        assert not SiteDocument.objects.exists()


def test_an_editor_names_the_photographer(commune: Tenant, visit: Visit, picture: SiteImage):
    with in_site(commune):
        collection = Collection.get_first_root_node().pk
    words = {"title": "Lễ hội Ok Om Bok", "collection": collection, "credit": "Thạch Sô Phia", "tags": "", "file": ""}
    visit(commune, Role.EDITOR).post(f"/admin/images/{picture.pk}/", words)
    with in_site(commune):
        picture.refresh_from_db()
        assert (picture.title, picture.credit) == ("Lễ hội Ok Om Bok", "Thạch Sô Phia")


def test_a_contributor_leaves_the_pictures_of_others_alone(commune: Tenant, visit: Visit, picture: SiteImage):
    visit(commune, Role.CONTRIBUTOR).post(f"/admin/images/{picture.pk}/", {"title": "Của tôi"})
    with in_site(commune):
        picture.refresh_from_db()
        assert picture.title == "Lễ hội"


def test_a_document_is_served_by_its_own_view(commune: Tenant, visit: Visit, document: SiteDocument):
    answer = visit(commune).get(address_of(document))
    assert body(answer) == PDF
    assert answer.headers["Content-Type"] == "application/pdf"


def test_a_closed_document_asks_who_is_there(commune: Tenant, visit: Visit, document: SiteDocument):
    with in_site(commune):
        closed = Collection.get_first_root_node().add_child(name="Nội bộ")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
        SiteDocument.objects.filter(pk=document.pk).update(collection=closed)
    address = address_of(document)
    assert visit(commune).get(address).headers["Location"].endswith(f"/login/?next={address}")
    assert body(visit(commune, Role.CONTRIBUTOR).get(address)) == PDF
