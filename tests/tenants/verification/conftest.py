from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tenants.crossing import all_tenants
from tenants.provisioning.logins import give_login, renew_groups
from tests import databases


@pytest.fixture(scope="module")
def installation(django_db_setup: None, template_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database for one file of tests, with logins of its own: those of a copy are the first one's."""
    with django_db_blocker.unblock(), databases.copied_database(template_database):
        renew_groups()
        for tenant in all_tenants():
            give_login(tenant)
        yield
