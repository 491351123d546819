"""A citizen asks, and follows what becomes of it with a link that nobody else has."""

import re
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, View
from django.views.generic.detail import SingleObjectMixin

from citizens.actions import ask, keep_files
from citizens.attachments import Attachment
from citizens.forms_public import AccessForm, AskForm, FeedbackForm, QuestionForm
from citizens.models import Question
from citizens.offices import offices
from citizens.states import State
from intake.rules import Limit
from intake.views import PublicFormView

# In the address of the form: the code of the procedure that the reader was at.
PROCEDURE = "thu-tuc"
CODE = re.compile(r"[0-9]\.[0-9]{6}")
ASKED = (
    "subject",
    "body",
    "field",
    "name",
    "address",
    "email",
    "phone",
    "supply",
    "may_be_published",
    "hides_name",
)


class AskView(PublicFormView):
    """Many people share one address of a mobile network, hence the higher limit."""

    template_name = "citizens/ask.html"
    form_class: type[AskForm] = QuestionForm
    title: ClassVar[Any] = _("Ask a question")
    button: ClassVar[Any] = _("Send the question")
    limit: ClassVar[Limit] = Limit(times=20, minutes=60, quiet_after=5)

    def form_valid(self, form: AskForm) -> HttpResponse:
        words = {name: form.cleaned_data[name] for name in ASKED if name in form.cleaned_data}
        question = ask(
            kind=form.kind,
            fingerprint=form.fingerprint,
            language=get_language() or "",
            files=form.cleaned_data["attached"],
            kept_files=form.cleaned_data["kept"],
            **words,
        )
        return redirect("question_state", question.secret)

    def form_invalid(self, form: AskForm) -> HttpResponse:
        """Good files are put aside, so that nobody has to look for them on a phone again."""
        files = form.cleaned_data.get("attached") or []
        if files and "attached" not in form.errors:
            form.keep(keep_files(files))
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, title=self.title, button=self.button)

    def get_initial(self) -> dict[str, Any]:
        """Who comes from a procedure asks about it: its code stands there already, to be changed."""
        code = self.request.GET.get(PROCEDURE, "")
        about = {"subject": _("Procedure %(code)s") % {"code": code}} if CODE.fullmatch(code) else {}
        return {**super().get_initial(), **about}


class FeedbackView(AskView):
    form_class = FeedbackForm
    title = _("Feedback on a regulation")
    button = _("Send the feedback")


class AccessView(AskView):
    form_class = AccessForm
    title = _("Request information")
    button = _("Send the request")


class BySecret(SingleObjectMixin, View):
    """The address is the key: it goes to no cache, no search engine and no other site."""

    model = Question
    slug_field = slug_url_kwarg = "secret"

    def get_queryset(self) -> QuerySet[Question]:
        return Question.objects.prefetch_related("history", "transfers", "attachments")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response


class StateView(BySecret, DetailView):
    """Of a question that another office has now, what it says there: the link that was given first goes on working."""

    template_name = "citizens/state.html"
    context_object_name = "question"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        passed_on = self.object.last_passed_on
        if self.object.state == State.MOVED and passed_on and passed_on.arrived_at:
            path = reverse("question_state", args=[self.object.secret])
            if address := offices().address_of(passed_on.office, path):
                return redirect(address)
        return self.render_to_response(self.get_context_data(attachments=list(self.object.attachments.all())))


class FileView(BySecret):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return attachment_of(self.get_object(), kwargs["number"])


def attachment_of(question: Question, number: int) -> FileResponse:
    """One file of a question, to be saved and never shown by the browser. Raises Http404."""
    found: Attachment | None = next((one for one in question.attachments.all() if one.pk == number), None)
    if found is None:
        raise Http404
    try:
        file = found.file.open("rb")
    except OSError:
        raise Http404 from None
    response = FileResponse(file, as_attachment=True, filename=found.name, content_type="application/octet-stream")
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
