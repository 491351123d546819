"""What counts a rating."""

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from lib.clock import today
from ratings.models import Rating


@transaction.atomic
def rate(*, page: Page, level: int) -> None:
    """One more of that level today. Two at once are two."""
    count, _ = Rating.objects.get_or_create(page=page, level=level, on=today())
    Rating.objects.filter(pk=count.pk).update(times=F("times") + 1)
