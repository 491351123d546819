"""What editors set: results above all others, words of one meaning, and what they read of what was sought in vain."""

import datetime
from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.roles import Role
from newsroom.models import ArticlePage
from search.actions import MOST_MISSES_A_DAY, forget_misses, note_miss
from search.models import Miss, Pin, Synonyms
from search.searches import Search, pinned
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.search.findings import DAY, article, plain, titles

Visit = Callable[..., Client]


@pytest.fixture(autouse=True)
def _here(commune: Tenant) -> Iterator[None]:
    with in_site(commune):
        yield


def pin(**fields: object) -> Pin:
    one = Pin(**{"words": "thẻ căn cước\ncccd", "title": "Làm thẻ căn cước", "address": "/thu-tuc/", **fields})
    one.full_clean()
    one.save()
    return one


def pins(text: str, on: datetime.date = DAY) -> list[tuple[str, str]]:
    return [(plain(row.title), row.address) for row in pinned(Search(text, "vi"), on)]


@pytest.mark.parametrize("typed", ["cccd", "CCCD", "the can cuoc", "Thẻ  căn cước"])
def test_a_pin_stands_above_for_its_very_words(typed: str):
    pin()
    assert pins(typed) == [("Làm thẻ căn cước", "/thu-tuc/")]


@pytest.mark.parametrize("typed", ["can cuoc", "làm thẻ căn cước", "xa"])
def test_and_for_no_others(typed: str):
    pin()
    assert pins(typed) == []


def test_a_pin_holds_from_its_first_to_its_last_day():
    pin(since=DAY, until=DAY)
    day = datetime.timedelta(days=1)
    assert [len(pins("cccd", DAY + number * day)) for number in (-1, 0, 1)] == [0, 1, 0]


def test_a_pinned_page_is_shown_while_readers_may_see_it():
    page = article("Chợ nổi")
    pin(page=page, address="", title="")
    assert pins("cccd") == [("Chợ nổi", page.get_url())]
    ArticlePage.objects.filter(pk=page.pk).update(live=False)
    assert pins("cccd") == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"words": " ! "}, "words"),
        ({"address": ""}, "page"),
        ({"address": "https://elsewhere.example/"}, "address"),
        ({"address": "//elsewhere.example/"}, "address"),
        ({"address": "/\\elsewhere.example/"}, "address"),
        ({"title": ""}, "title"),
        ({"since": DAY, "until": DAY - datetime.timedelta(days=1)}, "until"),
    ],
)
def test_a_pin_that_leads_nowhere_or_elsewhere_is_refused(fields: dict[str, object], field: str):
    with pytest.raises(ValidationError) as refused:
        pin(**fields)
    assert field in refused.value.message_dict


def test_words_of_one_meaning_find_each_other_from_the_next_search_on():
    article("Cấp giấy phép lái xe")
    assert titles("gplx") == []
    Synonyms.objects.create(words="GPLX\ngiấy phép lái xe\nbằng lái")
    assert titles("gplx") == titles("bằng lái") == ["Cấp giấy phép lái xe"]


def test_one_word_alone_means_nothing_else():
    with pytest.raises(ValidationError):
        Synonyms(words="GPLX\ngplx").full_clean()


def test_what_was_sought_in_vain_is_counted_by_day():
    for _ in range(2):
        note_miss(words="  Bến   phà ", on=DAY)
    note_miss(words="bến phà", on=DAY + datetime.timedelta(days=1))
    assert list(Miss.objects.order_by("on").values_list("words", "times")) == [("bến phà", 2), ("bến phà", 1)]


@pytest.mark.parametrize(
    "words",
    [
        "son@demo.example",
        "0901 234 567",
        "gọi 0901.234.567",
        "084091000123",
        "1.001193 0901",
        "0.901234.567",
        "  ",
        f"{'a' * 95} 0901234567",
    ],
)
def test_what_may_tell_who_typed_it_is_not_kept(words: str):
    note_miss(words=words, on=DAY)
    assert not Miss.objects.exists()


@pytest.mark.parametrize("words", ["15/2023/QĐ-UBND", "1.001193", "thủ tục 2.000488 ở đâu"])
def test_the_number_of_a_document_or_a_procedure_is(words: str):
    note_miss(words=words, on=DAY)
    assert Miss.objects.count() == 1


def test_nobody_fills_the_list_by_a_program():
    Miss.objects.bulk_create(Miss(words=str(number), on=DAY, times=1) for number in range(MOST_MISSES_A_DAY))
    note_miss(words="bến phà", on=DAY)
    assert Miss.objects.filter(on=DAY).count() == MOST_MISSES_A_DAY


def test_what_is_old_is_forgotten():
    for days in (91, 90):
        note_miss(words="bến phà", on=DAY - datetime.timedelta(days=days))
    assert forget_misses(days=90, on=DAY) == 1
    assert Miss.objects.get().on == DAY - datetime.timedelta(days=90)


SCREENS = ["/admin/search/pins/", "/admin/search/synonyms/", "/admin/search-misses/"]


@pytest.mark.parametrize("path", SCREENS)
@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.ADMINISTRATOR, True), (Role.APPROVER, True), (Role.EDITOR, False), (Role.CONTRIBUTOR, False)],
)
def test_who_steers_the_search(commune: Tenant, visit: Visit, path: str, role: Role, may: bool):
    assert (visit(commune, role).get(path).status_code == 200) is may


def test_the_report_adds_up_the_days(commune: Tenant, visit: Visit):
    for days in (0, 0, 3):
        note_miss(words="bến phà", on=DAY - datetime.timedelta(days=days))
    exported = visit(commune, Role.APPROVER).get("/admin/search-misses/?export=csv")
    assert "bến phà,3,2023-10-31" in b"".join(exported.streaming_content).decode()


def test_days_are_told_as_dates_also_those_to_come(commune: Tenant, visit: Visit):
    note_miss(words="bến phà", on=DAY)
    Pin.objects.create(words="bến phà", address="https://pha.example/", since=DAY, until=datetime.date(2099, 12, 31))
    browser = visit(commune, Role.APPROVER)
    assert "31/10/2023" in cells(browser, "/admin/search-misses/")
    assert {"31/10/2023", "31/12/2099"} <= cells(browser, "/admin/search/pins/")


def cells(browser: Client, path: str) -> set[str]:
    """The words that stand in the cells, without what appears when somebody points at them."""
    shown = BeautifulSoup(browser.get(path).content, "html.parser")
    return {" ".join(text.strip() for text in cell.find_all(string=True, recursive=False)) for cell in shown("td")}
