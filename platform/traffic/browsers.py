"""What a program that asks says of itself: whether a person sits in front of it, and which device it runs on.

What is remembered of a name is a number that this process makes of it with a seed of its own, and never the name.
"""

import re
from dataclasses import dataclass
from threading import Lock

from crawleruseragents import is_crawler

from traffic.states import Device

# Longer ones are no browser's; what is looked through ends here.
LONGEST = 400
MOST_REMEMBERED = 10_000
# What browsers begin with, those of old phones included. Programs that call themselves after a library do not.
BEGINNINGS = ("Mozilla/", "Opera/", "UCWEB/", "Nokia", "SAMSUNG", "SonyEricsson", "LG-")
TABLET = re.compile(r"iPad|Tablet|PlayBook|Silk/|Kindle|Android(?!.*Mobile)")
PHONE = re.compile(r"Mobi|iPhone|iPod|Android|Opera Mini|MIDP|UCWEB|KAIOS|^(Nokia|SAMSUNG|SonyEricsson|LG-)")


@dataclass(frozen=True)
class Browser:
    is_robot: bool
    device: Device


_remembered: dict[int, Browser] = {}
_lock = Lock()


def browser_of(user_agent: str) -> Browser:
    """The list of robots is long: it is asked once for each name, not once for each reader."""
    number = hash(user_agent)
    known = _remembered.get(number)
    if known is None:
        known = Browser(_is_robot(user_agent), _device_of(user_agent))
        with _lock:
            if len(_remembered) >= MOST_REMEMBERED:
                _remembered.clear()
            _remembered[number] = known
    return known


def _is_robot(user_agent: str) -> bool:
    is_browser = len(user_agent) <= LONGEST and user_agent.startswith(BEGINNINGS)
    return not is_browser or is_crawler(user_agent)


def _device_of(user_agent: str) -> Device:
    """An iPad that passes itself off as a Mac counts as a computer."""
    words = user_agent[:LONGEST]
    if TABLET.search(words):
        return Device.TABLET
    return Device.PHONE if PHONE.search(words) else Device.COMPUTER
