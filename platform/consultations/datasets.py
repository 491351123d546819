"""Consultations on drafts as open data: each once, as it was first written. Comments and their authors stay on the
page, where what is hidden later is hidden at once."""

import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalogue.datasets import Dataset, among, changed_since, day, one_of, text
from consultations.models import ConsultationPage, DraftFile
from consultations.states import Phase
from lib.clock import today
from pages.datasets import ItemRow, items, of_body, published_in_year
from pages.datasets_files import FileRow, open_files


class ConsultationRow(ItemRow):
    phase = one_of(Phase, _("Where it stands today."))
    summary = text(_("What would change, and for whom."))
    asked = text(_("Who is asked."))
    drafter = text(_("Drafting body."))
    opens_on = day(_("The first day on which comments are taken."))
    closes_on = day(_("The last day on which comments are taken, extensions counted."), source="ends")
    accounted_on = serializers.SerializerMethodField(help_text=_("Day on which the account was published."))
    account = serializers.SerializerMethodField(help_text=_("What became of the comments; empty before that day."))
    document = serializers.SerializerMethodField(
        help_text=_("Number of the legal document that came of it, once that and the account are published.")
    )
    files = serializers.SerializerMethodField(help_text=_("Files of the draft that anybody may fetch."))
    text = of_body(source="body")

    @extend_schema_field(serializers.DateField(allow_null=True))
    def get_accounted_on(self, page: ConsultationPage) -> str | None:
        return page.accounted_on.isoformat() if page.accounted_on and page.phase == Phase.ANSWERED else None

    def get_account(self, page: ConsultationPage) -> str:
        return page.account if page.phase == Phase.ANSWERED else ""

    def get_document(self, page: ConsultationPage) -> int | None:
        document = page.document if page.phase == Phase.ANSWERED else None
        return document.pk if document and document.live else None

    @extend_schema_field(FileRow(many=True))
    def get_files(self, page: ConsultationPage) -> list[dict[str, Any]]:
        return open_files(self, [one.file for one in page.files.all()])


def consultations(on: datetime.date) -> QuerySet:
    rows = items(ConsultationPage.objects.originals().with_period(), on).select_related("locale", "document")
    return rows.prefetch_related(Prefetch("files", DraftFile.objects.select_related("file__collection")))


DATASETS = (
    Dataset(
        key="consultations",
        title=_("Consultations on drafts"),
        holds=_("Drafts on which people were asked: until when, with which files, and what became of it."),
        row=ConsultationRow,
        rows=consultations,
        filters=(
            among(
                "phase",
                Phase,
                _("Only consultations that stand there today."),
                narrow=lambda rows, phase: rows.in_phase(phase, today()),
            ),
            published_in_year(),
            changed_since(),
        ),
    ),
)
