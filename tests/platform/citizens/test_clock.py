"""The clock agrees with what was counted by hand."""

import datetime

import pytest

from catalogue.models import Deadline, OfficeDay
from citizens.clock import deadline_of, due_on, office_days
from tests.platform.citizens.cases import CASES, DECIDED, DECIDED_CASES, moment

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kind", "asked", "due"), [(kind, at, due) for kind, at, steps, due in CASES if not steps])
def test_it_is_due_on_the_day_counted_by_hand(kind: str, asked: str, due: str):
    at = moment(asked)
    assert due_on(at, deadline_of(kind, at).working_days) == datetime.date.fromisoformat(due)


@pytest.mark.parametrize(("kind", "asked", "due"), DECIDED_CASES)
def test_a_decided_day_off_and_the_saturday_for_it_are_counted(kind: str, asked: str, due: str):
    for day, is_open in DECIDED.items():
        OfficeDay.objects.create(day=day, is_open=is_open, basis="Thông báo")
    at = moment(asked)
    assert due_on(at, deadline_of(kind, at).working_days, office_days()) == datetime.date.fromisoformat(due)


def test_the_deadline_is_the_one_in_force_on_the_day_of_receipt():
    old = Deadline.objects.get(kind="question")
    Deadline.objects.filter(pk=old.pk).update(valid_to=datetime.date(2023, 10, 31))
    Deadline.objects.create(kind="question", working_days=10, valid_from=datetime.date(2023, 11, 1), basis="Quy chế")
    days = [deadline_of("question", moment(at)).working_days for at in ("2023-10-31 23:59", "2023-11-01 00:00")]
    assert days == [15, 10]


def test_a_kind_without_a_deadline_is_refused():
    with pytest.raises(Deadline.DoesNotExist):
        deadline_of("unknown", moment("2023-10-31 10:00"))


def test_what_an_office_chose_is_not_told_as_law():
    assert not Deadline.objects.get(kind="question").is_law
