from django.utils.translation import gettext as _

from agenda.models import AgendaPage, Week
from pages.announcements import Announcement, Wanted, announced, first_path


def newest(wanted: Wanted) -> list[Announcement]:
    """Published weeks; three queries at most."""
    if wanted.category and wanted.category.key != Week.CATEGORY:
        return []
    calendar = first_path(AgendaPage, wanted)
    if not calendar:
        return []
    weeks = Week.objects.published().order_by("-published_at", "-pk")[wanted.skip : wanted.until]
    return [
        announced(
            key=f"tuan-{week.name}",
            title=_("Work calendar, %(first)s – %(last)s")
            % {"first": f"{week.monday:%d/%m/%Y}", "last": f"{week.sunday:%d/%m/%Y}"},
            path=f"{calendar}tuan/{week.name}/",
            gist=week.note,
            published=week.published_at,
            first=None,
            updated=week.changed_at,
            categories=(Week.CATEGORY,),
        )
        for week in weeks
    ]
