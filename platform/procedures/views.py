"""The office's screens: all procedures it may offer, one of them, and the defaults."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from accounts.queries import person_asking
from lib.clock import today
from lib.pagination import page_of
from procedure_catalogue.differences import Difference, differences
from procedure_catalogue.models import ProcedureField, ProcedureVersion
from procedure_catalogue.queries import VersionQuerySet
from procedures import actions
from procedures.forms import DefaultsForm, FillInForm, ListFilters, OverlayForm, seen_in
from procedures.overlays import Defaults, Overlay, Place, place_of
from procedures.queries import at_this_site
from procedures.rules import may_change

ROWS_PER_PAGE = 50


class ChangersOnly:
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_change(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


@dataclass(frozen=True)
class Row:
    version: ProcedureVersion
    overlay: Overlay | None
    place: Place

    @property
    def is_to_confirm(self) -> bool:
        overlay = self.overlay
        return bool(overlay and overlay.says_something_else and overlay.confirmed_id != self.version.pk)

    @property
    def key(self) -> str:
        """What a form sends of a chosen row."""
        revision = self.overlay.revision if self.overlay else 0
        return f"{self.version.procedure_id}:{revision}:{self.version.pk}"


class IndexView(ChangersOnly, View):
    """The list, and what is done with the chosen of it. What is refused leaves the list as it was."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._shown(request, FillInForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = FillInForm(request.POST)
        wanted = {
            "offer": self._offer,
            "withhold": self._withhold,
            "fill-in": self._fill_in,
        }.get(request.POST.get("do", ""))
        if wanted is None or not form.is_valid():
            return self._shown(request, form)
        try:
            number = wanted(request, form)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self._shown(request, form)
        told = ngettext("%(count)d procedure was changed.", "%(count)d procedures were changed.", number)
        messages.success(request, told % {"count": number})
        return redirect(request.get_full_path())

    def _offer(self, request: HttpRequest, form: FillInForm) -> int:
        return actions.offer(seen=seen_in(request.POST), is_offered=True, by=person_asking(request))

    def _withhold(self, request: HttpRequest, form: FillInForm) -> int:
        return actions.offer(seen=seen_in(request.POST), is_offered=False, by=person_asking(request))

    def _fill_in(self, request: HttpRequest, form: FillInForm) -> int:
        return actions.fill_in(seen=seen_in(request.POST), place=form.cleaned_data, by=person_asking(request))

    def _shown(self, request: HttpRequest, form: FillInForm) -> HttpResponse:
        defaults, filters = Defaults.current(), ListFilters(request.GET)
        everything = at_this_site(today(), defaults.levels)
        page = page_of(_narrowed(everything, filters, defaults), request, per_page=ROWS_PER_PAGE)
        numbers = [version.procedure_id for version in page]
        overlays = {one.procedure_id: one for one in Overlay.objects.filter(procedure__in=numbers)}
        context = {
            "filters": filters,
            "form": form,
            "defaults": defaults,
            "versions": page,
            "chosen": set(request.POST.getlist("chosen")),
            "waiting": Overlay.objects.to_confirm(today(), defaults.levels).count(),
            "rows": [
                Row(version, overlay := overlays.get(version.procedure_id), place_of(overlay, defaults))
                for version in page
            ],
        }
        return render(request, "procedures/index.html", context)


class OverlayView(ChangersOnly, View):
    """One procedure: what the catalogue says since it was confirmed, and what is said here. Nothing typed is lost."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        version, overlay = _version(code), _overlay(code)
        seen = {"seen": overlay.revision if overlay else 0, "seen_version": version.pk}
        return self._shown(request, version, overlay, OverlayForm(instance=overlay or Overlay(), initial=seen))

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        version, overlay = _version(code), _overlay(code)
        form = OverlayForm(request.POST, instance=_overlay(code) or Overlay(procedure=version.procedure))
        if not form.is_valid():
            return self._shown(request, version, overlay, form)
        try:
            self._write(request, version, form)
        except ValidationError as refused:
            form.add_error(None, refused)
            return self._shown(request, version, overlay, form)
        return redirect("procedures:index")

    def _write(self, request: HttpRequest, version: ProcedureVersion, form: OverlayForm) -> None:
        actions.save_overlay(
            procedure=version.procedure_id, words=form.words, seen=form.what_was_seen, by=person_asking(request)
        )
        messages.success(request, _("%(code)s is saved and confirmed.") % {"code": version.procedure.code})

    def _shown(
        self, request: HttpRequest, version: ProcedureVersion, overlay: Overlay | None, form: OverlayForm
    ) -> HttpResponse:
        defaults = Defaults.current()
        context = {
            "version": version,
            "overlay": overlay,
            "form": form,
            "defaults": defaults,
            "differences": _differences(overlay, version),
            "is_to_confirm": Row(version, overlay, place_of(overlay, defaults)).is_to_confirm,
        }
        return render(request, "procedures/overlay.html", context)


class DefaultsView(ChangersOnly, View):
    def get(self, request: HttpRequest) -> HttpResponse:
        defaults = Defaults.current()
        return self._shown(request, DefaultsForm(instance=defaults, initial={"seen": defaults.revision}))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = DefaultsForm(request.POST, instance=Defaults.current())
        if not form.is_valid():
            return self._shown(request, form)
        cleaned, by = form.cleaned_data, person_asking(request)
        try:
            actions.save_defaults(place=form.place, levels=cleaned["levels"], seen=cleaned["seen"], by=by)
        except ValidationError as refused:
            form.add_error(None, refused)
            return self._shown(request, form)
        messages.success(request, _("The defaults are saved: they stand with every procedure that has no others."))
        return redirect("procedures:index")

    def _shown(self, request: HttpRequest, form: DefaultsForm) -> HttpResponse:
        return render(request, "procedures/defaults.html", {"form": form})


def _narrowed(versions: VersionQuerySet, filters: ListFilters, defaults: Defaults) -> VersionQuerySet:
    ways: dict[str, Callable[[], Any]] = {
        ListFilters.TO_CONFIRM: lambda: Overlay.objects.to_confirm(today(), defaults.levels),
        ListFilters.OWN: Overlay.objects.speaking,
        ListFilters.WITHHELD: Overlay.objects.withheld,
    }
    if text := filters.chosen("q"):
        versions = versions.matching(text)
    if field := filters.chosen("field"):
        versions = versions.filter(field=field)
    if way := ways.get(filters.chosen("state") or ""):
        versions = versions.filter(procedure__in=way().values("procedure"))
    return versions.in_reading_order().for_rows()


def _version(code: str) -> ProcedureVersion:
    """As it is in force today. Raises Http404 for what a site like this does not deal with."""
    here = at_this_site(today(), Defaults.current().levels).for_detail()
    found: ProcedureVersion | None = here.filter(procedure__code=code).first()
    if found is None:
        raise Http404
    return found


def _overlay(code: str) -> Overlay | None:
    overlays = Overlay.objects.select_related("confirmed__field", "confirmed__procedure", "form_file")
    found: Overlay | None = overlays.filter(procedure__code=code).first()
    return found


def _differences(overlay: Overlay | None, version: ProcedureVersion) -> list[Difference]:
    if overlay is None or overlay.confirmed is None or overlay.confirmed_id == version.pk:
        return []
    before, after = overlay.confirmed.content, version.content
    names = {field.key: field.name for field in ProcedureField.objects.filter(key__in={before.field, after.field})}
    return differences(before, after, names)
