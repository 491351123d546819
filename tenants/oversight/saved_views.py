"""Filters that a board keeps under a name."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.queries import person_asking
from tenants.exchange.offices import here
from tenants.oversight.actions import forget_view, save_view
from tenants.oversight.models import SavedView

MOST_SHOWN = 50
LONGEST_QUERY = 500


class SaveViewForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Keep this view as"), max_length=100)
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST_QUERY)


class SavedViewsMixin:
    """For a screen whose choices are all in its address."""

    request: HttpRequest
    template_name: str

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        by = person_asking(request)
        if (number := request.POST.get("forget", "")).isdecimal():
            forget_view(number=int(number[:9]), by=by)
            messages.success(request, _("The view is no longer kept."))
            return redirect(request.path)
        form = SaveViewForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Give the view a name of at most 100 letters."))
            return redirect(request.path)
        query = form.cleaned_data["query"]
        save_view(name=form.cleaned_data["name"], query=query, matrix=self.is_matrix, by=by)
        messages.success(request, _("The view is kept."))
        return redirect(f"{request.path}?{query}" if query else request.path)

    @property
    def is_matrix(self) -> bool:
        return self.template_name.endswith("matrix.html")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        saved = SavedView.objects.filter(board=here())[:MOST_SHOWN]
        addresses = {True: reverse("oversight:matrix"), False: reverse("oversight:board")}
        query = self.request.GET.urlencode()[:LONGEST_QUERY]
        return context | {
            "saved": [(view, f"{addresses[view.matrix]}?{view.query}") for view in saved],
            "save_form": SaveViewForm(initial={"query": query}),
        }
