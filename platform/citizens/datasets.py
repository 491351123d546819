"""Published questions and their answers as open data. How to reach who asked is never among it, nor the key."""

import datetime

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import MD5, Concat
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from catalogue.datasets import Dataset, Row, day, keyed, number, of_year, one_of, text
from citizens.addresses import address_of
from citizens.models import Question, QuestionsPage
from citizens.states import Kind

SHORT = (
    "kind",
    "subject",
    "language",
    "name",
    "hides_name",
    "field__name_vi",
    "field__key",
    "answered_on",
    "published_on",
)


class QuestionRow(Row):
    id = number(_("Number of the question. It never changes."), source="pk")
    kind = one_of(Kind, _("What was sent."))
    subject = text(_("What it is about."))
    body = text(_("Words of the question."))
    language = text(_("Language in which it was asked."))
    name = text(_("Who asked; empty where the name is not shown."), source="shown_name")
    field = text(_("Field; empty where none was chosen."), source="field.name_vi", default="")
    field_key = text(_("Key of that field, for filters."), source="field.key", default="")
    answer = text(_("Answer of the office."))
    answered_on = day(_("Day of the answer."), allow_null=True)
    published_on = day(_("Day of publication."))
    url = serializers.SerializerMethodField(help_text=_("Where people read it."))

    def get_url(self, question: Question) -> str:
        return f"{self.context['page_address']}{address_of(question.pk)}"


def questions(on: datetime.date) -> QuerySet:
    """`words` stands for the long texts where rows are compared."""
    published = Question.objects.published().select_related("field")
    return published.annotate(words=MD5(Concat("body", Value("\x1f", output_field=TextField()), "answer")))


DATASETS = (
    Dataset(
        key="questions",
        title=_("Questions and answers"),
        holds=_("What citizens asked and the office answered, where who asked agreed to its publication."),
        row=QuestionRow,
        rows=questions,
        filters=(
            keyed("field", _("Only questions of that field."), lambda rows, key: rows.filter(field__key=key)),
            of_year(
                lambda rows, year: rows.filter(published_on__year=year), _("Only what was published in that year.")
            ),
        ),
        page=QuestionsPage,
        marks=(*SHORT, "words"),
    ),
)
