"""Legal documents as open data, each with its files and with what it does to others."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, QuerySet, Value
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalogue.datasets import (
    Dataset,
    Row,
    among,
    changed_since,
    day,
    keyed,
    moment,
    number,
    of_year,
    one_of,
    text,
    texts,
    worded,
)
from legal.models import LegalDocument, LegalFile, LegalLink, RegisterPage
from legal.states import Relation, Status
from pages.datasets import in_category
from pages.datasets_files import FileRow, open_files

COLUMN = "legaldocument_id"


class LinkRow(Row):
    relation = one_of(Relation, _("What this document does to the other one."))
    document = number(_("Number of the other document in this data."), source="target_id")


class DocumentRow(Row):
    id = number(_("Number of the document in this register. It never changes."), source="pk")
    form = text(_("Form of the document: a decision, a plan, a notice."), source="form.name_vi", default="")
    form_key = text(_("Key of that form, for filters."), source="form.key", default="")
    number = text(_("Number and sign, as they stand on the document."))
    issuer = text(_("Issuing body."), source="issuer.name", default="")
    issued_on = day(_("Day of issue."), allow_null=True)
    effective_on = day(_("Day from which it is in force, where it names one."), allow_null=True)
    expires_on = day(_("Day from which it is no longer in force, where one is fixed."), allow_null=True)
    status = one_of(Status, _("Status of force today: it follows from the days and from other documents."))
    abstract = text(_("What it is about, in its own words."))
    signer = text(_("Who signed it."))
    signer_office = text(_("Office of the signer."))
    field = text(_("Field of activity; empty where none was chosen."), source="field.name_vi", default="")
    field_key = text(_("Key of that field, for filters."), source="field.key", default="")
    categories = texts(_("Keys of the categories it stands in."), source="category_keys")
    note = text(_("What a reader should know about its force."))
    files = serializers.SerializerMethodField(help_text=_("Files of the document that anybody may fetch."))
    links = serializers.SerializerMethodField(help_text=_("What it does to other documents that readers may see."))
    url = serializers.SerializerMethodField(help_text=_("Where people read it."))
    changed_at = moment(_("When readers got it as it is now."), allow_null=True)

    @extend_schema_field(FileRow(many=True))
    def get_files(self, document: LegalDocument) -> list[dict[str, Any]]:
        return open_files(self, [one.file for one in document.told_files])

    @extend_schema_field(LinkRow(many=True))
    def get_links(self, document: LegalDocument) -> list[dict[str, Any]]:
        return [{"relation": one.relation, "document": one.target_id} for one in document.told_links]

    def get_url(self, document: LegalDocument) -> str:
        return f"{self.context['page_address']}{document.address}"


def documents(on: Any) -> QuerySet:
    stands = LegalDocument.categories.through.objects.filter(legaldocument=OuterRef("pk"))
    links = LegalLink.objects.filter(target__in=LegalDocument.objects.published())
    own = links.filter(document=OuterRef("pk")).order_by("pk")
    rows = LegalDocument.objects.published().select_related("form", "issuer", "field").with_status(on)
    return (
        rows.annotate(
            category_keys=ArraySubquery(stands.order_by("category__key").values("category__key")),
            changed_at=Coalesce("last_published_at", "first_published_at"),
            linked=ArraySubquery(own.values("target")),
            # A file that is renamed, or moved to where only some may open it, changes no document.
            stored=ArraySubquery(_files_of_row().values("told")),
        )
        .prefetch_related(
            # Lists, since a manager of each row would cost more than all else of it.
            Prefetch("files", LegalFile.objects.select_related("file__collection"), to_attr="told_files"),
            Prefetch("links", links, to_attr="told_links"),
        )
        .defer("search_text")
    )


def _files_of_row() -> QuerySet[Any]:
    files = LegalFile.objects.filter(document=OuterRef("pk")).order_by("pk")
    return files.annotate(told=Concat("file__collection__path", Value(" "), "file__title"))


DATASETS = (
    Dataset(
        key="documents",
        title=_("Legal documents"),
        holds=_("Number, days, abstract, signer, force and files of the published documents of the register."),
        row=DocumentRow,
        rows=documents,
        filters=(
            worded(
                _("Words of number, abstract, issuing body, signer or files, with or without marks."),
                lambda rows, words: rows.matching(words),
            ),
            keyed("form", _("Only documents of that form."), lambda rows, key: rows.filter(form__key=key)),
            keyed("field", _("Only documents of that field."), lambda rows, key: rows.filter(field__key=key)),
            in_category(COLUMN),
            of_year(lambda rows, year: rows.issued_in(year), _("Only documents that were issued in that year.")),
            among("status", Status, _("Only documents whose status of force is that one today.")),
            changed_since(),
        ),
        page=RegisterPage,
        marks=("changed_at", "status", "linked", "stored"),
    ),
)
