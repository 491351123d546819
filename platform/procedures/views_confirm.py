"""Confirming many at once: each with what differs before one's eyes, and nothing that was not shown."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from accounts.queries import person_asking
from lib.clock import today
from procedure_catalogue.details import field_names
from procedure_catalogue.differences import Difference, differences
from procedure_catalogue.models import ProcedureVersion
from procedures import actions
from procedures.forms import seen_in
from procedures.overlays import Defaults, Overlay
from procedures.queries import at_this_site
from procedures.views import ChangersOnly

SHOWN_AT_ONCE = 20


@dataclass(frozen=True)
class Waiting:
    version: ProcedureVersion
    overlay: Overlay
    names: dict[str, str]

    @property
    def key(self) -> str:
        return f"{self.version.procedure_id}:{self.overlay.revision}:{self.version.pk}"

    @cached_property
    def differences(self) -> list[Difference]:
        """None where what was confirmed is not known any more."""
        confirmed = self.overlay.confirmed
        return differences(confirmed.content, self.version.content, self.names) if confirmed else []

    @property
    def headings(self) -> str:
        return ", ".join(part.heading for part in self.differences)


class ConfirmView(ChangersOnly, View):
    """Gets the `chosen` rows and shows the first of them; what was then `shown` and ticked is confirmed, and the next
    are shown."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("procedures:index")

    def post(self, request: HttpRequest) -> HttpResponse:
        if "do" in request.POST:
            self._confirm(request)
        chosen = set(seen_in(request.POST, "chosen"))
        if not chosen:
            if "do" not in request.POST:
                messages.error(request, _("Choose at least one procedure."))
            return redirect("procedures:index")
        waiting, rest = _waiting(chosen)
        if not waiting:
            messages.success(request, _("None of the chosen procedures has to be confirmed any more."))
            return redirect("procedures:index")
        context = {"waiting": waiting, "rest": rest, "total": len(waiting) + len(rest)}
        return render(request, "procedures/confirm.html", context)

    def _confirm(self, request: HttpRequest) -> None:
        seen = seen_in(request.POST, "shown")
        if not seen:
            return
        confirmed = actions.confirm(seen=seen, by=person_asking(request))
        if number := confirmed.number:
            told = ngettext("%(count)d procedure is confirmed.", "%(count)d procedures are confirmed.", number)
            messages.success(request, told % {"count": number})
        for left in confirmed.left:
            told = _("Not confirmed, because it has changed since it was shown here: %(name)s. Look at it again.")
            messages.warning(request, told % {"name": left})


def _waiting(chosen: set[int]) -> tuple[list[Waiting], list[str]]:
    """Of these procedures, those that wait: the first as they are now, and the keys of the rest. Five questions."""
    levels = Defaults.current().levels
    overlays = Overlay.objects.to_confirm(today(), levels).filter(procedure__in=chosen)
    found = {one.procedure_id: one for one in overlays.select_related("confirmed__field", "confirmed__procedure")}
    here = at_this_site(today(), levels).filter(procedure__in=found).in_reading_order()
    order = list(here.values_list("procedure", flat=True))
    first = here.filter(procedure__in=order[:SHOWN_AT_ONCE]).select_related("procedure", "field", "decision")
    names = field_names()
    # Of the rest only the number counts: they are read anew when their turn comes.
    return [Waiting(one, found[one.procedure_id], names) for one in first], [f"{n}:0:0" for n in order[SHOWN_AT_ONCE:]]
