"""A procedure is found on the sites that offer it, by its words or its code, and is gone with what it rests on."""

from collections.abc import Callable

import pytest
from django.test import Client

from procedure_catalogue.models import LifeEvent, Procedure, ProcedureField
from procedures.models import ProceduresPage
from search.models import Entry
from search.searches import Search, find
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tenants.syndication.actions import renew_site
from tenants.syndication.models import SharedEntry
from tests.platform.discovery.items import locations
from tests.platform.procedures.cases import BIRTH, COPIES, TODAY, announce, change, repeal, say
from tests.platform.search.findings import everything, plain, titles

NAME = "Đăng ký khai sinh"
KHMER = "ការចុះបញ្ជីកំណើត"
STEP = {"text": "Ký tên vào giấy", "text_km": "ដាក់ពាក្យ", "text_en": "Hand in the form"}


BIRTH_IN = {"vi": NAME, "km": KHMER, "en": "Birth registration"}
FIELD = "ho-tich"


@pytest.fixture(autouse=True)
def at_work(commune: Tenant, district: Tenant) -> None:
    announce(name=NAME, name_km=KHMER, name_en="Birth registration", steps=[STEP])
    announce(COPIES, name="Chứng thực bản sao từ bản chính", field="chung-thuc", levels=["district", "commune"])
    for tenant in (commune, district):
        with in_site(tenant):
            everything()


def found(tenant: Tenant, text: str) -> list[str]:
    with in_site(tenant):
        return titles(text)


@pytest.mark.parametrize("text", ["dang ky khai sinh", BIRTH, "1001193", "ky ten vao giay"])
def test_it_is_found_by_its_words_and_its_code_where_it_is_offered(commune: Tenant, district: Tenant, text: str):
    assert found(commune, text) == [NAME]
    assert NAME not in found(district, text)


def test_it_leads_to_its_page(commune: Tenant):
    with in_site(commune):
        (row,) = find(Search("1.001193", "vi"), TODAY)[:5]
        assert row.address == "/thu-tuc/1-001193/"


@pytest.mark.parametrize(
    ("text", "language", "name", "address"),
    [
        ("កំណើត", "km", KHMER, "/km/thu-tuc/1-001193/"),
        ("ដាក់ពាក្យ", "km", KHMER, "/km/thu-tuc/1-001193/"),
        ("កំណើត", "vi", KHMER, "/km/thu-tuc/1-001193/"),
        ("birth registration", "en", "Birth registration", "/en/thu-tuc/1-001193/"),
        ("hand in the form", "en", "Birth registration", "/en/thu-tuc/1-001193/"),
        ("khai sinh", "km", NAME, "/km/thu-tuc/1-001193/"),
    ],
)
def test_it_is_found_once_in_each_language_and_read_in_it(
    commune: Tenant, text: str, language: str, name: str, address: str
):
    with in_site(commune):
        (row,) = find(Search(text, language), TODAY)[:5]
    written = {KHMER: "km", NAME: "vi"}.get(name, "en")
    assert (plain(row.title), row.address) == (name, address)
    assert row.locale == ("" if written == language else written)


def test_in_no_language_into_which_it_is_not_translated(commune: Tenant):
    with in_site(commune):
        sources = list(Entry.objects.filter(kind="procedure").values_list("source", flat=True).order_by("source"))
    assert sources == ["procedures", "procedures", "procedures-en", "procedures-km"]


@pytest.mark.parametrize(("name", "text"), [("name_vi", "Bầu cử"), ("name_km", "បោះឆ្នោត"), ("name_en", "papers")])
def test_a_field_or_a_life_event_under_a_new_name_is_found_by_it(commune: Tenant, name: str, text: str):
    procedure = Procedure.objects.get(code=BIRTH)
    event = LifeEvent.objects.create(key="tests", name_vi="Sinh con", position=1)
    procedure.life_events.set([event])
    language = name.removeprefix("name_")
    for renamed in (LifeEvent.objects.filter(pk=event.pk), ProcedureField.objects.filter(key=FIELD)):
        before = getattr(renamed.get(), name)
        renamed.update(**{name: text})
        with in_site(commune):
            everything()
            assert BIRTH_IN[language] in titles(text, language=language)
        renamed.update(**{name: before})
        with in_site(commune):
            everything()
            assert titles(text, language=language) == []


def test_what_the_board_changes_is_found_in_its_new_words_and_costs_nothing_when_saved(commune: Tenant):
    change(name="Đăng ký lại khai sinh")
    assert found(commune, "dang ky lai khai sinh") != ["Đăng ký lại khai sinh"]
    with in_site(commune):
        assert everything() == 3
    assert found(commune, "dang ky lai khai sinh") == ["Đăng ký lại khai sinh"]


def test_what_is_repealed_is_gone_at_once(commune: Tenant):
    repeal()
    assert found(commune, BIRTH) == []


def test_what_is_not_offered_any_more_is_gone_at_once(commune: Tenant):
    with in_site(commune):
        say(is_offered=False)
    assert found(commune, BIRTH) == []


def test_search_engines_are_told_of_what_is_offered(commune: Tenant, district: Tenant, visit: Callable[..., Client]):
    portion = "/sitemap-thu-tuc.xml"
    assert [len(locations(visit(tenant), portion)) for tenant in (commune, district)] == [2, 1]
    address = locations(visit(commune), portion)[0]
    assert address == f"http://{commune.primary_host}:8000/thu-tuc/1-001193/"
    repeal()
    assert address not in locations(visit(commune), portion)


def test_without_a_page_of_procedures_none_is_found(commune: Tenant):
    with in_site(commune):
        ProceduresPage.objects.get(locale__language_code="vi").unpublish()
        for page in ProceduresPage.objects.live():
            page.unpublish()
    assert found(commune, BIRTH) == []


def test_the_search_over_all_sites_does_not_list_the_same_procedure_for_each(commune: Tenant):
    renew_site(tenant=commune)
    copied = SharedEntry.objects.filter(tenant=commune)
    assert copied.exists()
    assert not copied.filter(kind="procedure").exists()
