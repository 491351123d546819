"""The picture that goes with an address when it is passed on."""

import io
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import PIL.Image
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from PIL import features
from pytest_django import Settings

from discovery import pictures
from discovery.pictures import FONTS
from lib.share_pictures import SIZE, Card, draw, readable
from library.models import SiteImage
from pages.models import SiteSettings
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.discovery.items import article, close, expire
from tests.platform.items import queries
from tests.platform.legal.documents import add as issue

Visit = Callable[..., Client]


def picture(browser: Client, path: str) -> str:
    html = BeautifulSoup(browser.get(path).content, "html.parser")
    return urlsplit(html.select_one("meta[property='og:image']")["content"]).path


def opened(browser: Client, address: str) -> PIL.Image.Image:
    response = browser.get(address)
    assert response.status_code == 200
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return PIL.Image.open(io.BytesIO(content))


def photo(size: tuple[int, int] = (1600, 1200), colour: str = "#a01818", **facts: Any) -> SiteImage:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", size, colour).save(buffer, "PNG")
    return SiteImage.objects.create(title="Ảnh", file=ContentFile(buffer.getvalue(), "anh.png"), **facts)


def test_the_pages_own_picture_goes_with_it(commune: Tenant, visit: Visit):
    with in_site(commune):
        article(slug="co-anh", image=photo(), image_alt="Đua ghe ngo")
    address = picture(visit(commune), "/tin-tuc/co-anh/")
    assert address.startswith("/media/images/")
    assert (opened(visit(commune), address).size, opened(visit(commune), address).format) == (SIZE, "JPEG")


@pytest.mark.parametrize("path", ["/", "/km/", "/tin-tuc/bi-mat/", "/gui-cau-hoi/", "/en/tin-tuc/", "/so-do-trang/"])
def test_without_one_a_picture_is_drawn(commune: Tenant, visit: Visit, path: str):
    drawn = opened(visit(commune), picture(visit(commune), path))
    assert (drawn.size, drawn.format) == (SIZE, "PNG")


def test_a_document_has_one_too(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = issue()
    assert opened(visit(commune), picture(visit(commune), f"/van-ban/{document.address}")).size == SIZE


def test_the_picture_wears_the_colour_of_the_site(commune: Tenant, visit: Visit):
    def ground() -> tuple[int, ...]:
        return opened(visit(commune), picture(visit(commune), "/tin-tuc/bi-mat/")).convert("RGB").getpixel((5, 5))

    before = ground()
    with in_site(commune):
        SiteSettings.objects.update(main_colour="#0b5394")
    assert before != ground() == (0x0B, 0x53, 0x94)


def test_another_title_is_another_picture(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = article("Trước", slug="doi-ten")
    before = picture(visit(commune), "/tin-tuc/doi-ten/")
    with in_site(commune):
        page.title = "Sau"
        page.save()
    after = picture(visit(commune), "/tin-tuc/doi-ten/")
    assert before != after
    # Whoever has kept the old address is led to the picture as it is now.
    assert visit(commune).get(before)["Location"] == after


def test_nobody_has_words_of_their_own_drawn(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    drawn: list[Card] = []
    real = pictures.draw
    monkeypatch.setattr(pictures, "draw", lambda card, *rest: drawn.append(card) or real(card, *rest))
    browser = visit(commune)
    own = picture(browser, "/tin-tuc/bi-mat/")
    key = own.split("/")[2]
    for guess in ("0000000000000000", "a", "f" * 64):
        assert browser.get(f"/anh-gioi-thieu/{key}/{guess}.png").status_code == 302
    assert drawn == []
    for _ in range(3):
        assert browser.get(own).status_code == 200
    assert len(drawn) == 1


@pytest.mark.parametrize(
    "key", ["trang-999999", "van-ban-999999", "trang-1", "nguoi-1", "trang-", "trang-9999999999999999999"]
)
def test_of_what_there_is_not_there_is_no_picture(commune: Tenant, visit: Visit, key: str):
    assert visit(commune).get(f"/anh-gioi-thieu/{key}/abc.png").status_code == 404


@pytest.mark.parametrize(
    "end",
    [lambda page: page.unpublish(), close, expire, lambda page: page.delete()],
    ids=["down", "closed", "expired", "gone"],
)
def test_the_picture_goes_with_what_it_is_of(commune: Tenant, visit: Visit, end: Callable):
    with in_site(commune):
        page = article(slug="sap-an")
    browser = visit(commune)
    address = picture(browser, "/tin-tuc/sap-an/")
    known = browser.get(address)
    assert "no-cache" in known["Cache-Control"]
    assert browser.get(address, headers={"If-None-Match": known["ETag"]}).status_code == 304
    with in_site(commune):
        end(page)
    assert browser.get(address, headers={"If-None-Match": known["ETag"]}).status_code == 404


def test_an_emblem_stands_on_it(commune: Tenant, visit: Visit):
    with in_site(commune):
        SiteSettings.objects.update(emblem=photo((200, 200)), main_colour="#0b5394")
    shown = opened(visit(commune), picture(visit(commune), "/tin-tuc/bi-mat/")).convert("RGB")
    red, green, blue = shown.getpixel((100, 80))
    assert red > 150 > green + blue


def test_every_letter_of_vietnamese_and_khmer_is_in_the_fonts():
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự–“”…₫"
    missing = FONTS.latin(40).getmask("\ufffe").getbbox()
    assert [one for one in letters if FONTS.latin(40).getmask(one).getbbox() in (None, missing)] == []
    khmer = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ០១២៣៤៥៦៧៨៩"
    assert [one for one in khmer if FONTS.khmer(40).getmask(one).getbbox() in (None, missing)] == []


def test_khmer_that_can_not_be_shaped_is_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(features, "check", lambda name: False)
    assert readable("ឃុំ Định An ឆ្នាំ 2023") == "Định An 2023"
    card = Card("ឃុំ", "ឃុំ", "#0b5394", "#ffffff")
    assert PIL.Image.open(io.BytesIO(draw(card, FONTS))).size == SIZE


@pytest.mark.parametrize("title", ["", "a" * 5000, "ក" * 5000, "\u200b", "x " * 900, "\x00 \ud7ff 🎉"])
def test_any_title_can_be_drawn(title: str):
    assert PIL.Image.open(io.BytesIO(draw(Card(title, title, "#0b5394", "#ffffff"), FONTS))).size == SIZE


def test_it_asks_little(commune: Tenant, visit: Visit, settings: Settings):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    browser = visit(commune)
    assert queries(browser, picture(browser, "/tin-tuc/bi-mat/")) == 5
