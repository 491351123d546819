"""Consultations and comments for the tests of this room."""

import datetime
import uuid
from collections.abc import Callable

import time_machine
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from consultations.actions import leave_comment, moderate
from consultations.models import Comment, ConsultationIndexPage, ConsultationPage, Response
from consultations.states import Outcome, Standing
from tests import cast

Visit = Callable[..., Client]
LIST = "/cong-khai/lay-y-kien/"
TODAY = datetime.date(2023, 10, 31)
DAY = datetime.timedelta(days=1)
FACTS = {
    "summary": "Mức thu phí chợ thay đổi từ năm 2024.",
    "asked": "Mọi người dân trong xã",
    "drafter": "Ủy ban nhân dân xã",
    "send_to": "Ủy ban nhân dân xã, ấp Chợ",
    "published_on": TODAY - 30 * DAY,
    "opens_on": TODAY - 20 * DAY,
    "closes_on": TODAY + 5 * DAY,
}
WORDS = "Phí chợ nên thu theo tháng."
EIGHT, A_MINUTE_LATER = "2023-10-31 08:00 +0700", "2023-10-31 08:01 +0700"


def add(title: str = "Dự thảo phí chợ", **facts: object) -> ConsultationPage:
    index = ConsultationIndexPage.objects.get(locale__language_code="vi")
    return index.add_child(instance=ConsultationPage(title=title, **{**FACTS, **facts}))


def close(page: ConsultationPage, **facts: object) -> ConsultationPage:
    """As if it had been open until yesterday."""
    for name, value in {"closes_on": TODAY - DAY, **facts}.items():
        setattr(page, name, value)
    page.save()
    return ConsultationPage.objects.get(pk=page.pk)


def answer(page: ConsultationPage, comments: str = "1", outcome: str = Outcome.PARTLY, **words: str) -> Response:
    words = {"opinion": "Thu theo tháng", "reason": "Đã sửa Điều 3.", **words}
    return Response.objects.create(page=page, comments=comments, outcome=outcome, **words)


def comment(page: ConsultationPage, body: str = WORDS, *, name: str = "", contact: str = "", to: str = "") -> Comment:
    left = leave_comment(page=page, body=body, name=name, contact=contact, fingerprint=uuid.uuid4().hex, language="vi")
    if to:
        reason = "advertising" if to == Standing.HIDDEN else ""
        moderate(seen={left.pk: Standing(left.standing)}, to=Standing(to), reason=reason, by=person(Role.APPROVER))
    return Comment.objects.get(pk=left.pk)


def person(role: Role) -> User:
    return User.objects.get(email=cast.address_of(role))


def main(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser").main


def opened(browser: Client, path: str) -> tuple[str, dict[str, str]]:
    """Where the form on that page goes, and what it would send."""
    with time_machine.travel(EIGHT, tick=False):
        form = main(browser.get(path)).select_one("form.public-form")
    return form["action"], {one["name"]: one.get("value", "") for one in form.select("input[name], textarea[name]")}


def send(browser: Client, path: str, **typed: str) -> HttpResponse:
    address, data = opened(browser, path)
    return post(browser, address, {**data, "body": WORDS, **typed})


def post(browser: Client, address: str, data: dict[str, str], **headers: str) -> HttpResponse:
    with time_machine.travel(A_MINUTE_LATER, tick=False):
        return browser.post(address, data, **headers)
