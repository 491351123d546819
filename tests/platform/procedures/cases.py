"""Procedures of the catalogue, and what a commune says about them."""

import datetime
from typing import Any

from accounts.models import User
from accounts.roles import Role
from procedure_catalogue.actions_repeal import repeal_many
from procedure_catalogue.models import Procedure, ProcedureVersion
from procedures.actions import Seen, Words, save_overlay
from procedures.overlays import Overlay
from tenants.crossing import in_site
from tests import cast
from tests.conftest import find_tenant
from tests.platform.procedure_catalogue.cases import decision, officer, published

TODAY = datetime.date(2023, 10, 31)
SINCE = datetime.date(2023, 7, 1)
BIRTH, COPIES, DEATH = "1.001193", "2.000815", "1.000656"
PAGE, ADMIN = "/thu-tuc/", "/admin/procedures/"


def announce(code: str = BIRTH, **changed: Any) -> ProcedureVersion:
    """By the board, for all sites."""
    with in_site(find_tenant(cast.DISTRICT)):
        return published(code, **changed)


def change(code: str = BIRTH, **changed: Any) -> ProcedureVersion:
    """A new version, in force since July."""
    seen = Procedure.objects.get(code=code).revision
    return announce(code, day=SINCE, seen=seen, number="02/QĐ-UBND", **changed)


def repeal(code: str = BIRTH, *successors: str, day: datetime.date = SINCE) -> None:
    with in_site(find_tenant(cast.DISTRICT)):
        seen = {code: Procedure.objects.get(code=code).revision}
        repeal_many(seen=seen, decision=decision("03/QĐ-UBND"), effective_on=day, successors=successors, by=officer())


def person(role: Role = Role.ADMINISTRATOR) -> User:
    return User.objects.get(email=cast.address_of(role))


def seen_of(code: str = BIRTH) -> Seen:
    version = ProcedureVersion.objects.in_force(TODAY).get(procedure__code=code)
    overlay = Overlay.objects.filter(procedure__code=code).first()
    return Seen(overlay.revision if overlay else 0, version.pk)


def number_of(code: str = BIRTH) -> int:
    return Procedure.objects.get(code=code).pk


def say(code: str = BIRTH, *, by: User | None = None, **words: Any) -> Overlay:
    """On the site that is current."""
    said = Words(**{"is_offered": True, "desk": "Quầy số 2", **words})
    return save_overlay(procedure=number_of(code), words=said, seen=seen_of(code), by=by or person())
