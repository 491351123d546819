"""What of citizens' questions is found: what is published, without whatever readers may not know of who asked."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from citizens.page import QUESTIONS_PER_PAGE, QuestionsPage
from citizens.questions import Question
from lib.pagination import PARAMETER
from pages.search import address_for, open_lists
from search.sources import Source, Thing


def _stamps(numbers: Collection[int] | None) -> dict[int, str]:
    questions = Question.objects.order_by().published()
    if numbers is not None:
        questions = questions.filter(pk__in=numbers)
    return {pk: f"{version} {on}" for pk, version, on in questions.values_list("pk", "version", "published_on")}


def _read(numbers: Collection[int]) -> Iterator[Thing]:
    for question in Question.objects.published().filter(pk__in=numbers).select_related("field"):
        yield Thing(
            number=question.pk,
            kind="question",
            title=question.subject,
            text=f"{question.body}\n{question.answer}",
            keywords=" ".join((question.shown_name, question.field.name_vi if question.field else "")),
            day=question.published_on,
        )


def _on_show(on: datetime.date) -> QuerySet[Any]:
    published = Question.objects.order_by().published()
    return (published if open_lists(QuestionsPage) else Question.objects.none()).values("pk")


def _addresses(numbers: Collection[int], language: str) -> dict[int, str]:
    """Each stands on a page of the list, which it moves along when later ones come."""
    page = address_for(open_lists(QuestionsPage), language)
    if not page:
        return {}
    order = (F("published_on").desc(), F("pk").desc())
    rows = Question.objects.published().annotate(row=Window(RowNumber(), order_by=order)).values_list("pk", "row")
    wanted = set(numbers)
    return {
        pk: f"{page}?{PARAMETER}={(row - 1) // QUESTIONS_PER_PAGE + 1}#cau-hoi-{pk}" for pk, row in rows if pk in wanted
    }


QUESTIONS = Source(
    key="questions",
    kinds={"question": _("Questions and answers")},
    stamps=_stamps,
    read=_read,
    on_show=_on_show,
    addresses=_addresses,
)
