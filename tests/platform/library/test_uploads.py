"""Every door through which a file comes in asks for its content, and says what is wrong where the person looks."""

import html
from collections.abc import Callable
from typing import Any

import PIL.Image
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from PIL import ExifTags
from pytest_django import Settings
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Collection, UploadedFile
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.roles import Role
from lib.filetypes import CHECKS
from lib.upload_fields import PictureField, check_content
from library.models import SiteDocument, SiteImage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast, files

Visit = Callable[..., Client]

A_WEB_PAGE = "This file is named .docx but is a web page. Save it again as .docx in the program that made it"
CUT_SHORT = "This file is damaged or was not copied completely. Save it again and upload it."
TOO_MANY_PIXELS = "This picture has more than 64 million pixels. Make it smaller and upload it again."
BAD_PICTURES = {
    "bomb.png": (files.png_that_claims(30_000, 30_000), TOO_MANY_PIXELS),
    "cut.jpg": (files.picture("JPEG", (640, 480))[:3000], CUT_SHORT),
    "head.gif": (b"GIF89a", CUT_SHORT),
    "page.png": (files.HTML, "This file is named .png but is a web page."),
}

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def editor(commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.EDITOR)


def send(browser: Client, path: str, field: str, name: str, content: bytes, **words: Any) -> HttpResponse:
    return browser.post(path, {**words, field: SimpleUploadedFile(name, content)})


def text_of(answer: HttpResponse) -> str:
    return html.unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("path", "field", "title"),
    [
        ("/admin/documents/add/", "file", "title"),
        ("/admin/documents/chooser/create/", "document-chooser-upload-file", "document-chooser-upload-title"),
    ],
)
def test_a_document_form_says_what_is_wrong_and_keeps_what_was_typed(
    commune: Tenant, editor: Client, path: str, field: str, title: str
):
    answer = send(editor, path, field, "bao-cao.docx", files.HTML, **{title: "Báo cáo quý III"})
    assert answer.status_code == 200
    shown = answer.json()["htmlFragment"] if answer.headers["Content-Type"] == "application/json" else text_of(answer)
    assert A_WEB_PAGE in html.unescape(shown)
    assert "Báo cáo quý III" in html.unescape(shown)
    with in_site(commune):
        assert not SiteDocument.objects.exists()


def test_many_documents_at_once_are_answered_one_by_one(commune: Tenant, editor: Client):
    answers = [
        send(editor, "/admin/documents/multiple/add/", "files[]", name, content, title=name).json()
        for name, content in [("bao-cao.docx", files.HTML), ("ke-hoach.docx", files.ooxml("docx"))]
    ]
    assert [answer["success"] for answer in answers] == [False, True]
    assert answers[0]["error_message"].startswith(A_WEB_PAGE)
    with in_site(commune):
        assert [document.title for document in SiteDocument.objects.all()] == ["ke-hoach.docx"]


def test_a_document_is_not_replaced_by_what_it_is_not(commune: Tenant, editor: Client):
    content = files.ooxml("docx")
    send(editor, "/admin/documents/multiple/add/", "files[]", "ke-hoach.docx", content, title="Kế hoạch")
    with in_site(commune):
        document = SiteDocument.objects.get()
    answer = send(editor, f"/admin/documents/edit/{document.pk}/", "file", "moi.docx", files.HTML, title="Kế hoạch mới")
    assert A_WEB_PAGE in text_of(answer)
    assert "Kế hoạch mới" in text_of(answer)
    with in_site(commune):
        assert SiteDocument.objects.get().file.read() == content


def test_a_document_that_stood_before_is_edited_without_its_file_being_asked_again(commune: Tenant, editor: Client):
    with in_site(commune):
        document = SiteDocument.objects.create(title="Cũ", file=SimpleUploadedFile("cu.docx", files.HTML))
    editor.post(f"/admin/documents/edit/{document.pk}/", {"title": "Cũ, có tên mới"})
    with in_site(commune):
        assert SiteDocument.objects.get().title == "Cũ, có tên mới"


@pytest.mark.parametrize("name", BAD_PICTURES)
@pytest.mark.parametrize(
    ("path", "prefix"), [("/admin/images/add/", ""), ("/admin/images/chooser/create/", "image-chooser-upload-")]
)
def test_a_picture_form_says_what_is_wrong_and_keeps_what_was_typed(
    commune: Tenant, editor: Client, path: str, prefix: str, name: str
):
    content, sentence = BAD_PICTURES[name]
    answer = send(editor, path, f"{prefix}file", name, content, **{f"{prefix}title": "Lễ hội Ok Om Bok"})
    assert answer.status_code == 200
    shown = answer.json()["htmlFragment"] if answer.headers["Content-Type"] == "application/json" else text_of(answer)
    assert sentence in html.unescape(shown)
    assert "Lễ hội Ok Om Bok" in html.unescape(shown)
    with in_site(commune):
        assert not SiteImage.objects.exists()


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_many_pictures_at_once_are_answered_one_by_one(commune: Tenant, editor: Client, name: str):
    content, sentence = BAD_PICTURES[name]
    answer = send(editor, "/admin/images/multiple/add/", "files[]", name, content, title=name).json()
    assert not answer["success"]
    assert sentence in answer["error_message"]


