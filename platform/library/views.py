"""Files of this site. Who may see them is asked for pictures as Wagtail asks for documents: by their collection."""

import posixpath
from typing import Any

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since
from wagtail.documents.views.serve import serve
from wagtail.documents.wagtail_hooks import check_view_restrictions

from lib.filetypes import extension_of
from lib.pictures import CONTENT_TYPES
from library.models import SiteImage
from library.queries import closed_collection_of

PUBLIC_FOLDERS = ("images/", "original_images/", "avatar_images/")
A_MONTH = 30 * 24 * 3600
# An uploaded file runs nothing and loads nothing, whatever a browser takes it for.
HARMLESS = "default-src 'none'"
HARMLESS_IN_A_BOX = f"{HARMLESS}; sandbox"


@transaction.non_atomic_requests
@require_safe
def serve_media(request: HttpRequest, name: str) -> HttpResponseBase:
    """The site's file of that name, below the public folders only, to those who may see its collection.

    Raises Http404 for every other name, whether the file exists or not.
    """
    # `images//a.png` is the same file, but no name by which its collection is found.
    if not name.startswith(PUBLIC_FOLDERS) or name != posixpath.normpath(name):
        raise Http404
    try:
        file = default_storage.open(name)
        changed = default_storage.get_modified_time(name).timestamp()
    except (OSError, SuspiciousFileOperation):
        raise Http404 from None
    collection = closed_collection_of(name)
    if collection and (refusal := check_view_restrictions(SiteImage(collection=collection), request)):
        file.close()
        add_never_cache_headers(refusal)
        return refusal
    if was_modified_since(request.headers.get("If-Modified-Since"), changed):
        response = _picture(file, name)
    else:
        file.close()
        response = HttpResponseNotModified()
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = "private, no-cache" if collection else f"public, max-age={A_MONTH}"
    return response


@require_safe
def serve_document(request: HttpRequest, document_id: str, name: str) -> HttpResponseBase:
    """Wagtail's answer, which asks who may read; kept by the reader's browser alone, which asks again each time."""
    response = serve(request, document_id, name)
    if response.headers.get("Content-Disposition", "").startswith("attachment"):
        # Not for a PDF that is shown: browsers refuse to show one in a box.
        response["Content-Security-Policy"] = HARMLESS_IN_A_BOX
    if response.headers.get("Content-Encoding") == "None":
        # Wagtail writes it out where there is none; no browser knows an encoding of that name.
        del response["Content-Encoding"]
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = "private, no-cache"
    return response


def _picture(file: Any, name: str) -> HttpResponse | FileResponse:
    """Shown if it is a picture by its name, handed out to be kept if it is anything else."""
    kind = CONTENT_TYPES.get(extension_of(name))
    response = FileResponse(file, as_attachment=kind is None, content_type=kind or "application/octet-stream")
    response["Content-Security-Policy"] = HARMLESS_IN_A_BOX
    response["X-Content-Type-Options"] = "nosniff"
    return response
