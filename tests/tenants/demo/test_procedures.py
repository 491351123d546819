"""The catalogue of the demo year adds up to the report, and says what of it is invented."""

import datetime
from collections.abc import Iterator

import pytest

from procedure_catalogue.figures import procedures_in_force
from procedure_catalogue.models import Change, LifeEvent, ProcedureVersion
from tenants.crossing import in_site
from tenants.demo.corpus.plan import procedures_counted
from tenants.demo.corpus.procedures.invented import MARK
from tenants.demo.procedures import write_procedures
from tenants.registry.models import Tenant
from tests.platform.procedure_catalogue.cases import DAY, officer


@pytest.fixture
def written(district: Tenant) -> Iterator[int]:
    with in_site(district):
        yield write_procedures(officer())


def in_force() -> list[ProcedureVersion]:
    return list(ProcedureVersion.objects.in_force(DAY).for_detail())


def test_the_catalogue_holds_as_many_as_the_report_counts(written: int):
    stock = procedures_in_force(DAY)
    assert stock.procedures == procedures_counted() == 334
    assert set(stock.by_level) == {"district", "commune"}


def test_the_demonstration_is_written_once(written: int):
    changes = Change.objects.count()
    assert (written, write_procedures(officer()), Change.objects.count()) == (336, 0, changes)


def test_what_is_invented_says_so_and_bears_no_public_code(written: int):
    invented = [version for version in in_force() if version.procedure.code.startswith("9.")]
    assert all(version.name.endswith(MARK) for version in invented)
    assert not any(MARK in version.name for version in in_force() if version not in invented)
    assert "minh họa" in in_force()[0].decision.issuer


def test_sixty_and_more_are_complete(written: int):
    wanted = ("steps", "ways", "dossier", "legal_basis", "result", "conditions", "applicants", "deciding_agency")
    complete = [v for v in in_force() if all(getattr(v.content, part) for part in wanted) and MARK not in v.name]
    assert len(complete) >= 60
    assert sum(bool(version.name_km and version.name_en) for version in complete) >= 30


def test_every_life_event_has_a_procedure(written: int):
    empty = [event.key for event in LifeEvent.objects.all() if not event.procedures.exists()]
    assert empty == []


def test_there_is_a_procedure_of_each_kind_of_history(written: int):
    standing = ProcedureVersion.objects
    assert standing.ended(DAY).count() == 2
    assert standing.coming(DAY).count() == 1
    assert standing.drafts().count() == 1
    assert standing.in_force(datetime.date(2023, 6, 30)).count() == 336
