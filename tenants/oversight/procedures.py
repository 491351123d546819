"""The board's screens for the catalogue of procedures: those that every site reads, with what only the board may see
and do. What is written goes over the board's own login, which the database lets write there."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from django_filters import ChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from accounts.queries import person_asking
from lib.pagination import page_of
from procedure_catalogue import actions
from procedure_catalogue.actions_undo import MENDED, standing_revisions
from procedure_catalogue.contents import stored_content
from procedure_catalogue.filters import Everything, ProcedureFilterSet
from procedure_catalogue.models import Change, ProcedureVersion
from procedure_catalogue.queries import VersionQuerySet
from procedure_catalogue.rules import may_keep
from procedure_catalogue.states import Standing, State
from procedure_catalogue.views import CompareView, OneProcedure, ProcedureIndexView, ProcedureView
from procedure_catalogue.wording import HEADINGS, lines_of
from tenants.oversight.procedure_forms import EventsForm
from tenants.oversight.procedure_places import places_of
from tenants.registry.models import Tenant

NAMESPACE = "board_procedures"
LINES_OF_HISTORY = 50
SITES_PER_PAGE = 50


class BoardOnly:
    """Open to those who keep the catalogue, on the site of the unit that runs the board; elsewhere there is no such
    page."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.tenant.runs_board:  # type: ignore[attr-defined]
            raise Http404
        if not may_keep(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc,no-any-return]


class OfTheBoard(BoardOnly, OneProcedure):
    namespace = NAMESPACE

    def readable(self) -> VersionQuerySet:
        return ProcedureVersion.objects.all()

    @cached_property
    def draft(self) -> ProcedureVersion | None:
        return next((one for one in self.versions if one.state == State.DRAFT), None)

    def may_undo(self, change: Change) -> bool:
        return change.step in MENDED and change.revision == self.standing_revision

    @cached_property
    def standing_revision(self) -> int:
        return standing_revisions([self.procedure.pk])[self.procedure.pk]


class BoardFilterSet(ProcedureFilterSet):
    standing = ChoiceFilter(
        label=gettext_lazy("State on the day"),
        choices=[*Standing.choices, *Everything.choices],
        empty_label=None,
        method="kept_for_later",
    )


class ChoiceColumn(Column):
    """A box to choose the row for what is done with many."""

    cell_template_name = "oversight/procedure_choice.html"

    def get_value(self, instance: ProcedureVersion) -> str:
        return f"{instance.procedure.code}:{instance.procedure.revision}"


class BoardIndexView(BoardOnly, ProcedureIndexView):
    namespace = NAMESPACE
    filterset_class = BoardFilterSet
    results_template_name = "oversight/procedures_results.html"

    def readable(self) -> Any:
        return ProcedureVersion.objects.all()

    @cached_property
    def columns(self) -> list[Column]:
        return [ChoiceColumn("chosen", label=_("Choose")), *super().columns]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("New procedure"), url=reverse(f"{NAMESPACE}:new"), icon_name="plus")]


class BoardProcedureView(OfTheBoard, ProcedureView):
    template_name = "oversight/procedure.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sorts into life events, or puts the draft aside."""
        form = EventsForm(request.POST)
        if form.is_valid():
            try:
                self._do(form)
            except ValidationError as refused:
                messages.error(request, " ".join(refused.messages))
        return redirect(self.url("procedure"))

    def _do(self, form: EventsForm) -> None:
        known = {"procedure": self.procedure, "by": person_asking(self.request), "seen": form.cleaned_data["seen"]}
        if "discard" in self.request.POST:
            actions.discard_draft(**known)
            messages.success(self.request, _("The draft is put aside. The history keeps it."))
            return
        actions.set_life_events(life_events=[event.key for event in form.cleaned_data["events"]], **known)
        messages.success(self.request, _("The life events are saved."))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        events = [event.key for event in self.procedure.life_events.all()]
        is_over = self.version.standing(self.day) == Standing.ENDED
        return super().get_context_data(
            draft=self.draft,
            chosen=f"{self.procedure.code}:{self.procedure.revision}",
            may_correct=self.version.state == State.PUBLISHED,
            may_repeal=not is_over and any(one.state == State.PUBLISHED for one in self.versions),
            events_form=EventsForm(initial={"seen": self.procedure.revision, "events": events}),
            **kwargs,
        )


class BoardCompareView(OfTheBoard, CompareView):
    pass


class HistoryView(OfTheBoard, TemplateView):
    template_name = "oversight/procedure_history.html"
    subtitle = gettext_lazy("History")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        changes = Change.objects.filter(procedure=self.procedure).select_related(
            "version__field", "version__procedure", "version__decision"
        )
        page = Paginator(changes.order_by("-at", "-pk"), LINES_OF_HISTORY).get_page(self.request.GET.get("p"))
        lines = [(change, old_words(change), self.may_undo(change)) for change in page]
        batches = [change.batch for change, __, may_undo in lines if may_undo]
        size = Change.objects.filter(batch__in=batches).count() if batches else 0
        return super().get_context_data(changes=page, lines=lines, batch_size=size, **kwargs)


def old_words(change: Change) -> list[tuple[str, list[str]]]:
    """What a correction has overwritten: heading and lines."""
    old = change.before.get("content")
    if not old or change.version is None:
        return []
    content = stored_content({**change.version.content.data(), **old})
    return [(str(HEADINGS[part]), lines_of(content, part)) for part in HEADINGS if part in old]


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class PlacesView(OfTheBoard, TemplateView):
    """Where readers find it, one page of the sites after the other."""

    template_name = "oversight/procedure_places.html"
    subtitle = gettext_lazy("Where it is shown")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        board = self.request.tenant  # type: ignore[attr-defined]
        sites = Tenant.objects.run_by(board).in_reading_order().with_addresses()
        page = page_of(sites, self.request, per_page=SITES_PER_PAGE)
        places = places_of(self.version, list(page))
        return super().get_context_data(version=self.version, sites=page, places=places, **kwargs)
