"""A citizen on a phone finds out what to bring; the commune's administrator confirms what the district has changed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.roles import Role
from tests import cast
from tests.files import PDF
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

CODE, NAME, NEW_NAME = "1.001193", "Thủ tục đăng ký khai sinh", "Thủ tục đăng ký khai sinh lưu động"
ANNOUNCE = f"""
from django.db import transaction
from procedure_catalogue.actions import set_life_events
from procedure_catalogue.models import Procedure
from tenants.crossing import in_site
from tests.conftest import find_tenant
from tests.platform.procedure_catalogue.cases import officer, published
with in_site(find_tenant("{cast.DISTRICT}")), transaction.atomic():
    # Another journey of this installation may have needed it before.
    if not Procedure.objects.with_codes(["{CODE}"]).exists():
        published()
    found = Procedure.objects.get(code="{CODE}")
    set_life_events(procedure=found, life_events=["birth"], by=officer(), seen=found.revision)
"""
SAY = f"""
from django.core.files.base import ContentFile
from django.db import transaction
from library.models import SiteDocument
from tenants.crossing import in_site
from tests.conftest import find_tenant
from tests.platform.procedures.cases import say
with in_site(find_tenant("{cast.COMMUNE}")), transaction.atomic():
    form = SiteDocument.objects.create(title="Tờ khai của xã", file=ContentFile({PDF!r}, "to-khai.pdf"))
    say(desk="Quầy số 2", phone="0294 000 0000", form_file=form)
"""
CHANGE = f"""
from tests.platform.procedures.cases import change
change(name="{NEW_NAME}")
"""


def test_from_home_to_the_papers_in_three_clicks_and_the_change_is_confirmed(
    installation: Installation, sign_in: Callable[..., Page], phone: Page
) -> None:
    for code in (ANNOUNCE, SAY):
        installation.run(code)
    phone.goto(installation.address(cast.COMMUNE))
    _fits(phone)
    phone.get_by_role("link", name="Sinh con, nuôi con").click()
    _fits(phone)
    phone.get_by_role("link", name=NAME).click()
    _fits(phone)
    expect(phone.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(phone.locator("[aria-labelledby=where]")).to_contain_text("Quầy số 2")
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Tờ khai của xã").evaluate("link => { link.download = ''; link.click(); }")
    assert download.value.path().read_bytes() == PDF

    phone.get_by_role("link", name="Danh mục giấy tờ để in").click()
    _fits(phone)
    expect(phone.get_by_role("button", name="In", exact=True)).to_be_visible()
    phone.get_by_role("checkbox", name="Tờ khai").check()
    phone.emulate_media(media="print")
    expect(phone.get_by_role("checkbox", name="Tờ khai")).to_be_visible()
    expect(phone.locator(".procedure__qr svg")).to_be_visible()
    expect(phone.locator(".procedure__actions")).to_be_hidden()
    phone.emulate_media(media="screen")

    installation.run(CHANGE)
    administrator = sign_in(cast.COMMUNE, Role.ADMINISTRATOR)
    administrator.goto(installation.address(cast.COMMUNE, "/admin/procedures/?state=to-confirm"))
    administrator.get_by_role("link", name=NEW_NAME).click()
    expect(administrator.locator(".difference ins")).to_contain_text("lưu động")
    administrator.fill("[name=desk]", "Quầy số 3")
    administrator.get_by_role("button", name="Lưu và xác nhận").click()
    expect(administrator.locator("main")).to_contain_text(f"Đã lưu và xác nhận {CODE}.")
    phone.goto(installation.address(cast.COMMUNE, "/thu-tuc/1-001193/"))
    expect(phone.get_by_role("heading", level=1)).to_have_text(NEW_NAME)
    expect(phone.locator("[aria-labelledby=where]")).to_contain_text("Quầy số 3")


def _fits(page: Page) -> None:
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
