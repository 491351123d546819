import pytest

from tenants.registry.names import LANGUAGES, committee_names, unit_name
from tenants.registry.states import Kind


def test_a_committee_has_its_name_in_three_languages():
    assert committee_names(Kind.COMMUNE, "Đại An") == {
        "vi": "Ủy ban nhân dân xã Đại An",
        "km": "គណៈកម្មាធិការប្រជាជនឃុំ Đại An",
        "en": "People's Committee of Đại An Commune",
    }


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_unit_has_a_committee(kind: Kind):
    names = committee_names(kind, "Đại An")
    assert tuple(names) == LANGUAGES
    assert all("Đại An" in name for name in names.values())


def test_the_name_of_a_unit_begins_with_its_kind():
    assert unit_name(Kind.TOWN, "Định An") == "Thị trấn Định An"
