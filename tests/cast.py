"""The fixed cast of the tests: the district, two communes that share a name, and the same four people on each.

Equal ids, equal addresses and equal names on all three on purpose: what leaks would fit.
"""

import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Category
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import all_tenants, in_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tenants.registry.states import Kind

PASSWORD = "correct horse battery staple"
DAY = datetime.date(2023, 10, 30)
CODES_SINCE = datetime.date(2004, 7, 8)

DISTRICT, COMMUNE, TOWN = "huyen-tra-cu", "xa-dinh-an", "thi-tran-dinh-an"
SECRETS = {DISTRICT: "Bí mật của huyện", COMMUNE: "Bí mật của xã", TOWN: "Bí mật của thị trấn"}


def assemble() -> None:
    for order in ORDERS:
        create_site(order=order, by="tests")
    for tenant in all_tenants():
        with in_site(tenant), transaction.atomic():
            _add_people()
            _add_article(tenant)


def address_of(role: Role) -> str:
    return f"{role.name.lower()}@demo.example"


def _add_people() -> None:
    for role in Role:
        user = User.objects.filter(email=address_of(role)).first() or User.objects.create_user(address_of(role))
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name=role.value))


def _add_article(tenant: Tenant) -> None:
    """One published article at the same address on each site, with a text that only that site may ever show."""
    index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    page = ArticlePage(
        title=SECRETS[tenant.slug],
        slug="bi-mat",
        lead=f"Chỉ {tenant.full_name} biết.",
        body=[
            {"type": "text", "value": f"<p>{SECRETS[tenant.slug]}</p>", "id": "0b5e1d6e-0000-4000-8000-000000000001"}
        ],
        published_on=DAY,
    )
    page.categories = [Category.objects.get(key="news")]
    index.add_child(instance=page)


ORDERS = [
    Order(
        name="Trà Cú",
        kind=Kind.DISTRICT.value,
        code="849",
        code_valid_from=CODES_SINCE,
        host="tracu.localhost",
        admin_email=address_of(Role.ADMINISTRATOR),
    ),
    *(
        Order(
            name="Định An",
            kind=kind.value,
            code=code,
            code_valid_from=CODES_SINCE,
            parent_slug=DISTRICT,
            admin_email=address_of(Role.ADMINISTRATOR),
        )
        for kind, code in ((Kind.COMMUNE, "29494"), (Kind.TOWN, "29462"))
    ),
]
