"""On which of the board's sites readers find a procedure. The registry knows which sites are at work; which levels a
site shows, and whether it offers the procedure, it says itself: it is asked, outside any transaction."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from lib.clock import today
from procedure_catalogue.models import ProcedureVersion
from procedure_catalogue.states import Standing
from procedures.figures import Shown, shown
from tenants.crossing import in_each_site
from tenants.isolation.addresses import site_url
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle

logger = logging.getLogger(__name__)


class Answer(models.TextChoices):
    """Whether readers find the version there today, and why not."""

    SHOWN = "shown", _("Yes")
    NOT_IN_FORCE = "not-in-force", _("No: this version is not in force today")
    NOT_AT_WORK = "not-at-work", _("No: the site is not at work")
    OTHER_LEVEL = "other-level", _("No: another level deals with it")
    WITHHELD = "withheld", _("No: the site does not offer it")
    WITHOUT_PAGE = "without-page", _("No: the site has no page of procedures")
    UNREADABLE = "unreadable", _("Could not be read: tell the technical unit.")


@dataclass(frozen=True)
class Place:
    name: str
    address: str
    answer: Answer


def places_of(version: ProcedureVersion, sites: Sequence[Tenant]) -> list[Place]:
    """In the order of the sites, with their addresses; one that can't be read stops no other. Not to be called within
    a transaction."""
    at_work = [tenant for tenant in sites if tenant.lifecycle == Lifecycle.ACTIVE]
    answers, failures = in_each_site(lambda __: transaction.atomic(shown)(version), tenants=at_work)
    for failure in failures:
        logger.error("The procedures of %s can't be read", failure.tenant, exc_info=failure.error)
    said = {tenant.pk: answer for tenant, answer in answers}
    is_in_force = version.standing(today()) == Standing.IN_FORCE
    return [
        Place(tenant.full_name, site_url(tenant, "/"), _answer(tenant, said.get(tenant.pk), is_in_force))
        for tenant in sites
    ]


def _answer(tenant: Tenant, said: Shown | None, is_in_force: bool) -> Answer:
    if tenant.lifecycle != Lifecycle.ACTIVE:
        return Answer.NOT_AT_WORK
    if said is None:
        return Answer.UNREADABLE
    if not said.is_own_level:
        return Answer.OTHER_LEVEL
    if said.is_withheld:
        return Answer.WITHHELD
    if not said.has_page:
        return Answer.WITHOUT_PAGE
    return Answer.SHOWN if is_in_force else Answer.NOT_IN_FORCE
