"""What readers may not see is out of the search at once, whatever the index still holds."""

import datetime
from collections.abc import Iterator

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.models import User
from accounts.roles import Role
from agenda.actions import withdraw_week
from citizens.actions import approve, ask, publish, take_down, write_answer
from legal.models import LegalDocument, RegisterPage
from newsroom.models import ArticlePage
from organisation.models import Department, Person, Post
from search.actions import learn_words
from search.models import Entry, Pin
from search.searches import Search, find, pinned
from search.suggestions import suggested
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.agenda.weeks import MONDAY, clerk, row, write
from tests.platform.legal.documents import add
from tests.platform.search.findings import DAY, article, everything, titles


@pytest.fixture(autouse=True)
def _here(commune: Tenant) -> Iterator[None]:
    with in_site(commune):
        yield


def close(page: ArticlePage) -> None:
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)


def test_a_page_is_found_as_soon_as_it_is_published():
    article("Chợ nổi")
    assert titles("cho noi") == ["Chợ nổi"]


def test_what_is_unpublished_is_not():
    article("Chợ nổi").unpublish()
    assert titles("cho noi") == []


def test_nor_behind_the_back_of_wagtail():
    ArticlePage.objects.filter(pk=article("Chợ nổi").pk).update(live=False)
    assert Entry.objects.filter(title="Chợ nổi").exists()
    assert titles("cho noi") == []


def test_a_draft_is_not_and_the_published_words_are():
    page = article("Chợ nổi")
    page.title = "Chợ chìm"
    page.save_revision()
    assert titles("cho chim") == []
    assert titles("cho noi") == ["Chợ nổi"]


def test_a_private_page_is_not():
    close(article("Chợ nổi"))
    assert titles("cho noi") == []


def test_a_page_below_a_private_one_is_not():
    above = article("Chợ nổi").get_parent()
    PageViewRestriction.objects.create(page=above, restriction_type=PageViewRestriction.LOGIN)
    assert titles("cho noi") == []


def test_a_page_that_is_moved_below_a_private_one_is_not():
    page = article("Chợ nổi")
    above = page.get_parent()
    closed = above.add_sibling("right", instance=type(above.specific)(title="Kín", slug="kin", locale=above.locale))
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    page.move(closed, pos="last-child")
    assert titles("cho noi") == []


def test_words_of_a_private_page_leave_the_index():
    page = article("Chợ nổi")
    close(page)
    everything()
    assert not Entry.objects.filter(source="pages", number=page.pk).exists()


def test_a_deleted_page_is_not():
    article("Chợ nổi").delete()
    assert titles("cho noi") == []


def test_a_page_is_found_from_its_day_on():
    article("Chợ nổi", published_on=DAY + datetime.timedelta(days=1))
    assert titles("cho noi") == []
    assert titles("cho noi", on=DAY + datetime.timedelta(days=1)) == ["Chợ nổi"]


def test_a_page_past_its_last_day_is_not_even_before_the_clock_takes_it_down():
    ArticlePage.objects.filter(pk=article("Chợ nổi").pk).update(expire_at=timezone.now())
    assert titles("cho noi") == []


def test_a_document_is_found_while_it_is_published_and_its_register_open():
    document = add("15/2023/QĐ-UBND", abstract="Về việc mở chợ nổi")
    everything()
    assert titles("cho noi") == ["Quyết định 15/2023/QĐ-UBND: Về việc mở chợ nổi"]
    RegisterPage.objects.update(live=False)
    assert titles("cho noi") == []
    RegisterPage.objects.update(live=True)
    document.unpublish()
    assert titles("cho noi") == []


def test_a_document_past_its_last_day_is_not_even_before_the_clock_takes_it_down():
    document = add("15/2023/QĐ-UBND", abstract="Về việc mở chợ nổi")
    everything()
    LegalDocument.objects.filter(pk=document.pk).update(expire_at=timezone.now())
    assert titles("cho noi") == []


def take_away(page: ArticlePage, how: str) -> None:
    """Behind the back of everything that might announce it."""
    pages = ArticlePage.objects.filter(pk=page.pk)
    if how == "past its last day":
        pages.update(expire_at=timezone.now())
    elif how == "unpublished":
        pages.update(live=False)
    elif how == "private":
        close(page)
    else:
        PageViewRestriction.objects.create(
            page=page.get_parent(), restriction_type=PageViewRestriction.PASSWORD, password="bi-mat"
        )


