"""How fast the catalogue of procedures is listed and changed when it holds as many as the country has. Runs inside
Django, at the end of a run, with as many sites as there are then."""

import datetime
import random
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import Group
from django.db import close_old_connections, connection, transaction
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from procedure_catalogue.actions import DecisionText, correct
from procedure_catalogue.actions_publish import Entry, publish_many
from procedure_catalogue.models import ProcedureField, ProcedureVersion
from procedure_catalogue.reading import read_content
from tenants.crossing import all_tenants, in_site
from tests.bench.records import Searched
from tests.bench.register import WORDS

ROUNDS = 40
FIRST, SECOND = datetime.date(2020, 1, 1), datetime.date(2021, 1, 1)
LIST = "/admin/oversight/procedures/"
QUESTIONS = {
    "the first page": "",
    "page 100": "p=100",
    "a code": "words=1.000300",
    "part of a code": "words=0030",
    "two words": "words=ke+hoach",
    "a word that most contain": "words=cong",
    "a level": "levels=commune",
    "a field": "field={field}",
    "online": "online=full",
    "a life event": "event=1",
    "a day before": "day=01/06/2020",
    "all, each once": "standing=all",
    "all filters": "words=cong&levels=commune&online=full&field={field}",
}


def measure_catalogue(*, host: str, procedures: int) -> list[Searched]:
    """Two versions of each, then each question ROUNDS times, and as many corrections."""
    board = next(tenant for tenant in all_tenants() if tenant.runs_board)
    with in_site(board):
        with transaction.atomic():
            by = _officer()
        decision = DecisionText(number="1/QĐ", issued_on=FIRST, issuer="Đo")
        for number, day in enumerate((FIRST, SECOND)):
            publish_many(entries=_entries(procedures, number), decision=decision, valid_from=day, by=by)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        field = ProcedureField.objects.order_by("pk")[3].pk
        browser = _browser(host, by)
        corrected = _time(_correction(by), "saving a correction", procedures)
    questions = {label: f"{LIST}?{query.format(field=field)}" for label, query in QUESTIONS.items()}
    return [_time(lambda at=at: _found(browser, at), label, procedures) for label, at in questions.items()] + [
        corrected
    ]


def _entries(number: int, seen: int) -> Iterator[Entry]:
    """`seen` is the revision they have; none of them is there yet where it is 0."""
    chance = random.Random(number)  # noqa: S311 - the same procedures each time
    fields = list(ProcedureField.objects.order_by("pk").values_list("key", flat=True))
    for count in range(number):
        words: dict[str, Any] = {
            "name": " ".join(chance.choices(WORDS, k=14)) + f" {seen}",
            "field": chance.choice(fields),
            "levels": chance.sample(["province", "district", "commune"], chance.choice([1, 1, 2])),
            "online": chance.choice(["full", "partial", "information"]),
            "deciding_agency": f"Cơ quan {chance.randrange(60)}",
            "steps": [{"text": " ".join(chance.choices(WORDS, k=120))} for _ in range(4)],
            "dossier": [{"name": " ".join(chance.choices(WORDS, k=20)), "originals": 1} for _ in range(5)],
            "legal_basis": [{"number": f"{place}/2020/NĐ-CP"} for place in range(5)],
        }
        events = ("birth",) if count % 10 == 0 else ()
        yield Entry(f"1.{count:06}", read_content(words), seen=seen or None, life_events=events)


def _officer() -> User:
    user = User.objects.create_user("catalogue@bench.example")
    user.groups.add(Group.objects.get(name=Role.ADMINISTRATOR.value))
    return user


def _browser(host: str, by: User) -> Client:
    name, _, port = host.partition(":")
    browser = Client(SERVER_NAME=name, SERVER_PORT=port)
    browser.force_login(by)
    return browser


def _correction(by: User) -> Callable[[], int]:
    versions = ProcedureVersion.objects.in_force(SECOND).select_related("procedure", "field")

    def once() -> int:
        version = versions.get(procedure__code="1.000300")
        name = f"{version.name} {'ạ' if version.procedure.revision % 2 else 'ơ'}"
        content = read_content({**version.content.data(), "name": name})
        correct(version=version, content=content, by=by, seen=version.procedure.revision, why="Đo")
        return 1

    return once


def _found(browser: Client, address: str) -> int:
    response = browser.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}.")
    return int(response.context["paginator"].count)


def _time(work: Callable[[], int], label: str, procedures: int) -> Searched:
    times, found = [], 0
    for _ in range(ROUNDS):
        close_old_connections()
        start = time.perf_counter()
        found = work()
        times.append((time.perf_counter() - start) * 1000)
    return Searched(label, procedures, found, statistics.median(times), statistics.quantiles(times, n=20)[-1])
