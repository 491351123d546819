"""The clerk's screens: the list of consultations, more time for one, and the comments that wait to be read."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from accounts.models import User
from accounts.queries import person_asking
from consultations.actions import extend
from consultations.forms import ExtensionForm
from consultations.models import ConsultationPage
from consultations.rules import may_extend, may_read
from lib.clients import Client
from pages.views_items import STATUS, TITLE, DayColumn, ItemIndexView, WriteItemView


def comments_waiting(page: ConsultationPage | None = None) -> str:
    """The address of the comments that nobody has read; of one consultation, all of them."""
    return f"{reverse('consultations:comments')}?{f'page={page.translation_key}' if page else 'standing=waiting'}"


def buttons_for(page: Page, user: User) -> Iterator[Button]:
    """What may be done with a consultation beside what may be done with any page."""
    consultation = page.specific if page.specific_class is ConsultationPage else None
    if consultation is None or not consultation.live:
        return
    if may_read(user):
        yield Button(_("Comments on the draft"), url=comments_waiting(consultation), icon_name="comment", priority=5)
    if may_extend(user, consultation):
        yield Button(_("Extend"), url=reverse("consultations:extend", args=[page.pk]), icon_name="date", priority=6)


def refuse_if_commented(request: HttpRequest, objects: Iterable[Model]) -> HttpResponse | None:
    """A consultation on which people were promised something is not deleted, nor what stands above it."""
    paths = [one.path for one in objects if isinstance(one, Page)]
    below = Q(*[("path__startswith", path) for path in paths], _connector=Q.OR)
    if not paths or not ConsultationPage.objects.filter(below).kept().exists():
        return None
    messages.error(request, _("People have commented there, or were given more time: unpublish it instead."))
    return redirect("wagtailadmin_explore_root")


class ConsultationFilterSet(PageFilterSet):
    closes_on = DateFromToRangeFilter(label=gettext_lazy("Last day for comments"), widget=DateRangePickerWidget)
    published_on = DateFromToRangeFilter(label=gettext_lazy("Publication date"), widget=DateRangePickerWidget)

    class Meta:
        model = ConsultationPage
        fields: list[str] = []


class ConsultationIndexView(ItemIndexView):
    base_columns = [
        *TITLE,
        Column("phase", label=gettext_lazy("Stage"), accessor=lambda page: page.phase.label, width="16%"),
        DayColumn("begins", label=gettext_lazy("Opens on"), sort_key="begins", width="10%"),
        DayColumn("ends", label=gettext_lazy("Last day for comments"), sort_key="ends", width="10%"),
        Column("came", label=gettext_lazy("Came in"), sort_key="came", width="8%"),
        Column("wait", label=gettext_lazy("Waiting"), sort_key="wait", width="8%"),
        STATUS,
    ]

    def get_base_queryset(self) -> QuerySet[ConsultationPage]:
        return super().get_base_queryset().with_period().with_waiting()


class WriteConsultationView(WriteItemView):
    item_model = ConsultationPage


class ConsultationListingViewSet(PageListingViewSet):
    model = ConsultationPage
    index_view_class = ConsultationIndexView
    choose_parent_view_class = WriteConsultationView
    filterset_class = ConsultationFilterSet
    menu_label = gettext_lazy("Consultations")
    icon = "comment"
    menu_order = 96
    add_to_admin_menu = True
    list_export = [
        "title",
        "asked",
        "drafter",
        "published_on",
        "begins",
        "announced",
        "ends",
        "answered_on",
        "came",
        "live",
        "full_url",
    ]
    export_headings = {
        "title": gettext_lazy("Title"),
        "begins": gettext_lazy("Opens on"),
        "announced": gettext_lazy("Announced closing date"),
        "ends": gettext_lazy("Last day for comments"),
        "answered_on": gettext_lazy("Account published on"),
        "came": gettext_lazy("Came in"),
        "live": gettext_lazy("Published"),
        "full_url": gettext_lazy("Address"),
    }
    export_filename = "lay-y-kien"


class ExtendView(WagtailAdminTemplateMixin, FormView):
    template_name = "consultations/extend.html"
    form_class = ExtensionForm
    header_icon = "date"
    page_title = gettext_lazy("Extend the consultation")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_extend(person_asking(request), self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> ConsultationPage:
        return get_object_or_404(ConsultationPage, pk=self.kwargs["pk"]).original

    def form_valid(self, form: ExtensionForm) -> HttpResponse:
        words, by = form.cleaned_data, person_asking(self.request)
        try:
            extend(page=self.page, **words, by=by, client=Client.of(self.request))
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("The consultation is extended. Readers see both closing dates."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.page.title}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        extensions = self.page.extensions.select_related("by")
        return {
            **context,
            "media": context["form"].media,
            "page": self.page,
            "period": self.page.period,
            "extensions": extensions,
        }
