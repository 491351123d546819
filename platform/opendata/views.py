"""What open data there are, for people: what each field means, on what terms, and where programs find it."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from catalogue.datasets import Dataset
from opendata.datasets import BY_KEY, DATASETS
from opendata.dumps import Manifest, manifest_of
from opendata.models import OpenDataSettings
from opendata.problems import ProblemRow
from opendata.rules import MINUTES
from opendata.schemas import addresses_of, description

CHOICE = re.compile(r"^\* `(.+?)` - (.+)$", re.MULTILINE)
# By the types and formats of OpenAPI.
KINDS = {
    "string": _("text"),
    "integer": _("whole number"),
    "number": _("number"),
    "double": _("number"),
    "boolean": _("true or false"),
    "date": _("day (YYYY-MM-DD)"),
    "date-time": _("moment"),
    "time": _("time of day"),
    "uri": _("address"),
    "array": _("list"),
    "object": _("parts"),
}


@dataclass(frozen=True)
class Shown:
    key: str
    title: str | Promise
    holds: str | Promise
    manifest: Manifest | None
    addresses: dict[str, str]
    page_address: str


@dataclass(frozen=True)
class Meaning:
    """`level` says how deep a field lies in others."""

    name: str
    kind: str
    text: str
    choices: list[tuple[str, str]]
    may_lack: bool
    level: int

    @property
    def kind_label(self) -> str:
        return str(KINDS.get(self.kind, self.kind))


@dataclass(frozen=True)
class Operation:
    path: str
    summary: str
    text: str
    parameters: list[Meaning]
    answers: list[tuple[str, str]]


class CatalogueView(TemplateView):
    template_name = "opendata/catalogue.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "datasets": [self.shown(dataset) for dataset in DATASETS],
            "terms": OpenDataSettings.of_site(),
            "catalog_address": reverse("opendata:catalog"),
        }

    def shown(self, dataset: Dataset) -> Shown:
        return Shown(
            dataset.key,
            dataset.title,
            dataset.holds,
            manifest_of(dataset.key),
            addresses_of(dataset.key, self.request),
            reverse("open_data_set", args=[dataset.key]),
        )


class DatasetView(CatalogueView):
    template_name = "opendata/dataset.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dataset = BY_KEY.get(kwargs["key"])
        if dataset is None:
            raise Http404
        described = description(self.request)
        schema = described["components"]["schemas"][dataset.row.__name__]
        return {
            **super().get_context_data(**kwargs),
            "dataset": self.shown(dataset),
            "fields": meanings(schema, described),
            "operations": operations(described, tag=dataset.key),
        }


class ConventionsView(CatalogueView):
    template_name = "opendata/api.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        described = description(self.request)
        return {
            **super().get_context_data(**kwargs),
            "description_address": reverse("opendata:description"),
            "index_address": self.request.build_absolute_uri(reverse("opendata:index")),
            "problem": meanings(described["components"]["schemas"][ProblemRow.__name__], described),
            "operations": operations(described, tag="index"),
            "requests": settings.OPEN_DATA_REQUESTS,
            "downloads": settings.OPEN_DATA_DOWNLOADS,
            "minutes": MINUTES,
        }


def meanings(schema: dict[str, Any], described: dict[str, Any], level: int = 0) -> list[Meaning]:
    """All fields of a row, those of its parts right below each."""
    found = []
    for name, told in schema["properties"].items():
        inner = _inner(told, described)
        kind = "array" if told.get("type") == "array" else told.get("format") or told.get("type") or "object"
        may_lack = bool(told.get("nullable"))
        found.append(Meaning(name, kind, *_parts(told.get("description", "")), may_lack, level))
        if inner:
            found += meanings(inner, described, level + 1)
    return found


def operations(described: dict[str, Any], *, tag: str) -> list[Operation]:
    return [
        Operation(
            path,
            told["summary"],
            told.get("description", ""),
            [Meaning(one["name"], "", *_parts(one["description"]), False, 0) for one in told.get("parameters", [])],
            [(code, answer["description"]) for code, answer in told["responses"].items()],
        )
        for path, methods in described["paths"].items()
        if tag in (told := methods["get"])["tags"]
    ]


def _parts(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Words, and keys with their labels, as drf-spectacular puts them below the words."""
    return text.partition("\n\n*")[0], CHOICE.findall(text)


def _inner(told: dict[str, Any], described: dict[str, Any]) -> dict[str, Any] | None:
    """The schema that a field refers to, as itself or as each of a list."""
    part = told.get("items", told)
    references = [part, *part.get("allOf", []), *part.get("oneOf", [])]
    name = next((one["$ref"] for one in references if "$ref" in one), "").rpartition("/")[2]
    return described["components"]["schemas"][name] if name else None
