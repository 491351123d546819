"""Lists and translations that are read and not kept: looked at before Wagtail's own views read them.

Those repeat a whole file of another encoding in their error, unpack a spreadsheet without a limit, and break off on a
translation that names no page.
"""

from typing import IO

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.contrib.redirects.views import start_import
from wagtail_localize.views.edit_translation import upload_pofile

from lib.filetypes import HEAD, check_file, extension_of
from lib.refusals import Limits, Refused
from lib.upload_fields import limits

LISTS = ("csv", "tsv")
MARK_OF_A_TRANSLATION = b"X-WagtailLocalize-TranslationID"


def import_redirects(request: HttpRequest) -> HttpResponseBase:
    try:
        if file := request.FILES.get("import_file"):
            _check_list(file, limits())
    except Refused as refused:
        messages.error(request, refused.messages[0])
        return redirect("wagtailredirects:start_import")
    return start_import(request)


def import_translation(request: HttpRequest, translation_id: int) -> HttpResponseBase:
    try:
        _check_translation(request.FILES.get("file"), limits())
    except Refused as refused:
        messages.error(request, refused.messages[0])
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
    return upload_pofile(request, translation_id)


def _check_list(file: UploadedFile, sizes: Limits) -> None:
    """What is neither text nor a spreadsheet is left to Wagtail, which names the types it reads."""
    extension = extension_of(file.name or "")
    if extension in (*LISTS, "xlsx"):
        check_file(file, file.name or "", sizes)
    if extension in LISTS and not _is_utf_8(file):
        raise Refused(
            _("The letters of this list can't be read. In Excel, save it as “CSV UTF-8” and upload it again."),
            "encoding",
        )


def _check_translation(file: UploadedFile | None, sizes: Limits) -> None:
    if file is None or extension_of(file.name or "") != "po":
        raise Refused(_("Choose the file that was downloaded for translation; its name ends in .po."), "no_translation")
    check_file(file, file.name or "", sizes)
    if MARK_OF_A_TRANSLATION not in file.read(HEAD):
        raise Refused(
            _("This file does not say which page it translates. Take the one that the page offers."), "unmarked"
        )
    file.seek(0)


def _is_utf_8(file: IO[bytes] | UploadedFile) -> bool:
    try:
        file.read().decode()
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return True
