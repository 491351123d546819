"""What processes keep for sites beside their tables' rows: indexes and caches."""

from django.core.cache import caches
from wagtail.models import Page, ReferenceIndex

from library.models import SiteImage
from tenants.isolation.logins import as_site
from tenants.verification import actions
from tenants.verification.pair import NUMBER, Pair, Side
from tenants.verification.verdicts import CannotTell, compare


def search(pair: Pair) -> list[str]:
    def found(side: Side) -> str:
        """The words for which something is found."""
        with as_site(side.tenant):
            words = (side.word, side.other.word)
            return " ".join(word for word in words if Page.objects.search(word).count())

    return compare(pair, found)


def reference_index(pair: Pair) -> list[str]:
    """The picture of that number is used on site A only."""
    used = {}
    for side in pair:
        with as_site(side.tenant):
            used[side.letter] = ReferenceIndex.get_references_to(SiteImage.objects.get(pk=NUMBER)).count()
    if not used["A"]:
        raise CannotTell("site A: a picture that is in use counts as unused")
    return ["site B counts what is used on site A"] if used["B"] else []


def cache(pair: Pair) -> list[str]:
    def kept(side: Side) -> str:
        with as_site(side.tenant):
            return " ".join(str(caches[alias].get(side.token)) for alias in caches)

    try:
        for side in pair:
            actions.put_into_caches(side)
        return compare(pair, kept)
    finally:
        for side in pair:
            actions.take_from_caches(side)
