"""Where procedures lead is known on the sites that offer them."""

import pytest

from links.actions import renew
from links.models import Link, Place
from procedure_catalogue.states import Online
from procedures.models import ProceduresPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.procedures.cases import BIRTH, announce, say

PORTAL, FORM = "https://dichvucong.example/nop?ma=1", "https://mau.example/to-khai.docx"
PAPER = {"name": "Tờ khai", "form_name": "Mẫu 01", "form_url": FORM}


def announce_online(online: Online = Online.FULL) -> None:
    announce(name="Đăng ký khai sinh", online=online.value, portal_url=PORTAL, dossier=[PAPER])


def addresses(tenant: Tenant) -> set[str]:
    with in_site(tenant):
        renew()
        return set(Link.objects.filter(places__source="procedures").values_list("address", flat=True))


def test_the_portal_and_the_forms_are_links_where_the_procedure_is_offered(commune: Tenant, district: Tenant):
    announce_online()
    assert addresses(commune) == {PORTAL, FORM}
    assert addresses(district) == set()
    with in_site(commune):
        place = Place.objects.get(link__address=FORM)
        assert (place.title, place.words) == ("Đăng ký khai sinh", "Mẫu 01")
        assert place.edit_address == f"/admin/procedures/{BIRTH}/"


def test_a_portal_that_readers_are_not_led_to_is_no_link(commune: Tenant):
    announce_online(Online.INFORMATION)
    assert addresses(commune) == {FORM}


@pytest.mark.parametrize("way", ["not offered", "no page"])
def test_what_readers_do_not_see_holds_no_links(commune: Tenant, way: str):
    announce_online()
    assert addresses(commune)
    with in_site(commune):
        if way == "not offered":
            say(is_offered=False)
        else:
            for page in ProceduresPage.objects.all():
                page.unpublish()
    assert addresses(commune) == set()
