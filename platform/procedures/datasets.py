"""The procedures that this site offers as open data: what the catalogue says of each, and what is said here."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateTimeField, F, OuterRef, Prefetch, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Greatest, JSONObject, NullIf
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from wagtail.models import Collection

from catalogue.datasets import (
    Dataset,
    Row,
    among,
    changed_since,
    day,
    keyed,
    moment,
    number,
    one_of,
    text,
    texts,
    worded,
)
from lib.clock import beginning_of
from library.models import SiteDocument
from pages.datasets_files import FileRow, open_file
from procedure_catalogue.contents import Basis, Component, Content
from procedure_catalogue.models import LifeEvent, Procedure, ProcedureVersion
from procedure_catalogue.states import Channel, Level, Online
from procedures.addresses import address_of
from procedures.overlays import PLACE, Defaults, Overlay
from procedures.page import ProceduresPage
from procedures.queries import offered


class WayRow(Row):
    channel = one_of(Channel, _("How the dossier is handed in."))
    time_limit = text(_("Time limit, in the words of the decision."))
    fee = text(_("Fee, in the words of the decision."))
    note = text(_("What else holds for this way."))


class StepRow(Row):
    text = text(_("The step in Vietnamese."))
    text_km = serializers.CharField(read_only=True, help_text=_("The step in Khmer; empty where it is not translated."))
    text_en = serializers.CharField(
        read_only=True, help_text=_("The step in English; empty where it is not translated.")
    )


class PaperRow(Row):
    name = text(_("Name of the paper."))
    case = text(_("In which case it is asked for; empty where always."))
    originals = number(_("How many originals."))
    copies = number(_("How many copies."))
    form_name = text(_("Name of the form to fill in; empty where there is none."))
    form_url = serializers.SerializerMethodField(
        help_text=_("Where the file of that form is; empty where there is none.")
    )

    def get_form_url(self, paper: Component) -> str:
        """The board's own forms are handed out by each site, at the same address below its own name."""
        return self.absolute(paper.form_url) if paper.form_url else ""


class BasisRow(Row):
    number = text(_("Number and sign of the document."))
    title = text(_("What it is about."))
    issued_on = serializers.SerializerMethodField(help_text=_("Day of issue, where it is known."))
    issuer = text(_("Issuing body."))

    @extend_schema_field(serializers.DateField(allow_null=True))
    def get_issued_on(self, basis: Basis) -> str | None:
        return basis.issued_on or None


class LifeEventRow(Row):
    key = text(_("Key of the life event, for filters."))
    name_vi = text(_("Name of the life event in Vietnamese."))


@dataclass(frozen=True)
class Told:
    """A procedure with the version in force, opened once."""

    procedure: Any
    version: ProcedureVersion
    content: Content

    @property
    def own_form(self) -> SiteDocument | None:
        """What the overlay's file needs to be named, fetched with the row."""
        kept = self.procedure.own_form
        return SiteDocument(**{**kept, "collection": Collection(path=kept["collection"])}) if kept else None


class ProcedureRow(Row):
    id = number(_("Number of the procedure, the same on all sites. It never changes."), source="procedure.pk")
    code = text(_("Code of the procedure in the national database, as in 1.001193."), source="procedure.code")
    name = text(_("Name in Vietnamese."), source="version.name")
    name_km = text(_("Name in Khmer; empty where there is none."), source="version.name_km")
    name_en = text(_("Name in English; empty where there is none."), source="version.name_en")
    field = text(_("What the procedure is about."), source="version.field.name_vi")
    field_key = text(_("Key of that field, for filters."), source="version.field.key")
    life_events = LifeEventRow(
        many=True,
        read_only=True,
        source="procedure.life_events.all",
        help_text=_("What happens to people that leads to it."),
    )
    levels = serializers.ListField(
        child=serializers.ChoiceField(choices=Level.choices),
        read_only=True,
        source="version.levels",
        help_text=_("Levels of administration at which it is dealt with."),
    )
    online = one_of(Online, _("How much of it can be done online."), source="version.online")
    portal_url = text(_("Where it is begun online; empty where that is not known."), source="content.portal_url")
    deciding_agency = text(_("Who decides."), source="version.deciding_agency")
    performing_agencies = texts(_("Who performs it."), source="content.performing_agencies")
    coordinating_agencies = texts(_("Who takes part in it."), source="content.coordinating_agencies")
    applicants = texts(_("Who may apply."), source="content.applicants")
    ways = WayRow(many=True, read_only=True, source="content.ways", help_text=_("Ways to apply."))
    steps = StepRow(many=True, read_only=True, source="content.steps", help_text=_("Steps, in their order."))
    dossier = PaperRow(many=True, read_only=True, source="content.dossier", help_text=_("Papers of the dossier."))
    sets = number(_("How many sets of the dossier; none where it is not said."), source="content.sets", allow_null=True)
    result = text(_("What comes of it."), source="content.result")
    conditions = text(_("Requirements and conditions."), source="content.conditions")
    legal_basis = BasisRow(
        many=True, read_only=True, source="content.legal_basis", help_text=_("Documents that it rests on.")
    )
    related = texts(_("Codes of related procedures, offered here or not."), source="content.related")
    decision = text(_("Number of the decision that announced it."), source="version.decision.number")
    decision_issuer = text(_("Who issued that decision."), source="version.decision.issuer")
    decision_on = day(_("Day of that decision."), source="version.decision.issued_on")
    valid_from = day(_("Since when it holds as it is told here."), source="version.valid_from")
    valid_to = day(
        _("The last day on which it holds, where that is known."), source="version.valid_to", allow_null=True
    )
    desk = text(_("Where it is dealt with here: the receiving desk."), source="procedure.desk")
    hours = text(_("Hours of that desk, one line for each time."), source="procedure.hours")
    officer = text(_("Officer who receives it."), source="procedure.officer")
    phone = text(_("Phone of that desk."), source="procedure.phone")
    note = text(_("What the office adds to it; empty where it adds nothing."), source="procedure.note")
    form_file = serializers.SerializerMethodField(help_text=_("A form of this office, where it has one of its own."))
    url = serializers.SerializerMethodField(help_text=_("Where people read it."))
    changed_at = moment(
        _("When readers got it as it is now, what the office adds to it included."), source="procedure.told_at"
    )

    @extend_schema_field(FileRow(allow_null=True))
    def get_form_file(self, told: Told) -> dict[str, Any] | None:
        return open_file(self, told.own_form)

    def get_url(self, told: Told) -> str:
        return f"{self.context['page_address']}{address_of(told.procedure.code)}"

    def to_representation(self, procedure: Any) -> dict[str, Any]:
        (version,) = procedure.told_versions
        told: dict[str, Any] = super().to_representation(Told(procedure, version, version.content))
        return told


