"""What fills an installation with the report's own year. Never in production: the passwords are printed."""

import datetime
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from wagtail.models import Locale

from accounts.models import User
from accounts.roles import Role
from home.actions import introduce_site, translate_page
from lib.clock import today
from pages.models import SectionPage, SiteSettings, Skin
from search.actions import learn_words, renew_all
from tenants.crossing import all_tenants, in_site
from tenants.demo.content import write_items
from tenants.demo.corpus.introductions import UnitTexts, unit_texts
from tenants.demo.corpus.model import Item
from tenants.demo.corpus.offices import office_of
from tenants.demo.corpus.places import DISTRICT, units
from tenants.demo.corpus.plan import commune_calendars, commune_items, district_items
from tenants.demo.offices import write_office
from tenants.demo.overlays import write_overlays
from tenants.demo.procedures import write_procedures
from tenants.demo.questions import write_questions
from tenants.demo.snapshots import write_snapshots
from tenants.demo.visits import write_visits
from tenants.demo.weeks import write_unpublished
from tenants.provisioning.actions import create_site
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tenants.registry.states import Kind

Report = Callable[[str], None]

PASSWORD = "demo-tra-cu-2023"  # noqa: S105 - demonstration accounts only, never in production
# The first day of the demo year. The codes are those of units-tra-cu-2023.csv, which gives no date.
CODES_SINCE = datetime.date(2023, 1, 1)
ACCOUNTS = {
    Role.ADMINISTRATOR: ("quan-tri", "Quản trị viên"),
    Role.APPROVER: ("duyet", "Người duyệt"),
    Role.EDITOR: ("bien-tap", "Biên tập viên"),
    Role.CONTRIBUTOR: ("cong-tac-vien", "Cộng tác viên"),
}
# Stands before the name of every demo person, in place of the family name.
MARK = "Demo"
PROVINCE = {"vi": "Tỉnh Trà Vinh", "km": "ខេត្តត្រាវិញ", "en": "Trà Vinh Province"}
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
            editor = User.objects.get(email=demo_address(Role.EDITOR))
            write_office(office_of(code, _items(code)), unit_texts(code))
            written = write_items(_items(code), _prefixed(report, label), by=editor)
            if code == DISTRICT:
                write_procedures(User.objects.get(email=demo_address(Role.ADMINISTRATOR)))
            else:
                write_unpublished(commune_calendars(code))
            write_visits(code, by=User.objects.get(email=demo_address(Role.ADMINISTRATOR)))
            write_questions(tenant, {role: User.objects.get(email=demo_address(role)) for role in Role})
            write_overlays(tenant, by=User.objects.get(email=demo_address(Role.ADMINISTRATOR)))
            renew_all()
            learn_words(today())
        report(f"{label}: {written} items written" if written else f"{label}: nothing to do")
    write_snapshots(report)


def _prefixed(report: Report, label: str) -> Report:
    return lambda line: report(f"{label}: {line}")


def demo_orders() -> dict[str, Order]:
    """The district first, then the communes and towns, keyed by official code."""
    district = Order(
        name="Trà Cú",
        kind=Kind.DISTRICT.value,
        code=DISTRICT,
        code_valid_from=CODES_SINCE,
        host=settings.BASE_DOMAIN,
        admin_email=demo_address(Role.ADMINISTRATOR),
        admin_name=f"{MARK} {ACCOUNTS[Role.ADMINISTRATOR][1]}",
        superior_vi=PROVINCE["vi"],
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
            admin_name=f"{MARK} {ACCOUNTS[Role.ADMINISTRATOR][1]}",
        )
        for number, unit in enumerate(units())
    }
    return {DISTRICT: district, **communes}


def demo_address(role: Role) -> str:
    return f"{ACCOUNTS[role][0]}@demo.example"


def _find(slug: str) -> Tenant | None:
    return next((tenant for tenant in all_tenants() if tenant.slug == slug), None)


def _items(code: str) -> tuple[Item, ...]:
    return district_items() if code == DISTRICT else commune_items(code)


def _introduce(tenant: Tenant, texts: UnitTexts, order: Order) -> None:
    if SiteSettings.objects.exclude(phone="").exists():
        return
    introduce_site(
        names=_names(texts),
        superior=_names(unit_texts(DISTRICT)) if tenant.parent else PROVINCE,
        host=tenant.primary_host,
        port=settings.PUBLIC_PORT,
        skin=order.skin,
        address=texts.address,
        phone=texts.phone,
        email=texts.email,
    )
    about = SectionPage.objects.get(slug="gioi-thieu", locale=Locale.get_default())
    about.introduction = texts.introduction
    about.body = [{"type": "text", "value": texts.body_html}]
    about.save()
    for locale in Locale.objects.exclude(pk=about.locale_id):
        title = about.get_translation(locale).title
        introduction = getattr(texts, f"introduction_{locale.language_code}")
        translate_page(page=about, locale=locale, texts={"title": title, "introduction": introduction})


def _names(texts: UnitTexts) -> dict[str, str]:
    vietnamese = texts.name_vi.replace("UBND", "Ủy ban nhân dân")
    return {"vi": vietnamese, "km": texts.name_km, "en": texts.name_en}


def _add_accounts() -> None:
    for role, (_, name) in ACCOUNTS.items():
        user, is_new = User.objects.get_or_create(email=demo_address(role))
        if is_new or not user.has_usable_password():
            user.last_name, user.first_name = MARK, name
            user.set_password(PASSWORD)
            user.save()
        user.groups.add(Group.objects.get(name=role.value))
