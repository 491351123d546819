"""A question that is found leads to the page of the list on which it stands by now."""

import datetime
from collections.abc import Callable

from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from citizens.models import Question
from citizens.page import QUESTIONS_PER_PAGE
from citizens.states import State
from search.sight import Sight
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
DAY = datetime.date(2023, 10, 31)


def add(number: int, **fields: object) -> list[Question]:
    """That many, published on the same day."""
    shown = {"state": State.ANSWERED, "may_be_published": True, "published_on": DAY, **fields}
    return [
        Question.objects.create(
            subject=f"Phí chợ {one}",
            body="Mấy giờ?",
            fingerprint=f"{fields} {one}",
            language="vi",
            received_at=timezone.now(),
            due_on=DAY,
            **shown,
        )
        for one in range(number)
    ]


def address_of(question: Question, language: str = "vi") -> str:
    one = ("questions", question.pk)
    return Sight(DAY).addresses([one], language)[one]


def test_each_leads_to_the_page_on_which_it_stands(commune: Tenant, visit: Visit):
    with in_site(commune):
        old = add(1, published_on=DAY - datetime.timedelta(days=1))[0]
        same_day = add(QUESTIONS_PER_PAGE + 1)
        addresses = {question.pk: address_of(question) for question in (old, same_day[0], same_day[1], same_day[-1])}
    browser = visit(commune)
    for pk, address in addresses.items():
        there = browser.get(address)["Location"]
        assert there.endswith(f"#cau-hoi-{pk}")
        page = BeautifulSoup(browser.get(there.partition("#")[0]).content, "html.parser")
        assert page.find(id=f"cau-hoi-{pk}")


def test_it_moves_along_when_later_ones_come(commune: Tenant, visit: Visit):
    with in_site(commune):
        question = add(1)[0]
        address = address_of(question)
    browser = visit(commune)
    assert "trang=1#" in browser.get(address)["Location"]
    with in_site(commune):
        add(QUESTIONS_PER_PAGE, published_on=DAY + datetime.timedelta(days=1))
    assert "trang=2#" in browser.get(address)["Location"]


def test_in_the_reader_s_language(commune: Tenant, visit: Visit):
    with in_site(commune):
        address = address_of(add(1)[0], "km")
    assert address.startswith("/km/")
    assert visit(commune).get(address)["Location"].startswith("/km/")


def test_what_is_not_published_has_no_address(commune: Tenant, visit: Visit):
    with in_site(commune):
        question = add(1)[0]
        address = address_of(question)
        Question.objects.update(published_on=None)
    assert visit(commune).get(address).status_code == 404
    assert visit(commune).get(address.replace(str(question.pk), "9" * 18)).status_code == 404


def test_however_many_there_are_addresses_cost_the_same(commune: Tenant):
    counted = []
    with in_site(commune):
        for number in (1, 3):
            add(number, published_on=DAY - datetime.timedelta(days=number))
            things = [("questions", pk) for pk in Question.objects.published().values_list("pk", flat=True)]
            Sight(DAY).addresses(things, "vi")
            with CaptureQueriesContext(connection) as captured:
                assert len(Sight(DAY).addresses(things, "vi")) == len(things)
            counted.append(len(captured))
    assert counted[0] == counted[1] <= 1
