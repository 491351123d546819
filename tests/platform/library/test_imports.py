"""Lists of redirects and translated texts: what can't be read is said in a sentence, and nothing of it is kept."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail_localize.models import Translation

from accounts.roles import Role
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import files

Visit = Callable[..., Client]
LIST = "from,to\n/cu/,https://example.vn/mới/\n"
IMPORT = "/admin/redirects/import/"

pytestmark = pytest.mark.usefixtures("english")


def spreadsheet() -> bytes:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    for row in (["from", "to"], ["/cu/", "https://example.vn/moi/"]):
        book.active.append(row)
    book.save(buffer)
    return buffer.getvalue()


BAD_LISTS = {
    "program.csv": (files.PROGRAM, "is a program"),
    "page.csv": (files.HTML, "is a web page"),
    "page.tsv": (files.HTML, "is a web page"),
    "picture.csv": (files.picture(), "is a file of the type .png"),
    "old.csv": ("Xã;Số\n".encode("cp1252", "replace") + b"\xe3\xff\n", "save it as “CSV UTF-8”"),
    "wide.csv": (LIST.encode("utf-16"), "save it as “CSV UTF-8”"),
    "document.xlsx": (files.PDF, "is a file of the type .pdf"),
    "text.xlsx": (files.ooxml("docx"), "This file is named .xlsx but is"),
    "swells.xlsx": (files.ooxml("xlsx", **{"xl/a.xml": b"a" * 25 * 1024 * 1024}), "would grow to many times its size"),
    "run.exe": (files.PROGRAM, "is not supported"),
}
BAD_TRANSLATIONS = {
    "program.po": (files.PROGRAM, "is a program"),
    "page.po": (files.HTML, "is a web page"),
    "another.po": (b'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b"\n', "does not say which page it translates"),
    "texts.docx": (files.ooxml("docx"), "Choose the file that was downloaded for translation"),
}


def send(browser: Client, path: str, field: str, name: str, content: bytes, **words: str) -> HttpResponse:
    return browser.post(path, {**words, field: SimpleUploadedFile(name, content)}, follow=True)


def said(answer: HttpResponse) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


@pytest.mark.parametrize("name", BAD_LISTS)
def test_a_list_that_cannot_be_read_is_refused_in_a_sentence(commune: Tenant, visit: Visit, name: str):
    content, sentence = BAD_LISTS[name]
    answer = send(visit(commune, Role.ADMINISTRATOR), IMPORT, "import_file", name, content)
    assert sentence in said(answer)
    assert len(said(answer)) < 300
    with in_site(commune):
        assert not Redirect.objects.exists()


@pytest.mark.parametrize(("name", "content"), [("list.csv", LIST.encode()), ("list.xlsx", spreadsheet())])
def test_an_honest_list_is_shown_before_it_is_taken(commune: Tenant, visit: Visit, name: str, content: bytes):
    answer = send(visit(commune, Role.ADMINISTRATOR), IMPORT, "import_file", name, content)
    assert "/cu/" in answer.content.decode()


def test_lists_are_for_administrators_as_before(commune: Tenant, visit: Visit):
    for role, status in ((Role.ADMINISTRATOR, 200), (Role.EDITOR, 302), (None, 302)):
        assert visit(commune, role).get(IMPORT).status_code == status


@pytest.mark.parametrize("name", BAD_TRANSLATIONS)
def test_a_translation_that_cannot_be_read_is_refused_in_a_sentence(commune: Tenant, visit: Visit, name: str):
    content, sentence = BAD_TRANSLATIONS[name]
    answer = send(visit(commune, Role.APPROVER), upload_of(translation_in(commune)), "file", name, content)
    assert sentence in said(answer)


def test_no_file_is_no_error_of_the_server(commune: Tenant, visit: Visit):
    answer = visit(commune, Role.APPROVER).post(upload_of(translation_in(commune)), follow=True)
    assert "Choose the file" in said(answer)


def test_a_translation_that_was_downloaded_is_taken_back(commune: Tenant, visit: Visit):
    browser, translation = visit(commune, Role.APPROVER), translation_in(commune)
    downloaded = browser.get(reverse("wagtail_localize:download_pofile", args=[translation.pk])).content
    assert "Successfully imported" in said(send(browser, upload_of(translation), "file", "dich.po", downloaded))


def translation_in(tenant: Tenant) -> Translation:
    with in_site(tenant):
        return Translation.objects.select_related("source").first()


def upload_of(translation: Translation) -> str:
    return reverse("wagtail_localize:upload_pofile", args=[translation.pk])
