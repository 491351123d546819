"""What people sent, as those see it who decide on it, and as the committee takes it away."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import F, Max, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_filters import CharFilter, ModelChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from accounts.queries import person_asking
from audit.actions import record
from audit.states import Event
from consultations.actions import Decided, moderate
from consultations.forms import ModerationForm
from consultations.models import Comment, ConsultationPage
from consultations.queries import CommentQuerySet
from consultations.rules import may_moderate
from consultations.states import Standing
from consultations.views import comments_waiting
from lib.clients import Client
from lib.spreadsheets import BYTE_ORDER_MARK, harmless


class CommentFilterSet(WagtailFilterSet):
    standing = MultipleChoiceFilter(
        label=gettext_lazy("State"), choices=Standing.choices, widget=forms.CheckboxSelectMultiple, distinct=False
    )
    page = ModelChoiceFilter(
        label=gettext_lazy("Consultation"),
        queryset=lambda request: ConsultationPage.objects.originals().order_by("-published_on", "-pk"),
        # Whichever of its languages somebody comes from.
        to_field_name="translation_key",
        method="about",
    )
    words = CharFilter(label=gettext_lazy("Words of the comment"), field_name="body", lookup_expr="unaccent__icontains")

    class Meta:
        model = Comment
        fields = ["standing", "page", "words"]

    def about(self, comments: CommentQuerySet, name: str, page: ConsultationPage) -> CommentQuerySet:
        return comments.on(page.translation_key)


class CommentsView(ReportView):
    """Oldest first: who has waited longest comes first. How to reach people is neither exported nor sorted by."""

    model = Comment
    permission_policy = ModelPermissionPolicy(Comment)
    any_permission_required = ("view",)
    template_name = "consultations/moderation.html"
    results_template_name = "consultations/moderation_results.html"
    index_url_name = "consultations:comments"
    index_results_url_name = "consultations:comments_results"
    page_title = gettext_lazy("Comments on drafts")
    header_icon = "comment"
    filterset_class = CommentFilterSet
    paginate_by = 50
    is_searchable = False
    default_ordering = ("at", "pk")
    list_export = ["title", "number", "received", "name", "body", "get_standing_display", "get_reason_display"]
    export_headings = {
        "title": gettext_lazy("Consultation"),
        "number": gettext_lazy("Number"),
        "received": gettext_lazy("Received on"),
        "name": gettext_lazy("Name"),
        "body": gettext_lazy("Words of the comment"),
        "get_standing_display": gettext_lazy("State"),
        "get_reason_display": gettext_lazy("Reason for hiding"),
    }
    export_filename = "y-kien-gop-y"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        texts = {self.FORMAT_CSV: harmless, self.FORMAT_XLSX: harmless}
        self.custom_value_preprocess = {**self.custom_value_preprocess, str: texts}

    def get_queryset(self) -> QuerySet[Comment]:
        comments = Comment.objects.annotate(title=F("page__title")).order_by("at", "pk")
        return comments if self.is_export else comments.prefetch_related("rulings__by")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Decides, and comes back to the same part of the list; with what was ticked, where something is missing."""
        if not self.moderation.is_valid():
            return self.get(request, *args, **kwargs)
        words = self.moderation.cleaned_data
        to = Standing(words["decision"])
        decided = moderate(
            seen=self._waiting_everywhere() if words["everywhere"] else words["chosen"],
            to=to,
            reason=words["reason"],
            note=words["note"],
            by=person_asking(request),
            client=Client.of(request),
        )
        self._tell(to, decided)
        return redirect(request.get_full_path())

    def _tell(self, to: Standing, decided: Decided) -> None:
        number = len(decided.done)
        said = (
            ngettext("%(number)d comment is published.", "%(number)d comments are published.", number)
            if to == Standing.PUBLISHED
            else ngettext("%(number)d comment is hidden.", "%(number)d comments are hidden.", number)
        )
        if number:
            messages.success(self.request, said % {"number": number})
        if decided.meanwhile:
            messages.warning(
                self.request,
                _("Left as they are, because somebody decided on them meanwhile: %(number)d. Look at them again.")
                % {"number": len(decided.meanwhile)},
            )
        if not number and not decided.meanwhile:
            messages.warning(self.request, _("Nothing there waits to be read."))

    def _waiting_everywhere(self) -> dict[int, Standing]:
        """What waits and fits, on all pages of the list, as far as it was there when the list was opened."""
        waiting = self.get_filtered_queryset().waiting().filter(pk__lte=self.moderation.cleaned_data["last"] or 0)
        return dict.fromkeys(waiting.order_by().values_list("pk", flat=True), Standing.WAITING)

    @cached_property
    def moderation(self) -> ModerationForm:
        return ModerationForm(self.request.POST if self.request.method == "POST" else None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        goes_on = not self.is_export and context["page_obj"].has_other_pages()
        return {
            **context,
            "last": Comment.objects.aggregate(last=Max("pk"))["last"] if goes_on else None,
            "moderation": self.moderation,
            "ticked": set(self.moderation.data.getlist("chosen")) if self.moderation.is_bound else set(),
            "may_moderate": may_moderate(person_asking(self.request)),
        }

    def to_row_dict(self, item: Model) -> dict[str, Any]:
        item.received = date_format(item.received_on, "SHORT_DATE_FORMAT")  # type: ignore[attr-defined]
        return super().to_row_dict(item)

    def stream_csv(self, queryset: QuerySet[Comment]) -> Iterator[str]:
        yield BYTE_ORDER_MARK
        yield from super().stream_csv(queryset)

    def render_to_response(self, context: dict[str, Any], **response_kwargs: Any) -> HttpResponse:
        if self.is_export:
            detail = ", ".join(sorted({one.title for one in context["object_list"]}))
            record(
                event=Event.COMMENTS_EXPORTED,
                by=person_asking(self.request),
                client=Client.of(self.request),
                detail=detail[:500],
            )
        return super().render_to_response(context, **response_kwargs)


class CommentsSummaryItem(SummaryItem):
    """On the dashboard of those who decide: how many wait."""

    order = 400
    template_name = "consultations/summary_item.html"

    def is_shown(self) -> bool:
        return may_moderate(self.request.user)

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {"waiting": Comment.objects.waiting().count(), "address": comments_waiting()}
