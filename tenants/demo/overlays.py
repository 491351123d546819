"""What each site of the demo year says about procedures: its desk once for all, a few of its own, and on two communes
some that nobody has looked at since the catalogue changed."""

import datetime

from accounts.models import User
from lib.clock import today
from procedure_catalogue.models import ProcedureVersion
from procedure_catalogue.queries import VersionQuerySet
from procedures.actions import Seen, Words, save_defaults, save_overlay
from procedures.models import Defaults, Overlay
from procedures.queries import at_this_site
from tenants.demo.corpus.desks import BEHIND, DESKS, NOT_LOOKED_AT, OWN, Desk
from tenants.registry.models import Tenant


def write_overlays(tenant: Tenant, *, by: User) -> int:
    """Says how many procedures have got details of their own: none where somebody has written any already."""
    defaults = Defaults.current()
    if defaults.revision:
        return 0
    desk = DESKS["district" if tenant.runs_board else "commune"]
    save_defaults(place=desk.place(tenant.full_name), levels=defaults.levels, seen=0, by=by)
    here = at_this_site(today(), defaults.levels)
    own = {version: OWN[version.procedure.code] for version in here.for_rows().filter(procedure__code__in=OWN)}
    for version, words in own.items():
        _say(version, words, by)
    behind = _behind(here.for_rows(), today()) if tenant.code in BEHIND else []
    for version, before in behind:
        overlay = _say(version, NOT_LOOKED_AT, by)
        Overlay.objects.filter(pk=overlay.pk).update(confirmed=before, confirmed_on=before.valid_from)
    return len(own) + len(behind)


def _say(version: ProcedureVersion, desk: Desk, by: User) -> Overlay:
    words = Words(is_offered=True, officer=desk.officer, note=desk.note, desk=desk.name, phone=desk.phone)
    overlay = Overlay.objects.filter(procedure=version.procedure_id).first()
    seen = Seen(overlay.revision if overlay else 0, version.pk)
    return save_overlay(procedure=version.procedure_id, words=words, seen=seen, by=by)


def _behind(here: VersionQuerySet, on: datetime.date) -> list[tuple[ProcedureVersion, ProcedureVersion]]:
    """Those in force that said something else before, each with its version before."""
    in_force = {version.procedure_id: version for version in here}
    before = ProcedureVersion.objects.published().filter(valid_to__lt=on, procedure__in=in_force)
    latest = {version.procedure_id: version for version in before.order_by("valid_from")}
    return [(in_force[number], version) for number, version in latest.items()]
