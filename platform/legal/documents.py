"""Legal and administrative documents (văn bản), their files, and how they stand to each other."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, PreviewableMixin, RevisionMixin, WorkflowMixin

from catalogue.models import Category, DocumentField, DocumentForm
from legal.details import detail_of
from legal.forms import LegalDocumentForm
from legal.queries import LATEST, DocumentQuerySet, words_of
from legal.states import Reading, Relation, Status
from lib.clock import today
from lib.search_words import compact, identity, plain
from lib.vietnamese import slug, sort_key, to_nfc


class Issuer(models.Model):
    """Who issues documents (cơ quan ban hành), as this site names them."""

    name = models.CharField(
        _("name"),
        max_length=255,
        unique=True,
        help_text=_("In full, as it stands at the head of the document: Ủy ban nhân dân huyện Trà Cú."),
        error_messages={"unique": _("There is an issuing body of this name already.")},
    )
    sort_key = models.CharField(max_length=600, editable=False, default="")

    panels: ClassVar[list] = [FieldPanel("name")]

    class Meta:
        verbose_name = _("issuing body")
        verbose_name_plural = _("issuing bodies")
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.name

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.name = " ".join(to_nfc(self.name).split())
        self.sort_key = sort_key(self.name)
        super().full_clean(*args, **kwargs)


class LegalDocument(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel):
    """One document. Number, issuer and year together name it; its status follows from dates and links."""

    form = models.ForeignKey(
        DocumentForm, verbose_name=_("form of the document"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    number = models.CharField(
        _("number and sign"),
        max_length=100,
        help_text=_("As it is written on the document: 15/2023/QĐ-UBND."),
    )
    issuer = models.ForeignKey(
        Issuer, verbose_name=_("issuing body"), null=True, on_delete=models.PROTECT, related_name="documents"
    )
    issued_on = models.DateField(
        _("issued on"), null=True, help_text=_("The day below the number. Day/month/year, for example 31/10/2023.")
    )
    effective_on = models.DateField(
        _("in force from"),
        null=True,
        blank=True,
        help_text=_("The day that the document names in its last articles. Leave empty if it names none."),
    )
    expires_on = models.DateField(
        _("no longer in force from"),
        null=True,
        blank=True,
        help_text=_(
            "Only if a day is fixed. A document that is replaced by another one needs no date: link them below."
        ),
    )
    partly_expired_on = models.DateField(
        _("parts no longer in force from"),
        null=True,
        blank=True,
        help_text=_("Only if parts ended without another document in this register that amends it."),
    )
    abstract = models.TextField(
        _("abstract"), help_text=_("What follows the name of the document (trích yếu): “Về việc …”, in its own words.")
    )
    signer = models.CharField(_("signed by"), max_length=255, blank=True, help_text=_("Name without titles."))
    signer_office = models.CharField(
        _("office of the signer"),
        max_length=255,
        blank=True,
        help_text=_("As above the signature: Chủ tịch, Phó Chủ tịch."),
    )
    field = models.ForeignKey(
        DocumentField,
        verbose_name=_("field of activity"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    categories = ParentalManyToManyField(
        Category,
        verbose_name=_("categories"),
        blank=True,
        related_name="+",
        help_text=_("A document may stand in several; the yearly report counts it once in the total."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Anything a reader should know, such as which parts have expired.")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    number_key = models.CharField(max_length=100, editable=False, default="")
    number_identity = models.CharField(max_length=100, editable=False, default="")
    year = models.PositiveSmallIntegerField(null=True, editable=False)
    search_text = models.TextField(editable=False, default="")

    objects: ClassVar = DocumentQuerySet.as_manager()
    base_form_class = LegalDocumentForm

    panels: ClassVar[list] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("form"), FieldPanel("number")]),
                FieldPanel("issuer"),
                FieldRowPanel([FieldPanel("issued_on"), FieldPanel("effective_on"), FieldPanel("expires_on")]),
                FieldPanel("abstract"),
            ],
            _("Legal document"),
        ),
        FieldRowPanel([FieldPanel("signer"), FieldPanel("signer_office")], _("Signature")),
        InlinePanel("files", heading=_("Files"), label=_("file")),
        MultiFieldPanel([FieldPanel("field"), FieldPanel("categories")], _("Where readers find it")),
        InlinePanel("links", heading=_("Other documents"), label=_("link")),
        MultiFieldPanel([FieldPanel("partly_expired_on"), FieldPanel("note")], _("More about its force")),
    ]

    class Meta:
        verbose_name = _("legal document")
        verbose_name_plural = _("legal documents")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["number_identity", "issuer", "year"],
                condition=~models.Q(number_identity=""),
                name="legal_one_number_per_issuer_and_year",
                violation_error_message=_("This document is already in the register."),
            )
        ]
        indexes = [
            models.Index("live", models.F("issued_on").desc(), models.F("id").desc(), name="legal_newest_first"),
            models.Index(*LATEST, condition=models.Q(live=True), name="legal_latest_to_readers"),
            models.Index(fields=["year"], name="legal_by_year"),
            GinIndex(words_of("search_text"), name="legal_by_word"),
            GinIndex(OpClass("number_key", name="gin_trgm_ops"), name="legal_by_number"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return " ".join(part for part in (self.form.name_vi if self.form else "", self.number) if part)

    @property
    def slug(self) -> str:
        return slug(self.title.replace("/", " "))[:80].rstrip("-") or "van-ban"

    @property
    def address(self) -> str:
        """Below the register: the number never changes, the words after it may."""
        return f"{self.pk}-{self.slug}/"

    @property
    def status_label(self) -> str:
        """Of a document that `queries` brought with its status."""
        return str(Status(self.status).label)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.tidy()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        wrong = {}
        if self.issued_on and self.issued_on > today():
            wrong["issued_on"] = _("This day has not come yet. A document is entered once it has been issued.")
        if self.issued_on and self.effective_on and self.effective_on < self.issued_on:
            wrong["effective_on"] = _("This day lies before the day of issue. See which of the two is mistyped.")
        for name in ("expires_on", "partly_expired_on"):
            ends, begins = getattr(self, name), self.effective_on or self.issued_on
            if ends and begins and ends < begins:
                wrong[name] = _("This day lies before the document came into force. See which of the two is mistyped.")
        if wrong:
            raise ValidationError(wrong)

    def with_content_json(self, content: dict[str, Any]) -> "LegalDocument":
        """As Wagtail does it; whose the document is stays as it is. A revision may be older than its identity."""
        document = super().with_content_json(content)
        document.owner_id = self.owner_id
        document.number_identity = identity(document.number)[:100]
        return document

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "legal/document.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return {**super().get_preview_context(request, mode_name), "detail": detail_of(self, today()), "document": self}

    def tidy(self) -> None:
        """One Unicode form, and what the search and the register's order go by."""
        for name in ("number", "abstract", "signer", "signer_office", "note"):
            setattr(self, name, to_nfc(getattr(self, name) or "").strip())
        self.number = " ".join(self.number.split())
        self.number_key, self.number_identity = compact(self.number)[:100], identity(self.number)[:100]
        self.year = self.issued_on.year if self.issued_on else None
        names = [str(self.form.name_vi) if self.form else "", self.number, self.issuer.name if self.issuer else ""]
        self.search_text = plain(" ".join([*names, self.abstract, self.signer, self.signer_office]))


