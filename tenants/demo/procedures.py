"""The catalogue of procedures of the demo year, written once, by the board."""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from procedure_catalogue.actions import DecisionText, save_draft
from procedure_catalogue.actions_publish import Entry, publish_many
from procedure_catalogue.actions_repeal import repeal_many
from procedure_catalogue.models import Procedure
from procedure_catalogue.reading import read_content
from tenants.demo.corpus.procedures import catalogue
from tenants.demo.corpus.procedures.catalogue import Listed


def write_procedures(by: User) -> int:
    """On the board's site, inside the caller's transaction. Says how many procedures were written: none where the
    catalogue has any already."""
    if Procedure.objects.exists():
        return 0
    opening = catalogue.opening()
    _publish(opening, catalogue.OPENING, catalogue.FIRST, by)
    _publish(catalogue.changed(catalogue.CHANGED), catalogue.CHANGING, catalogue.SUMMER, by, seen=1)
    _publish(catalogue.changed(catalogue.COMING), catalogue.ANNOUNCING, catalogue.NEXT_YEAR, by, seen=1)
    repeal_many(
        seen={one.code: 1 for one in catalogue.repealed()},
        decision=_decision(catalogue.CHANGING),
        effective_on=catalogue.SUMMER,
        successors=[catalogue.successor()],
        by=by,
    )
    _draft(opening[1], by)
    return len(opening)


def _publish(
    listed: Iterable[Listed], decision: tuple[str, date], day: date, by: User, seen: int | None = None
) -> None:
    entries = [Entry(one.code, read_content(one.data), seen=seen, life_events=one.events) for one in listed]
    publish_many(entries=entries, decision=_decision(decision), valid_from=day, by=by)


def _decision(decision: tuple[str, date]) -> DecisionText:
    number, issued_on = decision
    return DecisionText(number=number, issued_on=issued_on, issuer=catalogue.ISSUER)


def _draft(listed: Listed, by: User) -> None:
    """What somebody is working on."""
    content = read_content({**listed.data, "conditions": "Bản nháp minh họa: đang chờ quyết định công bố."})
    save_draft(code=listed.code, content=content, by=by, seen=1)
