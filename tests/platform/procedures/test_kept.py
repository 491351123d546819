"""What a site keeps of the catalogue goes by what readers see of it."""

from collections.abc import Iterator

import pytest

from procedure_catalogue.actions import correct, discard_draft, save_draft, set_life_events
from procedure_catalogue.models import Procedure
from procedures.queries import stamp
from procedures.search import PROCEDURES
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.procedure_catalogue.cases import content, officer
from tests.platform.procedures.cases import BIRTH, announce, change, repeal


@pytest.fixture(autouse=True)
def at_the_commune(commune: Tenant) -> Iterator[None]:
    announce()
    with in_site(commune):
        yield


def kept() -> tuple[str, dict[int, str]]:
    return stamp(), dict(PROCEDURES.stamps(None))


def birth() -> Procedure:
    return Procedure.objects.get(code=BIRTH)


def test_a_draft_leaves_it_as_it_is(district: Tenant):
    before = kept()
    with in_site(district):
        save_draft(code=BIRTH, content=content(name="Nháp"), by=officer(), seen=1)
    assert kept() == before
    with in_site(district):
        discard_draft(procedure=birth(), by=officer(), seen=2)
    assert kept() == before
    assert birth().revision == 3


def test_what_readers_see_drops_it(commune: Tenant, district: Tenant):
    seen = [kept()]
    version = change(result="Giấy khai sinh")
    seen.append(kept())
    with in_site(district):
        mended = content(name="Đăng ký khai sinh", result="Giấy khai sinh")
        correct(version=version, content=mended, by=officer(), seen=2, why="Thừa chữ")
    seen.append(kept())
    with in_site(district):
        set_life_events(procedure=birth(), life_events=["birth"], by=officer(), seen=3)
    seen.append(kept())
    repeal()
    seen.append(kept())
    assert len({one for one, __ in seen}) == len(seen)
    assert [stamps for __, stamps in seen] != [seen[0][1]] * len(seen)
