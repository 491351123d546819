"""A page that a reader keeps: one file, complete, without the site."""

import base64
import io
from collections.abc import Callable

import PIL.Image
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from accounts.roles import Role
from discovery import copies
from intake.rules import Limit
from library.models import SiteImage
from newsroom.models import ArticlePage
from pages.models import StandardPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.discovery.items import article, close, one_of_each

Visit = Callable[..., Client]
ROOT = "http://xa-dinh-an.tracu.localhost:8000"


def picture(**facts: object) -> SiteImage:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (900, 600), "#a01818").save(buffer, "PNG")
    return SiteImage.objects.create(title="Ảnh", file=ContentFile(buffer.getvalue(), "anh.png"), **facts)


def tools(browser: Client, path: str) -> str | None:
    """Where the page says that a copy is saved from."""
    link = BeautifulSoup(browser.get(path).content, "html.parser").select_one(".page-tools a[download]")
    return link["href"] if link else None


def kept(browser: Client, path: str) -> BeautifulSoup:
    response = browser.get(path)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; filename=")
    return BeautifulSoup(response.content, "html.parser")


def test_every_text_offers_a_copy_and_no_list_does(commune: Tenant, visit: Visit):
    with in_site(commune):
        found = one_of_each()
    browser = visit(commune)
    texts = {
        "/tin-tuc/tin-mot/": "h1",
        f"/van-ban/{found['van-ban'].address}": "h1",
        "/cong-khai/du-an/du-an-mot/": "h1",
        "/cong-khai/ngan-sach/ngan-sach-mot/": "h1",
        "/cong-khai/lay-y-kien/du-thao-mot/": "h1",
        "/cong-khai/tuyen-dung/tuyen-dung-mot/": "h1",
        "/gioi-thieu/du-lich-di-tich/dia-diem-mot/": "h1",
        "/lich-cong-tac/tuan/2023-W44/": "h1",
        "/lien-he/": "h1",
        "/km/lien-he/": "h1",
    }
    for path, heading in texts.items():
        address = tools(browser, path)
        assert address, path
        shown = BeautifulSoup(browser.get(path).content, "html.parser").main
        assert kept(browser, address).main.select_one(heading).text == shown.select_one(heading).text
    assert [
        path for path in ("/", "/tin-tuc/", "/van-ban/", "/hoi-dap/", "/gui-cau-hoi/") if tools(browser, path)
    ] == []


def test_it_opens_without_the_site(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = article(slug="de-luu", image=picture(), image_alt="Đua ghe ngo")
        page.body = page.body.stream_block.to_python(
            [{"type": "text", "value": '<p>Xem <a href="/lien-he/">liên hệ</a></p>'}]
        )
        page.save()
    copy = kept(visit(commune), "/ban-luu/tin-tuc/de-luu/")
    assert copy.main.img["src"].startswith("data:image/webp;base64,")
    assert copy.main.img["alt"] == "Đua ghe ngo"
    assert not copy.select("script, link[rel=stylesheet], iframe, form, button, nav, [srcset]")
    assert copy.main.find("a", string="liên hệ")["href"] == f"{ROOT}/lien-he/"


def test_it_says_where_and_when_it_was_kept(commune: Tenant, visit: Visit):
    footer = kept(visit(commune), "/ban-luu/tin-tuc/bi-mat/").footer
    assert footer.a["href"] == f"{ROOT}/tin-tuc/bi-mat/"
    assert footer.time["datetime"] == "2023-10-31"


def test_its_name_is_in_plain_letters(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("Đường về “chợ”\r\nX: y", slug="ten")
    answer = visit(commune).get("/ban-luu/tin-tuc/ten/")
    assert answer["Content-Disposition"] == 'attachment; filename="duong-ve-cho-x-y.html"'


def test_only_who_may_read_a_page_may_keep_it(commune: Tenant, visit: Visit):
    with in_site(commune):
        close(ArticlePage.objects.get(slug="bi-mat"))
        StandardPage.objects.filter(slug="lien-he").update(live=False)
    answer = visit(commune).get("/ban-luu/tin-tuc/bi-mat/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")
    assert "private" in answer["Cache-Control"]
    assert visit(commune).get("/ban-luu/lien-he/").status_code == 404
    assert kept(visit(commune, Role.EDITOR), "/ban-luu/tin-tuc/bi-mat/").h1


def test_pictures_of_a_closed_collection_stay_behind(commune: Tenant, visit: Visit):
    with in_site(commune):
        inside = Collection.get_first_root_node().add_child(name="Nội bộ")
        CollectionViewRestriction.objects.create(collection=inside, restriction_type="login")
        article(slug="kin", image=picture(collection=inside), image_alt="Bản đồ kho")
    copy = kept(visit(commune), "/ban-luu/tin-tuc/kin/")
    assert not copy.select("img")
    assert "Bản đồ kho" in copy.main.text


@pytest.mark.parametrize(
    "path", ["/ban-luu/khong-co/", "/ban-luu/admin/", "/ban-luu/../media/", "/ban-luu/ban-luu/lien-he/"]
)
def test_there_is_no_copy_of_what_is_no_page(commune: Tenant, visit: Visit, path: str):
    assert visit(commune).get(path).status_code in (302, 404)


def test_on_paper_a_page_says_where_it_came_from(commune: Tenant, visit: Visit):
    source = BeautifulSoup(visit(commune).get("/tin-tuc/bi-mat/").content, "html.parser").select_one(
        ".page-tools__source"
    )
    assert f"{ROOT}/tin-tuc/bi-mat/" in source.text
    assert source.time["datetime"] == "2023-10-31"


def test_who_saves_too_much_is_told_when_it_works_again(
    commune: Tenant, town: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(copies, "LIMIT", Limit(times=2, minutes=10))
    for _ in range(2):
        assert visit(commune).get("/ban-luu/lien-he/").status_code == 200
    refused = visit(commune).get("/ban-luu/lien-he/")
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 600
    assert "Quá nhiều bản lưu" in refused.content.decode()
    assert visit(commune).get("/lien-he/").status_code == 200
    assert visit(commune).get("/ban-luu/lien-he/", REMOTE_ADDR="203.0.113.9").status_code == 200
    assert visit(town).get("/ban-luu/lien-he/").status_code == 200


@pytest.mark.parametrize("bound", ["MOST_PICTURE_BYTES", "LARGEST_PICTURE_BYTES"])
def test_what_is_too_large_stays_behind_with_its_words(
    commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch, bound: str
):
    monkeypatch.setattr(copies, bound, 10)
    with in_site(commune):
        article(slug="lon", image=picture(), image_alt="Đua ghe ngo")
    main = kept(visit(commune), "/ban-luu/tin-tuc/lon/").main
    assert not main.select("img")
    assert "Đua ghe ngo" in main.text


def test_a_cut_is_kept_that_is_wide_enough_for_a_text(commune: Tenant, visit: Visit):
    with in_site(commune):
        article(slug="nho", image=picture(), image_alt="Đua ghe ngo")
    source = kept(visit(commune), "/ban-luu/tin-tuc/nho/").main.img["src"]
    content = base64.b64decode(source.removeprefix("data:image/webp;base64,"))
    assert PIL.Image.open(io.BytesIO(content)).width == 800


def test_the_pages_own_text_is_not_run(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("<script>alert(1)</script>", slug="xau", lead="<img src=x onerror=alert(1)>")
    copy = kept(visit(commune), "/ban-luu/tin-tuc/xau/")
    assert not copy.select("script, [onerror]")
