"""A citizen asks, and follows what becomes of it with a link that nobody else has."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.generic import DetailView, ListView

from citizens.actions import ask
from citizens.forms import QuestionForm
from citizens.models import Question
from intake.rules import Limit
from intake.views import PublicFormView

ASKED = ("subject", "body", "name", "email", "phone", "may_be_published", "hides_name")


class PublishedView(ListView):
    """What others asked and agreed to have published, the latest first."""

    template_name = "citizens/published.html"
    paginate_by = 20

    def get_queryset(self) -> QuerySet[Question]:
        return Question.objects.published().order_by("-published_on", "-pk")


class AskView(PublicFormView):
    """Many people share one address of a mobile network, hence the higher limit."""

    template_name = "citizens/ask.html"
    form_class = QuestionForm
    limit: ClassVar[Limit] = Limit(times=20, minutes=60)

    def form_valid(self, form: QuestionForm) -> HttpResponse:
        words = {name: form.cleaned_data[name] for name in ASKED}
        question = ask(fingerprint=form.fingerprint, language=get_language() or "", **words)
        return redirect("question_state", question.secret)


class StateView(DetailView):
    template_name = "citizens/state.html"
    context_object_name = "question"
    slug_field = slug_url_kwarg = "secret"

    def get_queryset(self) -> QuerySet[Question]:
        return Question.objects.prefetch_related("history")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The address is the key: it goes to no cache, no search engine and no other site."""
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response
