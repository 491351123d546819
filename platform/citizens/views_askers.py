"""What is kept of one person: seen, handed out and forgotten at that person's wish.

What is looked for is sent, never part of an address: addresses stand in logs.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.queries import person_asking
from audit.actions import record
from audit.states import Event
from citizens.actions_forget import forget_sender
from citizens.exports import as_archive
from citizens.forms import ContactForm
from citizens.models import Question
from citizens.queries import QuestionQuerySet
from citizens.rules import may_approve
from lib.clients import Client

MOST_SHOWN = 50


class AskerView(WagtailAdminTemplateMixin, FormView):
    template_name = "citizens/asker.html"
    form_class = ContactForm
    page_title = gettext_lazy("What is kept of one person")
    header_icon = "user"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_approve(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("citizens:questions"), "label": _("Questions of citizens")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form: ContactForm) -> HttpResponseBase:  # type: ignore[override]
        contact = form.cleaned_data["contact"]
        found = Question.objects.found_by(contact).order_by("-received_at", "-pk")
        if "export" in self.request.POST and found.exists():
            return self._export(found)
        if "forget" in self.request.POST and "sure" in self.request.POST:
            try:
                return self._forget(contact)
            except ValidationError as refused:
                form.add_error(None, refused)
        context = {"found": list(found[:MOST_SHOWN]), "count": found.count(), "is_sought": True}
        return self.render_to_response(self.get_context_data(form=form, **context))

    def _export(self, found: QuestionQuerySet) -> HttpResponseBase:
        questions = list(found.prefetch_related("history", "attachments"))
        self._record(Event.QUESTIONS_EXPORTED, ", ".join(one.reference for one in questions))
        return FileResponse(
            as_archive(questions), as_attachment=True, filename="cau-hoi.zip", content_type="application/zip"
        )

    def _forget(self, contact: str) -> HttpResponse:
        number = forget_sender(contact=contact, by=person_asking(self.request))
        self._record(Event.QUESTIONS_FORGOTTEN, str(number))
        told = ngettext(
            "Who asked %(number)d question is forgotten.", "Who asked %(number)d questions is forgotten.", number
        )
        messages.success(self.request, told % {"number": number})
        return redirect("citizens:asker")

    def _record(self, event: Event, detail: str) -> None:
        """Without the address or number: the log outlives what was forgotten."""
        record(event=event, by=person_asking(self.request), client=Client.of(self.request), detail=detail)
