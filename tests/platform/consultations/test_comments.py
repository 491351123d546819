"""A visitor comments: once, in time, without losing a word; and what a flood of programs meets."""

import datetime
import threading
from collections.abc import Callable

import pytest
import time_machine
from django.db import Error, connection, connections, transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from accounts.roles import Role
from consultations.actions import NotOpen, extend, leave_comment
from consultations.models import Comment, ConsultationPage
from consultations.views_public import CommentView
from tenants.crossing import in_site
from tenants.isolation.logins import as_site
from tenants.provisioning.lifecycle import archive_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.consultations.drafts import (
    DAY,
    TODAY,
    WORDS,
    Visit,
    add,
    close,
    comment,
    main,
    opened,
    person,
    post,
    send,
)

Send = Callable[..., HttpResponse]


@pytest.fixture
def draft(commune: Tenant) -> ConsultationPage:
    with in_site(commune):
        return add()


@pytest.fixture
def path(commune: Tenant, draft: ConsultationPage) -> str:
    with in_site(commune):
        return draft.get_url()


def kept(tenant: Tenant) -> list[Comment]:
    with in_site(tenant):
        return list(Comment.objects.order_by("number"))


def test_who_comments_gets_a_number_and_nothing_appears_before_it_is_read(commune: Tenant, visit: Visit, path: str):
    browser = visit(commune)
    answer = send(browser, path, name="Thạch Sơn", contact="0912 345 678")
    assert answer.status_code == 302
    receipt = browser.get(answer["Location"])
    assert main(receipt).select_one(".receipt__number").text.strip()[-1] == "1"
    assert main(receipt).select_one(".receipt time")["datetime"] == "2023-10-31"
    (one,) = kept(commune)
    assert (one.body, one.name, one.contact, one.standing) == (WORDS, "Thạch Sơn", "0912 345 678", "waiting")
    assert not main(browser.get(path)).select(".comment")


def test_neither_name_nor_contact_is_needed(commune: Tenant, visit: Visit, path: str):
    assert send(visit(commune), path).status_code == 302
    assert [(one.name, one.contact) for one in kept(commune)] == [("", "")]


def test_the_form_stands_alone_too(commune: Tenant, visit: Visit, draft: ConsultationPage):
    assert send(visit(commune), f"/gop-y/{draft.pk}/").status_code == 302
    assert len(kept(commune)) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"body": " \n "}, {"body": "a" * 5001}, {"name": "a" * 101}, {"website": "http://spam.example"}, {"began": ""}],
)
def test_whatever_is_wrong_is_told_and_nothing_is_lost(commune: Tenant, visit: Visit, path: str, wrong: dict[str, str]):
    typed = {"body": WORDS, "name": "Sơn", "contact": "son@vidu.example", **wrong}
    answer = send(visit(commune), path, **typed)
    assert answer.status_code == 200
    html = main(answer)
    assert html.select_one("[role=alert]")
    for name in ("body", "name", "contact"):
        field = html.select_one(f"form.public-form [name={name}]")
        assert (field.get("value") or field.text).strip() == typed[name].strip()
    assert kept(commune) == []


def test_who_corrects_what_was_wrong_gets_through(commune: Tenant, visit: Visit, path: str):
    browser = visit(commune)
    refused = main(send(browser, path, body=""))
    form = refused.select_one("form.public-form")
    again = {one["name"]: one.get("value", "") for one in form.select("[name]")}
    assert post(browser, form["action"], {**again, "body": WORDS}).status_code == 302


def test_words_stay_as_they_were_typed_but_for_what_nobody_sees(commune: Tenant, visit: Visit, path: str):
    typed = "  Ðiều 3:\r\n<b>thu</b> =1+1\u200b\u202ec\x07 Ô̂ng  "
    send(visit(commune), path, body=typed)
    (one,) = kept(commune)
    assert one.body == "Ðiều 3:\n<b>thu</b> =1+1\u200bc Ô̂ng"


def test_a_text_of_the_full_length_with_line_ends_of_a_browser_fits(commune: Tenant, visit: Visit, path: str):
    assert send(visit(commune), path, body="a\r\n" * 2499 + "ab").status_code == 302
    assert len(kept(commune)[0].body) == 5000


def test_pressing_twice_sends_once(commune: Tenant, visit: Visit, path: str):
    browser = visit(commune)
    address, data = opened(browser, path)
    answers = [post(browser, address, {**data, "body": WORDS})["Location"] for _ in range(2)]
    assert [browser.get(one).context["receipt"].number for one in answers] == [1, 1]
    assert len(kept(commune)) == 1


