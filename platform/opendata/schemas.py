"""The description of the API (OpenAPI 3), written from the same fields that tell the rows."""

from copy import deepcopy
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import build_choice_description_list
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from catalogue.datasets import LARGEST_NUMBER, Filter, address, text
from opendata.models import OpenDataSettings
from opendata.problems import MEDIA_TYPE, ProblemRow
from pages.models import SiteSettings

VERSION = "1"


class IndexRow(serializers.Serializer):
    key = text(gettext_lazy("What the data are called in addresses. It never changes."))
    title = text(gettext_lazy("Name of the data."))
    holds = text(gettext_lazy("What they hold."))
    rows = address(gettext_lazy("Where their rows are, a few at once."))
    csv = address(gettext_lazy("All rows in one file, for spreadsheets."))
    json = address(gettext_lazy("All rows in one file, for programs."))


class PlainSchema(AutoSchema):
    """Of an address without parameters."""

    def get_tags(self) -> list[str]:
        return ["index"]

    def get_operation_id(self) -> str:
        return "index"

    def get_summary(self) -> str:
        return _("What data there are")

    def get_description(self) -> str:
        return ""

    def get_auth(self) -> list[Any]:
        return []

    def get_response_serializers(self) -> Any:
        return {200: self.view.get_serializer(), **self.problems(400)}

    def problems(self, *codes: int) -> dict[Any, Any]:
        told = {
            400: _("A parameter that is unknown or can't be read."),
            404: _("No such row, or none that readers may see."),
            406: _("The request does not accept the format of this address."),
            429: _("Too many requests came from one network. Retry-After says in how many seconds it goes on."),
        }
        return {
            304: OpenApiResponse(description=_("Nothing has changed since the answer with that ETag.")),
            **{(code, MEDIA_TYPE): OpenApiResponse(ProblemRow, told[code]) for code in (*codes, 406, 429)},
        }


class DatasetSchema(PlainSchema):
    @property
    def is_list(self) -> bool:
        return self.view.lookup_url_kwarg is None

    def get_tags(self) -> list[str]:
        return [self.view.dataset.key]

    def get_operation_id(self) -> str:
        return f"{self.view.dataset.key}-{'rows' if self.is_list else 'row'}"

    def get_summary(self) -> str:
        what = self.view.dataset.title
        return _("%(title)s: rows") % {"title": what} if self.is_list else _("%(title)s: one row") % {"title": what}

    def get_description(self) -> str:
        return str(self.view.dataset.holds)

    def get_override_parameters(self) -> list[Any]:
        described = [self._described(one) for one in self.view.parameters]
        if not self.is_list:
            schema = {"type": "integer", "minimum": 1, "maximum": LARGEST_NUMBER}
            number = _("Number of the row: its “id”.")
            described.append(OpenApiParameter("number", schema, OpenApiParameter.PATH, description=number))
        return described

    def get_response_serializers(self) -> Any:
        row = OpenApiResponse(self.view.dataset.row(many=self.is_list), self.get_summary())
        return {200: row, **self.problems(400, *(() if self.is_list else (404,)))}

    def _described(self, one: Filter) -> OpenApiParameter:
        schema = self._map_serializer_field(one.field, "request")
        self._insert_field_validators(one.field, schema)
        choices = getattr(one.field, "choices", {})
        told = "\n".join([str(one.meaning), *(["", build_choice_description_list(choices.items())] if choices else [])])
        return OpenApiParameter(one.name, schema, description=told)


class FileSchema(PlainSchema):
    """Of all rows in one file."""

    def get_tags(self) -> list[str]:
        return [self.view.dataset.key]

    def get_operation_id(self) -> str:
        return f"{self.view.dataset.key}-{self.view.kind}"

    def get_summary(self) -> str:
        return _("%(title)s: all rows as %(kind)s") % {
            "title": self.view.dataset.title,
            "kind": self.view.kind.upper(),
        }

    def get_description(self) -> str:
        return _("Written anew each night, and before it is handed out if anything was taken down or changed since.")

    def get_response_serializers(self) -> Any:
        row = self.view.dataset.row(many=True) if self.view.kind == "json" else str
        answer = OpenApiResponse(row, self.get_summary())
        return {(200, self.view.media_type): answer, **self.problems(400)}


def description(request: HttpRequest) -> dict[str, Any]:
    """For this site, in the language at hand."""
    told = deepcopy(_description(get_language() or ""))
    told["info"]["title"] = _("Open data of %(name)s") % {"name": SiteSettings.for_request(request).name}
    terms = OpenDataSettings.of_site()
    told["info"]["license"] = {"name": terms.terms, **({"url": terms.licence_address} if terms.licence_address else {})}
    told["servers"] = [{"url": request.build_absolute_uri("/").rstrip("/")}]
    return told


@lru_cache
def _description(language: str) -> dict[str, Any]:
    """What all sites have in common: their data differ, and not what they are made of."""
    told = SchemaGenerator(urlconf="opendata.urls_api").get_schema(request=None, public=True)
    told["info"] = {"title": "", "version": VERSION, "description": _told_to_all()}
    return told


def _told_to_all() -> str:
    return _(
        "Data of this site for programs, to be read by anybody without signing in. "
        "Lists go on at the address in “next”. "
        "Answers bear an ETag: send it back as If-None-Match, and get 304 as long as nothing has changed. "
        "What is taken down is out of all answers and files at the next request. Times are those of ISO 8601."
    )


def addresses_of(key: str, request: HttpRequest) -> dict[str, str]:
    rows = request.build_absolute_uri(f"{reverse('opendata:index')}{key}")
    return {"rows": rows, "csv": f"{rows}.csv", "json": f"{rows}.json"}
