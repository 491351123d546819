from collections.abc import Iterator

import pytest

from tests.deploy.checkouts import Checkout, MakeCheckout, checkouts


@pytest.fixture
def make_checkout() -> Iterator[MakeCheckout]:
    with checkouts() as make:
        yield make


@pytest.fixture
def checkout(make_checkout: MakeCheckout) -> Checkout:
    return make_checkout()
