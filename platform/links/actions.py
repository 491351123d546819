"""What takes links out of what is published, and writes down how they stand. Each of these may run twice."""

import datetime
import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from django.core.exceptions import PermissionDenied
from django.db import OperationalError, ProgrammingError, transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Site

from accounts.models import User
from lib.clock import real_today
from links.addresses import Spelling, spelling_of
from links.answers import Answer
from links.internal import answers
from links.models import Change, Link, Place, ReadThing
from links.rules import may_decide
from links.sources import Holder, LinkSource, all_sources
from links.states import Kind, Reason
from links.verdicts import verdict

logger = logging.getLogger(__name__)

# Of how links are taken out: another number has everything read anew.
VERSION = 1
PORTION = 200
# A link that stands nowhere any more keeps its history, should the page come back.
KEPT_DAYS = 30
MOST_WORDS, LONGEST_TITLE = 200, 255
WRITTEN = [
    "state", "reason", "status", "final_address", "changed_at", "checked_at", "last_ok_at", "failing_since",
    "failed_days", "failed_on", "next_check_at",
]  # fmt: skip


def look_after_links() -> None:
    """What a site does by itself, without asking anybody else."""
    changed = renew()
    check_internal(all_paths=changed > 0)
    forget_unused(on=real_today())


def renew() -> int:
    """Bring what is known in step with what is published, and say how many things were read or gone.

    Told by comparing, so that it finds what nobody announced; once a day everything is read anew.
    """
    changed = 0
    sources = all_sources()
    known = [source.key for source in sources]
    Place.objects.exclude(source__in=known).delete()
    ReadThing.objects.exclude(source__in=known).delete()
    own_hosts = _own_hosts()
    for source in sources:
        stamps = {number: f"{VERSION}:{real_today()}:{stamp}"[:200] for number, stamp in source.stamps().items()}
        read = dict(ReadThing.objects.filter(source=source.key).values_list("number", "stamp"))
        for portion in _portions(sorted(read.keys() - stamps.keys())):
            _forget(source.key, portion)
            changed += len(portion)
        for portion in _portions(sorted(number for number, stamp in stamps.items() if read.get(number) != stamp)):
            _read_what_can_be(source, {number: stamps[number] for number in portion}, own_hosts)
            changed += len(portion)
    return changed


def check_internal(*, all_paths: bool = True) -> None:
    """No network is asked, and a page that was taken down breaks the links to it at once. Pages and files are looked
    up each time, for that is a few questions; addresses when something was published, and once a day."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return
    links = Link.objects.watched().internal()
    if not all_paths:
        links = links.filter(~Q(kind=Kind.PATH) | Q(next_check_at__lte=timezone.now()))
    for portion in _portions(list(links.order_by("pk"))):
        found = answers(portion, site)
        record({link.pk: found[link.pk] for link in portion if _is_news(link, found[link.pk])})


@transaction.atomic
def record(found: Mapping[int, Answer]) -> None:
    """Write down what came of asking, by the number of the link."""
    at, on = timezone.now(), real_today()
    links = list(Link.objects.select_for_update().filter(pk__in=found).order_by("pk"))
    changes = [change for link in links if (change := _judge(link, found[link.pk], at, on))]
    Link.objects.bulk_update(links, WRITTEN, batch_size=PORTION)
    Change.objects.bulk_create(changes)


def record_host(*, host: str, scheme: str, answer: Answer) -> int:
    """The host itself fails: that is the answer for all that are due there."""
    due = Link.objects.due(timezone.now()).filter(host=host, address__startswith=f"{scheme}://")
    numbers = list(due.order_by("pk").values_list("pk", flat=True))
    for portion in _portions(numbers):
        record(dict.fromkeys(portion, answer))
    return len(numbers)


@transaction.atomic
def check_again(*, link: Link, by: User) -> None:
    """The next round looks at it, as soon as its host may be asked."""
    _refuse(by)
    Link.objects.filter(pk=link.pk).update(next_check_at=timezone.now())
    _note(link, by)


@transaction.atomic
def leave_alone(*, link: Link, reason: str, by: User) -> None:
    """It is neither asked nor counted until somebody takes that back."""
    _refuse(by)
    Link.objects.filter(pk=link.pk).update(
        ignored_at=timezone.now(), ignored_by=_name(by), ignored_because=reason[:250]
    )
    _note(link, by, reason)


@transaction.atomic
def watch_again(*, link: Link, by: User) -> None:
    _refuse(by)
    Link.objects.filter(pk=link.pk).update(
        ignored_at=None, ignored_by="", ignored_because="", next_check_at=timezone.now()
    )
    _note(link, by)


@transaction.atomic
def forget_unused(*, on: datetime.date) -> int:
    """Links that have stood nowhere for a while, and how many rows that was. Until then they keep their history."""
    Link.objects.in_use().exclude(unused_since=None).update(unused_since=None)
    unused = Link.objects.unused()
    unused.filter(unused_since=None).update(unused_since=on)
    deleted: int = unused.filter(unused_since__lt=on - datetime.timedelta(days=KEPT_DAYS)).delete()[0]
    return deleted


@transaction.atomic
def _forget(source: str, numbers: Collection[int]) -> None:
    Place.objects.filter(source=source, number__in=numbers).delete()
    ReadThing.objects.filter(source=source, number__in=numbers).delete()


def _read_what_can_be(source: LinkSource, stamps: Mapping[int, str], own_hosts: Collection[str]) -> None:
    """All at once, else one by one: what can't be read keeps no other out, and is tried again each time."""
    try:
        _read(source, stamps, own_hosts)
    except (ProgrammingError, OperationalError):
        # The fault of no single thing: the next ones would fail like it.
        raise
    except Exception as error:  # noqa: BLE001 - a thing may fail in any way, and must not keep the others out
        if len(stamps) == 1:
            logger.error("The links of %s %d were not read: %s", source.key, *stamps, type(error).__name__)
            return
        for number, stamp in stamps.items():
            _read_what_can_be(source, {number: stamp}, own_hosts)


