import datetime
import io
import unicodedata
from collections.abc import Callable

import PIL.Image
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import PageViewRestriction

from catalogue.models import Category
from library.models import SiteImage
from newsroom import models
from newsroom.models import RELATED_ARTICLES, ArticleIndexPage, ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
TODAY = datetime.date(2023, 10, 31)
A_DAY = datetime.timedelta(days=1)
NEWS, CALENDAR = "/tin-tuc/", "/danh-sach/"


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> int:
    """Lists of so many articles per page."""
    monkeypatch.setattr(models, "ARTICLES_PER_PAGE", 3)
    return models.ARTICLES_PER_PAGE


def index(slug: str = "tin-tuc", language: str = "vi") -> ArticleIndexPage:
    return ArticleIndexPage.objects.get(slug=slug, locale__language_code=language)


def calendar_list() -> ArticleIndexPage:
    """A list of one category beside the news."""
    page = ArticleIndexPage(title="Danh sách", slug="danh-sach")
    page.categories = [Category.objects.get(key="leader_calendar")]
    return index().add_sibling(instance=page)


def add(title: str, *keys: str, below: ArticleIndexPage | None = None, **fields: object) -> ArticlePage:
    article = ArticlePage(title=title, **fields)
    article.categories = list(Category.objects.filter(key__in=keys))
    return (below or index()).add_child(instance=article)


def add_image() -> SiteImage:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (1200, 800), "#7a4a1e").save(buffer, "PNG")
    file = ContentFile(buffer.getvalue(), "le-hoi.png")
    return SiteImage.objects.create(title="le-hoi.png", file=file, credit="Thạch Sô Phia")


def listed(browser: Client, address: str, **query: str) -> list[str]:
    """The titles that a reader sees in the list."""
    html = BeautifulSoup(browser.get(address, query).content, "html.parser")
    return [link.text for link in html.select("main .list .card__link")]


def test_an_article_is_dated_today_unless_told_otherwise(commune: Tenant):
    with in_site(commune):
        assert ArticlePage().published_on == TODAY


def test_a_picture_with_words_is_accepted(commune: Tenant):
    with in_site(commune):
        assert add("Lễ hội", image=add_image(), image_alt="Đua ghe ngo").pk


def test_an_article_needs_no_picture(commune: Tenant):
    with in_site(commune):
        assert add("Thông báo").pk


def test_the_lead_has_one_unicode_form(commune: Tenant):
    with in_site(commune):
        article = add("Lễ hội", lead=unicodedata.normalize("NFD", "Đua ghe ngo ở Trà Cú"))
        article.refresh_from_db()
        assert article.lead == "Đua ghe ngo ở Trà Cú"


def test_an_article_stands_in_several_categories(commune: Tenant):
    with in_site(commune):
        article = ArticlePage.objects.get(pk=add("Dự toán", "planning", "budget_disclosure").pk)
        assert [category.key for category in article.categories.all()] == ["planning", "budget_disclosure"]


def test_an_article_outlives_its_picture(commune: Tenant):
    with in_site(commune):
        article = add("Lễ hội", image=add_image(), image_alt="Đua ghe ngo")
        article.image.delete()
        article.refresh_from_db()
        assert article.image is None


