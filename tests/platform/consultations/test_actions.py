"""Decisions on comments and more time: who may, two at once, and what is left afterwards."""

import threading

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connections, transaction
from pytest_django import Settings

from accounts.roles import Role
from audit.models import AuditEntry
from consultations.actions import extend, forget_commenters, moderate
from consultations.models import Comment, ConsultationPage, Extension, Ruling
from consultations.states import Standing
from tenants.crossing import in_site
from tenants.isolation.logins import as_site
from tenants.isolation.schedule import forget_old_commenters, timers
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.consultations.drafts import DAY, TODAY, WORDS, add, answer, close, comment, person

WAITING, PUBLISHED, HIDDEN = Standing.WAITING, Standing.PUBLISHED, Standing.HIDDEN


def decide(*comments: Comment, to: Standing = PUBLISHED, role: Role = Role.APPROVER, **words: str) -> list[int]:
    """Numbers of the comments that somebody else had decided on meanwhile."""
    seen = {one.pk: Standing(one.standing) for one in comments}
    return moderate(seen=seen, to=to, by=person(role), **words).meanwhile


def standing(one: Comment) -> tuple[str, str]:
    fresh = Comment.objects.get(pk=one.pk)
    return fresh.standing, fresh.reason


def logged() -> list[tuple[str, str, str]]:
    """Without what was done while the site was laid out."""
    entries = AuditEntry.objects.exclude(actor="").order_by("pk")
    return list(entries.values_list("event", "actor", "detail"))


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR])
def test_deciding_is_for_those_who_may_publish(commune: Tenant, role: Role):
    with in_site(commune):
        one = comment(add())
        with pytest.raises(PermissionDenied):
            decide(one, role=role)
        assert standing(one) == (WAITING, "")


def test_many_are_decided_on_at_once_and_written_down_once_for_each_consultation(commune: Tenant):
    with in_site(commune):
        first, second = add("Phí chợ"), add("Đường")
        comments = [*(comment(first) for _ in range(4)), comment(second)]
        decide(*comments, to=HIDDEN, reason="advertising", note="Cùng một câu")
        assert {standing(one) for one in comments} == {(HIDDEN, "advertising")}
        assert Ruling.objects.count() == 5
        who = cast.address_of(Role.APPROVER)
        assert logged() == [
            ("comments-hidden", who, "1–4: Phí chợ"),
            ("comments-hidden", who, "1: Đường"),
        ]


def test_what_is_hidden_needs_a_reason(commune: Tenant):
    with in_site(commune):
        one = comment(add())
        for reason in ("", "vì ghét"):
            with pytest.raises(ValidationError):
                decide(one, to=HIDDEN, reason=reason)
        assert standing(one) == (WAITING, "")


def test_a_decision_is_taken_back_and_both_stay_on_record(commune: Tenant):
    with in_site(commune):
        one = comment(add())
        decide(one, to=HIDDEN, reason="insulting")
        one.refresh_from_db()
        assert decide(one) == []
        assert standing(one) == (PUBLISHED, "")
        assert list(one.rulings.values_list("standing", "reason")) == [(HIDDEN, "insulting"), (PUBLISHED, "")]


def test_what_a_colleague_decided_on_meanwhile_stays(commune: Tenant):
    with in_site(commune):
        page = add()
        one, other = comment(page), comment(page)
        decide(one, to=HIDDEN, reason="personal")
        assert decide(one, other) == [one.pk]
        assert standing(one) == (HIDDEN, "personal")
        assert standing(other) == (PUBLISHED, "")


def test_a_number_that_is_not_there_is_left_out(commune: Tenant):
    with in_site(commune):
        decided = moderate(seen={999_999: WAITING}, to=PUBLISHED, by=person(Role.APPROVER))
        assert (decided.done, decided.meanwhile) == ([], [999_999])
        assert logged() == []


def test_two_who_decide_at_the_same_moment_decide_once(own_database: str):
    commune = find_tenant(cast.COMMUNE)
    with in_site(commune), transaction.atomic():
        page = add()
        comments = [comment(page) for _ in range(5)]
    start, outcomes = threading.Barrier(2), []

    def come(to: Standing) -> None:
        seen = {one.pk: WAITING for one in (comments if to == HIDDEN else reversed(comments))}
        with as_site(commune):
            start.wait()
            outcomes.append(moderate(seen=seen, to=to, reason="other", by=person(Role.APPROVER)))
        connections.close_all()

    threads = [threading.Thread(target=come, args=(to,)) for to in (HIDDEN, PUBLISHED)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done = [number for outcome in outcomes for number in outcome.done]
    assert len(outcomes) == 2
    assert sorted(done) == sorted(one.pk for one in comments)
    with in_site(commune):
        rulings = dict(Ruling.objects.values_list("comment_id", "standing"))
        assert Ruling.objects.count() == len(comments)
        assert dict(Comment.objects.values_list("pk", "standing")) == rulings


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, False), (Role.APPROVER, True), (Role.ADMINISTRATOR, True)])
def test_more_time_is_given_by_those_who_may_publish(commune: Tenant, role: Role, may: bool):
    with in_site(commune):
        page = add()
        if not may:
            with pytest.raises(PermissionDenied):
                extend(page=page, closes_on=TODAY + 9 * DAY, reason="Mưa", by=person(role))
            return
        extension = extend(page=page, closes_on=TODAY + 9 * DAY, reason=" Mưa lớn ", by=person(role))
        assert (extension.closed_on, extension.reason) == (TODAY + 5 * DAY, "Mưa lớn")
        detail = "05/11/2023 → 09/11/2023: Dự thảo phí chợ"
        assert logged() == [("consultation-extended", cast.address_of(role), detail)]


