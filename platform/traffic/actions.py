"""What counts visits, and what enters totals of older systems."""

import datetime
import hashlib
import secrets
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, Site

from accounts.models import User
from lib.clock import real_today
from traffic.hits import Hit
from traffic.models import CounterSettings, PastTotal, PastTotalChange, Salt, SourceCount, Visitor
from traffic.rules import may_enter_totals

# After so long without a page, the next one begins another visit.
QUIET = datetime.timedelta(minutes=30)
# Of one day. Whoever invents source after source fills no table: what is beyond stands together as this.
MOST_SOURCES = 500
FURTHER = "*"

ADD_TO_DAYS = """
    INSERT INTO traffic_daycount ("on", device, views, visits)
    SELECT * FROM unnest(%s::date[], %s::text[], %s::int[], %s::int[])
    ON CONFLICT ("on", device) DO UPDATE
    SET views = traffic_daycount.views + excluded.views, visits = traffic_daycount.visits + excluded.visits
"""
ADD_TO_PAGES = """
    INSERT INTO traffic_pagecount ("on", page, language, views, visits)
    SELECT * FROM unnest(%s::date[], %s::int[], %s::text[], %s::int[], %s::int[])
    ON CONFLICT ("on", page, language) DO UPDATE
    SET views = traffic_pagecount.views + excluded.views, visits = traffic_pagecount.visits + excluded.visits
"""
ADD_TO_SOURCES = """
    INSERT INTO traffic_sourcecount ("on", source, visits) SELECT * FROM unnest(%s::date[], %s::text[], %s::int[])
    ON CONFLICT ("on", source) DO UPDATE SET visits = traffic_sourcecount.visits + excluded.visits
"""
SEE = """
    INSERT INTO traffic_visitor (key, seen_at) SELECT * FROM unnest(%s::text[]::uuid[], %s::timestamptz[])
    ON CONFLICT (key) DO UPDATE SET seen_at = greatest(traffic_visitor.seen_at, excluded.seen_at)
"""
Counts = tuple[Counter[tuple], Counter[tuple]]

SALT = """INSERT INTO traffic_salt ("on", value) VALUES (%s, %s) ON CONFLICT DO NOTHING"""


@transaction.atomic
def add_hits(hits: Iterable[Hit]) -> None:
    """Count all of these, in nine statements at most whatever their number. Pages that readers can't have are left out.

    Two processes at once take turns at the day's salt: nobody is new to both of them.
    """
    told = list(hits)
    pages = Page.objects.live().filter(depth__gt=1, pk__in={hit.page for hit in told})
    languages = dict(pages.values_list("pk", "locale__language_code"))
    counted = sorted((hit for hit in told if hit.page in languages), key=lambda hit: hit.at)
    if not counted:
        return
    new = _new_visits(counted)
    sources = Counter((hit.on, hit.source) for hit in new)
    add_counts(
        days=(_by_device(counted), _by_device(new)),
        pages=(_by_page(counted, languages), _by_page(new, languages)),
        sources=_within_bounds(sources) if sources else sources,
    )


@transaction.atomic(savepoint=False)
def add_counts(*, days: Counts, pages: Counts, sources: Counter[tuple]) -> None:
    """Add to what is there views and visits by (day, device) and (day, page, language), and visits by (day, source)."""
    for sql, counts in ((ADD_TO_DAYS, days), (ADD_TO_PAGES, pages), (ADD_TO_SOURCES, (sources,))):
        if counts[0]:
            _add(sql, *counts)


@transaction.atomic
def forget_visitors() -> None:
    """Whoever was here on an earlier day, and the salt with which they could be recognised."""
    midnight = timezone.make_aware(datetime.datetime.combine(real_today(), datetime.time.min))
    Visitor.objects.filter(seen_at__lt=midnight).delete()
    Salt.objects.filter(on__lt=real_today()).delete()


@transaction.atomic
def show_counter(*, site: Site, by: User) -> None:
    """Let readers see how many they are."""
    if not by.has_perm("traffic.change_countersettings"):
        raise PermissionDenied
    CounterSettings.objects.update_or_create(site=site, defaults={"is_shown": True})


