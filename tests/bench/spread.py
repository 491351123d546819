"""What it takes to change the catalogue of procedures when there are few sites and when there are many, and whether the
change is on another site with the next request. Runs inside Django.

Sites that are asked are whole; the registry is filled up with rows of sites whose schemas nobody makes: saving would
have to know of them, if it did anything for each site.
"""

import datetime
import random
import statistics
import time
from collections.abc import Callable

from django.contrib.auth.models import Group
from django.db import close_old_connections, transaction
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from procedure_catalogue.actions import DecisionText, correct, save_draft
from procedure_catalogue.actions_publish import Entry, publish, publish_drafts
from procedure_catalogue.contents import Content
from procedure_catalogue.models import Procedure, ProcedureVersion
from procedure_catalogue.reading import read_content
from tenants.crossing import all_tenants
from tenants.isolation.logins import as_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.orders import Order
from tenants.registry.models import Domain, Tenant
from tenants.registry.states import Kind
from tests.bench import pages
from tests.bench.records import Saving

ROUNDS = 30
CODE, DAY = "6.000001", datetime.date(2023, 10, 1)
DECISION = DecisionText(number="1/QĐ-ĐO", issued_on=DAY, issuer="Đo lường")
FIRST_FREE_CODE = 80_000
# A name with other figures would be no correction.
LETTERS = "bcdfghklmnpqrstvx"


def measure_spread(*, most: int, seconds: float) -> list[Saving]:
    """With the sites there are, and with `most` in the registry; of the new ones as many are whole as can be made in
    so many seconds."""
    pages.write_down_what_is_sent()
    board = next(tenant for tenant in all_tenants() if tenant.runs_board)
    with as_site(board):
        with transaction.atomic():
            by = User.objects.create_user("spread@bench.example")
            by.groups.add(Group.objects.get(name=Role.ADMINISTRATOR.value))
        publish(entry=Entry(CODE, _content("alpha"), None), decision=DECISION, valid_from=DAY, by=by)
    few = [tenant for tenant in all_tenants() if not tenant.runs_board]
    found = _measure(board, by, few, len(few) + 1)
    whole = [*few, *_whole_sites(board, most - len(few) - 1, seconds)]
    _rows(board, most - len(whole) - 1)
    return [*found, *_measure(board, by, whole, most)]


def _whole_sites(board: Tenant, most: int, seconds: float) -> list[Tenant]:
    made: list[Tenant] = []
    until = time.perf_counter() + seconds
    while len(made) < most and time.perf_counter() < until:
        order = Order(
            name=f"Lan tỏa {len(made)}",
            kind=Kind.COMMUNE.value,
            code=str(FIRST_FREE_CODE + len(made)),
            code_valid_from=DAY,
            parent_slug=board.slug,
            admin_email="quan-tri@bench.example",
        )
        made.append(create_site(order=order, by="tests.bench"))
    return made


def _rows(board: Tenant, number: int) -> None:
    for count in range(number):
        slug = f"lan-toa-dong-{count}"
        tenant = Tenant.objects.create(
            schema_name=f"spread_row_{count}", slug=slug, name=f"Dòng {count}", kind=Kind.COMMUNE.value,
            code=str(FIRST_FREE_CODE + 5000 + count), code_valid_from=DAY, parent=board,
        )  # fmt: skip
        Domain.objects.create(tenant=tenant, host=f"{slug}.bench.localhost", is_primary=True)


def _measure(board: Tenant, by: User, whole: list[Tenant], registered: int) -> list[Saving]:
    """Each verb ROUNDS times; after what readers see, a site that chance names is asked for it."""
    chance = random.Random(registered)  # noqa: S311 - the same sites each time
    found = []
    for label, work, is_seen in (
        ("saving a draft", _draft, False),
        ("publishing it", _publish, True),
        ("correcting it", _correct, True),
    ):
        times, statements, shown = [], [], 0
        for _ in range(ROUNDS):
            mark = "".join(chance.choices(LETTERS, k=8))
            _prepare(work, board, by, mark)
            close_old_connections()
            with as_site(board):
                pages.sent.clear()
                begun = time.perf_counter()
                work(by, mark)
                times.append((time.perf_counter() - begun) * 1000)
                statements.append(len(pages.sent))
            shown += is_seen and _is_shown(chance.choice(whole), mark)
        p95 = statistics.quantiles(times, n=20)[-1]
        counts = (ROUNDS if is_seen else 0, shown)
        found.append(Saving(label, registered, len(whole) + 1, max(statements), statistics.median(times), p95, *counts))
    return found


def _prepare(work: Callable[..., None], board: Tenant, by: User, mark: str) -> None:
    if work is _publish:
        with as_site(board):
            _draft(by, mark)


def _draft(by: User, mark: str) -> None:
    save_draft(code=CODE, content=_content(mark), by=by, seen=_revision())


def _publish(by: User, mark: str) -> None:
    publish_drafts(seen={CODE: _revision()}, decision=DECISION, valid_from=DAY, by=by)


def _correct(by: User, mark: str) -> None:
    version = ProcedureVersion.objects.in_force(DAY).select_related("procedure", "field").get(procedure__code=CODE)
    correct(version=version, content=_content(mark), by=by, seen=version.procedure.revision, why="Đo")


def _revision() -> int:
    return Procedure.objects.get(code=CODE).revision


def _content(mark: str) -> Content:
    return read_content(
        {
            "name": f"Thủ tục lan tỏa {mark}",
            "field": "ho-tich",
            "levels": ["district", "commune"],
            "steps": [{"text": "Nộp hồ sơ tại bộ phận một cửa."}],
        }
    )


def _is_shown(tenant: Tenant, mark: str) -> bool:
    close_old_connections()
    page = Client(SERVER_NAME=tenant.primary_host).get(f"/thu-tuc/{CODE.replace('.', '-')}/")
    return page.status_code == 200 and f" {mark}<" in page.content.decode()