def test_a_reader_sees_what_an_article_says(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Lễ hội", "news", "other", slug="le-hoi", lead="Đua ghe ngo.", author_line="Minh Tâm", published_on=TODAY)
    main = BeautifulSoup(visit(commune).get("/tin-tuc/le-hoi/").content, "html.parser").main
    assert main.h1.text == "Lễ hội"
    assert main.select_one(".article__lead").text == "Đua ghe ngo."
    assert main.select_one(".facts time")["datetime"] == "2023-10-31"
    assert "Minh Tâm" in main.select_one(".facts").text


def test_the_categories_of_an_article_lead_to_the_list(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Dự toán", "planning", "budget_disclosure", slug="du-toan")
    main = BeautifulSoup(visit(commune).get("/tin-tuc/du-toan/").content, "html.parser").main
    links = [link["href"] for link in main.select(".facts a")]
    assert links == ["/tin-tuc/?chuyen-muc=planning", "/tin-tuc/?chuyen-muc=budget_disclosure"]


def test_the_picture_of_an_article_has_its_words_and_its_photographer(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Lễ hội", slug="le-hoi", image=add_image(), image_alt="Đua ghe ngo trên sông")
    figure = BeautifulSoup(visit(commune).get("/tin-tuc/le-hoi/").content, "html.parser").main.figure
    assert figure.img["alt"] == "Đua ghe ngo trên sông"
    assert figure.figcaption.text == "Thạch Sô Phia"


def test_a_private_article_asks_who_is_there(commune: Tenant, visit: Visit):
    with in_site(commune):
        article = ArticlePage.objects.get(slug="bi-mat")
        PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    answer = visit(commune).get("/tin-tuc/bi-mat/")
    assert answer.headers["Location"].endswith("/login/?next=/tin-tuc/bi-mat/")


def test_a_list_without_categories_holds_every_article(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Dự toán", "budget_disclosure", below=calendar_list())
        add("Không mục")
    assert listed(visit(commune), NEWS) == ["Không mục", "Dự toán", "Bí mật của xã"]


def test_a_list_with_categories_holds_the_articles_of_these(commune: Tenant, visit: Visit):
    with in_site(commune):
        calendar_list()
        add("Lịch tuần", "leader_calendar")
        add("Lễ hội", "news")
    assert listed(visit(commune), CALENDAR) == ["Lịch tuần"]


def test_a_list_holds_what_is_on_show_in_its_language(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Bản nháp", live=False)
        add("Ngày mai", published_on=TODAY + A_DAY)
        add("English news", below=index(language="en"))
    assert listed(visit(commune), NEWS) == ["Bí mật của xã"]
    assert listed(visit(commune), "/en/tin-tuc/") == ["English news"]


def test_a_reader_narrows_a_list_to_a_category(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Quy hoạch chợ", "planning")
    answer = visit(commune).get(NEWS, {"chuyen-muc": "planning"})
    assert [article.title for article in answer.context["articles"]] == ["Quy hoạch chợ"]
    assert answer.context["chosen"].key == "planning"


@pytest.mark.parametrize("key", ["unknown", "planning'--", "\x00"])
def test_an_unknown_category_is_not_found(commune: Tenant, visit: Visit, key: str):
    assert visit(commune).get(NEWS, {"chuyen-muc": key}).status_code == 404


def test_an_empty_category_narrows_nothing(commune: Tenant, visit: Visit):
    answer = visit(commune).get(NEWS, {"chuyen-muc": ""})
    assert (answer.context["chosen"], len(answer.context["articles"])) == (None, 1)


def test_a_retired_category_still_leads_to_its_articles(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Dự toán", "planning")
        Category.objects.filter(key="planning").update(retired_on=TODAY)
    answer = visit(commune).get(NEWS, {"chuyen-muc": "planning"})
    assert [article.title for article in answer.context["articles"]] == ["Dự toán"]


def test_a_list_offers_no_category_but_its_own(commune: Tenant, visit: Visit):
    with in_site(commune):
        calendar_list()
    answer = visit(commune).get(CALENDAR, {"chuyen-muc": "news"})
    assert list(answer.context["articles"]) == []
    assert [c.key for c in answer.context["categories"]] == ["leader_calendar"]


def test_a_category_without_articles_is_not_offered_and_leads_to_the_register(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Chợ", "planning")
        add("Nháp", "other", live=False)
    browser = visit(commune)
    assert [category.key for category in browser.get(NEWS).context["categories"]] == ["news", "planning"]
    html = BeautifulSoup(browser.get(NEWS, {"chuyen-muc": "directives"}).content, "html.parser")
    assert html.select_one(".empty a")["href"] == "/van-ban/?chuyen-muc=directives"


def test_a_retired_category_is_no_longer_offered(commune: Tenant, visit: Visit):
    with in_site(commune):
        Category.objects.filter(key="other").update(retired_on=TODAY)
    assert "other" not in [category.key for category in visit(commune).get(NEWS).context["categories"]]


def test_a_long_list_has_pages(commune: Tenant, visit: Visit, short_pages: int):
    with in_site(commune):
        for number in range(short_pages + 1):
            add(f"Tin {number}", published_on=TODAY - A_DAY * number)
    first, second = (listed(visit(commune), NEWS, trang=page) for page in ("1", "2"))
    assert len(first) == short_pages
    assert len(second) == 2
    assert not set(first) & set(second)


def test_a_list_counts_what_it_holds_not_what_it_shows(commune: Tenant, visit: Visit, short_pages: int):
    with in_site(commune):
        for number in range(short_pages + 1):
            add(f"Tin {number}", "planning", "other")
    answer = visit(commune).get(NEWS, {"chuyen-muc": "planning"})
    assert answer.context["articles"].paginator.count == short_pages + 1


def test_the_pages_of_a_narrowed_list_stay_narrow(commune: Tenant, visit: Visit, short_pages: int):
    with in_site(commune):
        for number in range(short_pages + 1):
            add(f"Tin {number}", "planning")
    html = BeautifulSoup(visit(commune).get(NEWS, {"chuyen-muc": "planning"}).content, "html.parser")
    assert "chuyen-muc=planning" in html.select_one("a[rel=next]")["href"]


def test_related_articles_are_the_newest_of_the_same_category(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in range(RELATED_ARTICLES + 2):
            add(f"Tin {number}", "planning", slug=f"tin-{number}", published_on=TODAY - A_DAY * number)
        add("Khác", "other")
    related = visit(commune).get("/tin-tuc/tin-1/").context["related"]
    assert [article.title for article in related] == ["Tin 0", "Tin 2", "Tin 3", "Tin 4"]


def test_related_articles_are_on_show(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Bản nháp", "news", live=False)
        add("Ngày mai", "news", published_on=TODAY + A_DAY)
        add("English news", "news", below=index(language="en"))
    assert visit(commune).get("/tin-tuc/bi-mat/").context["related"] == []


def test_an_article_without_a_category_is_related_to_none(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Không mục", slug="khong-muc")
    assert visit(commune).get("/tin-tuc/khong-muc/").context["related"] == []
