"""Consultations on drafts: who is asked about what and until when, what came in, and what became of it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from consultations.comments import Comment, Ruling
from consultations.details import account_on, comments_on, overview_of
from consultations.extensions import Extension
from consultations.filters import ConsultationFilters
from consultations.forms import ConsultationForm
from consultations.numbers import numbers_in, numbers_of
from consultations.queries import ConsultationQuerySet
from consultations.states import Outcome, Period, Phase
from lib.clock import today
from lib.structured_data import Data, event
from pages.blocks import BodyBlock
from pages.filters import narrowed, on_show_in
from pages.models import BasePage
from pages.queries import list_above
from pages.subjects import About

__all__ = ["Comment", "ConsultationIndexPage", "ConsultationPage", "DraftFile", "Extension", "Response", "Ruling"]

# Of the consultation, not of one of its languages: readers of each see those of the page it was first written on.
FACTS = ("opens_on", "closes_on", "accounted_on", "document", "account", "drafter", "send_to", "files", "responses")


class ConsultationIndexPage(BasePage):
    """Lists the consultations of the whole site."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = ["consultations.ConsultationPage"]
    template = "consultations/consultation_index_page.html"

    class Meta:
        verbose_name = _("list of consultations")
        verbose_name_plural = _("lists of consultations")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        consultations = on_show_in(self, ConsultationPage.objects.all()).open_first(today()).for_lists()
        return {
            **super().get_context(request, *args, **kwargs),
            **narrowed(consultations, ConsultationFilters, request),
        }


class ConsultationPage(RoutablePageMixin, BasePage):
    """A draft on which people are asked. It opens and closes by its dates and the site's clock, nothing else."""

    is_text: ClassVar[bool] = True
    # Where it counts in the yearly report.
    CATEGORY: ClassVar[str] = "notices_reports"
    search_kind: ClassVar[str] = "consultation"

    summary = models.TextField(
        _("what it is about"), help_text=_("In a few sentences: what would change, and for whom.")
    )
    asked = models.CharField(
        _("who is asked"), max_length=255, help_text=_("For example: everybody who lives in the commune.")
    )
    drafter = models.CharField(_("drafting body"), max_length=255, blank=True)
    send_to = models.TextField(
        _("other ways to comment"),
        blank=True,
        help_text=_("Postal and e-mail address for those who rather write there. Empty: the site's own."),
    )
    published_on = models.DateField(_("publication date"), default=today, db_index=True)
    opens_on = models.DateField(_("opens on"), default=today, help_text=_("The first day on which comments are taken."))
    closes_on = models.DateField(
        _("last day for comments"),
        db_index=True,
        help_text=_("The last day on which comments are taken. Once it is open, only an extension changes it."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text of the draft and explanation"), blank=True)
    accounted_on = models.DateField(
        _("account published on"),
        null=True,
        blank=True,
        help_text=_("Readers see the account from this day on. Leave empty while you are still writing it."),
    )
    account = models.TextField(
        _("account as a whole"),
        blank=True,
        help_text=_("How many commented, what was changed in the draft, in a few sentences."),
    )
    document = models.ForeignKey(
        "legal.LegalDocument",
        verbose_name=_("document that came of it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Readers find it here, and find this consultation at the document."),
    )

    objects: ClassVar[PageManager] = PageManager.from_queryset(ConsultationQuerySet)()
    base_form_class = ConsultationForm

    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("asked"), FieldPanel("drafter")]),
        FieldPanel("published_on"),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
        InlinePanel("files", heading=_("Files of the draft"), label=_("file")),
        FieldPanel("body"),
        FieldPanel("send_to"),
        MultiFieldPanel(
            [FieldPanel("accounted_on"), FieldPanel("account"), FieldPanel("document")], _("Account after closing")
        ),
        InlinePanel("responses", heading=_("What was accepted, and why not"), label=_("response")),
    ]
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("asked"),
        index.SearchField("body"),
        index.SearchField("account"),
        index.FilterField("published_on"),
    ]
    override_translatable_fields: ClassVar[list] = [SynchronizedField(name, overridable=False) for name in FACTS]
    # Another draft: nothing was said on that one yet.
    exclude_fields_in_copy: ClassVar[list[str]] = ["accounted_on", "account", "document", "responses"]
    parent_page_types: ClassVar[list[str]] = ["consultations.ConsultationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "consultations/consultation_page.html"

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")

    @property
    def gist(self) -> str:
        return self.summary

    def structured_data(self, about: About) -> list[Data]:
        """The time in which people may comment."""
        days = self.period
        told = event(
            about.office,
            address=about.address,
            name=self.title,
            starts=days.opens_on,
            ends=days.closes_on,
            gist=self.summary,
        )
        return [told]

    @cached_property
    def original(self) -> "ConsultationPage":
        """The page that the consultation was first written on; itself, with what a draft of it says."""
        pages = ConsultationPage.objects.select_related("locale")
        first = pages.filter(translation_key=self.translation_key).order_by("pk").first()
        if first is None:
            return self
        if first.pk != self.pk:
            return first
        self.locale = first.locale
        return self

    @cached_property
    def period(self) -> Period:
        extensions = self.original.extensions.all() if self.original.pk else []
        longest = max((extension.closes_on for extension in extensions), default=self.original.closes_on)
        return Period(self.original.opens_on, self.original.closes_on, longest, self.original.accounted_on)

    @property
    def phase(self) -> Phase:
        """Today, of a page that `queries` brought with its period."""
        return Period(self.begins, self.announced, self.ends, self.answered_on).phase(today())

    @property
    def is_closed(self) -> bool:
        return bool(self.pk) and self.period.closes_on < today()

    @property
    def dates_are_fixed(self) -> bool:
        """What was announced to readers and has begun is what they rely on."""
        return bool(self.pk and self.live and self.opens_on <= today())

    def clean(self) -> None:
        super().clean()
        wrong = {}
        if self.closes_on and self.opens_on and self.closes_on < self.opens_on:
            wrong["closes_on"] = _("The closing date is before the day on which it opens.")
        if self.opens_on and self.published_on and self.opens_on < self.published_on:
            wrong["opens_on"] = _("Nobody can comment before it is published. See which of the two is mistyped.")
        if self.accounted_on and self.closes_on and self.accounted_on <= self.period.closes_on:
            wrong["accounted_on"] = _("The account comes after the last day on which comments are taken.")
        if self.accounted_on and not self.account.strip():
            wrong["account"] = _("Write at least a sentence on what became of the comments.")
        if wrong:
            raise ValidationError(wrong)

    def with_content_json(self, content: dict[str, Any]) -> "ConsultationPage":
        """As BasePage does it. A draft from before the opening changes no dates when it is published after it."""
        page = super().with_content_json(content)
        begun = ConsultationPage.objects.filter(pk=self.pk, live=True, opens_on__lte=today())
        for field, value in (begun.values("opens_on", "closes_on").first() or {}).items():
            setattr(page, field, value)
        return page

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "above": list_above(self),
            "address": self.get_url(request) or "",
            "overview": overview_of(self, request, today()),
            "comment_address": reverse("consultation_comment", args=[self.pk]) if self.pk else "",
        }

    @path("y-kien/", name="comments")
    def all_comments(self, request: HttpRequest) -> TemplateResponse:
        context = {**super().get_context(request), **comments_on(self, request, today())}
        return TemplateResponse(request, "consultations/comments.html", context)

    @path("giai-trinh/", name="account")
    def whole_account(self, request: HttpRequest) -> TemplateResponse:
        """Raises Http404 before it is published."""
        context = {**super().get_context(request), **account_on(self, request, today())}
        return TemplateResponse(request, "consultations/account.html", context)


