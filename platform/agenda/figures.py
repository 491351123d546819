"""What the yearly report counts of work calendars: each that was published, and each change that was announced."""

from agenda.models import Adjustment, Week
from catalogue.figures import Period, Tally


def tally(period: Period) -> Tally:
    """Two queries. By the day on which readers first had it."""
    days = (period.first, period.last)
    weeks = Week.objects.published().filter(published_at__date__range=days).count()
    announced = Adjustment.objects.filter(week__published_at__isnull=False, announced_at__date__range=days).count()
    number = weeks + announced
    return Tally(number, {Week.CATEGORY: number} if number else {})
