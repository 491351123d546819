"""Each site of the demonstration has its desk, and two communes have something to confirm."""

from procedures.figures import standing
from procedures.models import Defaults, Overlay
from tenants.crossing import in_site
from tenants.demo.corpus.desks import BEHIND
from tenants.demo.overlays import write_overlays
from tenants.registry.models import Tenant
from tests.platform.procedures.cases import BIRTH, DEATH, TODAY, announce, change, person


def test_a_commune_that_looked_has_nothing_to_confirm(commune: Tenant, district: Tenant):
    for code in (BIRTH, DEATH):
        announce(code)
        change(code)
    with in_site(commune):
        assert commune.code not in BEHIND
        assert write_overlays(commune, by=person()) == 1
        assert write_overlays(commune, by=person()) == 0
        assert standing(TODAY).waiting == 0
        assert Defaults.current().desk == "Bộ phận tiếp nhận và trả kết quả, Ủy ban nhân dân xã Định An"
        assert Overlay.objects.get().note.startswith("Dữ liệu minh họa")


def test_one_that_did_not_has(commune: Tenant, district: Tenant):
    announce(BIRTH)
    announce(DEATH)
    change(DEATH)
    with in_site(commune):
        commune.code = next(iter(BEHIND))
        assert write_overlays(commune, by=person()) == 2
        (waiting,) = Overlay.objects.to_confirm(TODAY, ["commune"])
        assert waiting.procedure.code == DEATH


def test_without_a_catalogue_there_is_a_desk_all_the_same(commune: Tenant):
    with in_site(commune):
        assert write_overlays(commune, by=person()) == 0
        assert Defaults.current().phone
