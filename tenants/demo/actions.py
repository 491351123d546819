"""What fills an installation with the report's own year. Never in production: the passwords are printed."""

import datetime
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from home.actions import introduce_site
from pages.models import SectionPage, SiteSettings, Skin
from tenants.crossing import all_tenants, in_site
from tenants.demo.content import write_articles
from tenants.demo.corpus import UnitTexts, commune_items, district_items, unit_texts, units
from tenants.demo.corpus.model import Item
from tenants.provisioning.actions import create_site
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tenants.registry.names import committee_names
from tenants.registry.states import Kind

Report = Callable[[str], None]

PASSWORD = "demo-tra-cu-2023"  # noqa: S105 - demonstration accounts only, never in production
DISTRICT_CODE = "849"
# Mã đơn vị hành chính: Quyết định 124/2004/QĐ-TTg, from this day on.
CODES_SINCE = datetime.date(2004, 7, 8)
ACCOUNTS = {
    Role.ADMINISTRATOR: ("quan-tri", "Quản trị"),
    Role.APPROVER: ("duyet", "Người duyệt"),
    Role.EDITOR: ("bien-tap", "Biên tập"),
    Role.CONTRIBUTOR: ("cong-tac-vien", "Cộng tác viên"),
}
SKINS = [Skin.RICE, Skin.RIVER, Skin.CLAY, Skin.FLAG]


def seed(report: Report) -> None:
    """Create what is missing of the district and its 17 communes: sites, accounts, contents. Safe to repeat; each
    site's contents are written in one transaction, so a run that was killed goes on where it stopped.

    Raises ImproperlyConfigured in production.
    """
    if settings.PRODUCTION:
        raise ImproperlyConfigured("Demo data has published passwords: it is never written in production.")
    orders = demo_orders()
    for number, (code, order) in enumerate(orders.items(), start=1):
        tenant = _find(order.slug) or create_site(order=order, by="manage.py demo seed")
        label = f"site {number} of {len(orders)}, {tenant.full_name}"
        with in_site(tenant), transaction.atomic():
            _introduce(tenant, unit_texts(code), order)
            _add_accounts()
            written = write_articles(_items(code), lambda line, label=label: report(f"{label}: {line}"))
        report(f"{label}: {written} items written" if written else f"{label}: nothing to do")


def demo_orders() -> dict[str, Order]:
    """The district first, then the communes and towns, keyed by official code."""
    district = Order(
        name="Trà Cú",
        kind=Kind.DISTRICT.value,
        code=DISTRICT_CODE,
        code_valid_from=CODES_SINCE,
        host=settings.BASE_DOMAIN,
        admin_email=demo_address(Role.ADMINISTRATOR),
        admin_name="Quản trị (demo)",
        superior_vi="Tỉnh Trà Vinh",
    )
    communes = {
        unit.code: Order(
            name=unit.name,
            kind=unit.kind,
            code=unit.code,
            code_valid_from=CODES_SINCE,
            parent_slug=district.slug,
            skin=SKINS[number % len(SKINS)].value,
            admin_email=demo_address(Role.ADMINISTRATOR),
            admin_name="Quản trị (demo)",
        )
        for number, unit in enumerate(units())
    }
    return {DISTRICT_CODE: district, **communes}


def demo_address(role: Role) -> str:
    return f"{ACCOUNTS[role][0]}@demo.example"


def _find(slug: str) -> Tenant | None:
    return next((tenant for tenant in all_tenants() if tenant.slug == slug), None)


def _items(code: str) -> tuple[Item, ...]:
    return district_items() if code == DISTRICT_CODE else commune_items(code)


def _introduce(tenant: Tenant, texts: UnitTexts, order: Order) -> None:
    if SiteSettings.objects.exclude(phone="").exists():
        return
    superior = committee_names(tenant.parent.kind, tenant.parent.name) if tenant.parent else {"vi": order.superior_vi}
    introduce_site(
        names=committee_names(tenant.kind, tenant.name),
        superior=superior,
        host=tenant.primary_host,
        port=settings.PUBLIC_PORT,
        skin=order.skin,
        address=texts.address,
        phone=texts.phone,
        email=texts.email,
    )
    about = SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")
    about.introduction = texts.introduction
    about.body = [{"type": "text", "value": texts.body_html}]
    about.save()


def _add_accounts() -> None:
    for role, (_, name) in ACCOUNTS.items():
        user, is_new = User.objects.get_or_create(
            email=demo_address(role), defaults={"last_name": name, "first_name": "(demo)"}
        )
        if is_new or not user.has_usable_password():
            user.set_password(PASSWORD)
            user.save()
        user.groups.add(Group.objects.get(name=role.value))