AWAY = ["unpublished", "past its last day", "private", "below a private one"]


@pytest.mark.parametrize("how", AWAY)
def test_what_is_taken_away_is_neither_offered_nor_pinned_nor_counted(how: str):
    page = article("Chợ nổi")
    article("Chợ phiên").move(page.get_parent().get_parent(), pos="last-child")
    Pin.objects.create(words="cho noi", page=page.page_ptr)
    search = Search("cho noi", "vi")
    assert [one.title for one in suggested(search, DAY)] == ["Chợ nổi"]
    assert len(pinned(search, DAY)) == 1
    take_away(page, how)
    assert suggested(search, DAY) == pinned(search, DAY) == []
    assert len(find(Search("cho", "vi"), DAY)) == 1


@pytest.mark.parametrize("how", AWAY)
def test_its_words_are_not_offered_for_a_slip(how: str):
    page = article("Chợ nổi trên sông Hậuu")
    learn_words(DAY)
    assert find(Search("hauuu", "vi"), DAY).corrected == "hậuu"
    take_away(page, how)
    findings = find(Search("hauuu", "vi"), DAY)
    assert (findings.is_empty, findings.corrected) == (True, "")


def test_a_page_that_is_opened_again_is_found_again():
    page = article("Chợ nổi")
    close(page)
    everything()
    PageViewRestriction.objects.all().delete()
    everything()
    assert titles("cho noi") == ["Chợ nổi"]


def test_a_week_is_found_while_it_is_published():
    week = write(row("Đi chợ nổi"))
    assert titles("cho noi") == [f"Lịch công tác tuần {MONDAY:%d/%m/%Y} – {week.sunday:%d/%m/%Y}"]
    withdraw_week(week=week, seen=week.version, by=clerk())
    assert titles("cho noi") == []


def test_a_week_that_is_written_and_not_published_is_not():
    write(row("Đi chợ nổi"), published=False)
    everything()
    assert titles("cho noi") == []


def person(role: Role) -> User:
    return User.objects.get(email=cast.address_of(role))


def test_a_question_is_found_while_its_answer_is_published_and_never_by_a_name_that_is_hidden():
    question = ask(
        subject="Chợ nổi",
        body="Mấy giờ họp?",
        name="Thạch Sơn",
        fingerprint="1",
        language="vi",
        may_be_published=True,
        hides_name=True,
    )
    question = write_answer(question=question, answer="Năm giờ.", by=person(Role.EDITOR), seen=0, propose=True)
    question = approve(question=question, by=person(Role.APPROVER), seen=question.version)
    assert titles("cho noi") == []
    question = publish(question=question, by=person(Role.APPROVER), seen=question.version)
    assert titles("cho noi") == ["Chợ nổi"]
    assert titles("thach son") == []
    take_down(question=question, by=person(Role.APPROVER), seen=question.version)
    assert titles("cho noi") == []


def test_a_department_and_its_people_are_found_while_readers_see_it():
    above = Department.objects.create(name_vi="Ban quản lý chợ nổi")
    below = Department.objects.create(name_vi="Tổ trật tự", parent=above)
    someone = Person.objects.create(name="Thạch Sơn", home_town="Nhị Trường", shows_home_town=False)
    Post.objects.create(person=someone, department=below, title="Tổ trưởng", phone="0901 234 567", shows_phone=False)
    everything()
    assert (titles("cho noi"), titles("thach son")) == (["Ban quản lý chợ nổi"], ["Thạch Sơn – Tổ trưởng, Tổ trật tự"])
    assert titles("nhi truong") == titles("0901 234 567") == []
    Department.objects.filter(pk=above.pk).update(is_shown=False)
    assert titles("cho noi") == titles("trat tu") == titles("thach son") == []


def test_a_word_of_another_site_is_found_there_only(town: Tenant):
    article("Chợ nổi")
    with in_site(town):
        everything()
        assert titles("cho noi") == []
        assert titles("bi mat") == [cast.SECRETS[cast.TOWN]]
