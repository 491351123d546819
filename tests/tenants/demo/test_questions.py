"""Questions of the demo year: every state, some of them late, and nobody who could be taken for a real person."""

import datetime
from collections.abc import Callable

import pytest
from pytest_django import Settings

from accounts.models import User
from accounts.roles import Role
from citizens.models import Question
from citizens.states import Kind, State
from organisation.models import Department
from tenants.crossing import in_site
from tenants.demo.questions import write_questions
from tenants.registry.models import Tenant
from tests import cast

TODAY = datetime.date(2023, 10, 31)


def people() -> dict[Role, User]:
    return {role: User.objects.get(email=cast.address_of(role)) for role in (Role.EDITOR, Role.APPROVER)}


@pytest.fixture
def written(commune: Tenant, settings: Settings) -> Tenant:
    settings.FIXED_TODAY = TODAY
    with in_site(commune):
        Department.objects.create(name_vi="Phòng Kinh tế")
        assert write_questions(commune, people()) == 10
        assert write_questions(commune, people()) == 0
    return commune


def test_all_states_are_there_and_some_are_late(work: Callable[[], None], written: Tenant, district: Tenant):
    with in_site(written):
        assert set(Question.objects.values_list("state", flat=True)) == set(State.values) - {State.FORGOTTEN}
        assert set(Question.objects.values_list("kind", flat=True)) == set(Kind.values) - {Kind.ACCESS_COMPLEX}
        assert Question.objects.overdue(TODAY).exists()
        assert Question.objects.published().count() == 2
        assert not Question.objects.exclude(name__contains="(minh họa)").exists()
    work()
    with in_site(district):
        assert "xã Định An" in Question.objects.get().body


def test_what_happened_happened_in_the_demo_year(written: Tenant):
    with in_site(written):
        for question in Question.objects.exclude(state=State.MOVED).prefetch_related("history"):
            days = [one.at.date() for one in question.history.all()]
            assert days == sorted(days)
            assert max(days) <= TODAY
            assert question.answered_on is None or question.answered_on <= TODAY
            assert question.published_on is None or question.published_on <= TODAY
