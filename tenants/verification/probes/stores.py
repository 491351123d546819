"""What processes keep for sites beside their tables' rows: indexes and caches."""

from collections.abc import Callable

from django.core.cache import caches
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from lib.clock import today
from library.models import SiteImage
from search.actions import forget_misses, renew_all
from search.models import Entry
from search.questions import Question
from tenants.crossing import in_public
from tenants.isolation.logins import as_site
from tenants.syndication.actions import renew_site
from tenants.syndication.models import SharedEntry, SharedWord
from tenants.verification import actions
from tenants.verification.pair import NUMBER, Pair, Side
from tenants.verification.probes import sql
from tenants.verification.verdicts import CannotTell, compare


def search(pair: Pair) -> list[str]:
    """The editors' search, the readers' index and its page, and what is offered while typing."""
    for side in pair:
        with as_site(side.tenant):
            renew_all()
    ways = (_found_by_editors, _found_in_index, _found_on_page, _offered_while_typing)
    try:
        return [leak for way in ways for leak in compare(pair, way)]
    finally:
        _forget_what_was_typed(pair)


def _forget_what_was_typed(pair: Pair) -> None:
    """Each site has counted that the other's word was sought there in vain, and shows its editors so."""
    for side in pair:
        with as_site(side.tenant):
            forget_misses(days=-1, on=today())


def _words_with(side: Side, finds: Callable[[str], object]) -> str:
    """Those of both sites' words for which something is found."""
    return " ".join(word for word in (side.word, side.other.word) if finds(word))


def _found_by_editors(side: Side) -> str:
    with as_site(side.tenant):
        return _words_with(side, lambda word: Page.objects.search(word).count())


def _found_in_index(side: Side) -> str:
    with as_site(side.tenant):
        return _words_with(side, lambda word: Entry.objects.matching(Question.of(word)).exists())


def _found_on_page(side: Side) -> str:
    """The rows only: the page repeats what was typed."""
    address = reverse("search")
    pages = [side.visitor().get(address, {"q": word}).content.decode() for word in (side.word, side.other.word)]
    return " ".join(page.partition('class="search-rows"')[2] for page in pages)


def _offered_while_typing(side: Side) -> str:
    address = reverse("search_suggestions")
    words = (side.word, side.other.word)
    return " ".join(side.visitor().get(address, {"q": word[:-1]}).content.decode() for word in words)


def shared_index(pair: Pair) -> list[str]:
    """Neither side may read it or has its page, and of sites in preparation it holds nothing."""
    leaks = []
    for side in pair:
        with as_site(side.tenant):
            renew_all()
        renew_site(tenant=side.tenant)
        with in_public():
            if SharedEntry.objects.filter(tenant=side.tenant).exists():
                leaks.append(f"{side} is not open, and stands in the shared index")
        for model in (SharedEntry, SharedWord):
            leaks += sql.refused(side, f"TABLE public.{model._meta.db_table}")
        if side.visitor().get(reverse("search_board"), {"q": side.other.word}).status_code != 404:
            leaks.append(f"{side} has a search over other sites")
    return leaks


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
