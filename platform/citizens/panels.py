"""What an officer sees on the first screen: how many wait, and how many of them are late."""

from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from wagtail.admin.site_summary import SummaryItem

from accounts.queries import person_asking
from citizens.models import Question
from citizens.rules import may_answer
from lib.clock import today


class QuestionsSummaryItem(SummaryItem):
    order = 310
    template_name = "citizens/summary_item.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """One query."""
        numbers = Question.objects.waiting().aggregate(
            waiting=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today()))
        )
        return {**numbers, "address": reverse("citizens:questions")}

    def is_shown(self) -> bool:
        return may_answer(person_asking(self.request))