@transaction.atomic
def _read(source: LinkSource, stamps: Mapping[int, str], own_hosts: Collection[str]) -> None:
    """What is there by the stamps and not to be read any more went between the two questions: next time it is gone."""
    holders = list(source.read(sorted(stamps)))
    spellings = {found.address: spelling_of(found.address, own_hosts) for one in holders for found in one.links}
    numbers = _numbers_of([spelling for spelling in spellings.values() if spelling])
    Place.objects.filter(source=source.key, number__in=stamps).delete()
    Place.objects.bulk_create(_places(source.key, holders, spellings, numbers), batch_size=1000)
    ReadThing.objects.bulk_create(
        [ReadThing(source=source.key, number=number, stamp=stamp) for number, stamp in stamps.items()],
        update_conflicts=True,
        unique_fields=["source", "number"],
        update_fields=["stamp"],
    )


def _numbers_of(spellings: Sequence[Spelling]) -> dict[str, int]:
    """By address, of links that are made where there are none yet."""
    kept = {one.address: one for one in spellings}
    Link.objects.bulk_create(
        [Link(address=one.address, kind=one.kind, host=one.host, target=one.target) for one in kept.values()],
        ignore_conflicts=True,
    )
    return dict(Link.objects.filter(address__in=kept).values_list("address", "pk"))


def _places(
    source: str, holders: Iterable[Holder], spellings: Mapping[str, Spelling | None], numbers: Mapping[str, int]
) -> Iterator[Place]:
    for one in holders:
        standing: dict[int, str] = {}
        for found in one.links:
            if spelling := spellings[found.address]:
                standing.setdefault(numbers[spelling.address], found.words)
        for link, words in standing.items():
            yield Place(
                link_id=link,
                source=source,
                number=one.number,
                title=one.title[:LONGEST_TITLE],
                words=words[:MOST_WORDS],
                edit_address=one.edit_address,
            )


def _is_news(link: Link, answer: Answer) -> bool:
    """What is as it was is written down when its day is over."""
    at = timezone.now()
    found = verdict(link, answer, at=at, on=real_today())
    return (found.state, answer.reason or "") != (link.state, link.reason) or link.next_check_at <= at


def _judge(link: Link, answer: Answer, at: datetime.datetime, on: datetime.date) -> Change | None:
    found = verdict(link, answer, at=at, on=on)
    before = (link.state, link.reason)
    link.state, link.reason, link.status = found.state, answer.reason or "", answer.status
    link.final_address = answer.final[:2000]
    link.checked_at, link.next_check_at = at, at + found.next_in
    if found.fails:
        link.failed_days += link.failed_on != on
        link.failing_since, link.failed_on = link.failing_since or at, on
    elif answer.reason != Reason.TOO_OFTEN:
        link.failed_days, link.failing_since, link.failed_on = 0, None, None
    if answer.is_good:
        link.last_ok_at = at
    if (link.state, link.reason) == before:
        return None
    link.changed_at = at
    return Change(link=link, at=at, state=link.state, reason=link.reason, status=link.status)


def _own_hosts() -> list[str]:
    return list(Site.objects.values_list("hostname", flat=True))


def _portions(rows: Sequence) -> Iterator[Sequence]:
    for first in range(0, len(rows), PORTION):
        yield rows[first : first + PORTION]


def _refuse(by: User) -> None:
    if not may_decide(by):
        raise PermissionDenied


def _note(link: Link, by: User, words: str = "") -> None:
    link.refresh_from_db()
    Change.objects.create(
        link=link, state=link.state, reason=link.reason, status=link.status, by=_name(by), words=words[:250]
    )


def _name(by: User) -> str:
    return f"{by.get_full_name()} <{by.email}>".strip()
