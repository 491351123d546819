"""Asking other sites for the links of all sites: each address once, each host one at a time, whoever links to it.

What is asked and what comes of it belongs to the sites (`links`); here is who asks when. Hosts have a row each in
`public` that is claimed before they are asked, as jobs are: two processes never ask one host at once, and one that was
killed half way keeps nobody from asking it again later.
"""

import time
from collections import defaultdict
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from links.actions import look_after_links, record, record_host
from links.answers import Answer
from links.asking import Asker
from links.models import Link
from tenants.crossing import SiteFailure, all_tenants, in_each_site
from tenants.isolation.actions_hosts import ClaimedHost, busy_hosts, claim_host, end_host
from tenants.isolation.jobs import Rounds, site_by_site
from tenants.isolation.logins import as_site
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle

HOSTS_AT_ONCE = 6
MOST_HOSTS = 40
# Between two requests to one host.
PAUSE_SECONDS = 2.0
# Of one host in one round.
MOST_OF_A_HOST = 5
MOST_OF_A_SITE = 200
# Nothing more is begun after so many seconds.
SECONDS = 40


@dataclass
class Asked:
    """What one host said: by address, and its robots.txt where that was asked for."""

    host: ClaimedHost
    answers: dict[str, Answer] = field(default_factory=dict)
    robots: str | None = None

    @property
    def trouble(self) -> tuple[str, Answer] | None:
        """The scheme, and the answer that holds for whatever else is asked there."""
        failed = ((address, answer) for address, answer in self.answers.items() if answer.host_fails)
        return next(((urlsplit(address).scheme, answer) for address, answer in failed), None)


def look_after_links_of_sites() -> Rounds:
    """Links that came or went with what is published, and those of a site to itself."""
    return site_by_site(
        "The links of %s were not looked after", lambda _: look_after_links(), tenants=_active(), enter=as_site
    )


def check_links() -> Rounds | None:
    """What is due at other sites, as far as that goes in a minute."""
    if not settings.CHECK_LINKS:
        return None
    active = {tenant.pk: tenant for tenant in _active()}
    waiting, failures = _waiting(active)
    asker = Asker(contact=settings.WAGTAILADMIN_BASE_URL, local=settings.LINK_CHECK_LOCAL, pause=PAUSE_SECONDS)
    until = time.monotonic() + SECONDS
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
        hosts = [claimed for host in list(waiting)[:MOST_HOSTS] if (claimed := claim_host(host))]
        asked = [threads.submit(_ask, asker, host, list(waiting[host.name])[:MOST_OF_A_HOST], until) for host in hosts]
        for one in as_completed(asked):
            failures += _write_down(one.result(), waiting, active)
    failed = {failure.tenant.pk for failure in failures}
    return Rounds([tenant for pk, tenant in active.items() if pk not in failed], failures)


# By host and address: which links of which sites wait for it.
Waiting = Mapping[str, Mapping[str, list[tuple[int, int]]]]


def _active() -> list[Tenant]:
    return [tenant for tenant in all_tenants() if tenant.lifecycle == Lifecycle.ACTIVE]


def _waiting(active: Mapping[int, Tenant]) -> tuple[Waiting, list[SiteFailure]]:
    """Sites take turns by how long their links have waited."""
    busy = busy_hosts()
    results, failures = in_each_site(lambda _: _due_here(busy), tenants=list(active.values()), enter=as_site)
    due = sorted((at, host, address, tenant.pk, pk) for tenant, rows in results for at, host, address, pk in rows)
    waiting: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for _at, host, address, tenant, pk in due:
        waiting[host][address].append((tenant, pk))
    return waiting, failures


def _due_here(busy: Collection[str]) -> list[tuple]:
    due = Link.objects.due(timezone.now()).exclude(host__in=busy).in_turns(MOST_OF_A_HOST)
    return list(due.values_list("next_check_at", "host", "address", "pk")[:MOST_OF_A_SITE])


def _ask(asker: Asker, host: ClaimedHost, addresses: list[str], until: float) -> Asked:
    """In a thread that knows no database. A host that fails or asks to wait is left in peace."""
    asked = Asked(host)
    robots = host.robots
    if robots is None:
        robots = asked.robots = asker.robots_of(addresses[0])
    for address in addresses:
        if time.monotonic() > until:
            break
        answer = asked.answers[address] = asker.ask(address, robots)
        if answer.host_fails or (answer.wait and not answer.elsewhere):
            break
    return asked


def _write_down(asked: Asked, waiting: Waiting, active: Mapping[int, Tenant]) -> list[SiteFailure]:
    here = waiting[asked.host.name]
    by_site: dict[int, dict[int, Answer]] = defaultdict(dict)
    for address, answer in asked.answers.items():
        for tenant, pk in here[address]:
            by_site[tenant][pk] = answer

    def write(tenant: Tenant) -> None:
        record(by_site.get(tenant.pk, {}))
        if asked.trouble:
            scheme, answer = asked.trouble
            record_host(host=asked.host.name, scheme=scheme, answer=answer)

    concerned = {tenant for rows in here.values() for tenant, _ in rows} if asked.trouble else set(by_site)
    _, failures = in_each_site(write, tenants=[active[pk] for pk in sorted(concerned)], enter=as_site)
    waits = [answer.wait for answer in asked.answers.values() if answer.wait and not answer.elsewhere]
    end_host(asked.host.name, fails=asked.trouble is not None, wait=max(waits, default=None), robots=asked.robots)
    return failures
