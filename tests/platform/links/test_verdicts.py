"""When a link counts as broken, and when it is asked for again."""

import datetime

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from links.actions import check_again, leave_alone, record, watch_again
from links.answers import Answer
from links.figures import LinkFigures, broken, links
from links.models import Link, Place
from links.states import Kind, Reason, State
from tenants.registry.models import Tenant
from tests.cast import address_of

OK, LOST = Answer(status=200), Answer(status=404, reason=Reason.NOT_FOUND)
DOWN, SLOW = Answer(reason=Reason.NO_ANSWER), Answer(reason=Reason.TOO_SLOW)
TOO_OFTEN = Answer(status=429, reason=Reason.TOO_OFTEN, wait=datetime.timedelta(minutes=7))
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


@pytest.fixture
def link(here: Tenant) -> Link:
    found = Link.objects.create(address="https://a.example/", kind=Kind.OUTSIDE, host="a.example")
    Place.objects.create(link=found, source="pages", number=1, title="Bài")
    return found


class Days:
    """Answers on the days that go by."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def go_by(self, time: datetime.timedelta) -> None:
        link = self.link
        link.refresh_from_db()
        for name in ("failing_since", "next_check_at", "checked_at", "last_ok_at"):
            at = getattr(link, name)
            setattr(link, name, at - time if at else None)
        if link.failed_on:
            link.failed_on -= datetime.timedelta(days=time.days)
        link.save()

    def answer(self, answer: Answer) -> str:
        record({self.link.pk: answer})
        self.link.refresh_from_db()
        return self.link.state


@pytest.fixture
def days(link: Link) -> Days:
    return Days(link)


def test_what_works_is_asked_for_again_in_a_week(link: Link, days: Days):
    assert days.answer(OK) == State.OK
    assert link.next_check_at - link.checked_at == 7 * DAY
    assert link.last_ok_at == link.checked_at


def test_no_such_page_is_believed_when_it_is_said_again_after_a_while(link: Link, days: Days):
    assert days.answer(LOST) == State.UNREACHABLE
    assert link.next_check_at - link.checked_at == HOUR
    assert days.answer(LOST) == State.UNREACHABLE
    days.go_by(HOUR)
    assert days.answer(LOST) == State.BROKEN


def test_what_does_not_answer_is_broken_on_the_third_day(days: Days):
    for answer, state in ((DOWN, State.UNREACHABLE), (SLOW, State.UNREACHABLE), (DOWN, State.BROKEN)):
        assert days.answer(answer) == state
        days.go_by(DAY)


def test_failing_many_times_on_one_day_breaks_nothing(link: Link, days: Days):
    for _ in range(5):
        assert days.answer(DOWN) == State.UNREACHABLE
    assert link.failed_days == 1


def test_what_works_again_begins_anew(link: Link, days: Days):
    days.answer(DOWN)
    days.go_by(DAY)
    days.answer(DOWN)
    days.answer(OK)
    assert (link.failing_since, link.failed_days) == (None, 0)
    days.go_by(DAY)
    assert days.answer(DOWN) == State.UNREACHABLE


def test_what_is_broken_is_asked_for_less_and_less_often(link: Link, days: Days):
    pauses = []
    for _ in range(9):
        days.answer(DOWN)
        pauses.append((link.next_check_at - link.checked_at).days)
        days.go_by(DAY)
    assert pauses == [1, 1, 1, 2, 4, 7, 7, 7, 7]


def test_who_asks_to_wait_is_waited_for_and_breaks_nothing(link: Link, days: Days):
    days.answer(OK)
    assert days.answer(TOO_OFTEN) == State.OK
    assert link.next_check_at - link.checked_at == TOO_OFTEN.wait


def test_being_asked_to_wait_does_not_heal_what_fails(link: Link, days: Days):
    days.answer(DOWN)
    days.answer(TOO_OFTEN)
    assert link.failed_days == 1


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer(status=403, reason=Reason.DENIED), State.REFUSED),
        (Answer(reason=Reason.ROBOTS), State.UNCHECKED),
        (Answer(reason=Reason.INTERNAL), State.UNCHECKED),
        (Answer(reason=Reason.MALFORMED), State.BROKEN),
        (Answer(status=200, final="https://b.example/"), State.REDIRECTED),
        (Answer(status=200, final="https://a.example/"), State.OK),
    ],
)
def test_other_answers_say_at_once_how_it_stands(days: Days, answer: Answer, state: State):
    assert days.answer(answer) == state


def test_the_history_has_what_changed_and_nothing_else(link: Link, days: Days):
    for answer in (OK, OK, DOWN, DOWN, OK):
        days.answer(answer)
    told = link.changes.order_by("pk").values_list("state", "reason")
    assert list(told) == [("ok", ""), ("unreachable", "no-answer"), ("ok", "")]


def test_figures_count_addresses_in_use_that_nobody_left_alone(link: Link, days: Days):
    days.answer(Answer(reason=Reason.MALFORMED))
    Link.objects.create(address="https://nowhere.example/", kind=Kind.OUTSIDE, state=State.BROKEN)
    assert links() == LinkFigures(broken=1, unreachable=0, refused=0, redirected=0, unchecked=0, ok=0)
    leave_alone(link=link, reason="Cơ quan kia đang sửa", by=User.objects.get(email=address_of(Role.EDITOR)))
    assert broken() == 0


def test_what_is_left_alone_is_not_due_until_it_is_watched_again(link: Link):
    editor = User.objects.get(email=address_of(Role.EDITOR))
    due = Link.objects.due(timezone.now() + DAY)
    assert due.exists()
    leave_alone(link=link, reason="Để nguyên", by=editor)
    assert not due.exists()
    watch_again(link=link, by=editor)
    assert due.exists()
    assert [change.words for change in link.changes.all()] == ["", "Để nguyên"]


def test_checking_again_makes_it_due(link: Link, days: Days):
    days.answer(OK)
    assert not Link.objects.due(timezone.now()).exists()
    check_again(link=link, by=User.objects.get(email=address_of(Role.EDITOR)))
    assert Link.objects.due(timezone.now()).exists()


def test_a_host_with_thousands_keeps_no_other_from_its_turn(link: Link):
    Link.objects.filter(pk=link.pk).update(next_check_at=timezone.now())
    for number in range(5):
        many = Link.objects.create(
            address=f"https://many.example/{number}",
            kind=Kind.OUTSIDE,
            host="many.example",
            next_check_at=timezone.now() - DAY,
        )
        Place.objects.create(link=many, source="pages", number=1, title="Bài")
    found = Link.objects.due(timezone.now()).in_turns(2).values_list("host", flat=True)
    assert list(found) == ["many.example", "many.example", "a.example"]
