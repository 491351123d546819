"""Forms that anybody may send, and what those get who send too much."""

import datetime
import math
from collections.abc import Callable
from typing import Any, ClassVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.documents.views.serve import authenticate_with_password as open_documents
from wagtail.models import BaseViewRestriction, CollectionViewRestriction, PageViewRestriction
from wagtail.views import authenticate_with_password as open_page

from intake.actions import attempts_so_far, count_attempt, forgive_attempts
from intake.forms import PublicForm
from intake.rules import Limit, sender_of

PASSWORDS = Limit(times=10, minutes=15)


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class PublicFormView(FormView):
    """A PublicForm that one sender may send so many times. What is valid goes to `form_valid`, in one transaction."""

    form_class: type[PublicForm]
    limit: ClassVar[Limit] = Limit(times=10, minutes=60)

    asks_quietly = False

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name = f"{self.form_class.__module__}.{self.form_class.__name__}"
        sender = sender_of(request)
        until = count_attempt(form=name, sender=sender, limit=self.limit)
        if until:
            return self._too_many(until)
        with transaction.atomic():
            if self.limit.quiet_after is not None:
                self.asks_quietly = self.limit.asks_quietly(attempts_so_far(form=name, sender=sender))
            return super().post(request, *args, **kwargs)

    def get_form(self, form_class: type[PublicForm] | None = None) -> PublicForm:
        form: PublicForm = super().get_form(form_class)
        if self.asks_quietly:
            form.ask_quietly()
        return form

    def _too_many(self, until: datetime.datetime) -> HttpResponse:
        """The form again, with all that was typed."""
        form = self.get_form()
        sentence = _("Too much was sent from your connection. Your text is still here: please send it after %(time)s.")
        form.add_error(None, sentence % {"time": time_of_day(until)})
        return asked_to_wait(self.render_to_response(self.get_context_data(form=form)), until)


@transaction.non_atomic_requests
def open_page_with_password(request: HttpRequest, restriction_id: int, page_id: int) -> HttpResponseBase:
    restriction = get_object_or_404(PageViewRestriction, pk=restriction_id)
    return _try_password(request, restriction, lambda: open_page(request, restriction_id, page_id))


@transaction.non_atomic_requests
def open_documents_with_password(request: HttpRequest, restriction_id: int) -> HttpResponseBase:
    restriction = get_object_or_404(CollectionViewRestriction, pk=restriction_id)
    return _try_password(request, restriction, lambda: open_documents(request, restriction_id))


def _try_password(
    request: HttpRequest, restriction: BaseViewRestriction, answer: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """Wagtail's answer, as long as not too many wrong passwords came before. The right one wipes them out."""
    name, sender = f"{restriction._meta.label_lower} {restriction.pk}", sender_of(request)
    until = count_attempt(form=name, sender=sender, limit=PASSWORDS) if request.method == "POST" else None
    if until:
        words = {"time": time_of_day(until)}
        return asked_to_wait(render(request, "intake/too_many_passwords.html", words), until)
    with transaction.atomic():
        response = answer()
        if request.method == "POST" and response.status_code == 302:
            forgive_attempts(form=name, sender=sender)
        return response


def asked_to_wait(response: HttpResponse, until: datetime.datetime) -> HttpResponse:
    """The answer to who has sent too much: too early, and not to be kept."""
    response.status_code = 429
    response["Retry-After"] = str(max(math.ceil((until - timezone.now()).total_seconds()), 1))
    response["Cache-Control"] = "no-store"
    return response


def time_of_day(until: datetime.datetime) -> str:
    """The first full minute at which it works again."""
    return time_format(timezone.localtime(until + datetime.timedelta(minutes=1)), "H:i")
