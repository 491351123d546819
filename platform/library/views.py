"""Pictures of this site. Documents go through Wagtail's own view, which asks who may read them."""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since

PUBLIC_FOLDERS = ("images/", "original_images/", "avatar_images/")
A_MONTH = 30 * 24 * 3600


@transaction.non_atomic_requests
@require_safe
def serve_media(request: HttpRequest, name: str) -> HttpResponseBase:
    """The site's file of that name, below the public folders only.

    Raises Http404 for every other name, whether the file exists or not.
    """
    if not name.startswith(PUBLIC_FOLDERS):
        raise Http404
    try:
        file = default_storage.open(name)
        changed = default_storage.get_modified_time(name).timestamp()
    except (OSError, SuspiciousFileOperation):
        raise Http404 from None
    if not was_modified_since(request.headers.get("If-Modified-Since"), changed):
        file.close()
        return HttpResponseNotModified()
    response = FileResponse(file)
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = f"public, max-age={A_MONTH}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
