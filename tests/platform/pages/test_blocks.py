"""What each block of a page's body becomes in the reader's browser."""

import io

import PIL.Image
import pytest
from bs4 import BeautifulSoup, Tag
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation

from library.models import SiteDocument, SiteImage
from newsroom.models import ArticlePage
from pages.blocks import BodyBlock, VideoBlock, youtube_id
from tenants.crossing import in_site
from tenants.registry.models import Tenant

VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
TABLE = {
    "caption": "Dự toán năm 2023",
    "table": {
        "columns": [{"type": "text", "heading": "Khoản mục"}, {"type": "text", "heading": "Số tiền"}],
        "rows": [{"values": ["<p>Nhuận <b>bút</b></p>", "<p>75.000.000</p>"]}, {"values": ["<p>Thù lao</p>", ""]}],
        "caption": "",
    },
}
WIDE_TABLE = {
    **TABLE,
    "table": {
        "columns": [{"type": "text", "heading": heading} for heading in ("Khoản mục", "Số tiền", "Ghi chú")],
        "rows": [{"values": ["<p>Thù lao</p>", "<p>75.000.000</p>", ""]}],
        "caption": "",
    },
}


@pytest.fixture
def image(commune: Tenant) -> SiteImage:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (1600, 1200), "#2e7d32").save(buffer, "PNG")
    with in_site(commune):
        file = ContentFile(buffer.getvalue(), "dong-lua.png")
        return SiteImage.objects.create(title="dong-lua.png", file=file, credit="Thạch Sô Phia")


@pytest.fixture
def document(commune: Tenant) -> SiteDocument:
    with in_site(commune):
        file = ContentFile(b"%PDF-1.4" + b" " * 2040, "du-toan.pdf")
        document = SiteDocument(title="Dự toán ngân sách", file=file)
        document._set_document_file_metadata()
        document.save()
        return document


def picture_value(image: SiteImage, **changes: object) -> dict:
    shown = {"image": image.pk, "alt_text": "Cánh đồng lúa chín", "decorative": False} | changes
    return {"image": shown, "caption": "Vụ hè thu"}


def every_block(image: SiteImage, document: SiteDocument) -> list[tuple[str, object]]:
    return [
        ("text", "<h2>Đầu đề</h2><p>Nội dung</p><hr/>"),
        ("picture", picture_value(image)),
        ("gallery", {"title": "Ảnh", "pictures": [picture_value(image), picture_value(image)]}),
        ("quote", {"text": "Lúa trúng mùa.", "source": "Nông dân"}),
        ("table", TABLE),
        ("attachments", {"title": "", "documents": [document.pk]}),
        ("video", {"address": VIDEO, "title": "Lễ hội Ok Om Bok"}),
        ("call_out", {"kind": "deadline", "text": "<p>Hạn chót</p>"}),
    ]


def render(site: Tenant, *blocks: tuple[str, object]) -> Tag:
    raw = [{"type": kind, "value": value, "id": str(number)} for number, (kind, value) in enumerate(blocks)]
    with in_site(site), translation.override("vi"):
        html = BodyBlock().to_python(raw).render_as_block()
    return BeautifulSoup(html, "html.parser").select_one("div.body")


def test_the_list_of_blocks_is_the_one_that_is_tested(image: SiteImage, document: SiteDocument):
    assert [kind for kind, _ in every_block(image, document)] == list(BodyBlock().child_blocks)


def test_no_block_carries_style_handlers_or_code(commune: Tenant, image: SiteImage, document: SiteDocument):
    html = render(commune, *every_block(image, document))
    attributes = {name for tag in html.find_all(True) for name in tag.attrs}
    assert "style" not in attributes
    assert not [name for name in attributes if name.startswith("on")]
    assert not html.find("style")
    assert all(script.get("src") and not script.text for script in html.find_all("script"))


def test_every_picture_says_what_it_shows(commune: Tenant, image: SiteImage, document: SiteDocument):
    html = render(commune, *every_block(image, document))
    assert [img["alt"] for img in html.find_all("img")] == ["Cánh đồng lúa chín"] * 3