@pytest.mark.parametrize("day", [-1, 0, 4, 5])
def test_an_extension_gives_time(commune: Tenant, day: int):
    with in_site(commune), pytest.raises(ValidationError):
        extend(page=add(), closes_on=TODAY + day * DAY, reason="Mưa", by=person(Role.APPROVER))


def test_no_more_time_into_the_past_nor_after_the_account(commune: Tenant):
    with in_site(commune):
        page = close(add(), closes_on=TODAY - 9 * DAY)
        with pytest.raises(ValidationError):
            extend(page=page, closes_on=TODAY - DAY, reason="Mưa", by=person(Role.APPROVER))
        page = close(page, accounted_on=TODAY, account="Xong.")
        with pytest.raises(ValidationError):
            extend(page=page, closes_on=TODAY + DAY, reason="Mưa", by=person(Role.APPROVER))
        assert not Extension.objects.exists()


def test_two_extensions_at_the_same_moment_come_one_after_the_other(own_database: str):
    commune = find_tenant(cast.COMMUNE)
    with in_site(commune), transaction.atomic():
        page = add()
    start, outcomes = threading.Barrier(2), []

    def come() -> None:
        with as_site(commune):
            start.wait()
            try:
                outcomes.append(extend(page=page, closes_on=TODAY + 9 * DAY, reason="Mưa", by=person(Role.APPROVER)))
            except ValidationError as refusal:
                outcomes.append(refusal)
        connections.close_all()

    threads = [threading.Thread(target=come) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(one).__name__ for one in outcomes) == ["Extension", "ValidationError"]


def test_how_to_reach_people_is_forgotten_and_so_is_what_was_hidden(commune: Tenant, settings: Settings):
    with in_site(commune):
        page = add()
        shown = comment(page, name="Sơn", contact="0912", to=PUBLISHED)
        hidden = comment(page, "Lời thô", name="Ẩn", contact="0913", to=HIDDEN)
        waiting = comment(page, name="Lan", contact="0914")
        settings.FIXED_TODAY = TODAY + 5 * DAY + 180 * DAY
        assert forget_commenters(days=180) == 0
        settings.FIXED_TODAY += DAY
        assert forget_commenters(days=180) == 3
        assert forget_commenters(days=180) == 0
        rows = {one.pk: (one.body, one.name, one.contact) for one in Comment.objects.all()}
        assert rows == {shown.pk: (WORDS, "Sơn", ""), hidden.pk: ("", "", ""), waiting.pk: (WORDS, "Lan", "")}
        assert decide(hidden) == [hidden.pk]
        assert standing(hidden) == (HIDDEN, "advertising")


def test_an_extension_keeps_what_it_needs(commune: Tenant, settings: Settings):
    with in_site(commune):
        page = add()
        comment(page, contact="0912")
        extend(page=page, closes_on=TODAY + 30 * DAY, reason="Mưa", by=person(Role.APPROVER))
        settings.FIXED_TODAY = TODAY + 20 * DAY
        assert forget_commenters(days=10) == 0


def test_each_site_forgets_by_the_clock_each_day(commune: Tenant, town: Tenant, settings: Settings):
    for tenant in (commune, town):
        with in_site(tenant):
            comment(add(), contact="0912")
    settings.FIXED_TODAY = TODAY + 200 * DAY
    forget_old_commenters()
    for tenant in (commune, town):
        with in_site(tenant):
            assert list(Comment.objects.values_list("contact", flat=True)) == [""]
    assert [timer.seconds for timer in timers() if timer.work is forget_old_commenters] == [24 * 3600]


def test_a_copy_is_another_draft(commune: Tenant):
    with in_site(commune):
        page = add()
        comment(page, to=PUBLISHED)
        page = close(page, accounted_on=TODAY, account="Xong.")
        answer(page)
        copied = page.copy(update_attrs={"slug": "ban-sao"})
        fresh = ConsultationPage.objects.get(pk=copied.pk)
        assert (fresh.accounted_on, fresh.account, fresh.responses.count()) == (None, "", 0)
        assert not Comment.objects.on(fresh.translation_key).exists()
