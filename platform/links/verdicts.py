"""How it stands with a link after an answer, and when it is looked at again."""

import datetime
from dataclasses import dataclass

from links.answers import Answer
from links.models import Link
from links.states import IS_NOT_THERE, NEVER_ASKED, Reason, State

# A site that is down for a weekend breaks no link.
DAYS_UNTIL_BROKEN = 3
# "No such page" is believed when it is said again after a while.
SAID_AGAIN = datetime.timedelta(minutes=30)
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
GOOD_FOR, REFUSED_FOR, NEVER_ASKED_FOR = 7 * DAY, 14 * DAY, 30 * DAY
LONGEST_PAUSE = 7 * DAY


@dataclass(frozen=True)
class Verdict:
    state: State
    next_in: datetime.timedelta
    fails: bool = False


def verdict(link: Link, answer: Answer, *, at: datetime.datetime, on: datetime.date) -> Verdict:
    if answer.is_good:
        moved = bool(answer.final) and answer.final != link.address
        return Verdict(State.REDIRECTED if moved else State.OK, GOOD_FOR if link.is_outside else DAY)
    if answer.reason in NEVER_ASKED:
        return Verdict(State.UNCHECKED, NEVER_ASKED_FOR)
    if answer.reason == Reason.DENIED:
        return Verdict(State.REFUSED, REFUSED_FOR if link.is_outside else DAY)
    if answer.reason == Reason.TOO_OFTEN:
        return Verdict(State(link.state), answer.wait or HOUR)
    if not link.is_outside or answer.reason == Reason.MALFORMED:
        return Verdict(State.BROKEN, DAY, fails=True)
    return _of_failure(link, answer, at, on)


def _of_failure(link: Link, answer: Answer, at: datetime.datetime, on: datetime.date) -> Verdict:
    days = link.failed_days + (link.failed_on != on)
    if answer.reason in IS_NOT_THERE:
        since = link.failing_since if link.reason in IS_NOT_THERE else None
        is_broken = since is not None and at - since >= SAID_AGAIN
        pause = DAY if is_broken else HOUR
    else:
        is_broken, pause = days >= DAYS_UNTIL_BROKEN, DAY
    if link.state == State.BROKEN or is_broken:
        pause = min(DAY * 2 ** min(max(0, days - DAYS_UNTIL_BROKEN), 10), LONGEST_PAUSE)
        return Verdict(State.BROKEN, max(pause, answer.wait or pause), fails=True)
    return Verdict(State.UNREACHABLE, max(pause, answer.wait or pause), fails=True)
