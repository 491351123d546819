"""The offices of the demo year: every site has one, and who signs its documents leads it."""

import re
from collections.abc import Iterator

import pytest

from organisation.models import Department, Person, Post
from tenants.crossing import in_site
from tenants.demo.corpus.communes import ACTIVITY
from tenants.demo.corpus.introductions import unit_texts
from tenants.demo.corpus.model import Registered
from tenants.demo.corpus.offices import TITLES, Desk, Held, office_of
from tenants.demo.corpus.places import DISTRICT
from tenants.demo.corpus.plan import commune_items, district_items
from tenants.demo.offices import write_office
from tenants.registry.models import Tenant

DAI_AN = "29491"
SITES = [DISTRICT, *(activity.code for activity in ACTIVITY)]


def office(code: str) -> Desk:
    return office_of(code, district_items() if code == DISTRICT else commune_items(code))


def desks(top: Desk) -> Iterator[Desk]:
    yield top
    for lower in top.below:
        yield from desks(lower)


def held(top: Desk) -> list[Held]:
    return [one for desk in desks(top) for one in desk.posts]


@pytest.mark.parametrize("code", SITES)
def test_everybody_is_plainly_invented(code: str):
    assert {one.title for one in held(office(code))} <= set(TITLES)
    assert all(re.fullmatch(r"\w+ (Văn|Thị) Mẫu \(minh họa\)", one.name) for one in held(office(code)))


@pytest.mark.parametrize("code", SITES)
def test_who_signs_leads(code: str):
    items = district_items() if code == DISTRICT else commune_items(code)
    signed = {one.record.signer for one in items if isinstance(one.record, Registered)}
    assert signed <= {one.name for one in office(code).posts if one.until is None}


def test_silent_communes_have_entered_their_leaders_only():
    sizes = {code: len(list(desks(office(code)))) for code in SITES}
    assert sizes[DISTRICT] == 20
    assert sorted(set(sizes.values())) == [1, 8, 20]


def test_an_office_is_written_once_and_one_name_is_one_person(commune: Tenant):
    top = office(DAI_AN)
    with in_site(commune):
        assert (write_office(top, unit_texts(DAI_AN)), write_office(top, unit_texts(DAI_AN))) == (8, 0)
        assert Department.objects.count() == 8
        assert Post.objects.count() == len(held(top))
        assert Person.objects.count() == len({one.name for one in held(top)})