class DraftFile(Orderable):
    """A file of the draft, kept where all documents of the site are kept."""

    page = ParentalKey(ConsultationPage, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(
        "library.SiteDocument", verbose_name=_("file"), on_delete=models.PROTECT, related_name="draft_files"
    )

    panels: ClassVar[list] = [FieldPanel("file")]

    class Meta(Orderable.Meta):
        verbose_name = _("file of a draft")
        verbose_name_plural = _("files of drafts")

    def __str__(self) -> str:
        return str(self.file)


class Response(Orderable):
    """What became of one comment, or of several that say the same. Part of the page: it is approved along with it."""

    page = ParentalKey(ConsultationPage, on_delete=models.CASCADE, related_name="responses")
    comments = models.CharField(
        _("numbers of the comments"),
        max_length=500,
        help_text=_("One, or several that say the same: 1, 4–6."),
    )
    opinion = models.TextField(_("what was said"), help_text=_("In short; readers see the comments themselves below."))
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome)
    reason = models.TextField(_("why"), help_text=_("And, where it was accepted, what changed in the draft."))

    panels: ClassVar[list] = [
        FieldRowPanel([FieldPanel("comments"), FieldPanel("outcome")]),
        FieldPanel("opinion"),
        FieldPanel("reason"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("response to comments")
        verbose_name_plural = _("responses to comments")

    def __str__(self) -> str:
        return f"{self.comments}: {self.get_outcome_display()}"

    @property
    def numbers(self) -> list[int]:
        """None in a draft that says something else; what is published was looked at."""
        return numbers_of(self.comments)

    def clean(self) -> None:
        super().clean()
        try:
            found = numbers_in(self.comments)
        except ValueError as error:
            wrong = _("“%(part)s” is no number of a comment. Write for example: 1, 4–6.")
            raise ValidationError({"comments": ValidationError(wrong, params={"part": str(error)})}) from error
        if not found:
            raise ValidationError({"comments": _("Write the number of at least one comment.")})
