"""A busy week of the leaders on paper: one side of A4."""

import re

import pytest
from playwright.sync_api import Page

from tests import cast
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

PREPARE = f"""
from django.db import transaction
from tenants.crossing import all_tenants, in_site
from tests.platform.agenda.weeks import DAY, MONDAY, page, row, write

facts = {{
    "chair": "Phó Chủ tịch UBND huyện",
    "participants": "Lãnh đạo các phòng, ban, ngành huyện",
    "place": "Hội trường A",
    "prepared_by": "Văn phòng",
}}
with in_site(next(tenant for tenant in all_tenants() if tenant.slug == {cast.COMMUNE!r})), transaction.atomic():
    page()
    write(*(row(f"Họp triển khai nhiệm vụ {{n}} của năm", MONDAY + n // 5 * DAY, **facts) for n in range(25)))
"""


def test_twenty_five_entries_are_one_side_of_paper(installation: Installation, phone: Page) -> None:
    installation.run(PREPARE)
    phone.goto(installation.address(cast.COMMUNE, "/lich-tuan/tuan/2023-W44/"))
    assert phone.locator(".entry").count() == 25
    margins = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")
    assert len(re.findall(rb"/Type\s*/Page\b", phone.pdf(format="A4", margin=margins))) == 1