def test_every_picture_has_its_size_so_that_nothing_jumps(commune: Tenant, image: SiteImage, document: SiteDocument):
    html = render(commune, *every_block(image, document))
    assert all(int(img["width"]) > 0 and int(img["height"]) > 0 for img in html.find_all("img"))


def test_blocks_stand_in_the_order_of_the_clerk(commune: Tenant):
    html = render(commune, ("text", "<p>Một</p>"), ("quote", {"text": "Hai", "source": ""}), ("text", "<p>Ba</p>"))
    assert html.get_text(" ", strip=True) == "Một Hai Ba"


def test_text_keeps_its_structure(commune: Tenant):
    html = render(commune, ("text", "<h2>Đầu đề</h2><ul><li>Một</li><li>Hai</li></ul>"))
    assert html.h2.text == "Đầu đề"
    assert [item.text for item in html.select("ul > li")] == ["Một", "Hai"]


def test_a_link_in_a_text_leads_to_the_page(commune: Tenant):
    with in_site(commune):
        page = ArticlePage.objects.get(slug="bi-mat")
    html = render(commune, ("text", f'<p><a linktype="page" id="{page.pk}">Xem</a></p>'))
    assert html.a["href"] == "/tin-tuc/bi-mat/"


def test_a_link_to_a_page_that_is_gone_leads_nowhere(commune: Tenant):
    html = render(commune, ("text", '<p><a linktype="page" id="2000000">Xem</a></p>'))
    assert not html.a.get("href")


def test_a_picture_has_a_caption_and_names_the_photographer(commune: Tenant, image: SiteImage):
    figure = render(commune, ("picture", picture_value(image))).figure
    assert figure.figcaption.get_text(" ", strip=True) == "Vụ hè thu Thạch Sô Phia"


def test_a_picture_offers_sizes_for_small_screens(commune: Tenant, image: SiteImage):
    img = render(commune, ("picture", picture_value(image))).img
    assert [part.split()[-1] for part in img["srcset"].split(",")] == ["1200w", "800w", "400w"]
    assert img["sizes"]
    assert img["loading"] == "lazy"


def test_a_decorative_picture_has_an_empty_text(commune: Tenant, image: SiteImage):
    html = render(commune, ("picture", picture_value(image, alt_text="", decorative=True)))
    assert html.img["alt"] == ""


def test_a_picture_without_a_text_is_refused(commune: Tenant, image: SiteImage):
    block = BodyBlock().child_blocks["picture"]
    with in_site(commune), pytest.raises(ValidationError):
        block.clean(block.to_python(picture_value(image, alt_text="")))


def test_a_gallery_is_a_list_under_its_title(commune: Tenant, image: SiteImage):
    html = render(commune, ("gallery", {"title": "Lễ hội", "pictures": [picture_value(image)] * 2}))
    assert html.section["aria-label"] == html.h2.text == "Lễ hội"
    assert len(html.select("section > ul > li > figure")) == 2


def test_a_gallery_picture_opens_the_large_one(commune: Tenant, image: SiteImage):
    link = render(commune, ("gallery", {"title": "", "pictures": [picture_value(image)] * 2})).a
    assert "width-1200" in link["href"]
    assert link.img["alt"] == "Cánh đồng lúa chín"


def test_a_quotation_names_who_said_it(commune: Tenant):
    figure = render(commune, ("quote", {"text": "Lúa <i>trúng</i>\nmùa.", "source": "Bà Sơn"})).figure
    assert figure.blockquote.get_text("", strip=True) == "Lúa <i>trúng</i>mùa."
    assert figure.figcaption.text == "Bà Sơn"


def test_a_quotation_without_a_source_has_no_empty_line(commune: Tenant):
    assert not render(commune, ("quote", {"text": "Lúa trúng mùa.", "source": ""})).find("figcaption")


