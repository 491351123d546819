"""Rows of every kind of open data, for the tests of this room."""

import datetime
import json
from typing import Any

from django.test import Client
from django.utils import timezone

from agenda.models import Week
from budget.models import DisclosureIndexPage, DisclosurePage
from citizens.models import Question
from citizens.states import State
from home.models import HomePage
from newsroom.models import ArticleIndexPage, ArticlePage
from pages.models import StandardPage
from places.models import PlaceIndexPage, PlacePage
from planning.models import ProgressNote, ProjectIndexPage, ProjectPage
from procedure_catalogue.models import Procedure
from recruitment.models import VacancyIndexPage, VacancyPage
from tests.platform.agenda.weeks import row, write
from tests.platform.consultations import drafts
from tests.platform.legal import documents
from tests.platform.organisation.offices import department, person, post
from tests.platform.procedures.cases import announce, say

API = "/api/v1/"
TODAY = datetime.date(2023, 10, 31)
DAY = datetime.timedelta(days=1)
KEYS = [
    "articles", "documents", "procedures", "projects", "budget-disclosures", "consultations", "vacancies", "places",
    "departments", "people", "work-calendar", "questions", "text-pages", "categories",
]  # fmt: skip


def get(browser: Client, path: str, expected: int = 200, **query: object) -> Any:
    answer = browser.get(f"{API}{path}", query)
    assert answer.status_code == expected, answer.content
    return json.loads(answer.content)


def rows(browser: Client, key: str, **query: object) -> list[dict[str, Any]]:
    return get(browser, key, **query)["results"]


def dump(browser: Client, key: str, kind: str = "json") -> str:
    answer = browser.get(f"{API}{key}.{kind}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def fill(word: str = "Chợ Gạo", number: int = 1) -> None:
    """A row of every kind, each with that word."""
    article(f"{word} {number}")
    documents.add(f"{number}/2023/QĐ-UBND", abstract=word)
    project(word)
    _list(DisclosureIndexPage).add_child(
        instance=DisclosurePage(title=word, subject="account", published_on=TODAY, slug=f"qt-{number}")
    )
    drafts.add(title=word)
    _list(VacancyIndexPage).add_child(
        instance=VacancyPage(title=word, employer=word, closes_on=TODAY, published_on=TODAY)
    )
    _list(PlaceIndexPage).add_child(instance=PlacePage(title=word, kind="temple", published_on=TODAY))
    post(person(f"{word} {number}"), department(word))
    Week.objects.all().delete()
    write(*(row(word) for _ in range(number)))
    question(word, number)
    procedure(f"1.{number:06}", word)
    home = HomePage.objects.get(locale__language_code="vi")
    home.add_child(instance=StandardPage(title=word, slug=f"trang-{number}"))


def article(title: str, **facts: Any) -> ArticlePage:
    return _list(ArticleIndexPage).add_child(instance=ArticlePage(title=title, **{"published_on": TODAY, **facts}))


def project(title: str) -> ProjectPage:
    facts = {"field": "other", "kind": "other", "funding": "state", "first_year": 2022, "last_year": 2024}
    page = ProjectPage(title=title, aim=title, cost=14_900_000_000, published_on=TODAY, **facts)
    _list(ProjectIndexPage).add_child(instance=page)
    ProgressNote.objects.create(page=page, noted_on=TODAY, percent=40, text="Đã đổ bê tông")
    return page


def procedure(code: str, desk: str) -> None:
    """The catalogue is one for all sites: what a site says of it is its own."""
    if not Procedure.objects.with_codes([code]).exists():
        announce(code)
    say(code, desk=desk)


def question(subject: str, number: int = 1, **facts: Any) -> Question:
    asked = {
        "body": "Chợ họp mấy giờ?", "name": "Trần Thị Hỏi", "email": "hoi@demo.example", "phone": "0900000000",
        "address": "ấp Chợ", "language": "vi", "received_at": timezone.now(), "due_on": TODAY, "answer": "Từ 5 giờ.",
        "state": State.ANSWERED, "may_be_published": True, "published_on": TODAY, "answered_on": TODAY,
    }  # fmt: skip
    return Question.objects.create(subject=subject, fingerprint=f"{subject}{number}", **{**asked, **facts})


def _list(kind: Any) -> Any:
    return kind.objects.get(locale__language_code="vi")
