"""A reader says how content they are with a page; the office reads how readers are."""

import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View
from django_filters import CharFilter, DateFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from intake.actions import count_attempt
from intake.rules import Limit, sender_of
from intake.views import asked_to_wait, time_of_day
from lib.clients import comes_from_here
from lib.spreadsheets import harmless
from ratings.actions import rate
from ratings.models import Rating
from ratings.queries import rated_pages
from ratings.states import Level

# Of one network, whatever the page: which pages somebody rates is counted nowhere.
LIMIT = Limit(times=30, minutes=60)
FORM = "ratings"
THANKS = "cam-on"
# A title that begins like a formula is run by no program that opens the list.
TEXTS = {ReportView.FORMAT_CSV: harmless, ReportView.FORMAT_XLSX: harmless}


class RatingForm(forms.Form):
    trang = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    muc = forms.TypedChoiceField(choices=Level, coerce=int)


@method_decorator([csrf_exempt, transaction.non_atomic_requests], name="dispatch")
class RateView(View):
    """Which page and which level stand in the body, so that no log of addresses tells them.

    Without Django's token, which would give every reader of every page a cookie: what a foreign page could bring about
    is one more count, and browsers say where a form comes from.
    """

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if not comes_from_here(request):
            return HttpResponseForbidden()
        form = RatingForm(request.POST)
        page = _public_page(form.cleaned_data["trang"]) if form.is_valid() else None
        if page is None:
            raise Http404
        until = count_attempt(form=FORM, sender=sender_of(request), limit=LIMIT)
        if until:
            words = {"time": time_of_day(until), "address": page.get_url(request)}
            return asked_to_wait(render(request, "ratings/too_many.html", words), until)
        rate(page=page, level=form.cleaned_data["muc"])
        return redirect(f"{page.get_url(request)}#{THANKS}")


def _public_page(number: int) -> Page | None:
    """With an address: the root of the tree has none."""
    page = Page.objects.live().filter(pk=number).first()
    return None if page is None or page.get_url_parts() is None or page.get_view_restrictions().exists() else page


class RatingFilterSet(WagtailFilterSet):
    title = CharFilter(label=_("Title"), field_name="title", lookup_expr="unaccent__icontains")
    first = DateFilter(label=_("From"), method="as_it_is", widget=AdminDateInput)
    last = DateFilter(label=_("Until"), method="as_it_is", widget=AdminDateInput)

    class Meta:
        model = Page
        fields = ["title", "first", "last"]

    def as_it_is(self, pages: QuerySet[Page], name: str, day: datetime.date) -> QuerySet[Page]:
        """The period is counted by, not filtered by: see `filter_queryset`."""
        return pages

    def filter_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        """Counts of the days that were chosen."""
        days = self.form.cleaned_data
        counted = rated_pages(days.get("first"), days.get("last"))
        filtered: QuerySet[Page] = super().filter_queryset(counted)
        return filtered


class RatingsView(ReportView):
    model = Page
    permission_policy = ModelPermissionPolicy(Rating)
    any_permission_required = ("view",)
    index_url_name = "ratings:index"
    index_results_url_name = "ratings:index_results"
    results_template_name = "ratings/index_results.html"
    page_title = _("Ratings by readers")
    header_icon = "pick"
    filterset_class = RatingFilterSet
    paginate_by = 50
    is_searchable = False
    columns = [
        Column("title", label=_("Page")),
        Column("satisfied", label=Level.SATISFIED.label),
        Column("neutral", label=Level.NEUTRAL.label),
        Column("dissatisfied", label=Level.DISSATISFIED.label),
        Column("rated", label=_("Together")),
    ]
    list_export = ["pk", "title", "url_path", "satisfied", "neutral", "dissatisfied", "rated"]
    export_headings = {
        "pk": _("Number"),
        "title": _("Page"),
        "url_path": _("Address"),
        "satisfied": Level.SATISFIED.label,
        "neutral": Level.NEUTRAL.label,
        "dissatisfied": Level.DISSATISFIED.label,
        "rated": _("Together"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.custom_value_preprocess = {**self.custom_value_preprocess, str: TEXTS}

    def get_queryset(self) -> QuerySet[Page]:
        return rated_pages()

    def get_filename(self) -> str:
        return "danh-gia"
