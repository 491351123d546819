"""What happens without a browser: tasks, the clock, mail, the log."""

import datetime

from newsroom.models import ArticlePage
from tenants.isolation.logins import as_site
from tenants.isolation.publishing import publish_scheduled
from tenants.isolation.tasks import run_in_site, signed
from tenants.verification import actions
from tenants.verification.pair import NUMBER, Pair, Side
from tenants.verification.process import caught_log, caught_mail
from tenants.verification.verdicts import CannotTell, compare

PAST, FUTURE = datetime.timedelta(hours=-1), datetime.timedelta(hours=1)


def tasks(pair: Pair) -> list[str]:
    """Work that is asked for on a site is queued for it; done there, it acts on that site's person of that number."""
    leaks = []
    for side in pair:
        targets = actions.queued(side)
        if not targets:
            raise CannotTell(f"{side}: nothing is queued")
        leaks += [f"work of {side} is queued for {target}" for target in targets if target != side.schema]

    def invited(side: Side) -> str:
        with caught_mail() as messages:
            run_in_site.call(*signed(side.schema, "accounts.tasks.send_invitation", [NUMBER], {}))
        return side.with_hosts_as_words(" ".join(f"{message.to} {message.body}" for message in messages))

    return leaks + compare(pair, invited)


def publishing(pair: Pair) -> list[str]:
    """The page of that number is due on site A and not on site B."""
    actions.schedule(pair.a, PAST)
    actions.schedule(pair.b, FUTURE)
    publish_scheduled([pair.b.tenant, pair.a.tenant])
    if pair.a.word in _title(pair.b):
        return ["site B publishes what is due on site A"]
    if "theo lịch" in _title(pair.b):
        return ["site B publishes because site A is due"]
    actions.schedule(pair.b, PAST)
    publish_scheduled([pair.b.tenant])
    if blind := [str(side) for side in pair if "theo lịch" not in _title(side)]:
        raise CannotTell(f"{' and '.join(blind)} does not publish what is due")
    return compare(pair, _title)


def recipients(pair: Pair) -> list[str]:
    """An article is handed in: those who approve get mail."""

    def written_to(side: Side) -> str:
        with caught_mail() as messages:
            actions.submit(side)
        others = " ".join(side.with_hosts_as_words(str(message.body)) for message in messages)
        addresses = " ".join(address for message in messages for address in message.recipients())
        return f"{addresses} {side.other.word if side.other.word in others else ''}"

    return compare(pair, written_to)


def logs(pair: Pair) -> list[str]:
    leaks = []
    for side in pair:
        path = f"/khong-co-{side.word}/"
        with caught_log() as lines:
            side.visitor().get(path)
        about = [line for line in lines if path in line]
        if not about:
            raise CannotTell("no handler of the settings writes a line to look at")
        if any(side.other.schema in line for line in about):
            leaks.append(f"a line about {side} names {side.other}")
        elif not all(side.schema in line for line in about):
            leaks.append(f"a line about {side} does not say so")
    return leaks


def _title(side: Side) -> str:
    with as_site(side.tenant):
        return str(ArticlePage.objects.get(pk=side.page_id).title)
