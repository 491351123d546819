"""One thing that can't be read keeps no other out."""

import logging
from collections.abc import Callable, Collection, Iterator

import pytest
from wagtail import hooks

from links.actions import renew
from links.models import Link
from links.pages import _kinds
from links.sources import Found, Holder, LinkSource
from newsroom.models import ArticlePage
from tenants.registry.models import Tenant

Publish = Callable[..., ArticlePage]


def _read(numbers: Collection[int]) -> Iterator[Holder]:
    for number in numbers:
        if number == 2:
            raise ValueError("what somebody wrote, which no log should hold")
        yield Holder(number, f"Mục {number}", "", (Found(f"https://a.example/{number}"),))


FAULTY = LinkSource(key="faulty", stamps=lambda: {1: "a", 2: "a", 3: "a"}, read=_read)


def test_what_cannot_be_read_is_left_out_and_named(here: Tenant, caplog: pytest.LogCaptureFixture):
    with hooks.register_temporarily("link_sources", lambda: FAULTY):
        with caplog.at_level(logging.ERROR, "links.actions"):
            renew()
        kept = set(Link.objects.filter(places__source="faulty").values_list("address", flat=True))
    assert kept == {"https://a.example/1", "https://a.example/3"}
    assert "The links of faulty 2 were not read: ValueError" in caplog.text
    assert "somebody wrote" not in caplog.text


def test_what_no_room_offers_any_more_is_forgotten(here: Tenant, publish: Publish):
    with hooks.register_temporarily("link_sources", lambda: FAULTY):
        renew()
    assert Link.objects.in_use().filter(host="a.example").exists()
    renew()
    assert not Link.objects.in_use().filter(host="a.example").exists()


def test_every_kind_of_page_with_a_place_for_links_is_read():
    kinds = {model for _, model in _kinds()}
    assert {"homepage", "articlepage", "standardpage", "sectionpage", "projectpage", "placepage"} <= kinds
    assert "registerpage" not in kinds
