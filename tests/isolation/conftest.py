from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests import databases


@pytest.fixture(scope="module")
def committed(django_db_setup: None, template_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database for one file of tests that really commit; who leaves something behind takes it away again.

    `own_database` gives each test one of its own, and takes a second or more for it.
    """
    with django_db_blocker.unblock(), databases.copied_database(template_database):
        yield
