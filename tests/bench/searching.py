"""What the search of a site finds, and how fast, with many things in it. Runs inside Django, at the end of a run."""

import datetime
import json
import re
import statistics
import time
from collections.abc import Callable
from urllib.parse import urlencode

from bs4 import BeautifulSoup
from django.db import close_old_connections, connection, transaction
from django.test import Client

from legal.models import LegalDocument
from search.actions import learn_words, renew, renew_all
from search.models import Entry
from search.searches import Search, find
from tenants.crossing import all_tenants, in_public, in_site
from tenants.syndication.actions import learn_shared_words, renew_all_sites, renew_site
from tenants.syndication.models import SharedEntry
from tests.bench.records import Copied, Indexed, Relevance, Searched
from tests.bench.register import add_documents
from tests.bench.wanted import WANTED, WANTED_OF_ALL_SITES, Wanted

FIRST = 3
SITES = 18
ROUNDS = 40
RENEWED_ONE_BY_ONE = 100
COUNT = re.compile(r'<p role="status">\s*([\d.,]+)')
DAY = datetime.date(2023, 10, 31)
QUESTIONS = {
    "two words": {"q": "ngan sach"},
    "two words with marks": {"q": "ngân sách"},
    "a word that all have": {"q": "uy ban"},
    "four words": {"q": "giao du toan ngan sach"},
    "a rare word": {"q": "hiem thay"},
    "a number": {"q": "số 30000/2018"},
    "a part of a number": {"q": "1234"},
    "a day": {"q": "ngày 12/6/2018"},
    "a sentence": {"q": "làm thế nào để đăng ký khai sinh cho con"},
    "words, kind, year": {"q": "ngan sach", "loai": "document", "nam": "2019"},
    "by day": {"q": "ngan sach", "sap-xep": "moi-nhat"},
    "page 50": {"q": "ngan sach", "trang": "50"},
    "Khmer": {"q": "ខ្មែរ"},
    "a slip": {"q": "ngan sahc"},
    "nothing like it": {"q": "qwxyzk"},
}
TYPED = ("ng", "nga", "ngan", "ngan s", "ngan sach", "quyet dinh", "uy b", "1234", "ខ្មែ", "qwx")


def measure_relevance() -> list[Relevance]:
    """On the first site, as the demonstration fills it: how often what a citizen wants is among the first."""
    with in_site(all_tenants()[0]):
        renew_all()
        learn_words(DAY)
        return [Relevance(kind, len(wanted), sum(map(_is_found, wanted))) for kind, wanted in WANTED.items()]


def measure_relevance_of_all_sites(*, host: str) -> list[Relevance]:
    """On the board's page, over all sites as the demonstration fills them."""
    for tenant in all_tenants():
        with in_site(tenant):
            renew_all()
    renew_all_sites()
    learn_shared_words()
    browser = _browser(host)
    found = sum(_is_on_page(browser, wanted) for wanted in WANTED_OF_ALL_SITES)
    return [Relevance("over all sites", len(WANTED_OF_ALL_SITES), found)]


def measure_indexing() -> list[Indexed]:
    """All that the first site holds and its index lacks, then documents one by one, as they are published."""
    with in_site(all_tenants()[0]):
        at_once = _seconds(renew_all)
        things = Entry.objects.count()
        numbers = list(LegalDocument.objects.order_by("-pk").values_list("pk", flat=True)[:RENEWED_ONE_BY_ONE])
        times = [_seconds(lambda number=number: renew(source="documents", numbers=[number])) for number in numbers]  # type: ignore[misc]
        compared = _seconds(renew_all)
        learnt = _seconds(lambda: learn_words(DAY))
        with connection.cursor() as cursor:
            # As in an installation that stands: what was filled in at once is looked through for the first time.
            cursor.execute("VACUUM (ANALYZE) search_entry, legal_legaldocument")
    return [Indexed(things, at_once, statistics.median(times) * 1000, max(times) * 1000, compared, learnt)]


