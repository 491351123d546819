import datetime
import io
from collections.abc import Callable

import PIL.Image
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from catalogue.models import Category
from home.models import ITEMS_PER_CATEGORY, HomePage
from library.models import SiteImage
from newsroom.models import ArticleIndexPage, ArticlePage
from pages.models import SectionPage, StandardPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]


def add(title: str, *keys: str, language: str = "vi", **fields: object) -> ArticlePage:
    article = ArticlePage(title=title, **fields)
    article.categories = list(Category.objects.filter(key__in=keys))
    lists = ArticleIndexPage.objects.filter(locale__language_code=language)
    return lists.order_by("path").first().add_child(instance=article)


def main(browser: Client, path: str = "/") -> BeautifulSoup:
    return BeautifulSoup(browser.get(path).content, "html.parser").main


def test_the_home_page_shows_what_is_new_by_category(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Quy hoạch chợ", "planning")
        add("Dự toán", "budget_disclosure", "planning")
    latest = visit(commune).get("/").context["latest"]
    assert [(shelf.category.key, [entry.page.title for entry in shelf.entries]) for shelf in latest] == [
        ("news", ["Bí mật của xã"]),
        ("planning", ["Dự toán", "Quy hoạch chợ"]),
        ("budget_disclosure", ["Dự toán"]),
    ]


def test_a_category_shows_its_newest_articles(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in range(ITEMS_PER_CATEGORY + 1):
            add(f"Tin {number}", "planning", published_on=datetime.date(2023, 10, number + 1))
    (_, planning) = visit(commune).get("/").context["latest"]
    assert [entry.page.title for entry in planning.entries] == [f"Tin {number}" for number in (5, 4, 3, 2, 1)]


def test_what_is_not_on_show_is_not_on_the_home_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Bản nháp", "planning", live=False)
        add("Ngày mai", "planning", published_on=datetime.date(2023, 11, 1))
        add("English news", "planning", language="en")
    assert [shelf.category.key for shelf in visit(commune).get("/").context["latest"]] == ["news"]
    assert [shelf.category.key for shelf in visit(commune).get("/en/").context["latest"]] == ["planning"]


def test_each_category_leads_to_all_of_its_articles(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Quy hoạch chợ", "planning")
    headings = main(visit(commune)).select("h2 a")
    assert [(link.text, link["href"]) for link in headings] == [
        ("Tin tức, bài viết", "/tin-tuc/?chuyen-muc=news"),
        ("Quy hoạch, kế hoạch", "/tin-tuc/?chuyen-muc=planning"),
    ]


def test_categories_are_named_in_the_readers_language(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("English news", "planning", language="en")
    assert main(visit(commune), "/en/").h2.get_text(strip=True) == "Planning"


def test_the_first_article_has_the_large_picture(commune: Tenant, visit: Visit):
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (1200, 800), "#a01818").save(buffer, "PNG")
    with in_site(commune):
        image = SiteImage.objects.create(title="Ảnh", file=ContentFile(buffer.getvalue(), "anh.png"))
        add("Lễ hội", "news", image=image, image_alt="Đua ghe ngo trên sông")
    picture = main(visit(commune)).select_one(".headlines img")
    assert picture["alt"] == "Đua ghe ngo trên sông"
    assert "960x540" in picture["srcset"]


def test_a_site_without_articles_says_so(commune: Tenant, visit: Visit):
    assert main(visit(commune), "/km/").select_one(".empty")


def test_the_home_page_has_one_heading_and_it_is_the_sites_name(commune: Tenant, visit: Visit):
    assert [heading.text for heading in main(visit(commune)).select("h1")] == ["Ủy ban nhân dân xã Định An"]


def test_the_introduction_and_the_body_stand_above_the_news(commune: Tenant, visit: Visit):
    with in_site(commune):
        home = HomePage.objects.get(locale__language_code="vi")
        home.introduction = "Xã ven biển của huyện Trà Cú."
        home.body = [("quote", {"text": "Biển bạc.", "source": ""})]
        home.save()
    text = main(visit(commune)).text
    assert text.index("Xã ven biển") < text.index("Biển bạc.") < text.index("Bí mật của xã")


def test_there_is_one_home_page_per_language(commune: Tenant):
    with in_site(commune):
        homes = HomePage.objects.order_by("locale__pk")
        assert [(home.locale.language_code, home.title) for home in homes] == [
            ("vi", "Trang chủ"),
            ("km", "ទំព័រដើម"),
            ("en", "Home"),
        ]


def test_an_address_of_several_levels_leads_to_its_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        about = SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")
        history = about.add_child(instance=StandardPage(title="Lịch sử", slug="lich-su"))
        history.add_child(instance=StandardPage(title="Thời mở đất", slug="mo-dat"))
    assert visit(commune).get("/gioi-thieu/lich-su/mo-dat/").context["page"].title == "Thời mở đất"


@pytest.mark.parametrize(
    "path", ["/tin-tuc/bi-mat/x/", "/bi-mat/", "/tin-tuc/BI-MAT/", "/en/tin-tuc/bi-mat/", "/trang-chu/tin-tuc/"]
)
def test_an_address_that_leads_nowhere_is_not_found(commune: Tenant, visit: Visit, path: str):
    assert visit(commune).get(path).status_code == 404


def test_a_draft_is_not_found(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Bản nháp", slug="ban-nhap", live=False)
    assert visit(commune).get("/tin-tuc/ban-nhap/").status_code == 404


@pytest.mark.parametrize("path", ["/en/", "/km/"])
def test_who_looked_for_a_translation_is_told_and_led_back(commune: Tenant, visit: Visit, path: str):
    with in_site(commune):
        number = ArticlePage.objects.get(slug="bi-mat").pk
    notice = main(visit(commune), f"{path}?ban-goc={number}").select_one(".untranslated")
    assert (notice.a["href"], notice.a["lang"], notice.a.text) == ("/tin-tuc/bi-mat/", "vi", "Bí mật của xã")


def test_the_notice_goes_once_there_is_a_translation(commune: Tenant, visit: Visit):
    with in_site(commune):
        number = Page.objects.get(slug="lien-he", locale__language_code="vi").pk
        assert Page.objects.filter(slug="lien-he", locale__language_code="en", live=True).exists()
    assert not main(visit(commune), f"/en/?ban-goc={number}").select(".untranslated")


def test_what_is_not_for_everybody_is_not_named(commune: Tenant, visit: Visit):
    with in_site(commune):
        article = ArticlePage.objects.get(slug="bi-mat")
        PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
        draft = add("Bản nháp", live=False)
    for number in (article.pk, draft.pk):
        assert not main(visit(commune), f"/en/?ban-goc={number}").select(".untranslated")


@pytest.mark.parametrize("number", ["", "0", "-1", "1e3", "9" * 30, "\0", "٣", "<b>", "999999999"])
def test_a_number_that_leads_nowhere_changes_nothing(commune: Tenant, visit: Visit, number: str):
    answer = visit(commune).get("/en/", {"ban-goc": number})
    assert answer.status_code == 200
    assert answer.context["original"] is None


def test_a_language_without_articles_offers_the_vietnamese_home_page(commune: Tenant, visit: Visit):
    assert main(visit(commune), "/en/").select_one(".empty a")["href"] == "/"
    with in_site(commune):
        add("English news", "planning", language="en")
    assert not main(visit(commune), "/en/").select(".empty")


def test_a_vietnamese_home_page_without_articles_offers_nothing_else(commune: Tenant, visit: Visit):
    with in_site(commune):
        ArticlePage.objects.all().delete()
    assert not main(visit(commune)).select(".empty a")
