"""A slip of the pen is met with what the site has, and never with what readers may not see."""

from collections.abc import Iterator

import pytest

from newsroom.models import ArticlePage
from search.actions import learn_words
from search.questions import Question
from search.searches import Search, find
from search.spelling import corrected
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.search.findings import DAY, article, plain


@pytest.fixture(autouse=True)
def _here(commune: Tenant) -> Iterator[None]:
    with in_site(commune):
        article("Công khai ngân sách xã Định An")
        article("Dự toán ngân sách năm sau")
        article("Phòng Tư pháp tiếp dân")
        learn_words(DAY)
        yield


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ngan sahc", "ngan sách"),
        ("ngn sach", "ngân sach"),
        ("ngansach", "ngân sách"),
        ("ngaan sachs", "ngân sách"),
        ("nga6n sa1ch", "ngân sách"),
        ("ngân sáchh 2023", "ngân sách 2023"),
        ("phongf tuw phaps", "phòng tư pháp"),
        ("xã dihn an", "xã định an"),
    ],
)
def test_the_likeliest_words_take_the_place_of_unknown_ones(typed: str, meant: str):
    assert corrected(Question.of(typed)) == meant


@pytest.mark.parametrize("typed", ["ngân sách", "sach ngan", "qwxyzk", "12/2023", "ខ្មែរ", ""])
def test_what_is_known_or_like_nothing_stays_as_it_is(typed: str):
    assert corrected(Question.of(typed)) == ""


def test_what_was_meant_is_shown_where_there_is_nothing_else():
    findings = find(Search("du toan ngan sahc", "vi"), DAY)
    assert findings.corrected == "du toan ngan sách"
    assert [plain(row.title) for row in findings[:1]] == ["Dự toán ngân sách năm sau"]


def test_another_spelling_is_offered_where_there_is_little():
    article("Chợ nganh")
    findings = find(Search("nganh", "vi"), DAY)
    assert (len(findings), findings.suggestion) == (1, "ngân")


def test_and_not_where_it_would_find_no_more():
    article("Chợ tupháp")
    findings = find(Search("tuphap", "vi"), DAY)
    assert (len(findings), findings.suggestion) == (1, "")


def test_a_word_that_readers_may_no_longer_see_is_not_suggested():
    ArticlePage.objects.filter(title__contains="ngân sách").update(live=False)
    findings = find(Search("ngan sahc", "vi"), DAY)
    assert findings.is_empty
    assert findings.corrected == ""
    learn_words(DAY)
    assert corrected(Question.of("ngan sahc")) == ""


def test_a_word_that_is_taken_back_is_offered_no_more_at_once():
    page = article("Chợ phiên")
    article("Họp chợ")
    learn_words(DAY)
    assert find(Search("phienn", "vi"), DAY).corrected == "phiên"
    page.unpublish()
    findings = find(Search("phienn", "vi"), DAY)
    assert (findings.is_empty, findings.corrected) == (True, "")


def test_the_next_likely_word_takes_its_place():
    pages = [article(f"Chợ phiên {number}") for number in ("một", "hai", "ba")]
    article("Chiếu phim")
    learn_words(DAY)
    assert find(Search("phiem", "vi"), DAY).corrected == "phiên"
    for page in pages:
        page.unpublish()
    assert find(Search("phiem", "vi"), DAY).corrected == "phim"


def test_a_spelling_that_is_read_nowhere_any_more_is_not_shown():
    pages = [article(f"Nước sạch {number}") for number in ("một", "hai", "ba")]
    learn_words(DAY)
    assert corrected(Question.of("ngan sahc")) == "ngan sạch"
    for page in pages:
        page.unpublish()
    findings = find(Search("ngan sahc", "vi"), DAY)
    assert (findings.corrected, len(findings)) == ("ngan sach", 2)


def test_another_sites_words_are_unknown(town: Tenant):
    with in_site(town):
        learn_words(DAY)
        assert corrected(Question.of("ngansach")) == ""