def test_two_people_with_the_same_words_are_two(commune: Tenant, visit: Visit, path: str):
    for _ in range(2):
        send(visit(commune), path)
    assert [one.number for one in kept(commune)] == [1, 2]


def test_a_form_opened_before_the_end_is_not_taken_after_it(
    commune: Tenant, visit: Visit, path: str, settings: Settings
):
    browser = visit(commune)
    address, data = opened(browser, path)
    settings.FIXED_TODAY = TODAY + 6 * DAY
    answer = post(browser, address, {**data, "body": WORDS})
    assert answer.status_code == 200
    assert "05/11/2023" in main(answer).select_one("[role=alert]").text
    assert main(answer).select_one("textarea").text.strip() == WORDS
    assert kept(commune) == []


def test_who_sent_in_time_and_presses_again_too_late_sees_the_receipt(
    commune: Tenant, visit: Visit, path: str, settings: Settings
):
    browser = visit(commune)
    address, data = opened(browser, path)
    post(browser, address, {**data, "body": WORDS})
    settings.FIXED_TODAY = TODAY + 6 * DAY
    assert post(browser, address, {**data, "body": WORDS}).status_code == 302


@pytest.mark.parametrize(("second", "is_taken"), [("16:59:59.999", True), ("17:00:00", False)])
def test_the_last_day_ends_at_midnight_in_vietnam(
    commune: Tenant, draft: ConsultationPage, settings: Settings, second: str, is_taken: bool
):
    settings.FIXED_TODAY = None
    at = datetime.datetime.fromisoformat(f"2023-11-05T{second}+00:00")
    with in_site(commune), time_machine.travel(at, tick=False):
        if is_taken:
            assert comment(draft).received_on == TODAY + 5 * DAY
        else:
            with pytest.raises(NotOpen):
                comment(draft)


def test_nothing_is_taken_before_it_opens(commune: Tenant, visit: Visit, settings: Settings):
    with in_site(commune):
        page = add(opens_on=TODAY + DAY)
        with pytest.raises(NotOpen):
            comment(page)
    assert not main(visit(commune).get(f"/gop-y/{page.pk}/")).select("form")


def test_more_time_takes_comments_again(commune: Tenant):
    with in_site(commune):
        page = close(add())
        with pytest.raises(NotOpen):
            comment(page)
        extend(page=page, closes_on=TODAY, reason="Mưa lớn", by=person(Role.APPROVER))
        assert comment(page).number == 1


@pytest.mark.parametrize("number", [0, 999_999, 2**31, 10**30])
def test_a_consultation_that_is_not_there_leaves_no_trace(commune: Tenant, visit: Visit, number: int):
    assert post(visit(commune), f"/gop-y/{number}/", {"body": WORDS}).status_code == 404


@pytest.mark.parametrize("facts", [{"live": False}, {"published_on": TODAY + DAY, "opens_on": TODAY + DAY}])
def test_what_readers_may_not_see_takes_no_comment(commune: Tenant, visit: Visit, facts: dict[str, object]):
    with in_site(commune):
        page = add("Kín", **facts)
    answer = visit(commune).get(f"/gop-y/{page.pk}/")
    assert answer.status_code == 404
    assert "Kín" not in answer.content.decode()


def test_a_flood_from_one_network_ends_and_keeps_the_text(commune: Tenant, visit: Visit, path: str):
    browser = visit(commune)
    address, data = opened(browser, path)
    answers = [
        post(browser, address, {**data, "body": f"Quảng cáo {number}"}, REMOTE_ADDR="203.0.113.5")
        for number in range(CommentView.limit.times + 1)
    ]
    limit = CommentView.limit
    asked_to_count = limit.times - limit.quiet_after
    assert [answer.status_code for answer in answers[:-1]] == [302] * limit.quiet_after + [200] * asked_to_count
    assert answers[-1].status_code == 429
    assert "Quảng cáo 20" in main(answers[-1]).select_one("textarea").text
    assert post(browser, address, {**data, "body": WORDS}, REMOTE_ADDR="203.0.113.6").status_code == 302
    assert len(kept(commune)) == limit.quiet_after + 1


