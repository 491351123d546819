import io
from collections.abc import Callable
from urllib.robotparser import RobotFileParser

import PIL.Image
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from home import models
from home.models import HomePage
from home.views import server_error
from library.models import SiteImage
from pages.models import SiteSettings
from tenants.crossing import in_site
from tenants.provisioning.lifecycle import suspend_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
COLOURS = "/giao-dien.css"


def html(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def set_colour(commune: Tenant, colour: str) -> None:
    with in_site(commune):
        SiteSettings.objects.update(main_colour=colour)


def test_the_chosen_colour_is_a_style_sheet(commune: Tenant, visit: Visit):
    set_colour(commune, "#0b5394")
    answer = visit(commune).get(COLOURS)
    assert answer.content.decode() == ":root { --colour-main: #0b5394; }\n"
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"


def test_the_style_sheet_may_be_kept_for_a_minute(commune: Tenant, visit: Visit):
    assert visit(commune).get(COLOURS).headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("colour", ["", "red", "#0;}*{"])
def test_without_a_colour_the_style_sheet_is_empty(commune: Tenant, visit: Visit, colour: str):
    set_colour(commune, colour)
    assert visit(commune).get(COLOURS).content == b""


def test_pages_ask_for_the_style_sheet_only_where_there_is_a_colour(commune: Tenant, visit: Visit):
    assert not html(visit(commune).get("/")).select(f"link[href='{COLOURS}']")
    set_colour(commune, "#0b5394")
    assert html(visit(commune).get("/")).select(f"link[href='{COLOURS}']")


def test_pages_wear_the_look_that_was_chosen(commune: Tenant, visit: Visit):
    with in_site(commune):
        SiteSettings.objects.update(skin="river")
    assert html(visit(commune).get("/")).select("link[href='/static/skins/river.css']")


@pytest.mark.parametrize(("path", "code", "home"), [("/khong-co/", "vi", "/"), ("/en/nothing/", "en", "/en/")])
def test_a_missing_page_speaks_the_readers_language_and_leads_home(
    commune: Tenant, visit: Visit, path: str, code: str, home: str
):
    answer = visit(commune).get(path)
    assert answer.status_code == 404
    assert html(answer).html["lang"] == code
    assert html(answer).main.a["href"] == home


def test_a_missing_page_repeats_nothing_of_its_address(commune: Tenant, visit: Visit):
    answer = visit(commune).get("/<script>alert(1)</script>/")
    assert answer.status_code == 404
    assert b"alert(1)" not in answer.content


def test_a_site_whose_home_page_was_taken_down_says_so(commune: Tenant, visit: Visit):
    with in_site(commune):
        HomePage.objects.get(locale__language_code="vi").unpublish()
    answer = visit(commune).get("/")
    assert answer.status_code == 404
    assert "Ủy ban nhân dân xã Định An" in html(answer).header.text


def test_what_breaks_says_so_in_three_languages(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("secret of the engine room")

    monkeypatch.setattr(models, "newest", broken)
    browser = visit(commune)
    browser.raise_request_exception = False
    answer = browser.get("/")
    assert answer.status_code == 500
    assert [tag["lang"] for tag in html(answer).select("[lang]")] == ["vi", "en", "km"]
    assert b"engine room" not in answer.content


def test_the_page_for_what_breaks_asks_the_database_nothing(
    commune: Tenant, django_assert_num_queries: DjangoAssertNumQueries
):
    with in_site(commune), django_assert_num_queries(0):
        assert server_error(RequestFactory().get("/")).status_code == 500


def test_whoever_asks_for_an_icon_gets_the_common_emblem(commune: Tenant, visit: Visit):
    answer = visit(commune).get("/favicon.ico")
    assert (answer.status_code, answer.url) == (302, "/static/styles/emblem.svg")


def test_the_icon_of_a_site_with_an_emblem_is_that_emblem(commune: Tenant, town: Tenant, visit: Visit):
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (300, 300), "#a01818").save(buffer, "PNG")
    with in_site(commune):
        emblem = SiteImage.objects.create(title="Huy hiệu", file=ContentFile(buffer.getvalue(), "huy-hieu.png"))
        SiteSettings.objects.update(emblem=emblem)
    browser = visit(commune)
    icon = browser.get(browser.get("/favicon.ico").url)
    picture = PIL.Image.open(io.BytesIO(b"".join(icon)))
    assert (picture.format, picture.size) == ("PNG", (128, 128))
    assert html(browser.get("/")).select_one("link[rel=icon]")["href"] == "/favicon.ico"
    assert visit(town).get("/favicon.ico").url == "/static/styles/emblem.svg"


def test_search_engines_are_kept_out_of_the_administration(commune: Tenant, visit: Visit):
    answer = visit(commune).get("/robots.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    rules = RobotFileParser()
    rules.parse(answer.content.decode().splitlines())
    assert rules.can_fetch("*", "/tin-tuc/?trang=2")
    assert not rules.can_fetch("*", "/admin/login/")


def test_search_engines_come_back_later_to_a_suspended_site(commune: Tenant, visit: Visit):
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    assert visit(commune).get("/robots.txt").status_code == 503
