"""The API: data of this site for programs, to be read only, by anybody."""

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.pagination import BasePagination
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalogue.datasets import Dataset
from lib.clock import today
from opendata.catalog import catalog_of
from opendata.datasets import DATASETS, Reading
from opendata.parameters import CURSOR, USUAL_ROWS, narrowed, parameters_of, read
from opendata.problems import answer
from opendata.rules import PerNetwork
from opendata.schemas import DatasetSchema, IndexRow, PlainSchema, addresses_of, description

METHODS = "GET, HEAD, OPTIONS"


class OpenView(APIView):
    """Nobody signs in and no cookie counts, so any page of any site may read it in its visitors' browsers."""

    authentication_classes: ClassVar[list] = []
    permission_classes: ClassVar[list] = []
    renderer_classes: ClassVar[list] = [JSONRenderer]
    parser_classes: ClassVar[list] = []
    throttle_classes: ClassVar[list] = [PerNetwork]
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]
    schema: Any = PlainSchema()

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Callable[..., HttpResponseBase]:
        """Who asks is counted outside a transaction."""
        return transaction.non_atomic_requests(super().as_view(**initkwargs))

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        translation.activate(translation.get_language_from_request(request._request))
        super().initial(request, *args, **kwargs)

    def get_exception_handler(self) -> Callable[..., Response | None]:
        return answer

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        response = Response(status=204)
        response["Allow"] = METHODS
        return response

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-cache")
        if request.method == "OPTIONS":
            response["Access-Control-Allow-Methods"] = METHODS
            response["Access-Control-Allow-Headers"] = "Accept, Accept-Language, If-None-Match"
            response["Access-Control-Max-Age"] = "86400"
        if isinstance(response, Response):
            response.add_post_render_callback(lambda rendered: as_asked(request, rendered))
            return response
        return as_asked(request, response)


def as_asked(request: Request, response: Any) -> Any:
    """For pages of any site, and as 304 for who has it already."""
    if response.status_code == 200 and request.method in ("GET", "HEAD"):
        if not response.has_header("ETag"):
            response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        response = get_conditional_response(request, etag=response["ETag"], response=response)
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Retry-After, X-Checksum-SHA256"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


class ByCursor(BasePagination):
    """By number from the last to the first: what is added or removed meanwhile shifts nothing."""

    following = ""

    def paginate_queryset(self, queryset: QuerySet, request: Request, view: Any = None) -> list[Any]:
        size = view.values.get("limit", USUAL_ROWS)
        rows = list(queryset[: size + 1])
        if len(rows) > size:
            asked = request.query_params.copy()
            asked[CURSOR.name] = str(rows[size - 1].pk)
            self.following = request.build_absolute_uri(f"{request.path}?{asked.urlencode()}")
        return rows[:size]

    def get_paginated_response(self, data: list[Any]) -> Response:
        return Response({"next": self.following or None, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        following = {"type": "string", "format": "uri", "nullable": True, "description": str(CURSOR.meaning)}
        rows = {**schema, "description": str(_("Rows, the last ones first."))}
        properties = {"next": following, "results": rows}
        return {"type": "object", "required": list(properties), "properties": properties}


class OfDataset:
    """What lists and single rows have in common."""

    dataset: Any = None
    parameters: Any = ()
    schema = DatasetSchema()

    def get_serializer_class(self) -> type[serializers.Serializer]:
        return self.dataset.row

    def get_serializer_context(self) -> dict[str, Any]:
        return self.reading.context

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        self.values = read(request.query_params, self.parameters)
        self.reading = Reading(self.dataset, request._request, today())

    def get_queryset(self) -> QuerySet:
        return narrowed(self.reading.rows, self.values, self.parameters)


class RowsView(OfDataset, OpenView, ListAPIView):
    pagination_class = ByCursor
    filter_backends: ClassVar[list] = []

    @property
    def parameters(self) -> tuple[Any, ...]:
        return parameters_of(self.dataset)


class RowView(OfDataset, OpenView, RetrieveAPIView):
    lookup_url_kwarg = "number"
    filter_backends: ClassVar[list] = []


class IndexView(OpenView):
    """What there is, and where."""

    def get(self, request: Request) -> Response:
        read(request.query_params, ())
        return Response([_entry(dataset, request) for dataset in DATASETS])

    def get_serializer(self) -> serializers.BaseSerializer:
        return IndexRow(many=True)


class DescriptionView(OpenView):
    schema = None

    def get(self, request: Request) -> Response:
        return Response(description(request._request))


class LinkedDataRenderer(JSONRenderer):
    media_type = "application/ld+json"
    format = "jsonld"


class CatalogView(OpenView):
    """The catalogue for other catalogues, in the words of DCAT."""

    schema = None
    renderer_classes: ClassVar[list] = [LinkedDataRenderer, JSONRenderer]

    def get(self, request: Request) -> Response:
        return Response(catalog_of(request._request))


class NothingView(OpenView):
    """Every other address of the API: in its own words, and not as a page."""

    schema = None
    throttle_classes: ClassVar[list] = []

    def get(self, request: Request, **kwargs: Any) -> Response:
        raise Http404


def _entry(dataset: Dataset, request: Request) -> dict[str, str]:
    told = {"key": dataset.key, "title": str(dataset.title), "holds": str(dataset.holds)}
    return {**told, **addresses_of(dataset.key, request._request)}
