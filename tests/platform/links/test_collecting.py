"""Which links are taken out of what is published."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction, Site

from lib.clock import real_today
from library.models import SiteDocument, SiteImage
from links.actions import forget_unused, look_after_links, renew
from links.addresses import spelling_of
from links.models import Link, Place
from links.states import Kind, Reason, State
from newsroom.models import ArticlePage
from opendata.models import OpenDataSettings
from tenants.registry.models import Tenant

Publish = Callable[..., ArticlePage]
FAR = "https://dichvucong.example/"


def addresses() -> set[str]:
    return set(Link.objects.in_use().values_list("address", flat=True))


def how(address: str) -> tuple[str, str]:
    link = Link.objects.get(address=address)
    return link.state, link.reason


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("HTTPS://DichVuCong.Example", "https://dichvucong.example/"),
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d"),
        ("//a.example/b", "https://a.example/b"),
        ("http://a.example/đường", "http://a.example/%C4%91%C6%B0%E1%BB%9Dng"),
        ("http://trà-cú.example/", "http://xn--tr-c-1na2n.example/"),
        ("https://ten:mat-khau@a.example/", "https://a.example/"),
        ("http://xa.example:8000/tin-tuc/?trang=2#x", "/tin-tuc/?trang=2"),
        ("/documents/12/a.pdf", "document:12"),
        ("https://xa.example/documents/12/a.pdf", "document:12"),
        ("page:7", "page:7"),
        ("mailto:a@b.example", None),
        ("tel:0294", None),
        ("#cuoi", None),
        ("JavaScript:alert(1)", None),
        ("https://a.example/" + "x" * 2000, None),
        ("", None),
    ],
)
def test_an_address_has_one_spelling(written: str, kept: str | None):
    found = spelling_of(written, ["xa.example"])
    assert (found.address if found else None) == kept


@pytest.mark.parametrize("written", ["http://[1::/", "http://a.example:x/", "www.a.example", "http://a..b.example/"])
def test_what_is_no_address_is_kept_as_it_is_written(written: str):
    found = spelling_of(written, [])
    assert found
    assert (found.address, found.kind) == (written, Kind.OUTSIDE)


def test_all_kinds_of_blocks_are_read(publish: Publish, home: Page):
    file = SiteDocument.objects.create(title="Biểu mẫu", file=ContentFile(b"a", name="bieu-mau.txt"))
    image = SiteImage.objects.create(title="Ảnh", file=get_test_image_file())
    picture = {"image": image.pk, "decorative": True, "alt_text": ""}
    rich = f'<p><a linktype="page" id="{home.pk}">nhà</a> <a linktype="document" id="{file.pk}">tệp</a></p>'
    cell = '<a href="https://bang.example/">bảng</a>'
    table = {"columns": [{"type": "text", "heading": "A"}], "rows": [{"values": [cell]}], "caption": ""}
    publish(
        "Bài",
        body=[
            {"type": "text", "value": rich},
            {"type": "table", "value": {"caption": "Bảng", "table": table}},
            {"type": "attachments", "value": {"title": "", "documents": [file.pk]}},
            {"type": "picture", "value": {"image": picture, "caption": ""}},
            {"type": "video", "value": {"address": "https://youtu.be/abcdefghijk", "title": "Phim"}},
            {"type": "call_out", "value": {"kind": "note", "text": '<a href="https://luu-y.example/">lưu ý</a>'}},
        ],
    )
    renew()
    expected = {f"page:{home.pk}", f"document:{file.pk}", "https://bang.example/"}
    assert addresses() == expected | {"https://youtu.be/abcdefghijk", "https://luu-y.example/"}


def test_a_link_says_where_it_stands(publish: Publish):
    one, two = publish("Một", FAR), publish("Hai", FAR, FAR)
    renew()
    places = Place.objects.values_list("title", "words", "edit_address")
    assert list(places) == [
        ("Hai", "Xem 1", f"/admin/pages/{two.pk}/edit/"),
        ("Một", "Xem 1", f"/admin/pages/{one.pk}/edit/"),
    ]
    assert Link.objects.count() == 1


def test_a_draft_is_not_read_and_what_was_changed_is(publish: Publish):
    article = publish("Bài", FAR)
    renew()
    article.body = [{"type": "text", "value": '<a href="https://moi.example/">mới</a>'}]
    article.save_revision()
    renew()
    assert addresses() == {FAR}
    article.save_revision().publish()
    renew()
    assert addresses() == {"https://moi.example/"}


def test_what_was_taken_down_or_closed_holds_no_links(publish: Publish):
    taken, closed = publish("Một", FAR), publish("Hai", "https://kin.example/")
    renew()
    taken.unpublish()
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    renew()
    assert addresses() == set()


def test_nothing_is_read_twice_the_same_day(publish: Publish):
    publish("Bài", FAR)
    assert renew() > 0
    assert renew() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_looking_costs_the_same_however_much_there_is(publish: Publish, home: Page, number: int):
    body = [{"type": "text", "value": f'<a linktype="page" id="{home.pk}">nhà</a>'}]
    for _ in range(number):
        publish("Bài", body=body)
    look_after_links()
    with CaptureQueriesContext(connection) as captured:
        look_after_links()
    assert len([query for query in captured if "SAVEPOINT" not in query["sql"]]) == 20


def test_the_licence_of_open_data_is_a_link(here: Tenant):
    site = Site.objects.get()
    OpenDataSettings.objects.create(site=site, licence_address=FAR)
    renew()
    place = Place.objects.get(source="opendata")
    assert (place.link.address, place.edit_address) == (
        FAR,
        f"/admin/settings/opendata/opendatasettings/{site.pk}/",
    )


def test_links_to_pages_stand_as_the_pages_do(publish: Publish):
    target, closed = publish("Đích"), publish("Kín")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    numbers = (target.pk, closed.pk, 999_999)
    publish(
        "Bài",
        body=[{"type": "text", "value": "".join(f'<a linktype="page" id="{number}">x</a>' for number in numbers)}],
    )
    look_after_links()
    assert how(f"page:{target.pk}") == (State.OK, "")
    assert how(f"page:{closed.pk}") == (State.REFUSED, Reason.DENIED)
    assert how("page:999999") == (State.BROKEN, Reason.MISSING)
    target.unpublish()
    look_after_links()
    assert how(f"page:{target.pk}") == (State.BROKEN, Reason.TAKEN_DOWN)
    assert Link.objects.get(target=target.pk).changes.count() == 2


def test_addresses_of_the_site_are_followed_without_asking_anybody(publish: Publish, here: Tenant):
    article = publish("Đích")
    own = article.get_url()
    publish(
        "Bài", own, "/khong-co/", "/tim-kiem/?q=x", f"http://{here.primary_host}{own}", "/km/", "/documents/77/a.pdf"
    )
    look_after_links()
    assert how(own) == (State.OK, "")
    assert how("/khong-co/") == (State.BROKEN, Reason.NOT_FOUND)
    assert how("/tim-kiem/?q=x") == (State.OK, "")
    assert how("/km/") == (State.OK, "")
    assert how("document:77") == (State.BROKEN, Reason.MISSING)
    article.unpublish()
    look_after_links()
    assert how(own) == (State.BROKEN, Reason.NOT_FOUND)


def test_an_address_leads_there_without_its_last_sign(publish: Publish):
    own = publish("Đích").get_url().rstrip("/")
    publish("Bài", own, "/khong-co")
    look_after_links()
    assert how(own) == (State.OK, "")
    assert how("/khong-co") == (State.BROKEN, Reason.NOT_FOUND)


def test_a_link_that_stands_nowhere_keeps_its_history_for_a_month(publish: Publish):
    article = publish("Bài", FAR)
    look_after_links()
    article.unpublish()
    look_after_links()
    assert Link.objects.filter(address=FAR).exists()
    assert forget_unused(on=real_today()) == 0
    Link.objects.update(unused_since=real_today().replace(year=real_today().year - 1))
    assert forget_unused(on=real_today()) > 0
    assert not Link.objects.filter(address=FAR).exists()
