"""What is found by what, and in which order."""

import datetime
import unicodedata
from collections.abc import Iterator

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from legal.models import FileText
from search.searches import BY_DAY, Search, find
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import PDF
from tests.platform.legal.documents import add, attach
from tests.platform.search.findings import DAY, article, everything, marked, titles


@pytest.fixture(autouse=True)
def _here(commune: Tenant) -> Iterator[None]:
    with in_site(commune):
        yield


@pytest.mark.parametrize(
    "typed", ["ngân sách", "ngan sach", "NGAN SACH", unicodedata.normalize("NFD", "ngân sách"), "sách ngân"]
)
def test_marks_case_and_form_make_no_difference(typed: str):
    article("Công khai ngân sách")
    assert titles(typed) == ["Công khai ngân sách"]


@pytest.mark.parametrize(
    "typed", ["15/2023/QĐ-UBND", "số 15/2023/qd-ubnd", "So 015/2023/QD-UBND", "152023qdubnd", "15 2023"]
)
def test_a_document_is_found_by_its_number_however_it_is_typed(typed: str):
    add("15/2023/QĐ-UBND")
    add("16/2023/QĐ-UBND")
    everything()
    assert titles(typed) == ["Quyết định 15/2023/QĐ-UBND: Về việc giao dự toán ngân sách"]


@pytest.mark.parametrize("typed", ["1/3/2023", "01/03/2023", "01-03-2023", "ngày 1 tháng 3 năm 2023"])
def test_a_document_is_found_by_its_day(typed: str):
    add()
    add("16/2023/QĐ-UBND", issued_on=datetime.date(2023, 3, 2))
    everything()
    assert titles(typed) == ["Quyết định 15/2023/QĐ-UBND: Về việc giao dự toán ngân sách"]


def test_a_document_is_found_by_the_words_of_its_file():
    document = add(abstract="Về việc khác")
    FileText.objects.create(file=attach(document, "qd.pdf", PDF), reading="read", text="nao vet kenh muong")
    everything()
    assert len(titles("nạo vét kênh")) == 1


def test_the_words_of_a_file_that_was_closed_are_found_no_more():
    document = add(abstract="Về việc khác")
    file = attach(document, "qd.pdf", PDF)
    FileText.objects.create(file=file, reading="read", text="nao vet kenh muong")
    everything()
    closed = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    file.collection = closed
    file.save()
    assert everything() == 1
    assert titles("nạo vét kênh") == []


def test_khmer_is_found_inside_a_phrase():
    article("ស្រុកត្រាគូជូនពរបុណ្យចូលឆ្នាំថ្មី")
    assert len(titles("ចូល\u200bឆ្នាំ")) == 1
    assert titles("ភាសា") == []


def test_where_nothing_has_all_words_what_has_most_is_found():
    article("Đăng ký khai sinh tại xã")
    findings = find(Search("đăng ký khai sinh trễ", "vi"), DAY)
    assert (len(findings), findings.question.leaves_out) == (1, 1)


def test_words_that_say_nothing_are_left_out_first():
    article("Đăng ký khai sinh")
    article("Làm thế nào để vui")
    assert titles("làm thế nào để đăng ký khai sinh")[0] == "Đăng ký khai sinh"


def test_the_beginning_of_a_word_finds_it_where_the_word_itself_finds_nothing():
    article("Công khai ngân sách")
    assert titles("ngân sá") == ["Công khai ngân sách"]


def test_the_same_marks_stand_above_others():
    article("Bán bò")
    article("Ban bố")
    article("Bàn bỏ")
    assert titles("bàn bỏ")[0] == "Bàn bỏ"
    assert titles("bán bò")[0] == "Bán bò"


def test_a_title_stands_above_a_text_and_the_newer_above_the_older():
    article("Tin khác", body="Chợ nổi họp sớm.")
    article("Chợ nổi ngày xưa", published_on=DAY - datetime.timedelta(days=900))
    article("Chợ nổi hôm nay")
    assert titles("chợ nổi") == ["Chợ nổi hôm nay", "Chợ nổi ngày xưa", "Tin khác"]


def test_by_day_only_the_day_counts():
    article("Chợ nổi", published_on=DAY - datetime.timedelta(days=9))
    article("Tin khác", body="Chợ nổi họp sớm.")
    assert titles("chợ nổi", order=BY_DAY) == ["Tin khác", "Chợ nổi"]


def test_numbers_beside_choices_are_of_what_the_others_leave():
    article("Chợ nổi")
    article("Chợ nổi năm ngoái", published_on=DAY - datetime.timedelta(days=365))
    add(abstract="Chợ nổi")
    everything()
    findings = find(Search("chợ nổi", "vi", kind="article", year=2022), DAY)
    assert len(findings) == 1
    assert {choice.key: choice.count for choice in findings.kinds} == {"article": 1}
    assert {choice.key: (choice.count, choice.is_chosen) for choice in findings.years} == {
        "2023": (1, False),
        "2022": (1, True),
    }


def test_an_excerpt_shows_and_marks_the_words_where_they_stand():
    article("Tin", body="Ngày xưa " * 60 + "chợ nổi họp từ năm giờ sáng. " + "Ngày nay " * 60)
    row = find(Search("cho noi", "vi"), DAY)[:1][0]
    assert "[chợ nổi] họp từ năm giờ" in marked(row.excerpt)
    assert marked(row.excerpt).startswith("… ")


def test_what_is_found_has_its_address_of_today():
    page = article("Chợ nổi")
    page.slug = "cho-khac"
    page.save()
    assert find(Search("cho noi", "vi"), DAY)[:1][0].address == "/tin-tuc/cho-khac/"
