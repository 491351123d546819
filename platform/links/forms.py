from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from links.models import Link
from links.states import Kind, State

IGNORED = "ignored"


class FilterForm(forms.Form):
    """Whatever is not valid narrows nothing."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("All")), *State.choices, (IGNORED, _("Left alone"))]
    )
    kind = forms.ChoiceField(label=_("Leads to"), required=False, choices=[("", _("All")), *Kind.choices])
    host = forms.CharField(label=_("Host name"), required=False, max_length=253)
    words = forms.CharField(label=_("Address, or title of the page"), required=False, max_length=200)

    def narrow(self, links: QuerySet[Link]) -> QuerySet[Link]:
        chosen: dict[str, Any] = self.cleaned_data if self.is_valid() else {}
        found: Any = links.exclude(ignored_at=None) if chosen.get("state") == IGNORED else links.filter(ignored_at=None)
        if chosen.get("state") not in ("", IGNORED, None):
            found = found.filter(state=chosen["state"])
        if chosen.get("kind"):
            found = found.filter(kind=chosen["kind"])
        if chosen.get("host"):
            found = found.filter(host__icontains=chosen["host"].strip().lower())
        return found.containing(chosen["words"].strip()) if chosen.get("words") else found


class LeaveAloneForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=250, help_text=_("Why this link stays as it is; it stays on record.")
    )