def procedures(on: datetime.date) -> QuerySet:
    """Each with its version in force and with what stands here about it: the overlay's words, else the defaults'."""
    defaults = Defaults.current()
    versions = offered(on, defaults.levels).order_by()
    said = Overlay.objects.filter(procedure=OuterRef("pk"))
    events = LifeEvent.procedures.through.objects.filter(procedure=OuterRef("pk")).order_by("lifeevent")
    rows = Procedure.objects.filter(versions__in=versions).annotate(
        told_version=F("versions__pk"),
        told_field=F("versions__field__name_vi"),
        told_events=ArraySubquery(events.values("lifeevent__name_vi")),
        note=_words(said, "note", ""),
        own_form=Subquery(said.exclude(form_file=None).values(file=_file())),
        told_at=Greatest(
            "changed_at",
            beginning_of("versions__valid_from"),
            Subquery(said.values("changed_at")),
            Value(defaults.changed_at, output_field=DateTimeField()),
        ),
        **{name: _words(said, name, getattr(defaults, name)) for name in PLACE},
    )
    told = versions.select_related("field", "decision").defer("search_text")
    return rows.prefetch_related(Prefetch("versions", told, to_attr="told_versions"), "life_events")


def _words(said: QuerySet, name: str, otherwise: str) -> Coalesce:
    """As `place_of` has it."""
    own = Subquery(said.annotate(words=Cast(name, TextField())).values("words"))
    return Coalesce(NullIf(own, Value("")), Value(otherwise), output_field=TextField())


def _file() -> JSONObject:
    columns = ("pk", "title", "file", "file_size")
    return JSONObject(**{name: f"form_file__{name}" for name in columns}, collection="form_file__collection__path")


def _whose(versions: Callable[[Any, Any], QuerySet]) -> Callable[[Any, Any], QuerySet]:
    """Rows narrowed by what their version in force says."""

    def narrow(rows: QuerySet, wanted: Any) -> QuerySet:
        return rows.filter(told_version__in=versions(ProcedureVersion.objects.all(), wanted).order_by().values("pk"))

    return narrow


DATASETS = (
    Dataset(
        key="procedures",
        title=_("Administrative procedures"),
        holds=_("The procedures that are in force today and offered here, with the desk, its hours and its phone."),
        row=ProcedureRow,
        rows=procedures,
        filters=(
            worded(
                _("Words of the name in any language, with or without marks, or a code."),
                _whose(lambda versions, words: versions.matching(words)),
            ),
            keyed("field", _("Only procedures of that field."), _whose(lambda versions, key: versions.in_field(key))),
            keyed(
                "life_event",
                _("Only procedures that belong to that life event."),
                _whose(lambda versions, key: versions.of_life_event(key)),
            ),
            among(
                "level",
                Level,
                _("Only procedures that are dealt with at that level."),
                narrow=_whose(lambda versions, level: versions.at_levels(level)),
            ),
            among(
                "online",
                Online,
                _("Only procedures that can be done online to that degree."),
                narrow=_whose(lambda versions, degree: versions.online(degree)),
            ),
            changed_since("told_at"),
        ),
        page=ProceduresPage,
        marks=("told_version", "edition", "told_field", "told_events", *PLACE, "note", "own_form", "told_at"),
    ),
)
