"""What is done under a decision, with one procedure or with many: publishing drafts, repealing, and taking back."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.queries import person_asking
from lib.clock import today
from procedure_catalogue.actions_publish import publish_drafts
from procedure_catalogue.actions_repeal import repeal_many
from procedure_catalogue.actions_undo import undo_batch
from procedure_catalogue.models import Procedure, ProcedureVersion
from procedure_catalogue.reading import CODE
from tenants.oversight.procedure_forms import DecisionForm, PublicationForm, RepealForm
from tenants.oversight.procedures import NAMESPACE, BoardFilterSet, BoardOnly

MOST_AT_ONCE = 7000
MOST_NAMED = 50


@dataclass(frozen=True)
class Chosen:
    """Codes with the revision that was seen, and how many more were wanted than can be done at once."""

    seen: dict[str, int]
    left: int = 0

    @classmethod
    def of(cls, wanted: Mapping[str, int], left: int = 0) -> "Chosen":
        return cls(dict(islice(wanted.items(), MOST_AT_ONCE)), left + max(0, len(wanted) - MOST_AT_ONCE))


def chosen_in(data: QueryDict, request: HttpRequest) -> Chosen:
    """Of the boxes that were ticked, or of all that the list was narrowed to, by code."""
    if "everything" in data:
        narrowed = BoardFilterSet(QueryDict(data.get("narrowed", "")), ProcedureVersion.objects.all(), request=request)
        rows = narrowed.qs.order_by("procedure__code").values_list("procedure__code", "procedure__revision")
        return Chosen.of(dict(rows))
    pairs = [word.partition(":") for text in data.getlist("chosen") for word in text.split()]
    wanted = {code: int(revision) for code, __, revision in pairs if CODE.fullmatch(code) and _is_number(revision)}
    left = data.get("left", "")
    return Chosen.of(wanted, int(left) if _is_number(left) else 0)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


class DecisionView(BoardOnly, WagtailAdminTemplateMixin, TemplateView):
    """Which procedures, and under which decision. What the form is sent with first are only the procedures."""

    template_name = "oversight/procedure_decision.html"
    header_icon = "doc-full"
    form_class: type[DecisionForm]
    explanation: Any
    done: Any

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(f"{NAMESPACE}:index")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.chosen:
            messages.error(request, _("Choose at least one procedure."))
            return redirect(f"{NAMESPACE}:index")
        if "decide" not in request.POST:
            return self.render_to_response(self.get_context_data(form=self.form_class(initial={"day": today()})))
        form = self.form_class(request.POST)
        if form.is_valid():
            try:
                self.decide(form)
            except ValidationError as refused:
                form.add_error(None, refused.messages)
            else:
                messages.success(request, self.done % {"count": len(self.chosen)})
                if left := self.found.left:
                    told = _("%(count)d procedures of the list are left as they are: choose them next.")
                    messages.warning(request, told % {"count": left})
                return redirect(self.address_after())
        return self.render_to_response(self.get_context_data(form=form), status=422)

    @cached_property
    def found(self) -> Chosen:
        return chosen_in(self.request.POST, self.request)

    @property
    def chosen(self) -> dict[str, int]:
        return self.found.seen

    def decide(self, form: Any) -> None:
        raise NotImplementedError

    def named(self) -> Mapping[str, str]:
        """The first of them, by code, with the name that is about to change."""
        codes = list(self.chosen)[:MOST_NAMED]
        versions = ProcedureVersion.objects.one_each(today()).filter(procedure__code__in=codes)
        return dict(versions.values_list("procedure__code", "name"))

    def address_after(self) -> str:
        if len(self.chosen) == 1:
            return reverse(f"{NAMESPACE}:procedure", args=[*self.chosen])
        return reverse(f"{NAMESPACE}:index")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse(f"{NAMESPACE}:index"), "label": _("Catalogue of procedures")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = " ".join(f"{code}:{revision}" for code, revision in self.chosen.items())
        named = self.named()
        context = super().get_context_data(
            chosen=chosen,
            count=len(self.chosen),
            named=named,
            more=len(self.chosen) - len(named),
            explanation=self.explanation,
            left=self.found.left,
            most=MOST_AT_ONCE,
            **kwargs,
        )
        context["media"] = context["form"].media
        return context


class PublishView(DecisionView):
    page_title = gettext_lazy("Publish drafts")
    form_class = PublicationForm
    explanation = gettext_lazy(
        "From the day on, readers of all sites have what the drafts say; what was in force ends on the eve."
    )
    done = gettext_lazy("Published on all sites: %(count)d.")

    def decide(self, form: PublicationForm) -> None:
        words = form.cleaned_data
        publish_drafts(
            seen=self.chosen,
            decision=form.decision,
            valid_from=words["day"],
            by=person_asking(self.request),
            why=words["why"],
        )

    def named(self) -> Mapping[str, str]:
        drafts = ProcedureVersion.objects.drafts().filter(procedure__code__in=list(self.chosen)[:MOST_NAMED])
        return dict(drafts.values_list("procedure__code", "name"))


class RepealView(DecisionView):
    page_title = gettext_lazy("Repeal procedures")
    form_class = RepealForm
    explanation = gettext_lazy(
        "From the day on, they are no longer in force on any site. Nothing is deleted: readers find what took their "
        "place."
    )
    done = gettext_lazy("Repealed: %(count)d.")

    def decide(self, form: RepealForm) -> None:
        words = form.cleaned_data
        repeal_many(
            seen=self.chosen,
            decision=form.decision,
            effective_on=words["day"],
            successors=words["successors"],
            by=person_asking(self.request),
            why=words["why"],
        )


class UndoView(BoardOnly, View):
    def post(self, request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
        procedure = Procedure.objects.filter(changes__batch=batch).first()
        try:
            number = undo_batch(batch=batch, by=person_asking(request), why=request.POST.get("why", "")[:2000])
            messages.success(
                request, _("Taken back: %(count)d procedures are as they were before.") % {"count": number}
            )
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return redirect(f"{NAMESPACE}:history", procedure.code) if procedure else redirect(f"{NAMESPACE}:index")
