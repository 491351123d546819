"""A citizen asks and follows it by a link; nobody else does."""

import datetime
from collections.abc import Callable

import time_machine
from bs4 import BeautifulSoup
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from citizens.actions import ask
from citizens.models import Question
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
TYPED = {"subject": "Phí chợ", "body": "Thu theo tháng được không?", "name": "Thạch Sơn"}


def send(browser: Client, **typed: str) -> HttpResponse:
    with time_machine.travel("2023-10-31 08:00 +0700", tick=False):
        form = BeautifulSoup(browser.get("/gui-cau-hoi/").content, "html.parser").select_one("form.public-form")
    hidden = {one["name"]: one.get("value", "") for one in form.select("input[type=hidden]")}
    with time_machine.travel("2023-10-31 08:01 +0700", tick=False):
        return browser.post("/gui-cau-hoi/", {**hidden, **TYPED, **typed})


def test_who_asks_follows_it_by_a_link(commune: Tenant, visit: Visit):
    answer = send(visit(commune))
    page = visit(commune).get(answer["Location"])
    text = BeautifulSoup(page.content, "html.parser").main.get_text()
    assert "Phí chợ" in text
    assert "21/11/2023" in text
    assert (page["Referrer-Policy"], page["X-Robots-Tag"]) == ("no-referrer", "noindex, nofollow")
    assert "no-store" in page["Cache-Control"]


def test_the_link_opens_nothing_on_another_site(commune: Tenant, town: Tenant, visit: Visit):
    answer = send(visit(commune))
    assert visit(town).get(answer["Location"]).status_code == 404
    assert visit(commune).get("/gui-cau-hoi/doan-mo/").status_code == 404


def test_a_program_that_fills_in_the_trap_is_turned_away_with_its_words(commune: Tenant, visit: Visit):
    answer = send(visit(commune), website="http://spam.example")
    assert answer.status_code == 200
    assert TYPED["body"] in answer.content.decode()
    with in_site(commune):
        assert not Question.objects.exists()


def test_a_link_is_mailed_where_an_address_was_given(commune: Tenant, visit: Visit, work: Callable[[], None]):
    answer = send(visit(commune), email="son@demo.example")
    work()
    (letter,) = mail.outbox
    assert letter.to == ["son@demo.example"]
    assert answer["Location"] in letter.body
    assert "21/11/2023" in letter.body


def test_on_a_fixed_date_the_deadline_is_counted_from_that_date(commune: Tenant, settings: Settings):
    settings.FIXED_TODAY = datetime.date(2023, 1, 31)
    with in_site(commune), time_machine.travel("2026-11-24 10:00 +0700", tick=False):
        question = ask(**TYPED, fingerprint="a", language="vi")
    assert (question.reference[:4], question.due_on) == ("2023", datetime.date(2023, 2, 21))
