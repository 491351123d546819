"""What somebody reads whose request can't be answered: RFC 9457, with a sentence in the reader's language."""

import math
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, MethodNotAllowed, NotAcceptable, NotFound, Throttled
from rest_framework.response import Response

MEDIA_TYPE = "application/problem+json"


class ProblemRow(serializers.Serializer):
    type = serializers.CharField(
        read_only=True, help_text=gettext_lazy("Always about:blank: the status says which problem it is.")
    )
    title = serializers.CharField(read_only=True, help_text=gettext_lazy("The problem in a few words."))
    status = serializers.IntegerField(read_only=True, help_text=gettext_lazy("Status of the answer."))
    detail = serializers.CharField(read_only=True, help_text=gettext_lazy("What is wrong, and what to do about it."))


class WrongParameter(APIException):
    status_code = status.HTTP_400_BAD_REQUEST


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """None for what is nobody's fault but ours, which Django then records and answers."""
    told = _told(error)
    if told is None:
        return None
    code, title, detail = told
    problem = {"type": "about:blank", "title": title, "status": code, "detail": detail}
    response = Response(problem, status=code, content_type=MEDIA_TYPE)
    if isinstance(error, Throttled):
        response["Retry-After"] = str(max(math.ceil(error.wait or 0), 1))
        response["Cache-Control"] = "no-store"
    return response


def _told(error: Exception) -> tuple[int, str, str] | None:
    if isinstance(error, WrongParameter):
        return 400, _("Wrong parameter"), str(error.detail)
    if isinstance(error, Http404 | NotFound):
        return 404, _("Not found"), _("There is nothing at this address, or nothing any more.")
    if isinstance(error, MethodNotAllowed):
        return 405, _("Only for reading"), _("This data can be read only: use GET, HEAD or OPTIONS.")
    if isinstance(error, NotAcceptable):
        return 406, _("Not in that format"), _("This address does not answer in the format that the request accepts.")
    if isinstance(error, Throttled):
        minutes = math.ceil((error.wait or 0) / 60) or 1
        sentence = _("Too many requests came from your network. Please go on after %(minutes)d minutes.")
        return 429, _("Too many requests"), sentence % {"minutes": minutes}
    return None
