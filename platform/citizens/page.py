"""The page on which a citizen finds how to ask, and what others asked."""

from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.models import Page
from wagtail.search import index

from citizens.addresses import PATTERN, anchor_of
from citizens.forms_public import NarrowForm
from citizens.questions import Question
from lib.pagination import PARAMETER, page_of
from pages.models import BasePage

QUESTIONS_PER_PAGE = 20


class QuestionsPage(RoutablePageMixin, BasePage):
    """Lists all that is published on the site. Its translations list the same: a question stays in its language."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "citizens/questions_page.html"

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        published = Question.objects.published()
        filters = NarrowForm(request.GET, fields=published.fields_of())
        found = filters.narrow(published).select_related("field").newest_first()
        return {
            **super().get_context(request, *args, **kwargs),
            "questions": page_of(found, request, per_page=QUESTIONS_PER_PAGE),
            "filters": filters,
            "is_narrowed": filters.is_narrowed,
        }

    @re_path(rf"^{PATTERN}$", name="question")
    def question(self, request: HttpRequest, number: str) -> HttpResponse:
        """To the page of the list where it stands by now. Raises Http404 for what is not published."""
        published = Question.objects.published()
        question = published.filter(pk=int(number)).first()
        if question is None:
            raise Http404
        page = published.before(question).count() // QUESTIONS_PER_PAGE + 1
        return redirect(f"{self.get_url(request)}?{PARAMETER}={page}#{anchor_of(question.pk)}")