def test_a_picture_is_not_replaced_by_what_it_is_not(commune: Tenant, editor: Client):
    send(editor, "/admin/images/multiple/add/", "files[]", "anh.png", files.picture(), title="Ảnh")
    with in_site(commune):
        image = SiteImage.objects.get()
    assert CUT_SHORT in text_of(
        send(editor, f"/admin/images/{image.pk}/", "file", "moi.png", files.picture()[:60], title="Ảnh")
    )
    with in_site(commune):
        assert SiteImage.objects.get().file.read() == files.picture()


def test_an_svg_is_no_picture(commune: Tenant, editor: Client):
    answer = send(editor, "/admin/images/multiple/add/", "files[]", "anh.svg", files.SVG, title="Ảnh").json()
    assert "GIF, JPG, JPEG, PNG, WEBP" in answer["error_message"] or "svg" in answer["error_message"]
    assert not answer["success"]


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_a_portrait_is_looked_at_too(commune: Tenant, editor: Client, name: str):
    content, sentence = BAD_PICTURES[name]
    answer = editor.post("/admin/account/", account(avatar=SimpleUploadedFile(name, content)))
    assert sentence in text_of(answer)
    with in_site(commune):
        assert not UserProfile.objects.exclude(avatar="").exists()


@pytest.mark.parametrize("size", [(64, 48), (640, 480)])
def test_a_portrait_goes_without_its_place(commune: Tenant, editor: Client, size: tuple[int, int]):
    photograph = SimpleUploadedFile("toi.jpg", files.picture_with_place(size=size))
    assert editor.post("/admin/account/", account(avatar=photograph)).status_code == 302
    with in_site(commune):
        stored = UserProfile.objects.exclude(avatar="").get().avatar.read()
    assert b"GPS" not in stored
    assert b"Galaxy" not in stored


def account(**more: Any) -> dict[str, Any]:
    return {
        "name_email-first_name": "Sô Phia",
        "name_email-last_name": "Thạch",
        "name_email-email": cast.address_of(Role.EDITOR),
        "locale-preferred_language": "",
        "locale-current_time_zone": "",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
        **{f"avatar-{name}": value for name, value in more.items()},
    }


def test_a_photograph_is_stored_and_cut_without_its_place(commune: Tenant, editor: Client):
    send(editor, "/admin/images/multiple/add/", "files[]", "anh.jpg", files.picture_with_place(), title="Ảnh")
    with in_site(commune):
        image = SiteImage.objects.get()
        for content in (image.file.read(), image.get_rendition("width-20").file.read()):
            assert b"GPS" not in content
            assert b"Galaxy" not in content
        assert PIL.Image.open(image.file).getexif()[ExifTags.Base.Orientation] == 6


def test_a_photograph_among_the_documents_goes_without_its_place(commune: Tenant, editor: Client):
    send(editor, "/admin/documents/multiple/add/", "files[]", "anh.jpg", files.picture_with_place(), title="Ảnh")
    with in_site(commune):
        assert b"GPS" not in SiteDocument.objects.get().file.read()


def test_a_photograph_that_waits_for_a_title_goes_without_its_place(commune: Tenant, editor: Client):
    """Wagtail puts it aside as it came and makes it a picture later, past the form that has the file."""
    send(editor, "/admin/images/multiple/add/", "files[]", "anh.jpg", files.picture_with_place(), title="x" * 256)
    with in_site(commune):
        waiting, collection = UploadedFile.objects.get(), Collection.get_first_root_node().pk
    words = {"title": "Ảnh", "collection": collection, "tags": "", "credit": "", "description": ""}
    prefixed = {f"uploaded-image-{waiting.pk}-{name}": value for name, value in words.items()}
    editor.post(f"/admin/images/multiple/create_from_uploaded_image/{waiting.pk}/", prefixed)
    with in_site(commune):
        assert b"GPS" not in SiteImage.objects.get().file.read()


def test_what_waits_for_a_title_was_looked_at(commune: Tenant, editor: Client):
    for kind, name in [("images", "anh.png"), ("documents", "tep.docx")]:
        send(editor, f"/admin/{kind}/multiple/add/", "files[]", name, files.HTML, title="x" * 256)
    with in_site(commune):
        assert not UploadedFile.objects.exists()


def test_every_form_for_files_asks(commune: Tenant):
    with in_site(commune):
        assert isinstance(get_image_form(SiteImage)(user=User.objects.first()).fields["file"], PictureField)
        for model in (SiteImage, SiteDocument):
            assert check_content in model._meta.get_field("file").validators
        assert get_document_form(SiteDocument)(user=User.objects.first()).fields["file"].required


def test_every_type_that_is_taken_is_looked_into(settings: Settings):
    assert {*settings.WAGTAILDOCS_EXTENSIONS, *settings.WAGTAILIMAGES_EXTENSIONS} <= set(CHECKS)
