"""One item of each kind that a site lists, at the same address on both sites and with the word of its own."""

from wagtail.models import Page

from budget.models import DisclosurePage
from budget.states import Subject
from consultations.models import ConsultationPage
from lib.clock import today
from places.models import PlacePage
from places.states import Kind as PlaceKind
from planning.models import ProjectPage
from planning.states import Field, Funding, Kind
from recruitment.models import VacancyPage
from tenants.verification.pair import Side

ADDRESS = "bi-mat"
# Where the lists of a new site stand.
LISTS = (
    "/cong-khai/du-an/",
    "/cong-khai/ngan-sach/",
    "/cong-khai/lay-y-kien/",
    "/cong-khai/tuyen-dung/",
    "/gioi-thieu/du-lich-di-tich/",
)


def items_of(side: Side) -> list[Page]:
    common = {"title": side.word, "slug": ADDRESS, "published_on": today()}
    return [
        ProjectPage(
            **common,
            aim=side.word,
            field=Field.OTHER,
            kind=Kind.OTHER,
            first_year=today().year,
            last_year=today().year,
            funding=Funding.OTHER,
            funder=side.word,
        ),
        DisclosurePage(**common, subject=Subject.OTHER, decided_by=side.word),
        PlacePage(**common, kind=PlaceKind.OTHER, lead=side.word),
        ConsultationPage(**common, summary=side.word, asked=side.word, closes_on=today()),
        VacancyPage(**common, employer=side.word, closes_on=today()),
    ]
