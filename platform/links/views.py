"""The screens of the administration: which links are broken, since when, and where they stand."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.queries import person_asking
from lib.pagination import NearbyPaginator
from links.actions import check_again, leave_alone, watch_again
from links.exports import as_csv
from links.figures import links
from links.forms import FilterForm, LeaveAloneForm
from links.models import Link, ReadThing
from links.rules import may_decide, may_read

PER_PAGE = 50
PLACES_PER_PAGE = 50
CHANGES_SHOWN = 100
FILENAME = "lien-ket.csv"


class ReadingMixin(WagtailAdminTemplateMixin):
    header_icon = "link"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_read(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        known = {"may_decide": may_decide(person_asking(self.request)), "asks_outside": settings.CHECK_LINKS}
        return super().get_context_data(**known, **kwargs)


class IndexView(ReadingMixin, TemplateView):
    template_name = "links/index.html"
    page_title = gettext_lazy("Links")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        if request.GET.get("export") == "csv":
            response = StreamingHttpResponse(as_csv(self.links.with_place()), content_type="text/csv; charset=utf-8")
            response["Content-Disposition"] = f'attachment; filename="{FILENAME}"'
            return response
        return super().get(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    @cached_property
    def form(self) -> FilterForm:
        return FilterForm(self.request.GET)

    @property
    def links(self) -> Any:
        return self.form.narrow(Link.objects.in_use().worst_first())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Seven queries, however many links there are."""
        chosen = self.request.GET.copy()
        for name in ("p", "export"):
            chosen.pop(name, None)
        found = NearbyPaginator(self.links.values_list("pk", flat=True), PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            form=self.form,
            page=found,
            # Where they stand is asked for those that are shown only.
            links=Link.objects.filter(pk__in=list(found)).worst_first().with_place(),
            figures=links(),
            was_read=ReadThing.objects.exists(),
            query=chosen.urlencode(),
            is_narrowed=any(chosen.values()),
            **kwargs,
        )


class OfLinkMixin(ReadingMixin):
    @cached_property
    def link(self) -> Link:
        return get_object_or_404(Link.objects.in_use(), pk=self.kwargs["number"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("links:index"), "label": _("Links")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(link=self.link, **kwargs)


class LinkView(OfLinkMixin, TemplateView):
    template_name = "links/link.html"
    page_title = gettext_lazy("One link")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        places = NearbyPaginator(self.link.places.all(), PLACES_PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(places=places, changes=self.link.changes.all()[:CHANGES_SHOWN], **kwargs)


class DecisionMixin(OfLinkMixin):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_decide(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class CheckAgainView(DecisionMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        check_again(link=self.link, by=person_asking(request))
        messages.success(request, _("It is looked at again within the next minutes."))
        return redirect("links:link", number=self.link.pk)


class WatchAgainView(DecisionMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        watch_again(link=self.link, by=person_asking(request))
        messages.success(request, _("It is watched again."))
        return redirect("links:link", number=self.link.pk)


class LeaveAloneView(DecisionMixin, FormView):
    template_name = "links/leave_alone.html"
    page_title = gettext_lazy("Leave this link alone")
    form_class = LeaveAloneForm

    def form_valid(self, form: Any) -> HttpResponse:
        leave_alone(link=self.link, reason=form.cleaned_data["reason"], by=person_asking(self.request))
        messages.success(self.request, _("The link is left alone."))
        return redirect("links:link", number=self.link.pk)

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)
