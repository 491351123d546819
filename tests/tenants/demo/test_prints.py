"""Documents of the demonstration as PDF files."""

import io

import pypdf
import pytest
from django.core.files.base import ContentFile
from reportlab.pdfbase.ttfonts import TTFont

from lib.file_texts import text_of
from lib.upload_fields import check_content
from tenants.demo.corpus.communes import ACTIVITY
from tenants.demo.corpus.model import Item, Registered
from tenants.demo.corpus.plan import commune_items, district_items
from tenants.demo.corpus.prints import FONTS, NOTE, printed
from tests.tenants.demo.test_corpus import words_of


def kept(kind: str) -> list[Item]:
    """Items whose file the register keeps, as that kind."""
    items = [*district_items(), *(item for one in ACTIVITY for item in commune_items(one.code))]
    return [item for item in items if isinstance(item.record, Registered) and item.record.file == kind]


def text_in(content: bytes) -> str:
    return " ".join(text_of(io.BytesIO(content), "pdf", size=len(content)).split())


def first_of_each_form() -> list[Item]:
    return list({item.record.form: item for item in reversed(kept("text"))}.values())


def test_so_many_documents_have_a_file():
    assert (len(kept("text")), len(kept("scan"))) == (184, 22)


@pytest.mark.parametrize("item", first_of_each_form(), ids=lambda item: item.record.form)
def test_a_print_says_what_the_register_says(item: Item):
    said = text_in(printed(item.record, item.body))
    about = item.record.abstract.removeprefix("Về việc ")
    for words in (f"Số: {item.record.number}", about, item.record.signer, NOTE, f"năm {item.record.issued.year}"):
        assert words in said


def test_a_scan_has_no_text():
    item = kept("scan")[0]
    assert text_in(printed(item.record, item.body)) == ""


@pytest.mark.parametrize("kind", ["text", "scan"])
def test_a_print_is_small_and_passes_as_an_upload(kind: str):
    for item in kept(kind)[:5]:
        content = printed(item.record, item.body)
        assert len(content) < 48 * 1024
        assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 1
        check_content(ContentFile(content, "x.pdf"))


@pytest.mark.parametrize("name", ["NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf"])
def test_the_font_has_every_letter_that_is_printed(name: str):
    letters = set(TTFont(name, FONTS / name).face.charToGlyph)
    used = {ord(letter) for item in kept("text") + kept("scan") for line in words_of(item) for letter in line}
    assert {chr(letter) for letter in used - letters} == set()