class LegalFile(Orderable):
    """A file of the document, kept where all documents of the site are kept."""

    document = ParentalKey(LegalDocument, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("file"),
        on_delete=models.PROTECT,
        related_name="legal_files",
        help_text=_(
            "PDF, Word, Excel or a picture. Best is the signed PDF; add the Word file for those who need the text."
        ),
    )

    panels: ClassVar[list] = [FieldPanel("file")]

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.file.title


class LegalLink(Orderable):
    """What this document does to another one."""

    document = ParentalKey(LegalDocument, on_delete=models.CASCADE, related_name="links")
    relation = models.CharField(_("this document"), max_length=20, choices=Relation)
    target = models.ForeignKey(
        LegalDocument, verbose_name=_("other document"), on_delete=models.PROTECT, related_name="linked_from"
    )

    panels: ClassVar[list] = [FieldRowPanel([FieldPanel("relation"), FieldPanel("target")])]

    class Meta(Orderable.Meta):
        verbose_name = _("link to another document")
        verbose_name_plural = _("links to other documents")
        indexes = [models.Index(fields=["target", "relation"], name="legal_link_from_target")]

    def __str__(self) -> str:
        return f"{self.get_relation_display()} {self.target_id}"


class FileText(models.Model):
    """What a file says, for the search only. Of the file, not of the document: it outlives drafts and revisions."""

    file = models.OneToOneField(
        get_document_model_string(), primary_key=True, on_delete=models.CASCADE, related_name="legal_text"
    )
    reading = models.CharField(max_length=20, choices=Reading, default=Reading.WAITING)
    text = models.TextField(default="")

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")
        indexes = [GinIndex(words_of("text"), name="legal_file_by_word")]

    def __str__(self) -> str:
        return f"{self.file_id} {self.reading}"
