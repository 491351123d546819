"""Every screen of the admin that an address leads to, opened on one site after the other."""

import re

from newsroom.models import ArticlePage
from tenants.isolation.logins import as_site
from tenants.verification.pair import NUMBER, Pair, Side
from tenants.verification.probes.web import routes, text_of
from tenants.verification.verdicts import CannotTell

# Raises an error to show what one looks like.
NOT_FOR_US = {"admin/failwhale/"}
SEARCHED = ("pages/search", "choose-page/search", "images", "images/chooser/results", "documents", "users")
FILLINGS = {
    "slug:app_label": "newsroom",
    "str:app_label": "newsroom",
    "slug:app_name": "pages",
    "slug:content_type_app_name": "newsroom",
    "slug:model_name": "sitesettings",
    "str:model_name": "articlepage",
    "slug:content_type_model_name": "articlepage",
    "str:pk": str(NUMBER),
    "str:filter_spec": "original",
}
# Screens that show the word of their own site; fewer would mean that the rest are empty or broken.
FEWEST = 20


def screens(pair: Pair) -> list[str]:
    browsers = {side: side.staff() for side in pair}
    addresses = _addresses(pair.a)
    leaks: dict[str, list[str]] = {}
    seen = dict.fromkeys(pair, 0)
    for address in addresses:
        for side, browser in browsers.items():
            text = text_of(browser.get(address.format(word=side.word)))
            seen[side] += side.word in text
            if side.other.word in text:
                leaks.setdefault(f"{side} shows what belongs to {side.other}", []).append(address)
    if not leaks and min(seen.values()) < FEWEST:
        raise CannotTell(f"only {min(seen.values())} of {len(addresses)} screens show their own")
    return [f"{sentence}: {', '.join(found[:5])} ({len(found)})" for sentence, found in leaks.items()]


def _addresses(side: Side) -> list[str]:
    with as_site(side.tenant):
        page = ArticlePage.objects.get(pk=side.page_id)
        numbers = {"page_id": page.pk, "page_to_move_id": page.pk, "parent_page_id": page.get_parent().pk}
    filled = [_fill(route, numbers) for route in routes() if route.startswith("admin/")]
    searches = [f"/admin/{place}/?q={{word}}" for place in SEARCHED]
    return [f"/{address}" for address in filled if address and address not in NOT_FOR_US] + searches


def _fill(route: str, numbers: dict[str, int]) -> str | None:
    """None for what wants more than names and numbers."""

    def value(match: re.Match[str]) -> str:
        kind, _, name = match[1].partition(":")
        return str(numbers.get(name, NUMBER)) if kind == "int" else FILLINGS.get(match[1], match[0])

    address = re.sub(r"<([^>]+)>", value, route)
    return None if re.search(r"[<>()$^\\{}]", address) else address