def test_a_form_from_elsewhere_is_refused(commune: Tenant, draft: ConsultationPage):
    stranger = Client(SERVER_NAME=commune.primary_host, enforce_csrf_checks=True)
    assert stranger.post(f"/gop-y/{draft.pk}/", {"body": WORDS}).status_code == 403
    assert kept(commune) == []


def test_an_archived_site_takes_no_comment(commune: Tenant, visit: Visit, path: str):
    browser = visit(commune)
    address, data = opened(browser, path)
    archive_site(tenant=commune, by="tests", reason="Đã sáp nhập")
    assert post(browser, address, {**data, "body": WORDS}).status_code != 302
    assert kept(commune) == []


def test_a_file_that_is_sent_along_is_not_kept(commune: Tenant, visit: Visit, path: str, tmp_path: object):
    browser = visit(commune)
    address, data = opened(browser, path)
    bait = tmp_path / "bait.pdf"
    bait.write_bytes(b"%PDF-1.7")
    with bait.open("rb") as file:
        assert post(browser, address, {**data, "body": WORDS, "file": file}).status_code == 302
    (one,) = kept(commune)
    assert one.body == WORDS


def test_nobodys_network_is_kept_with_the_words(commune: Tenant, visit: Visit, path: str):
    browser = visit(commune)
    address, data = opened(browser, path)
    post(browser, address, {**data, "body": WORDS}, REMOTE_ADDR="203.0.113.77")
    with in_site(commune), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(one)::text FROM consultations_comment AS one")
        (row,) = cursor.fetchone()
    assert WORDS in row
    assert "203.0.113.77" not in row


def test_a_receipt_is_of_one_consultation_on_one_site(
    commune: Tenant, town: Tenant, visit: Visit, draft: ConsultationPage, path: str
):
    with in_site(town):
        there = add()
    with in_site(commune):
        other = add("Dự thảo khác")
    location = send(visit(commune), path)["Location"]
    receipt = location.rstrip("/").rpartition("/")[2]
    assert visit(commune).get(location).status_code == 200
    assert visit(town).get(f"/gop-y/{there.pk}/da-nhan/{receipt}/").status_code == 404
    assert visit(commune).get(f"/gop-y/{other.pk}/da-nhan/{receipt}/").status_code == 404
    assert visit(commune).get(f"/gop-y/{draft.pk}/da-nhan/{receipt[:-1]}/").status_code == 404


def test_a_comment_stays_on_its_site(commune: Tenant, town: Tenant, visit: Visit, path: str):
    with in_site(town):
        add()
    send(visit(commune), path)
    assert (len(kept(commune)), len(kept(town))) == (1, 0)


@pytest.mark.parametrize(
    "change", ["body = 'Ý khác'", "name = 'Người khác'", "contact = 'x'", "number = 9", "received_on = '2020-01-01'"]
)
def test_the_database_lets_nobody_change_a_citizens_words(commune: Tenant, change: str):
    with in_site(commune):
        comment(add(), name="Sơn", contact="0912")
        with pytest.raises(Error, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE consultations_comment SET {change}")


def test_those_who_come_at_once_get_numbers_without_gaps(own_database: str):
    commune = find_tenant(cast.COMMUNE)
    with in_site(commune), transaction.atomic():
        page = add()
    start, numbers = threading.Barrier(6), []

    def come(count: int) -> None:
        with as_site(commune):
            start.wait()
            left = leave_comment(page=page, body=WORDS, name="", contact="", fingerprint=str(count // 2), language="vi")
            numbers.append(left.number)
        connections.close_all()

    threads = [threading.Thread(target=come, args=(count,)) for count in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == [1, 1, 2, 2, 3, 3]


def test_a_comment_that_waited_past_midnight_behind_another_is_too_late(own_database: str, settings: Settings):
    commune = find_tenant(cast.COMMUNE)
    settings.FIXED_TODAY = TODAY + 5 * DAY
    with in_site(commune), transaction.atomic():
        page = add()
    outcome: list[object] = []

    def come() -> None:
        with as_site(commune):
            try:
                outcome.append(comment(page))
            except NotOpen as refusal:
                outcome.append(refusal)
        connections.close_all()

    late = threading.Thread(target=come)
    with as_site(commune), transaction.atomic():
        ConsultationPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
        late.start()
        late.join(timeout=1)
        assert late.is_alive()
        settings.FIXED_TODAY = TODAY + 6 * DAY
    late.join()
    assert [type(one) for one in outcome] == [NotOpen]
