"""Links of several sites are asked for together: each address once, each host one at a time, answers to each site."""

import datetime
import threading
from collections.abc import Iterator

import pytest
from django.db import connection, connections
from django.utils import timezone

from links.models import Link, Place
from links.states import Kind, Reason, State
from tenants.crossing import in_site
from tenants.isolation import links as rounds
from tenants.isolation.actions_hosts import claim_host, end_host
from tenants.isolation.jobs import shared
from tenants.isolation.links import check_links, look_after_links_of_sites
from tenants.isolation.models import AskedHost
from tenants.isolation.schedule import timers
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast
from tests.conftest import find_tenant
from tests.servers import Server, serving


@pytest.fixture
def server(settings: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving() as known:
        settings.CHECK_LINKS = True
        settings.LINK_CHECK_LOCAL = [known.place]
        monkeypatch.setattr(rounds, "PAUSE_SECONDS", 0)
        yield known


def add(tenant: Tenant, *addresses: str) -> None:
    with in_site(tenant):
        for address in addresses:
            link = Link.objects.create(address=address, kind=Kind.OUTSIDE, host=address.split("/")[2].split(":")[0])
            Place.objects.create(link=link, source="pages", number=1, title="Bài")


def states(tenant: Tenant) -> dict[str, str]:
    with in_site(tenant):
        return {address.rpartition("/")[2]: state for address, state in Link.objects.values_list("address", "state")}


def free_hosts() -> None:
    AskedHost.objects.update(next_at=timezone.now())


def test_an_address_on_two_sites_is_asked_for_once_and_told_to_both(commune: Tenant, town: Tenant, server: Server):
    for tenant in (commune, town):
        add(tenant, server.says("/a", 200))
    check_links()
    assert server.times("/a") == 1
    assert states(commune) == states(town) == {"a": State.OK}


def test_a_site_is_told_nothing_about_what_another_links_to(commune: Tenant, town: Tenant, server: Server):
    add(commune, server.says("/commune", 200))
    add(town, server.says("/town", 200))
    check_links()
    assert (states(commune), states(town)) == ({"commune": State.OK}, {"town": State.OK})


def test_many_links_of_one_host_come_a_few_in_a_round_and_never_two_at_once(
    commune: Tenant, town: Tenant, server: Server
):
    for tenant in (commune, town):
        add(tenant, *(server.says(f"/{tenant.slug}-{number}", 200) for number in range(6)))
    for _ in range(3):
        check_links()
        free_hosts()
    asked = [path for _, path in server.asked if path != "/robots.txt"]
    assert (len(asked), len(set(asked))) == (12, 12)
    assert server.most_at_once == 1


def test_a_round_asks_a_host_for_five_and_then_for_none_until_its_pause_is_over(commune: Tenant, server: Server):
    add(commune, *(server.says(f"/{number}", 200) for number in range(8)))
    check_links()
    check_links()
    assert len([path for _, path in server.asked if path != "/robots.txt"]) == 5


def test_robots_txt_is_asked_for_once_a_day(commune: Tenant, server: Server):
    add(commune, *(server.says(f"/{number}", 200) for number in range(8)))
    check_links()
    free_hosts()
    check_links()
    assert server.times("/robots.txt") == 1
    assert set(states(commune).values()) == {State.OK}


def test_a_host_that_asks_to_wait_is_left_in_peace_by_all_sites(commune: Tenant, town: Tenant, server: Server):
    for tenant in (commune, town):
        add(tenant, server.says("/a", 429, Retry_After="3600"), server.says("/b", 200))
    check_links()
    check_links()
    assert [path for _, path in server.asked if path != "/robots.txt"] == ["/a"]
    wait = AskedHost.objects.get().next_at - timezone.now()
    assert datetime.timedelta(minutes=59) < wait <= datetime.timedelta(hours=1)


def test_a_host_that_is_not_there_fails_for_all_links_at_once_and_is_left_longer_each_time(
    commune: Tenant, settings: object
):
    settings.CHECK_LINKS = True
    add(commune, *(f"http://nobody.invalid/{number}" for number in range(7)))
    check_links()
    assert set(states(commune).values()) == {State.UNREACHABLE}
    host = AskedHost.objects.get()
    assert host.failures == 1
    first = host.next_at - timezone.now()
    end_host(host.host, fails=True, wait=None, robots=None)
    assert AskedHost.objects.get().next_at - timezone.now() > 1.5 * first


def test_an_inner_network_is_never_asked(commune: Tenant, server: Server, settings: object):
    settings.LINK_CHECK_LOCAL = []
    server.says("/", 200)
    add(commune, "http://127.0.0.1/", "http://169.254.169.254/latest", server.address("/x"))
    check_links()
    with in_site(commune):
        reasons = set(Link.objects.values_list("reason", flat=True))
    assert reasons == {Reason.INTERNAL, Reason.PORT}
    assert server.asked == []


def test_nobody_is_asked_where_that_is_switched_off(commune: Tenant, server: Server, settings: object):
    settings.CHECK_LINKS = False
    add(commune, server.says("/a", 200))
    assert check_links() is None
    assert server.asked == []


@pytest.mark.parametrize("lifecycle", [Lifecycle.SUSPENDED, Lifecycle.ARCHIVED])
def test_nobody_is_asked_for_a_site_that_is_shut(commune: Tenant, server: Server, lifecycle: Lifecycle):
    add(commune, server.says("/a", 200))
    Tenant.objects.filter(pk=commune.pk).update(lifecycle=lifecycle)
    check_links()
    assert server.asked == []


def test_a_broken_site_stops_no_other(own_database: str, server: Server):
    commune, town = find_tenant(cast.COMMUNE), find_tenant(cast.TOWN)
    for tenant in (commune, town):
        add(tenant, server.says("/a", 200))
    with in_site(commune), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE links_link RENAME TO links_gone")
    outside, inside = check_links(), look_after_links_of_sites()
    assert states(town) == {"a": State.OK}
    for found in (outside, inside):
        assert [failure.tenant for failure in found.failures] == [commune]
        assert town in found.done


def test_a_host_belongs_to_one_process_and_comes_back_when_that_is_killed(db: None):
    assert claim_host("a.example")
    assert claim_host("a.example") is None
    # As if ten minutes had gone by in which nobody gave it back.
    free_hosts()
    assert claim_host("a.example")


def test_two_at_the_very_same_time_have_a_host_once(own_database: str):
    start, claimed = threading.Barrier(4), []

    def try_it() -> None:
        try:
            start.wait(timeout=30)
            claimed.append(claim_host("a.example") is not None)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == [False, False, False, True]


def test_a_round_that_is_killed_half_way_loses_what_it_had_not_written_and_nothing_else(
    commune: Tenant, server: Server, monkeypatch: pytest.MonkeyPatch
):
    add(commune, server.says("/a", 200))

    def killed(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(rounds, "_write_down", killed)
        with pytest.raises(KeyboardInterrupt):
            check_links()
    assert states(commune) == {"a": State.UNCHECKED}
    check_links()
    assert server.times("/a") == 1
    free_hosts()
    check_links()
    assert states(commune) == {"a": State.OK}


def test_a_site_asks_with_its_own_login(commune: Tenant, server: Server, monkeypatch: pytest.MonkeyPatch):
    roles = []
    record = rounds.record

    def noting(found: dict) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            roles.append(cursor.fetchone()[0])
        record(found)

    monkeypatch.setattr(rounds, "record", noting)
    add(commune, server.says("/a", 200))
    check_links()
    assert roles == [commune.login.role]


def test_every_site_reads_its_own_links(commune: Tenant, town: Tenant):
    rounds = look_after_links_of_sites()
    assert rounds.failures == []
    assert {commune, town} <= set(rounds.done)


def test_the_clock_has_both_on_a_line_of_their_own():
    apart = {timer.work: timer.seconds for timer in timers() if timer.apart}
    assert apart == {look_after_links_of_sites: 300, check_links: 60}
    assert all(shared(timer).apart == timer.apart for timer in timers())
