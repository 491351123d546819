"""Search, its index and the index of references know one site each; letters typed without marks find their words."""

import pytest
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, ReferenceIndex
from wagtail.search.index import get_indexed_models
from wagtail.search.models import IndexEntry

from library.models import SiteImage
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.connection import connection
from tenants.crossing import all_tenants, in_public, in_site
from tenants.isolation.checks import is_shared
from tenants.registry.models import Tenant
from tests import cast


@pytest.mark.parametrize("slug", list(cast.SECRETS))
def test_search_finds_the_page_of_its_own_site_only(db: None, slug: str):
    with in_site(Tenant.objects.get(slug=slug)):
        assert [page.title for page in Page.objects.search("bí mật")] == [cast.SECRETS[slug]]
        assert [page.title for page in Page.objects.autocomplete("bí m")] == [cast.SECRETS[slug]]


def test_no_index_holds_a_word_of_another_site(db: None):
    for tenant in all_tenants():
        with in_site(tenant):
            kept = " ".join(f"{entry.title} {entry.body}" for entry in IndexEntry.objects.all())
        others = {"huyen": cast.DISTRICT, "xa": cast.COMMUNE, "tran": cast.TOWN}
        assert {slug for word, slug in others.items() if f"'{word}'" in kept} == {tenant.slug}


def test_a_page_that_is_renamed_is_found_on_its_own_site_only(commune: Tenant, town: Tenant):
    with in_site(town):
        rename_article("Chuyện riêng")
    with in_site(commune):
        assert list(Page.objects.search("chuyện riêng")) == []
        assert [page.title for page in Page.objects.search("bí mật")] == [cast.SECRETS[cast.COMMUNE]]
    with in_site(town):
        assert [page.title for page in Page.objects.search("chuyện riêng")] == ["Chuyện riêng"]


def test_there_is_no_index_outside_a_site(db: None):
    with in_public():
        assert IndexEntry._meta.db_table not in connection.introspection.table_names()


def test_shared_rows_stay_out_of_every_sites_index():
    """They would be found only on the site where they happened to be saved."""
    shared = [model for model in get_indexed_models() if is_shared(model)]
    assert [model for model in shared if getattr(model, "search_auto_update", True)] == []


def test_an_image_is_in_use_where_it_is_used(commune: Tenant, town: Tenant):
    for tenant in (commune, town):
        with in_site(tenant):
            image = SiteImage.objects.create(pk=900, title="Ảnh", file=get_test_image_file("anh.png"))
    with in_site(commune):
        page = ArticlePage.objects.get()
        page.image, page.image_alt = image, "Ảnh"
        page.save()
    uses = {}
    for tenant in (commune, town):
        with in_site(tenant):
            uses[tenant.slug] = ReferenceIndex.get_references_to(SiteImage.objects.get(pk=900)).count()
    assert uses == {cast.COMMUNE: 1, cast.TOWN: 0}


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("bi mat", "Bí mật của xã"),
        ("BI MAT", "Bí mật của xã"),
        ("bí mật", "Bí mật của xã"),
        ("duong de", "Đường đê mới"),
        ("đường đê", "Đường đê mới"),
        ("Đuong", "Đường đê mới"),
        ("ngan sach", "Công khai ngân sách"),
        ("uy ban", "Ủy ban họp"),
        ("nghi quyet", "Nghị quyết"),
    ],
)
def test_words_are_found_with_and_without_marks(commune: Tenant, typed: str, title: str):
    with in_site(commune):
        for other in ("Đường đê mới", "Công khai ngân sách", "Ủy ban họp", "Nghị quyết"):
            add_article(other)
        assert [page.title for page in ArticlePage.objects.search(typed)] == [title]


@pytest.mark.parametrize("typed", ["bi ma", "bí mậ", "bi"])
def test_a_word_is_found_while_it_is_being_typed(commune: Tenant, typed: str):
    with in_site(commune):
        assert cast.SECRETS[cast.COMMUNE] in [page.title for page in Page.objects.autocomplete(typed)]


@pytest.mark.parametrize("typed", ["duo", "đườ", "dư", "DE", "đe"])
def test_d_and_its_bar_are_one_letter_while_typing(commune: Tenant, typed: str):
    with in_site(commune):
        add_article("Đường đê mới")
        assert [page.title for page in ArticlePage.objects.autocomplete(typed)] == ["Đường đê mới"]


def add_article(title: str) -> None:
    index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    index.add_child(instance=ArticlePage(title=title, published_on=cast.DAY))


def rename_article(title: str) -> None:
    page = ArticlePage.objects.get()
    page.title = title
    page.body = []
    page.save()
