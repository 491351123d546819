"""The catalogue of administrative procedures. Its tables stand in the schema `public`, once for the installation; only
the district's board writes there, and nothing is ever deleted."""

import datetime
import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Func, Q, Value
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.models import Entry
from procedure_catalogue.contents import Content, stored_content
from procedure_catalogue.form_files import form_address
from procedure_catalogue.queries import ProcedureQuerySet, VersionQuerySet, words_of
from procedure_catalogue.states import Level, Online, Standing, State, Step

CODE_PATTERN = r"^[0-9]\.[0-9]{6}$"


class ProcedureField(Entry):
    """What a procedure is about (lĩnh vực): civil status, land, residence."""

    sort_key = models.CharField(max_length=600, editable=False, default="")

    class Meta(Entry.Meta):
        verbose_name = _("field of procedures")
        verbose_name_plural = _("fields of procedures")
        ordering = ["sort_key", "key"]


class LifeEvent(Entry):
    """What happens to people that sends them to an office: a birth, a marriage, a house to build."""

    class Meta(Entry.Meta):
        verbose_name = _("life event")
        verbose_name_plural = _("life events")


class Decision(models.Model):
    """The document that announces, changes or repeals procedures (quyết định công bố)."""

    number = models.CharField(_("number and sign"), max_length=100)
    issued_on = models.DateField(_("issued on"))
    issuer = models.CharField(_("issuing body"), max_length=300)
    title = models.CharField(_("abstract"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("decision on procedures")
        verbose_name_plural = _("decisions on procedures")
        ordering = ["-issued_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["number", "issuer", "issued_on"], name="procedure_catalogue_one_decision")
        ]

    def __str__(self) -> str:
        return self.number


class Procedure(models.Model):
    """One administrative procedure (thủ tục hành chính), for good: what it says stands in its versions."""

    code = models.CharField(
        _("code"), max_length=8, unique=True, validators=[RegexValidator(CODE_PATTERN)], help_text=_("As in 1.001193.")
    )
    life_events: models.ManyToManyField = models.ManyToManyField(
        LifeEvent, verbose_name=_("life events"), blank=True, related_name="procedures"
    )
    # Goes up with every change: whoever changes says which one they saw.
    revision = models.PositiveIntegerField(default=0, editable=False)
    # Of what readers may see; a draft changes nothing of it.
    changed_at = models.DateTimeField(null=True, editable=False)
    # Goes up with what readers may see of it: what is kept of the catalogue elsewhere goes by this one.
    edition = models.PositiveIntegerField(default=0, editable=False)

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        verbose_name = _("administrative procedure")
        verbose_name_plural = _("administrative procedures")
        ordering = ["code"]
        default_permissions = ()
        permissions = [("keep_procedure", "Can keep the catalogue of procedures")]
        constraints = [models.CheckConstraint(condition=Q(code__regex=CODE_PATTERN), name="procedure_catalogue_code")]

    def __str__(self) -> str:
        return self.code


class ProcedureVersion(models.Model):
    """What a procedure said from a day to a day, by the decision that announced it; or a draft of that.

    Written once. What readers have seen is corrected only where it was typed wrongly, and the history keeps how.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="versions", verbose_name=_("decision")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True, help_text=_("The last day; empty: still valid."))

    name = models.TextField(_("name"))
    name_km = models.TextField(_("name in Khmer"), blank=True)
    name_en = models.TextField(_("name in English"), blank=True)
    field = models.ForeignKey(
        ProcedureField, on_delete=models.PROTECT, related_name="versions", verbose_name=_("field of procedures")
    )
    levels = ArrayField(models.CharField(max_length=10, choices=Level), verbose_name=_("levels"))
    deciding_agency = models.TextField(_("deciding agency"), blank=True)
    agencies = ArrayField(models.TextField(), default=list, help_text="Who decides and who performs, to filter by.")
    online = models.CharField(_("online"), max_length=12, choices=Online, default=Online.INFORMATION)
    details = models.JSONField(default=dict, help_text="The parts of a Content that have no column.")

    sort_key = models.CharField(max_length=400, editable=False)
    search_text = models.TextField(editable=False)
    # Kept, not indexed: a row policy stands before the table, and behind one no index on words is used.
    words = models.GeneratedField(
        expression=words_of("search_text"), output_field=SearchVectorField(), db_persist=True, editable=False
    )
    written_at = models.DateTimeField(_("written at"), default=timezone.now)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a procedure")
        verbose_name_plural = _("versions of procedures")
        ordering = ["procedure", "-valid_from", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED)
                | Q(valid_from__isnull=False, decision__isnull=False, number__isnull=False),
                name="procedure_catalogue_published_by_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=models.F("valid_from")), name="procedure_catalogue_days"
            ),
            models.UniqueConstraint(
                fields=["procedure"], condition=Q(state=State.DRAFT), name="procedure_catalogue_one_draft"
            ),
            models.UniqueConstraint(fields=["procedure", "number"], name="procedure_catalogue_one_number"),
            # A range of one number, because GiST knows ranges without an extension.
            ExclusionConstraint(
                name="procedure_catalogue_one_version_a_day",
                expressions=[
                    (
                        Func("procedure", "procedure", Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            "valid_from",
                            "valid_to",
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(state=State.PUBLISHED),
            ),
        ]
        indexes = [
            models.Index(
                fields=["sort_key", "id"], condition=Q(state=State.PUBLISHED), name="procedure_catalogue_by_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """In the reader's language, else in Vietnamese."""
        return getattr(self, f"name_{get_language() or 'vi'}", "") or self.name

    @property
    def content(self) -> Content:
        columns = {name: getattr(self, name) for name in ("name", "name_km", "name_en", "deciding_agency", "online")}
        return stored_content({**self.details, **columns, "field": self.field.key, "levels": self.levels})

    def standing(self, on: datetime.date) -> Standing:
        if self.state != State.PUBLISHED or self.valid_from is None:
            return Standing(self.state)
        if self.valid_from > on:
            return Standing.COMING
        return Standing.ENDED if self.valid_to and self.valid_to < on else Standing.IN_FORCE


class FormFile(models.Model):
    """A form that the board has uploaded. It stands here and not on a disk, where each site has a folder of its own.

    Written once, and never deleted. Who may have it follows from the versions that name its address.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=8, validators=[RegexValidator(CODE_PATTERN)])
    extension = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    added_at = models.DateTimeField(default=timezone.now)
    # Whether a version that names it was ever published: the database keeps all others to the board.
    is_released = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("form file")
        verbose_name_plural = _("form files")
        default_permissions = ()

    def __str__(self) -> str:
        return self.address

    @property
    def address(self) -> str:
        return form_address(self.pk, self.extension)


class Repeal(models.Model):
    """By which decision a procedure is no longer in force, from which day on, and what people turn to instead."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="repeals")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="repeals")
    effective_on = models.DateField(_("no longer in force from"))
    successors: models.ManyToManyField = models.ManyToManyField(
        Procedure, verbose_name=_("successors"), blank=True, related_name="predecessors"
    )
    note = models.TextField(_("note"), blank=True)
    # Of a repeal that was a mistake; the row stays.
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("repeal of a procedure")
        verbose_name_plural = _("repeals of procedures")
        ordering = ["-effective_on", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.effective_on}"


class Change(models.Model):
    """A line of a procedure's history: who did what, when and why. Only added to.

    `by_pk` counts on the board's own site, whose people this table knows nothing of; the name outlives the account.
    `before` is what the change overwrote, as much as taking it back needs and a reader may want to see.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="changes")
    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, null=True, related_name="changes")
    step = models.CharField(_("what was done"), max_length=12, choices=Step)
    at = models.DateTimeField(_("time"), default=timezone.now)
    by_pk = models.BigIntegerField(null=True)
    by = models.CharField(_("by"), max_length=300)
    why = models.TextField(_("reason"), blank=True)
    before = models.JSONField(default=dict)
    # The revision that the procedure has since.
    revision = models.PositiveIntegerField()
    # The same for all that was done in one go: an import, a bulk action.
    batch = models.UUIDField(null=True, db_index=True)
    # Of what was taken back: the batch that it was.
    undoes = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("change of a procedure")
        verbose_name_plural = _("changes of procedures")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.step}"