@transaction.atomic
def enter_total(*, first: datetime.date, last: datetime.date, visits: int, source: str, by: User) -> PastTotal:
    """Raises ValidationError for days that are in another total, entered or counted."""
    _refuse(by)
    total = PastTotal(first=first, last=last, visits=visits, source=source, entered_by=_name(by))
    total.full_clean()
    total.save()
    _note(total, by, "")
    return total


@transaction.atomic
def correct_total(*, total: PastTotal, reason: str, by: User, **values: Any) -> PastTotal:
    """`values` are the fields as they should be. What it said before stays in its history."""
    _refuse(by)
    for name, value in values.items():
        setattr(total, name, value)
    total.full_clean()
    total.save()
    _note(total, by, reason)
    return total


@transaction.atomic
def withdraw_total(*, total: PastTotal, reason: str, by: User) -> None:
    """It counts no more, and stays to be seen."""
    _refuse(by)
    total.is_withdrawn = True
    total.save()
    _note(total, by, reason, is_withdrawal=True)


def _new_visits(hits: Sequence[Hit]) -> list[Hit]:
    salt = _salt_of(real_today())
    keys = {hit.visitor: _mixed(hit.visitor, salt) for hit in hits}
    seen = dict(Visitor.objects.filter(pk__in=keys.values()).values_list("pk", "seen_at"))
    new = []
    for hit in hits:
        key = keys[hit.visitor]
        before = seen.get(key)
        if before is None or hit.at - before > QUIET:
            new.append(hit)
        seen[key] = max(hit.at, before or hit.at)
    rows = sorted((str(key), at) for key, at in seen.items())
    _execute(SEE, [list(column) for column in zip(*rows, strict=True)])
    return new


def _salt_of(day: datetime.date) -> bytes:
    """Held until the end of the transaction. The first of a day ends the day before."""
    _execute(SALT, [day, secrets.token_bytes(32)])
    salt = Salt.objects.select_for_update().get(on=day)
    return bytes(salt.value)


def _mixed(visitor: bytes, salt: bytes) -> uuid.UUID:
    return uuid.UUID(bytes=hashlib.blake2b(visitor, key=salt, digest_size=16).digest())


def _by_device(hits: Iterable[Hit]) -> Counter[tuple]:
    return Counter((hit.on, hit.device.value) for hit in hits)


def _by_page(hits: Iterable[Hit], languages: Mapping[int, str]) -> Counter[tuple]:
    return Counter((hit.on, hit.page, languages[hit.page]) for hit in hits)


def _within_bounds(counts: Counter[tuple]) -> Counter[tuple]:
    """Sources that this day has already keep their row; new ones have room up to MOST_SOURCES."""
    known = set(SourceCount.objects.filter(on__in={on for on, _ in counts}).values_list("on", "source"))
    per_day = Counter(on for on, _ in known)
    bounded: Counter[tuple] = Counter()
    for (on, source), number in sorted(counts.items()):
        if source and (on, source) not in known:
            per_day[on] += 1
            source = source if per_day[on] <= MOST_SOURCES else FURTHER  # noqa: PLW2901
        bounded[on, source] += number
    return bounded


def _add(sql: str, first: Counter[tuple], *others: Counter[tuple]) -> None:
    """Rows in one order: those who write the same ones at once never wait for each other in a circle."""
    rows = [(*key, number, *(other[key] for other in others)) for key, number in sorted(first.items())]
    _execute(sql, [list(column) for column in zip(*rows, strict=True)])


def _execute(sql: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def _refuse(by: User) -> None:
    if not may_enter_totals(by):
        raise PermissionDenied


def _note(total: PastTotal, by: User, reason: str, *, is_withdrawal: bool = False) -> None:
    PastTotalChange.objects.create(
        total=total,
        by=_name(by),
        reason=reason,
        first=total.first,
        last=total.last,
        visits=total.visits,
        source=total.source,
        is_withdrawal=is_withdrawal,
    )


def _name(by: User) -> str:
    return f"{by.get_full_name()} <{by.email}>".strip()
