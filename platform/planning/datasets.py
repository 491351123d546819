"""Projects as open data."""

from django.utils.translation import gettext_lazy as _

from catalogue.datasets import Dataset, Row, among, changed_since, day, number, of_year, one_of, text
from pages.datasets import LANGUAGE, MARKS, ItemRow, items, of_body
from planning.models import ProjectPage
from planning.states import Field, Funding, Kind, Status


class NoteRow(Row):
    noted_on = day(_("Day of the note."))
    percent = number(_("How much was done by then, in percent; none where that was not noted."), allow_null=True)
    text = text(_("What was done."))


class ProjectRow(ItemRow):
    status = one_of(Status, _("How far the project is."))
    aim = text(_("What it is for and who gains by it."))
    field = one_of(Field, _("Field of work."))
    kind = one_of(Kind, _("Type of project."))
    place = text(_("Hamlet, road, canal or school."))
    first_year = number(_("Year in which it begins."))
    last_year = number(_("Year in which it ends."))
    cost = number(_("Total investment in dong; none while it is not decided."), allow_null=True)
    funding = one_of(Funding, _("Type of funding."))
    funder = text(_("Who gives the money."))
    notes = NoteRow(many=True, read_only=True, help_text=_("Notes on its progress, the latest first."))
    text = of_body(source="body")


DATASETS = (
    Dataset(
        key="projects",
        title=_("Programmes and projects"),
        holds=_("Aim, cost, funding and progress of the projects of the unit."),
        row=ProjectRow,
        rows=lambda on: items(ProjectPage.objects.all(), on).prefetch_related("notes"),
        filters=(
            among("status", Status, _("Only projects that are so far.")),
            among("field", Field, _("Only projects of that field of work.")),
            of_year(lambda rows, year: rows.in_year(year), _("Only projects that are under way in that year.")),
            LANGUAGE,
            changed_since(),
        ),
        marks=MARKS,
    ),
)
