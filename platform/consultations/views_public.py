"""A visitor's comment: the form by itself, and the sentence that it has come in."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.generic import TemplateView

from consultations.actions import NotOpen, leave_comment
from consultations.forms import CommentForm
from consultations.models import ConsultationPage
from consultations.receipts import Receipt, read_receipt, receipt_of
from consultations.states import Phase
from intake.rules import Limit
from intake.views import PublicFormView
from lib.clock import today

# Of a page, as PostgreSQL keeps it.
LARGEST_NUMBER = 2**31 - 1


class AboutConsultation:
    """About a consultation that everybody may read. Raises Http404 for any other, whether it exists or not."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def page(self) -> ConsultationPage:
        number = self.kwargs["number"]
        found = ConsultationPage.objects.on_show(today()).filter(pk=number) if number <= LARGEST_NUMBER else None
        page = found.first() if found is not None else None
        if page is None or page.get_view_restrictions().exists():
            raise Http404
        return page

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        return {**context, "page": self.page, "period": self.page.period, "phase": self.page.period.phase(today())}


class CommentView(AboutConsultation, PublicFormView):
    """Many people share one address of a mobile network, hence the higher limit."""

    template_name = "consultations/comment.html"
    form_class = CommentForm
    limit: ClassVar[Limit] = Limit(times=20, minutes=60, quiet_after=5)

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """What nobody may read is not there, before anything is counted. Not in `dispatch`, whose decorator counts."""
        super().setup(request, *args, **kwargs)
        self.page  # noqa: B018

    def form_valid(self, form: CommentForm) -> HttpResponse:
        words = {name: form.cleaned_data[name] for name in ("body", "name", "contact")}
        try:
            comment = leave_comment(
                page=self.page, fingerprint=form.fingerprint, language=get_language() or "", **words
            )
        except NotOpen as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        receipt = receipt_of(self.page.translation_key, comment.number, comment.received_on)
        return redirect(reverse("consultation_receipt", args=[self.page.pk, receipt]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["is_open"] = context["phase"] == Phase.OPEN
        return context


class ReceiptView(AboutConsultation, TemplateView):
    template_name = "consultations/receipt.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "receipt": self._receipt()}

    def _receipt(self) -> Receipt:
        try:
            return read_receipt(self.kwargs["receipt"], self.page.translation_key)
        except ValueError:
            raise Http404 from None
