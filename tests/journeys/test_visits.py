"""A reader opens a page, with script and without: it counts once each, and nothing stays in the browser."""

import time

import pytest
from playwright.sync_api import Browser

from tests import cast
from tests.journeys.conftest import Installation
from tests.readers import COMPUTER, PHONE

pytestmark = pytest.mark.browser
COUNT = f"""
from tenants.crossing import all_tenants, in_site
from traffic.models import PageCount
tenant = next(one for one in all_tenants() if one.slug == "{cast.COMMUNE}")
with in_site(tenant):
    print(sum(PageCount.objects.values_list("views", flat=True)))
"""
PATIENCE = 30


def test_a_page_counts_once_with_script_and_once_without(installation: Installation, browser: Browser):
    for number, (name, with_script) in enumerate(((PHONE, True), (COMPUTER, False)), start=1):
        context = browser.new_context(user_agent=name, java_script_enabled=with_script)
        page = context.new_page()
        with page.expect_response("**/dem-luot/**") as told:
            page.goto(installation.address(cast.COMMUNE, "/tin-tuc/bi-mat/"))
        assert told.value.ok
        assert context.cookies() == []
        context.close()
        assert counted_within(PATIENCE, installation, number)
    time.sleep(1)
    assert int(installation.run(COUNT)) == 2


def counted_within(seconds: float, installation: Installation, number: int) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if int(installation.run(COUNT)) == number:
            return True
    return False