def measure_search(*, host: str) -> list[Searched]:
    browser, things = _browser(host), _things()
    addresses = {label: f"/tim-kiem/?{urlencode(question)}" for label, question in QUESTIONS.items()}
    return [_ask(browser, label, address, things, _count_on_page) for label, address in addresses.items()]


def measure_offers(*, host: str) -> list[Searched]:
    browser, things = _browser(host), _things()
    addresses = {typed: f"/tim-kiem/goi-y/?{urlencode({'q': typed})}" for typed in TYPED}
    return [_ask(browser, typed, address, things, _count_of_offers) for typed, address in addresses.items()]


def measure_board(*, host: str) -> list[Searched]:
    """Over what all sites have published; most of it on the first one, which is the board's."""
    with in_public():
        things = SharedEntry.objects.count()
    browser = _browser(host)
    addresses = {label: f"/tim-kiem/toan-huyen/?{urlencode(question)}" for label, question in QUESTIONS.items()}
    addresses["two words, one site"] = f"/tim-kiem/toan-huyen/?{urlencode({'q': 'ngan sach', 'don-vi': 'xa-dai-an'})}"
    return [_ask(browser, label, address, things, _count_on_page) for label, address in addresses.items()]


def measure_copying(*, documents: int) -> list[Copied]:
    """All of the first site and of others with so many documents more each; then where nothing or one thing differs."""
    first, *others = all_tenants()[:SITES]
    for tenant in others:
        with in_site(tenant), transaction.atomic():
            add_documents(documents)
        with in_site(tenant):
            renew_all()
    at_once = _seconds(renew_all_sites)
    compared = _seconds(renew_all_sites)
    with in_site(first):
        number = LegalDocument.objects.order_by("-pk").values_list("pk", flat=True)[0]
        Entry.objects.filter(source="documents", number=number).update(stamp="")
    one = _seconds(lambda: renew_site(tenant=first))
    learnt = _seconds(learn_shared_words)
    with in_public(), connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) syndication_sharedentry")
        things = SharedEntry.objects.count()
    return [Copied(things, at_once, compared, one, learnt)]


def _browser(host: str) -> Client:
    name, _, port = host.partition(":")
    return Client(SERVER_NAME=name, SERVER_PORT=port)


def _things() -> int:
    with in_site(all_tenants()[0]):
        return Entry.objects.count()


def _is_found(wanted: Wanted) -> bool:
    """Among the first."""
    rows = find(Search(wanted.typed, "vi"), DAY)[:FIRST]
    return any("".join(piece.text for piece in row.title).startswith(wanted.titles) for row in rows)


def _is_on_page(browser: Client, wanted: Wanted) -> bool:
    page = browser.get(f"/tim-kiem/toan-huyen/?{urlencode({'q': wanted.typed})}").content
    links = BeautifulSoup(page, "html.parser").select(".search-rows .search-row__link")[:FIRST]
    return any(link.get_text().startswith(wanted.titles) for link in links)


def _ask(browser: Client, question: str, address: str, things: int, count: Callable[[str], int]) -> Searched:
    times = []
    for number in range(ROUNDS):
        close_old_connections()
        start = time.perf_counter()
        # Each from another network: who asks more often than a person is asked to wait.
        response = browser.get(address, REMOTE_ADDR=f"10.0.{number}.1")
        times.append((time.perf_counter() - start) * 1000)
        if response.status_code != 200:
            raise RuntimeError(f"{address} answered {response.status_code}.")
    found = count(response.content.decode())
    return Searched(question, things, found, statistics.median(times), statistics.quantiles(times, n=20)[-1])


def _count_on_page(page: str) -> int:
    shown = COUNT.search(page)
    return int(re.sub(r"\D", "", shown[1])) if shown else 0


def _count_of_offers(answer: str) -> int:
    return len(json.loads(answer)["suggestions"])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
