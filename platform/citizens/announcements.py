"""Answered questions that may be published. Who asked is not told: what a feed has said nobody takes back."""

from citizens.addresses import address_of
from citizens.models import Question
from citizens.page import QuestionsPage
from pages.announcements import Announcement, Wanted, announced, first_path


def newest(wanted: Wanted) -> list[Announcement]:
    """Three queries at most. Questions stand in no category."""
    if wanted.category:
        return []
    page = first_path(QuestionsPage, wanted)
    if not page:
        return []
    questions = Question.objects.published().order_by("-published_on", "-pk")[wanted.skip : wanted.until]
    return [
        announced(
            key=f"cau-hoi-{one.pk}",
            title=one.subject,
            path=f"{page}{address_of(one.pk)}",
            gist=one.answer,
            published=one.published_on,
            first=one.received_at,
            updated=None,
        )
        for one in questions
    ]
