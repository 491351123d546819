"""The register's questions go by an index, and the status that the database works out is the one that Python does."""

import datetime
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.http import QueryDict
from wagtail.models import Collection, CollectionViewRestriction

from legal.details import detail_of
from legal.models import FileText, LegalDocument, LegalFile, LegalLink
from legal.searches import Search, offers
from legal.states import Relation
from lib.search_words import compact, has_khmer, identity, phrases, plain
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import PDF
from tests.platform.legal.documents import DAY, add, attach

DAYS = [DAY + datetime.timedelta(days=number) for number in range(4)]


def plan(documents: QuerySet) -> str:
    """With so few rows PostgreSQL would read them all; told not to, it shows whether an index could serve: the one
    in the order of the rows for a page of a list, those on words else."""
    others = ("bitmapscan",) if documents.query.is_sliced else ("nestloop", "indexscan", "indexonlyscan")
    with connection.cursor() as cursor:
        for way in ("seqscan", *others):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        sql, values = documents.values("pk").query.sql_with_params()
        cursor.execute(f"EXPLAIN {sql}", values)
        return "\n".join(line for (line,) in cursor.fetchall())


def test_a_search_goes_by_indexes(commune: Tenant):
    with in_site(commune):
        add()
        text = plan(LegalDocument.objects.published().matching("15/2023 ngan sach"))
    assert {name for name in ("legal_by_word", "legal_by_number", "legal_file_by_word") if name in text} == {
        "legal_by_word",
        "legal_by_number",
        "legal_file_by_word",
    }
    assert "Seq Scan" not in text


def test_the_first_page_goes_by_an_index(commune: Tenant):
    with in_site(commune):
        add()
        text = plan(LegalDocument.objects.published().newest_first()[:20])
    assert "legal_newest_first" in text
    assert "Sort" not in text


@pytest.mark.parametrize("effective_on", [None, DAYS[1]])
@pytest.mark.parametrize("expires_on", [None, DAYS[1], DAYS[2]])
@pytest.mark.parametrize("partly_expired_on", [None, DAYS[1], DAYS[2]])
def test_both_work_out_the_same_status(
    commune: Tenant,
    effective_on: datetime.date | None,
    expires_on: datetime.date | None,
    partly_expired_on: datetime.date | None,
):
    days = {"effective_on": effective_on, "expires_on": expires_on, "partly_expired_on": partly_expired_on}
    with in_site(commune):
        linked = [add("9/QĐ", **days), add("10/QĐ", **days), add("11/QĐ", **days)]
        for number, relation in enumerate((Relation.REPLACES, Relation.AMENDS)):
            other = add(f"{number}/NQ")
            LegalLink.objects.create(document=other, target=linked[number], relation=relation)
        for on in DAYS:
            for one in LegalDocument.objects.with_status(on):
                assert one.status == detail_of(one, on).status, (one, on)


def test_what_only_a_file_says_is_found(commune: Tenant):
    with in_site(commune):
        document = add()
        FileText.objects.create(file=attach(document, "a.pdf", PDF), text=plain("Tổng mức đầu tư 12 tỷ"))
        assert list(LegalDocument.objects.matching("tổng mức")) == [document]
        assert list(LegalDocument.objects.matching("tổng số")) == []
        LegalFile.objects.all().delete()
        assert list(LegalDocument.objects.matching("tổng mức")) == []


def test_nothing_is_found_in_a_file_that_only_some_may_open(commune: Tenant):
    with in_site(commune):
        document = add()
        file = attach(document, "a.pdf", PDF)
        FileText.objects.create(file=file, text=plain("Tổng mức đầu tư 12 tỷ"))
        closed = Collection.get_first_root_node().add_child(name="Nội bộ")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
        file.collection = closed.add_child(name="Bên trong")
        file.save()
        assert list(LegalDocument.objects.matching("tổng mức")) == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Số 02/2023/QĐ-UBND", "so 2 2023 qd ubnd"),
        ("  Đất   đai ", "dat dai"),
        ("100/NQ, 0", "100 nq 0"),
        ("ថវិកា\u200bឃុំ", "ថវិកាឃុំ"),
        ("", ""),
    ],
)
def test_text_is_compared_in_plain_letters(text: str, result: str):
    assert plain(text) == result


def test_a_number_is_the_same_however_it_is_written():
    assert len({compact(text) for text in ("02/2023/QĐ-UBND", "2/2023/qd-ubnd", "02 2023 QĐ UBND")}) == 1


def test_words_keep_a_number_in_one_piece():
    assert phrases("15/QĐ ngân -") == [["15", "qd"], ["ngan"]]
    assert (has_khmer("ក"), has_khmer("a")) == (True, False)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("02/2023/QĐ-UBND", "2/2023/qd-ubnd", True),
        ("02 2023 QĐ UBND", "2-2023-QĐ/UBND", True),
        ("1/12/QĐ", "11/2/QĐ", False),
        ("11/2/QĐ", "112/QĐ", False),
        ("31-CV/ĐU", "31 CVĐU", True),
    ],
)
def test_figures_that_stand_apart_are_another_number(one: str, other: str, is_same: bool):
    assert (identity(one) == identity(other)) is is_same


@pytest.mark.parametrize("typed", ["2/KH-UBND", "02/kh-ubnd", "Số: 2/KH-UBND"])
def test_a_number_that_is_exactly_so_stands_above_newer_ones_that_contain_it(commune: Tenant, typed: str):
    with in_site(commune):
        for number, month in (("2/KH-UBND", 1), ("12/KH-UBND", 2), ("202/KH-UBND", 3)):
            add(number, issued_on=datetime.date(2023, month, 1))
        search = Search.of(QueryDict(urlencode({"q": typed})), offers(DAY))
        found = [document.number for document in search.documents(DAY)]
    assert found == ["2/KH-UBND", "202/KH-UBND", "12/KH-UBND"]
