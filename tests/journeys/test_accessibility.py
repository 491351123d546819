"""What a program can tell of WCAG 2.2 AA on the pages that readers meet, on a phone and on a desk.

It tells a part of it: keys, order and words are looked at by people.
"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests import cast
from tests.journeys.conftest import Installation
from tests.journeys.test_content_policy import FILL as ITEMS

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"]}
WIDTHS = (360, 1280)
HEIGHT = 800
# Beside an article with every block and an item of every list: what stands in registers.
FILL = f"""{ITEMS.replace(repr(cast.COMMUNE), repr(cast.TOWN))}
from tests.platform.agenda import weeks
from tests.platform.discovery.items import article, question
from tests.platform.legal.documents import add as issue, attach
from tests.platform.procedures.cases import announce, say
from tests.files import PDF
from procedure_catalogue.models import Procedure
with in_site(tenant):
    article("ទីផ្សារស្រុក", language="km", slug="phsar", lead="ទីផ្សារ")
    document = issue("15/2023/QĐ-UBND")
    attach(document, "quyet-dinh.pdf", PDF)
    weeks.write(weeks.row())
    question()
    if not Procedure.objects.with_codes(["1.001193"]).exists():
        announce()
    say(desk="Quầy số 2", phone="0294 3 000 000", note="Thứ Tư nghỉ buổi chiều.")
    print(f"/van-ban/{{document.address}}")
"""
IN_BOTH = [
    "/",
    "/tin-tuc/",
    "/van-ban/",
    "{document}",
    "/thu-tuc/",
    "/thu-tuc/?q=khai+sinh",
    "/thu-tuc/1-001193/",
    "/thu-tuc/1-001193/ho-so/",
    "/tim-kiem/?q=khai+sinh",
    "/so-do-trang/",
    "/nguon-tin/",
    "/du-lieu-mo/",
    "/du-lieu-mo/procedures/",
    "/gui-cau-hoi/",
    "/hoi-dap/",
    "/lich-cong-tac/",
    "/lien-he/",
]
IN_ONE = ["/tin-tuc/du-moi-khoi/", "/km/tin-tuc/phsar/"]


def test_the_main_pages_have_no_fault_that_a_program_finds(installation: Installation, browser: Browser):
    document = installation.run(FILL).split()[-1]
    paths = [f"{language}{path}" for language in ("", "/km") for path in IN_BOTH] + IN_ONE
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": HEIGHT}, locale="vi-VN")
    page, found = context.new_page(), {}
    for path in paths:
        address = path.format(document=document)
        answer = page.goto(installation.address(cast.TOWN, address))
        assert answer
        assert answer.status == 200, address
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            if faults := faults_on(page):
                found[f"{address} at {width}"] = faults
    context.close()
    assert found == {}


def test_a_page_on_paper_has_none_either(installation: Installation, browser: Browser):
    context = browser.new_context(viewport={"width": WIDTHS[1], "height": HEIGHT}, locale="vi-VN")
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(installation.address(cast.COMMUNE, "/tin-tuc/bi-mat/"))
    assert faults_on(page) == []
    context.close()


def test_a_fault_would_be_found(browser: Browser):
    page = browser.new_page()
    page.set_content("<img src='data:,'><p style='color: #bbb; background: #fff'>Mờ</p>")
    assert {fault.split(":")[0] for fault in faults_on(page)} >= {"image-alt", "color-contrast", "html-has-lang"}
    page.close()


def faults_on(page: Page) -> list[str]:
    """A rule and where it is broken first. The program comes with its package and loads nothing."""
    told: dict[str, Any] = Axe().run(page, options=OPTIONS).response
    return [
        f"{one['id']}: {len(one['nodes'])} × {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary'][:200]}"
        for one in told["violations"]
    ]
