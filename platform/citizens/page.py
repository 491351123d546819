"""The page on which a citizen finds how to ask, and what others asked."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from citizens.forms_public import NarrowForm
from citizens.questions import Question
from lib.pagination import page_of
from pages.models import BasePage

QUESTIONS_PER_PAGE = 20


class QuestionsPage(BasePage):
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
        found = filters.narrow(published).select_related("field").order_by("-published_on", "-pk")
        return {
            **super().get_context(request, *args, **kwargs),
            "questions": page_of(found, request, per_page=QUESTIONS_PER_PAGE),
            "filters": filters,
            "is_narrowed": filters.is_narrowed,
        }
