"""What an address asks for: read strictly, so that a slip of the pen is told and not passed over."""

from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers

from catalogue.datasets import LARGEST_NUMBER, Dataset, Filter
from opendata.problems import WrongParameter

USUAL_ROWS, MOST_ROWS = 50, 200


def below(rows: QuerySet, number: int) -> QuerySet:
    return rows.filter(pk__lt=number)


def all_of(rows: QuerySet, number: int) -> QuerySet:
    return rows


CURSOR = Filter(
    "cursor",
    gettext_lazy("Where to go on: take the address in `next` as it is."),
    serializers.IntegerField(min_value=1, max_value=LARGEST_NUMBER),
    below,
    gettext_lazy("Take the address in “next” as it is."),
)
LIMIT = Filter(
    "limit",
    gettext_lazy("How many rows at once: 50 where nothing is said, 200 at most."),
    serializers.IntegerField(min_value=1, max_value=MOST_ROWS),
    all_of,
    gettext_lazy("Write a whole number between 1 and 200."),
)


def parameters_of(dataset: Dataset) -> tuple[Filter, ...]:
    return (*dataset.filters, LIMIT, CURSOR)


def read(asked: QueryDict, known: tuple[Filter, ...]) -> dict[str, Any]:
    """The values by name. Raises WrongParameter for what is unknown, said twice, or can't be read."""
    by_name = {one.name: one for one in known}
    found = {}
    for name, values in asked.lists():
        if name not in by_name:
            raise WrongParameter(_("There is no parameter “%(name)s” here.") % {"name": name[:50]})
        if len(values) > 1:
            raise WrongParameter(_("The parameter “%(name)s” stands there more than once.") % {"name": name})
        found[name] = _value(by_name[name], values[0])
    return found


def narrowed(rows: QuerySet, values: dict[str, Any], known: tuple[Filter, ...]) -> QuerySet:
    for one in known:
        if one.name in values:
            rows = one.narrow(rows, values[one.name])
    return rows


def _value(one: Filter, written: str) -> Any:
    try:
        return one.field.run_validation(written)
    except (serializers.ValidationError, OverflowError) as error:
        raise WrongParameter(f"{one.name}: {one.refusal}") from error
