"""Screens of wagtail-localize that would let people do more than their role says, or show less than there is."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.report import TranslationsReportView as UnorderedReportView


class TranslationsReportView(UnorderedReportView):
    """In an order, without which a translation may stand on two pages of the report and another on none."""

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().order_by("-pk")


def replace_by_original(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Readers of the translation get the original from then on, so it takes the permission to publish; the screen
    itself only asks for the one to edit.

    Raises PermissionDenied.
    """
    if not get_object_or_404(Page, pk=page_id).permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return convert_to_alias(request, page_id)