def test_a_table_says_what_it_shows(commune: Tenant):
    html = render(commune, ("table", WIDE_TABLE))
    assert html.table.caption.text == "Dự toán năm 2023"
    assert html.select_one("[role=region]")["aria-label"] == "Dự toán năm 2023"


def test_a_table_heads_its_columns(commune: Tenant):
    headings = render(commune, ("table", TABLE)).select("thead th")
    assert [(th.text, th["scope"]) for th in headings] == [("Khoản mục", "col"), ("Số tiền", "col")]


def test_a_table_has_a_cell_for_each_value(commune: Tenant):
    rows = render(commune, ("table", TABLE)).select("tbody tr")
    assert [[td.get_text(strip=True) for td in row.find_all("td")] for row in rows] == [
        ["Nhuậnbút", "75.000.000"],
        ["Thù lao", ""],
    ]


def test_a_wide_table_scrolls_with_the_keyboard(commune: Tenant):
    assert render(commune, ("table", WIDE_TABLE)).select_one("[role=region]")["tabindex"] == "0"


def test_a_table_of_two_columns_fits_a_phone_and_is_no_stop_for_the_keyboard(commune: Tenant):
    html = render(commune, ("table", TABLE))
    assert html.select(".table")
    assert not html.select(".table--wide, [tabindex]")


def test_an_attachment_says_its_name_kind_and_size(commune: Tenant, document: SiteDocument):
    html = render(commune, ("attachments", {"title": "Tài liệu", "documents": [document.pk]}))
    assert html.h2.text == "Tài liệu"
    assert html.a["href"] == f"/documents/{document.pk}/{document.filename}"
    assert html.a.get_text(" ", strip=True).split(" ", 1)[0] == "PDF"
    assert "Dự toán ngân sách" in html.a.text
    assert html.select_one(".attachments__size").text.startswith("2,0")


def test_a_video_is_a_link_and_asks_nothing_of_youtube(commune: Tenant):
    html = render(commune, ("video", {"address": "https://youtu.be/dQw4w9WgXcQ?t=9", "title": "Lễ hội"}))
    assert html.a["href"] == VIDEO
    assert "Lễ hội" in html.a.text
    assert not html.find(["iframe", "img", "video"])


@pytest.mark.parametrize("kind", ["note", "important", "deadline"])
def test_a_call_out_says_its_kind_in_words(commune: Tenant, kind: str):
    html = render(commune, ("call_out", {"kind": kind, "text": "<p>Nộp trước thứ sáu</p>"}))
    box = html.select_one(f".call-out.call-out--{kind}")
    assert box.select_one(".call-out__kind").text
    assert "Nộp trước thứ sáu" in box.text


@pytest.mark.parametrize(
    "address",
    [
        VIDEO,
        "http://youtube.com/watch?v=dQw4w9WgXcQ&list=PL1&t=3s",
        "https://m.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ/?si=abc",
        "https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share",
    ],
)
def test_a_video_is_known_by_its_address(address: str):
    assert youtube_id(address) == "dQw4w9WgXcQ"


def test_a_video_may_have_dashes_in_its_name():
    assert youtube_id("https://youtu.be/a-b_c-d_e-f") == "a-b_c-d_e-f"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://vimeo.com/12345678901",
        "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/",
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/c/trachannel1",
        "https://www.youtube.com/@xatracuhuye",
        "https://www.youtube.com/watch?v=tooshort",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ1",
        "https://www.youtube.com/watch?v=dQw4w9WgX%22x",
        "https://www.youtube.com/watch?v=đđđđđđđđđđđ",
    ],
)
def test_what_is_no_video_is_not_taken_for_one(address: str):
    assert youtube_id(address) == ""


def test_another_address_than_a_videos_is_refused_at_its_field():
    block = VideoBlock()
    value = block.to_python({"address": "https://vimeo.com/12345678901", "title": "Lễ hội"})
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert list(refused.value.block_errors) == ["address"]


def test_the_address_of_a_video_is_accepted():
    block = VideoBlock()
    assert block.clean(block.to_python({"address": VIDEO, "title": "Lễ hội"})).youtube_id == "dQw4w9WgXcQ"
