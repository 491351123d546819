"""The demo year on a site: every item in its room, once, adding up to the report."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import Client
from wagtail.models import ModelLogEntry

from accounts.models import User
from accounts.roles import Role
from budget.models import DisclosurePage
from catalogue.figures import Period
from consultations.models import ConsultationPage
from consultations.states import Phase
from home.figures import items_published
from legal.models import FileText, LegalDocument, LegalLink
from legal.states import Reading
from library.models import SiteDocument
from newsroom.models import ArticlePage
from places.models import PlacePage
from planning.models import ProjectPage
from recruitment.models import VacancyPage
from tenants.crossing import in_site
from tenants.demo.content import write_items
from tenants.demo.corpus.model import Asked, Item, Registered
from tenants.demo.corpus.plan import commune_items, district_items, figures
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
YEAR = Period(datetime.date(2023, 1, 1), datetime.date(2023, 10, 31))
DAI_AN = "29491"
# What is no article, and takes no time to draw.
IN_ROOMS = tuple(item for item in commune_items(DAI_AN) if item.record)


def write(items: tuple[Item, ...]) -> int:
    editor = User.objects.get(email=cast.address_of(Role.EDITOR))
    return write_items(items, lambda line: None, by=editor)


def shortened(item: Item) -> Item:
    """An article without its pictures and most of its text, which take longest."""
    return item if item.record else replace(item, body=item.body[-1:], picture=None)


def clear_away_the_casts_article() -> None:
    for article in ArticlePage.objects.all():
        article.delete()


def test_the_year_of_the_district_adds_up_to_the_report_over_all_kinds(district: Tenant):
    with in_site(district):
        clear_away_the_casts_article()
        assert write(tuple(shortened(item) for item in district_items())) == 1181
        published = items_published(YEAR)
        assert (published.items, published.by_category) == (1181, figures())
        assert LegalDocument.objects.published().count() == 488


def test_what_is_there_is_not_written_again_and_what_is_missing_is(commune: Tenant):
    items = (*IN_ROOMS, *(item for item in commune_items(DAI_AN) if not item.record and not item.picture))
    with in_site(commune):
        clear_away_the_casts_article()
        assert write(items[::2]) == len(items[::2])
        assert write(items) == len(items) - len(items[::2])
        assert write(items) == 0
        assert items_published(YEAR).items == len(items) >= len(IN_ROOMS)


def test_the_file_that_a_killed_run_has_left_is_no_second_one(commune: Tenant):
    items = tuple(item for item in commune_items(DAI_AN) if isinstance(item.record, Registered) and item.record.file)
    with in_site(commune):
        with transaction.atomic():
            write(items)
            names = set(SiteDocument.objects.values_list("file", flat=True))
            transaction.set_rollback(True)
        assert not SiteDocument.objects.exists()
        assert all(default_storage.exists(name) for name in names)
        write(items)
        assert set(SiteDocument.objects.values_list("file", flat=True)) == names


def test_each_kind_is_written_in_its_room(commune: Tenant):
    with in_site(commune):
        write(IN_ROOMS)
        models = (LegalDocument, DisclosurePage, ProjectPage, PlacePage, VacancyPage, ConsultationPage)
        assert [model.objects.count() for model in models] == [11, 2, 2, 1, 1, 1]


def test_documents_are_the_editors_and_logged_on_their_day(commune: Tenant):
    with in_site(commune):
        write(IN_ROOMS)
        one = LegalDocument.objects.order_by("pk").first()
        entry = ModelLogEntry.objects.for_instance(one).get()
        assert one.owner == entry.user == User.objects.get(email=cast.address_of(Role.EDITOR))
        assert (entry.action, entry.timestamp) == ("wagtail.publish", one.first_published_at)


def test_files_are_read_for_the_search_and_scans_are_known_as_such(commune: Tenant, visit: Visit):
    kept = [item.record.file for item in IN_ROOMS if isinstance(item.record, Registered) and item.record.file]
    with in_site(commune):
        write(IN_ROOMS)
        read = {reading: FileText.objects.filter(reading=reading).count() for reading in Reading.values}
        scanned = LegalDocument.objects.filter(files__file__legal_text__reading=Reading.SCANNED).first()
    assert read == {"waiting": 0, "read": kept.count("text"), "scanned": kept.count("scan"), "unreadable": 0}
    html = BeautifulSoup(visit(commune).get(f"/van-ban/{scanned.address}").content, "html.parser")
    assert "(bản quét)" in html.select_one(".attachments").text
    found = visit(commune).get("/van-ban/", {"q": "không có giá trị pháp lý"}).context["documents"]
    assert found.paginator.count == kept.count("text")


def test_a_disclosure_has_its_decision_its_table_and_a_chart(commune: Tenant, visit: Visit):
    with in_site(commune):
        write(IN_ROOMS)
        page = DisclosurePage.objects.get(period="q1")
        addresses = [page.decision.url, page.sheet.url]
        path = page.get_url()
    context = visit(commune).get(path).context
    assert context["chart"].bars
    assert context["table"].unit == "Đơn vị tính: triệu đồng"
    assert [visit(commune).get(address).status_code for address in addresses] == [200, 200]


def test_consultations_stand_in_each_phase_with_what_was_said(district: Tenant, visit: Visit):
    items = district_items()
    about = {item.record.account.document for item in items if isinstance(item.record, Asked) and item.record.account}
    asked = tuple(
        item
        for item in items
        if isinstance(item.record, Asked) or (isinstance(item.record, Registered) and item.record.abstract in about)
    )
    with in_site(district):
        write(asked)
        pages = {page.period.phase(YEAR.last): page for page in ConsultationPage.objects.order_by("-published_on")}
        answered = pages[Phase.ANSWERED]
        counts = {standing: answered.comments.filter(standing=standing).count() for standing in ("published", "hidden")}
        path, number = answered.get_url(), answered.document.number
    assert set(pages) == {Phase.OPEN, Phase.CLOSED, Phase.ANSWERED}
    assert counts == {"published": 6, "hidden": 1}
    html = BeautifulSoup(visit(district).get(path).content, "html.parser")
    assert number in html.text
    assert len(html.select(".attachments a")) == 1


@pytest.mark.parametrize("relation", ["replaces", "amends", "guided_by"])
def test_documents_that_follow_others_are_linked(district: Tenant, relation: str):
    items = tuple(item for item in district_items() if isinstance(item.record, Registered))
    wanted = {number for item in items if item.record.relation for number in (item.record.number, item.record.other)}
    with in_site(district):
        write(tuple(item for item in items if item.record.number in wanted))
        link = LegalLink.objects.filter(relation=relation).first()
        record = next(item.record for item in items if item.record.number == link.document.number)
        assert link.target.number == record.other
