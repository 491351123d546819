"""All rows of a dataset in one file."""

from contextlib import suppress
from typing import Any, ClassVar

from django.http import FileResponse
from django.utils.http import http_date
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from lib.clock import real_today
from opendata.actions import current_dump
from opendata.dumps import File, Manifest, folder
from opendata.parameters import read
from opendata.rules import DownloadsPerNetwork
from opendata.schemas import FileSchema
from opendata.views_api import OpenView

TRIES = 3


class CsvRenderer(JSONRenderer):
    """Names the format; what it would render are problems."""

    media_type = "text/csv"
    format = "csv"


class FileView(OpenView):
    dataset: Any = None
    kind: str
    media_type: str
    schema = FileSchema()
    throttle_classes: ClassVar[list] = [DownloadsPerNetwork]

    def get(self, request: Request) -> FileResponse:
        read(request.query_params, ())
        manifest, content = self._open()
        file: File = getattr(manifest, self.kind)
        name = f"{self.dataset.key}-{real_today():%Y-%m-%d}.{self.kind}"
        response = FileResponse(content, as_attachment=True, filename=name, content_type=self.content_type)
        response["ETag"] = f'"{file.sha256}"'
        response["Last-Modified"] = http_date(manifest.made.timestamp())
        response["X-Checksum-SHA256"] = file.sha256
        return response

    @property
    def content_type(self) -> str:
        return f"{self.media_type}; charset=utf-8" if self.kind == "csv" else self.media_type

    def _open(self) -> tuple[Manifest, Any]:
        """Between looking and opening another request may have put newer files in their place."""
        for _attempt in range(TRIES):
            manifest = current_dump(dataset=self.dataset)
            with suppress(FileNotFoundError):
                return manifest, (folder() / getattr(manifest, self.kind).name).open("rb")
        raise FileNotFoundError(self.dataset.key)


class CsvView(FileView):
    kind, media_type = "csv", "text/csv"
    renderer_classes: ClassVar[list] = [CsvRenderer]


class JsonView(FileView):
    kind, media_type = "json", "application/json"
