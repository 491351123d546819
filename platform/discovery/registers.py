"""Which kinds of items feeds tell of: a room that brings one adds a line."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

import agenda.announcements
import citizens.announcements
import legal.announcements
import newsroom.announcements
import procedures.announcements
from agenda.models import AgendaPage
from budget.models import DisclosureIndexPage, DisclosurePage
from citizens.page import QuestionsPage
from consultations.models import ConsultationIndexPage, ConsultationPage
from legal.models import RegisterPage
from newsroom.models import ArticleIndexPage
from pages.announcements import Announcement, Wanted, newest_of_one_category
from places.models import PlaceIndexPage, PlacePage
from planning.models import ProjectIndexPage, ProjectPage
from procedures.models import ProceduresPage
from recruitment.models import VacancyIndexPage, VacancyPage


@dataclass(frozen=True)
class Register:
    """`key` is its part of a feed's address, `page` the kind of page on which readers find it."""

    key: str
    title: Any
    page: type[Page]
    newest: Callable[[Wanted], list[Announcement]]
    # Whether its items are in the site's own language alone: the feed of all that is new in another one lacks them.
    is_of_one_language: bool = False


def _kind(model: Any) -> Callable[[Wanted], list[Announcement]]:
    return partial(_newest, model)


def _newest(model: Any, wanted: Wanted) -> list[Announcement]:
    return newest_of_one_category(model.objects.all(), wanted)


REGISTERS = (
    Register("bai-viet", _("Articles"), ArticleIndexPage, newsroom.announcements.newest),
    Register("van-ban", _("Legal documents"), RegisterPage, legal.announcements.newest, is_of_one_language=True),
    Register("thu-tuc", _("Administrative procedures"), ProceduresPage, procedures.announcements.newest),
    Register("du-an", _("Projects"), ProjectIndexPage, _kind(ProjectPage)),
    Register("ngan-sach", _("Budget disclosures"), DisclosureIndexPage, _kind(DisclosurePage)),
    Register("lay-y-kien", _("Consultations"), ConsultationIndexPage, _kind(ConsultationPage)),
    Register("tuyen-dung", _("Recruitment notices"), VacancyIndexPage, _kind(VacancyPage)),
    Register("dia-diem", _("Places"), PlaceIndexPage, _kind(PlacePage)),
    Register("lich-cong-tac", _("Work calendars"), AgendaPage, agenda.announcements.newest, is_of_one_language=True),
    Register("hoi-dap", _("Questions answered"), QuestionsPage, citizens.announcements.newest, is_of_one_language=True),
)


def register_of(key: str) -> Register | None:
    return next((one for one in REGISTERS if one.key == key), None)


def register_on(page: Page) -> Register | None:
    """That which readers find on this page."""
    return next((one for one in REGISTERS if isinstance(page, one.page)), None)
