"""Handing out a form of the catalogue: on every site, to whoever may read a version that names it there."""

import uuid
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from lib.clock import today
from lib.vietnamese import slug
from library.views import HARMLESS_IN_A_BOX
from pages.search import open_lists
from procedure_catalogue.form_files import form_address
from procedure_catalogue.models import FormFile, ProcedureVersion
from procedure_catalogue.queries import VersionQuerySet
from procedure_catalogue.rules import may_keep
from procedures.overlays import Defaults
from procedures.page import ProceduresPage
from procedures.queries import offered

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LONGEST_NAME = 80


@require_safe
def serve_form(request: HttpRequest, number: uuid.UUID, extension: str) -> HttpResponseBase:
    """To readers while the version is in force and offered here, on a page that is open to all; to who works in the
    administration, of every version that was published; to the board, of drafts as well. Never shown in place, always
    to be kept.

    Raises Http404 for all others, as for a file that is not there.
    """
    file = FormFile.objects.defer("content").filter(pk=number, extension=extension).first()
    name = _name_of(request, file) if file else None
    if file is None or name is None:
        raise Http404
    response = HttpResponse(bytes(file.content), content_type=CONTENT_TYPES[file.extension])
    response["Content-Disposition"] = f'attachment; filename="{name}.{file.extension}"'
    response["Content-Security-Policy"] = HARMLESS_IN_A_BOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    return response


def _name_of(request: HttpRequest, file: FormFile) -> str | None:
    """As the first version that this reader may see names the form; None where there is none."""
    for versions in _readable(request):
        for version in versions.filter(procedure__code=file.code).select_related("field"):
            for paper in version.content.dossier:
                if paper.form_url == form_address(file.pk, file.extension):
                    return f"{file.code}-{slug(paper.form_name or paper.name)[:LONGEST_NAME]}".rstrip("-")
    return None


def _readable(request: HttpRequest) -> Iterator[VersionQuerySet]:
    if open_lists(ProceduresPage):
        yield offered(today(), Defaults.current().levels)
    person = request.user
    if person.is_active and person.has_perm("wagtailadmin.access_admin"):
        everything = ProcedureVersion.objects.all() if may_keep(person) else ProcedureVersion.objects.published()
        yield everything.order_by("-pk")
