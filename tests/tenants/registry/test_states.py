import pytest

from tenants.registry.states import KIND_WORD, Kind, Lifecycle, may_move

ALLOWED = {
    ("preparing", "active"),
    ("active", "suspended"),
    ("active", "archived"),
    ("suspended", "active"),
    ("suspended", "archived"),
    ("archived", "active"),
}


@pytest.mark.parametrize("before", Lifecycle.values)
@pytest.mark.parametrize("after", Lifecycle.values)
def test_these_moves_and_no_others(before: str, after: str):
    assert may_move(before, after) == ((before, after) in ALLOWED)


def test_every_kind_has_its_own_word():
    assert len({KIND_WORD[kind] for kind in Kind}) == len(Kind)
