"""What of citizens' questions is found: what is published, without whatever readers may not know of who asked."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from citizens.addresses import address_of
from citizens.page import QuestionsPage
from citizens.questions import Question
from pages.search import open_lists
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
    return Question.objects.order_by().published().values("pk")


def _lists() -> dict[str, str]:
    return open_lists(QuestionsPage)


def _addresses(numbers: Collection[int], questions: str) -> dict[int, str]:
    """On which page of the list each stands by then, the list says when it is asked."""
    return {pk: f"{questions}{address_of(pk)}" for pk in numbers} if questions else {}


QUESTIONS = Source(
    key="questions",
    kinds={"question": _("Questions and answers")},
    stamps=_stamps,
    read=_read,
    on_show=_on_show,
    addresses=_addresses,
    lists=_lists,
)
