"""What citizens asked, as an office deals with it: the list, and one question with all that may be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from django_filters import CharFilter, ModelChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from accounts.queries import person_asking
from citizens import actions, actions_forget, actions_transfer
from citizens.forms import (
    AnswerForm,
    ExtensionForm,
    ForgetForm,
    NoteForm,
    ReasonForm,
    RouteForm,
    SeenForm,
    TransferForm,
)
from citizens.models import Question
from citizens.queries import QuestionQuerySet
from citizens.rules import may_answer, may_approve
from citizens.states import Kind, State
from citizens.views import attachment_of
from lib.clock import today
from lib.spreadsheets import harmless, moment
from organisation.models import Department
from pages.views_items import DayColumn

MOST_ALIKE = 5


class QuestionFilterSet(WagtailFilterSet):
    state = MultipleChoiceFilter(
        label=gettext_lazy("State"), choices=State.choices, widget=forms.CheckboxSelectMultiple, distinct=False
    )
    kind = MultipleChoiceFilter(
        label=gettext_lazy("Kind"), choices=Kind.choices, widget=forms.CheckboxSelectMultiple, distinct=False
    )
    overdue = MultipleChoiceFilter(
        label=gettext_lazy("Deadline"),
        choices=[("on", gettext_lazy("Overdue"))],
        widget=forms.CheckboxSelectMultiple,
        method="late",
    )
    department = ModelChoiceFilter(
        label=gettext_lazy("Department"), queryset=Department.objects.order_by("position", "name_vi", "pk")
    )
    number = CharFilter(label=gettext_lazy("Number"), method="numbered")
    words = CharFilter(label=gettext_lazy("Words of the question"), method="with_words")

    class Meta:
        model = Question
        fields = ["state", "kind", "overdue", "department", "number", "words"]

    def late(self, questions: QuestionQuerySet, name: str, wanted: list[str]) -> QuestionQuerySet:
        return questions.overdue(today()) if wanted else questions

    def numbered(self, questions: QuestionQuerySet, name: str, number: str) -> QuestionQuerySet:
        return questions.numbered(number)

    def with_words(self, questions: QuestionQuerySet, name: str, words: str) -> QuestionQuerySet:
        return questions.with_words(words)


def told_state(question: Question) -> str:
    """With a word about the deadline, where it is over."""
    state = question.get_state_display()
    return f"{state} – {_('overdue')}" if question.is_open and question.due_on < today() else state


class QuestionsView(ReportView):
    """What is due first comes first, and what is answered after all that is open."""

    model = Question
    permission_policy = ModelPermissionPolicy(Question)
    any_permission_required = ("view",)
    index_url_name = "citizens:questions"
    index_results_url_name = "citizens:questions_results"
    page_title = gettext_lazy("Questions of citizens")
    header_icon = "help"
    filterset_class = QuestionFilterSet
    results_template_name = "citizens/questions_results.html"
    paginate_by = 50
    is_searchable = False
    columns = [
        TitleColumn(
            "subject",
            label=gettext_lazy("What it is about"),
            accessor=lambda question: question.subject or question.reference,
            url_name="citizens:question",
        ),
        Column("reference", label=gettext_lazy("Number")),
        Column("kind", label=gettext_lazy("Kind"), accessor="get_kind_display"),
        Column("department", label=gettext_lazy("Department")),
        DayColumn("due_on", label=gettext_lazy("Due on")),
        Column("state", label=gettext_lazy("State"), accessor=told_state),
    ]

    # Who asked, and how to reach them, leaves with nobody's list.
    list_export = [
        "reference",
        "received_at",
        "get_kind_display",
        "subject",
        "department",
        "due_on",
        "get_state_display",
    ]
    export_headings = {
        "reference": gettext_lazy("Number"),
        "received_at": gettext_lazy("Received at"),
        "get_kind_display": gettext_lazy("Kind"),
        "subject": gettext_lazy("What it is about"),
        "department": gettext_lazy("Department"),
        "due_on": gettext_lazy("Due on"),
        "get_state_display": gettext_lazy("State"),
    }
    export_filename = "cau-hoi"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        texts = {self.FORMAT_CSV: harmless, self.FORMAT_XLSX: harmless}
        times = {self.FORMAT_CSV: moment, self.FORMAT_XLSX: moment}
        self.custom_value_preprocess = {**self.custom_value_preprocess, str: texts}
        self.custom_field_preprocess = {**self.custom_field_preprocess, "received_at": times, "department": texts}

    @property
    def header_more_buttons(self) -> list[Button]:
        if not may_approve(person_asking(self.request)):
            return []
        return [Button(_("What is kept of one person"), url=reverse("citizens:asker"), icon_name="user", priority=90)]

    def get_queryset(self) -> QuerySet[Question]:
        return Question.objects.select_related("department").open_first()


@dataclass(frozen=True)
class Deed:
    """What may be done with a question: by which action, with which form, and the words once it is done."""

    action: Callable[..., Question]
    form: type[SeenForm]
    done: Any


def _forget(*, sure: bool, **facts: Any) -> Question:
    return actions_forget.forget(**facts)


DEEDS = {
    "route": Deed(actions.route, RouteForm, gettext_lazy("It is passed on. The deadline stays.")),
    "transfer": Deed(
        actions_transfer.transfer,
        TransferForm,
        gettext_lazy("It is on its way to the other office. The deadline stays."),
    ),
    "extend": Deed(actions.extend, ExtensionForm, gettext_lazy("The deadline is extended, and who asked is told.")),
    "take_as_complex": Deed(
        actions.take_as_complex, ReasonForm, gettext_lazy("It has the longer deadline, and who asked is told.")
    ),
    "keep": Deed(actions.write_answer, AnswerForm, gettext_lazy("The draft is kept. Who asked does not see it.")),
    "propose": Deed(
        partial(actions.write_answer, propose=True), AnswerForm, gettext_lazy("The answer waits for approval.")
    ),
    "send_back": Deed(actions.send_back, NoteForm, gettext_lazy("The answer is sent back.")),
    "approve": Deed(actions.approve, SeenForm, gettext_lazy("It is answered. Who asked reads the answer now.")),
    "publish": Deed(actions.publish, SeenForm, gettext_lazy("Question and answer are published.")),
    "take_down": Deed(actions.take_down, NoteForm, gettext_lazy("Question and answer are taken down.")),
    "forget": Deed(_forget, ForgetForm, gettext_lazy("Who asked is forgotten.")),
}
ON_SCREEN = {
    "route": "route_form",
    "transfer": "transfer_form",
    "extend": "extension_form",
    "take_as_complex": "reason_form",
    "keep": "answer_form",
    "propose": "answer_form",
    "forget": "forget_form",
}


class QuestionView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "citizens/question.html"
    header_icon = "help"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_answer(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def question(self) -> Question:
        questions = Question.objects.select_related("department", "field")
        return get_object_or_404(questions.prefetch_related("transfers", "attachments"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return _("Question no. %(reference)s") % {"reference": self.question.reference}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("citizens:questions"), "label": _("Questions of citizens")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Does it, or shows the same screen with what was typed and why it was not done."""
        name = next((name for name in DEEDS if name in request.POST), "")
        if not name:
            return redirect(request.path)
        form = DEEDS[name].form(request.POST)
        if form.is_valid():
            try:
                self._do(name, **form.cleaned_data)
            except actions.ChangedMeanwhile as meanwhile:
                self.question = meanwhile.current
                form.data = {**form.data.dict(), "seen": meanwhile.current.version}
                form.add_error(None, meanwhile.messages[0])
                return self._again(name, form, meanwhile=meanwhile.current)
            except ValidationError as error:
                form.add_error(None, error.messages[0])
            else:
                messages.success(request, DEEDS[name].done)
                return redirect(request.path)
        return self._again(name, form)

    def _do(self, name: str, **words: Any) -> None:
        DEEDS[name].action(**words, question=self.question, by=person_asking(self.request))

    def _again(self, name: str, form: SeenForm, **more: Any) -> HttpResponse:
        """An answer stays to be read where there is no field for it any more."""
        shown = {ON_SCREEN[name]: form} if name in ON_SCREEN else {}
        typed = form.data.get("answer", "")
        return self.render_to_response(self.get_context_data(refused=form, typed=typed, **shown, **more))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        question, person = self.question, person_asking(self.request)
        seen = {"seen": question.version}
        transfer_form = TransferForm(initial=seen)
        return super().get_context_data(
            **{
                "question": question,
                "attachments": list(question.attachments.all()),
                "history": list(question.history.select_related("by")),
                "is_late": question.is_open and question.due_on < today(),
                "may_approve": may_approve(person),
                "waits_for_approval": question.state == State.PROPOSED,
                "is_answered": question.state == State.ANSWERED,
                "may_be_complex": question.is_open and question.kind == Kind.ACCESS,
                "same_words": list(Question.objects.same_words(question)[:MOST_ALIKE]),
                "answer_form": AnswerForm(initial={**seen, "answer": question.answer}),
                "route_form": RouteForm(initial={**seen, "department": question.department_id}),
                "transfer_form": transfer_form,
                "has_other_offices": transfer_form.has_other_offices,
                "extension_form": ExtensionForm(initial=seen),
                "reason_form": ReasonForm(initial=seen),
                "note_form": NoteForm(initial=seen),
                "forget_form": ForgetForm(initial=seen),
                **kwargs,
            }
        )


class QuestionFileView(View):
    """A file that came with a question, for the office."""

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
        if not may_answer(person_asking(request)):
            raise PermissionDenied
        question = get_object_or_404(Question.objects.prefetch_related("attachments"), pk=pk)
        return attachment_of(question, number)
