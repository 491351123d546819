"""Many finished documents at once, as from a register elsewhere."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Category
from legal.actions import Finished, add_issuers, publish_finished
from legal.models import FileText, Issuer, LegalDocument
from legal.states import Reading, Relation
from library.models import SiteDocument
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.files import PDF
from tests.platform.legal.documents import DAY, form

AT = datetime.datetime(2023, 3, 4, 8, tzinfo=datetime.UTC)


def finished(number: str = "1/QĐ-UBND", *, links: dict[str, Relation] | None = None, **words: object) -> Finished:
    issuer = add_issuers(names=["Ủy ban nhân dân xã"])["Ủy ban nhân dân xã"]
    words = {"abstract": "Về việc giao dự toán", "issued_on": DAY} | words
    document = LegalDocument(number=number, form=form("decision"), issuer=issuer, **words)
    return Finished(document, AT, categories=list(Category.objects.filter(key="planning")), links=links or {})


def test_they_are_published_found_and_categorised(commune: Tenant):
    with in_site(commune):
        publish_finished(finished=[finished()], by=None)
        one = LegalDocument.objects.published().matching("giao du toan").get()
        assert (one.first_published_at, one.owner, one.year) == (AT, None, 2023)
        assert [category.key for category in one.categories.all()] == ["planning"]


def test_whoever_did_it_owns_them_and_is_in_the_log(commune: Tenant):
    with in_site(commune):
        editor = User.objects.get(email=cast.address_of(Role.EDITOR))
        publish_finished(finished=[finished()], by=editor)
        one = LegalDocument.objects.get()
        assert one.owner == ModelLogEntry.objects.for_instance(one).get().user == editor


def test_files_are_left_to_be_read(commune: Tenant):
    with in_site(commune):
        stored = SiteDocument(title="qd.pdf", file=ContentFile(PDF, "qd.pdf"))
        stored.save()
        words = finished()
        left = publish_finished(finished=[Finished(words.document, AT, file=stored)], by=None)
        assert left == [stored.pk]
        assert FileText.objects.get(file=stored).reading == Reading.WAITING


def test_links_reach_documents_of_the_same_call_and_of_the_register(commune: Tenant):
    with in_site(commune):
        publish_finished(finished=[finished("1/QĐ-UBND")], by=None)
        both = {"1/QĐ-UBND": Relation.REPLACES, "3/QĐ-UBND": Relation.AMENDS}
        publish_finished(finished=[finished("2/QĐ-UBND", links=both), finished("3/QĐ-UBND")], by=None)
        links = LegalDocument.objects.get(number="2/QĐ-UBND").links.all()
        assert {link.target.number: link.relation for link in links} == both


def test_one_that_can_not_be_keeps_all_of_them_out(commune: Tenant):
    with in_site(commune):
        wrong = finished("2/QĐ-UBND", effective_on=DAY - datetime.timedelta(days=1))
        with pytest.raises(ValidationError):
            publish_finished(finished=[finished(), wrong], by=None)
        assert not LegalDocument.objects.exists()


def test_one_that_is_there_keeps_all_of_them_out(commune: Tenant):
    with in_site(commune):
        publish_finished(finished=[finished("1/QĐ-UBND")], by=None)
        with pytest.raises(IntegrityError), transaction.atomic():
            publish_finished(finished=[finished("2/QĐ-UBND"), finished("01/qđ-ubnd")], by=None)
        assert LegalDocument.objects.count() == 1


def test_a_document_more_costs_no_more_than_its_line_in_the_log(commune: Tenant):
    with in_site(commune):
        publish_finished(finished=[finished("99/QĐ-UBND")], by=None)  # looks up what is then remembered
        asked = []
        for start, number in ((0, 2), (10, 14)):
            several = [finished(f"{start + count}/QĐ-UBND") for count in range(number)]
            with CaptureQueriesContext(connection) as captured:
                publish_finished(finished=several, by=None)
            asked.append(len(captured))
        # The log looks its content type up for each line.
        assert asked[1] - asked[0] == 2 * (14 - 2)


def test_an_issuer_is_added_once(commune: Tenant):
    with in_site(commune):
        first = add_issuers(names=["Ủy ban nhân dân xã", "Ủy ban nhân dân xã"])
        again = add_issuers(names=["Ủy ban nhân dân xã"])
        assert first == again
        assert Issuer.objects.count() == 1
