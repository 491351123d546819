"""The page on which the public reads who is who."""

from dataclasses import replace
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page
from wagtail.search import index

from lib.clock import today
from lib.pagination import page_of
from organisation.charts import chart_of
from organisation.departments import Department
from organisation.details import department_detail, person_detail
from organisation.people import Person, Post
from organisation.queries import departments_in
from pages.models import BasePage
from pages.queries import list_above

TERMS_PER_PAGE = 30
HIGHEST_NUMBER = 2**62


class OrganisationPage(RoutablePageMixin, BasePage):
    """Chart and list of departments, the leaders of the office; below it each department, person, and past terms."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "organisation/organisation_page.html"

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        tree = Department.objects.tree()
        top = {branch.department.pk for branch in tree}
        return {
            **self._frame(request),
            "tree": tree,
            "chart": chart_of(tree),
            "leaders": Post.objects.leaders().current(today()).in_departments(top).in_order(),
        }

    @path("don-vi/<int:number>-<slug:words>/", name="department")
    def department(self, request: HttpRequest, number: int, words: str) -> HttpResponse:
        """Raises Http404 for one that readers may not see, whether it exists or not."""
        detail = department_detail(number, today()) if number <= HIGHEST_NUMBER else None
        return self._shown(request, "organisation/department.html", detail, detail.department if detail else None)

    @path("nguoi/<int:number>-<slug:words>/", name="person")
    def person(self, request: HttpRequest, number: int, words: str) -> HttpResponse:
        detail = person_detail(number, today()) if number <= HIGHEST_NUMBER else None
        return self._shown(request, "organisation/person.html", detail, detail.person if detail else None)

    @path("nhiem-ky-truoc/", name="past")
    def past_terms(self, request: HttpRequest) -> HttpResponse:
        """Who led before, the last ones first."""
        shown = {one.pk for one in departments_in(Department.objects.tree())}
        past = Post.objects.leaders().past(today()).in_departments(shown)
        posts = past.select_related("person", "department").order_by("-until", "position", "pk")
        context = {**self._frame(request), "posts": page_of(posts, request, per_page=TERMS_PER_PAGE)}
        return TemplateResponse(request, "organisation/past_terms.html", context)

    def _shown(
        self, request: HttpRequest, template: str, detail: object | None, who: Department | Person | None
    ) -> HttpResponse:
        if detail is None or who is None:
            raise Http404
        frame = self._frame(request)
        path = f"{frame['organisation_address']}{who.address_of_page}"
        own = self.as_subject
        subject = replace(own, title=who.name, gist="", path=path, picture_title=own.title)
        return TemplateResponse(request, template, {**frame, "detail": detail, "as_subject": subject})

    def _frame(self, request: HttpRequest) -> dict[str, Any]:
        address = self.get_url(request) or "/"
        return {**super().get_context(request), "above": list_above(self), "organisation_address": address}
