import pytest
from django.test import RequestFactory

from lib.pagination import page_of

ITEMS = list(range(1, 26))


def page_number(wanted: str | None, items: list[int] = ITEMS) -> int:
    query = {} if wanted is None else {"trang": wanted}
    return page_of(items, RequestFactory().get("/", query), per_page=10).number


def test_an_address_without_a_number_leads_to_the_first_page():
    assert page_number(None) == 1


def test_a_page_holds_its_own_items():
    page = page_of(ITEMS, RequestFactory().get("/", {"trang": "3"}), per_page=10)
    assert list(page) == [21, 22, 23, 24, 25]


@pytest.mark.parametrize("wanted", ["", "abc", "1.5", "١٢x", "9" * 5000, "\x00"])
def test_what_is_no_number_leads_to_the_first_page(wanted: str):
    assert page_number(wanted) == 1


@pytest.mark.parametrize("wanted", ["4", "999", "0", "-1"])
def test_a_number_that_does_not_exist_leads_to_the_last_page(wanted: str):
    assert page_number(wanted) == 3


def test_an_empty_list_has_one_page():
    assert page_number("7", []) == 1


@pytest.mark.parametrize(("asked", "near"), [("1", [1, 2, 3]), ("50", [48, 49, 50, 51, 52]), ("100", [98, 99, 100])])
def test_a_page_knows_its_neighbours(asked: str, near: list[int]):
    page = page_of(range(1000), RequestFactory().get("/", {"trang": asked}), per_page=10)
    assert list(page.nearby) == near
