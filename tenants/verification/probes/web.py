"""What a browser gets that asks one site for what bears the same address, number and name on the other."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from lib.clock import today
from opendata.datasets import BY_KEY
from tenants.isolation.tasks import run_in_site, signed
from tenants.verification.actions import document_name, public_name
from tenants.verification.items import ADDRESS, LISTS
from tenants.verification.pair import FORGETFUL, NUMBER, Pair, Side
from tenants.verification.process import caught_mail
from tenants.verification.verdicts import CannotTell, NotThere, compare

PAGES = ("/", "/tin-tuc/", f"/tin-tuc/{ADDRESS}/", f"/{ADDRESS}/")
REGISTER = ("/van-ban/", "/van-ban/?q=van+ban", f"/van-ban/{NUMBER}/", "/van-ban/tai-ve/csv/", "/van-ban/tai-ve/json/")
CLIMBS = (
    "/media/../{other}/{name}",
    "/media/images/../../{other}/{name}",
    "/media/images/%2e%2e/%2e%2e/{other}/{name}",
    "/media/images/..%2f..%2f{other}%2f{name}",
    "/media/{other}/{name}",
    "/media/..%2f{other}/{name}",
)
SITEMAPS = ("/sitemap.xml", "/sitemap/")
# Where a page stands whose address is the site's own word.
MAPS = ("/sitemap-trang.xml", "/so-do-trang/")
FEEDS = ("/feed/", "/feeds/", "/rss/", "/rss.xml", "/atom.xml", "/tin-tuc/rss/", "/tin-tuc/feed/")
REGISTERS = ("bai-viet", "van-ban", "du-an", "ngan-sach", "lay-y-kien", "tuyen-dung", "dia-diem", "chuyen-muc/news")
NEWS = ("/nguon-tin/atom.xml", "/nguon-tin/rss.xml", *(f"/nguon-tin/{name}/atom.xml" for name in REGISTERS))
INTERFACES = (
    *("/api/", "/api/v2/pages/", f"/api/v2/pages/{NUMBER}/", "/admin/api/main/pages/"),
    *("/api/v1/", "/api/v1/openapi.json", "/api/v1/catalog.jsonld"),
)
# Datasets of which each of the two sites has a row with its word.
TOLD = {"articles", "documents", "projects", "budget-disclosures", "places", "consultations", "vacancies"}


def pages(pair: Pair) -> list[str]:
    """Twice: what is kept for the next visitor is kept for the next visitor of that site."""

    def public(side: Side) -> str:
        return " ".join(text_of(side.visitor().get(address)) for address in PAGES)

    return compare(pair, public) or compare(pair, public)


def items(pair: Pair) -> list[str]:
    """Each list and each item by itself: one that shows nothing would hide behind the others."""
    addresses = [address for path in LISTS for address in (path, f"{path}{ADDRESS}/")]
    return [leak for address in addresses for leak in compare(pair, partial(_public, address=address))]


def register(pair: Pair) -> list[str]:
    """List, search, one document and the files of a result."""

    def public(side: Side) -> str:
        return " ".join(text_of(side.visitor().get(address, follow=True)) for address in REGISTER)

    return compare(pair, public)


def sessions(pair: Pair) -> list[str]:
    leaks = []
    for side in pair:
        browser = side.staff()
        if browser.get("/admin/").status_code != 200:
            raise CannotTell(f"{side}: nobody can sign in")
        stranger = side.other.visitor()
        stranger.cookies = browser.cookies
        if stranger.get("/admin/").status_code == 200:
            leaks.append(f"who is signed in on {side} is signed in on {side.other}")
    return leaks


def forms(pair: Pair) -> list[str]:
    """A log-in that is sent from a page of the other site, by a browser that has been on both."""
    leaks = []
    for side in pair:
        statuses = [_post_from(side, host) for host in (side.tenant.primary_host, side.other.tenant.primary_host)]
        if statuses[0] == 403:
            raise CannotTell(f"{side} refuses its own form")
        if statuses[1] != 403:
            leaks.append(f"{side} takes a form from a page of {side.other}")
    return leaks


def media(pair: Pair) -> list[str]:
    leaks = compare(pair, lambda side: text_of(side.visitor().get(f"/media/{public_name(side)}")))
    for side in pair:
        for climb in CLIMBS:
            for name in (public_name(side), f"documents/{document_name(side)}"):
                address = climb.format(other=side.other.schema, name=name)
                if side.other.word in text_of(side.visitor().get(address)):
                    leaks.append(f"{side} hands out {address}")
    return leaks


def documents(pair: Pair) -> list[str]:
    address = f"/documents/{NUMBER}/{document_name(pair.a)}"
    leaks = []
    for side in pair:
        stranger = side.visitor()
        stranger.cookies = side.other.staff().cookies
        askers = {"a visitor": side.visitor(), f"who is signed in on {side.other}": stranger}
        for who, browser in askers.items():
            if side.word in text_of(browser.get(address)):
                leaks.append(f"{side} hands {who} a closed document")
    return leaks + compare(pair, lambda side: text_of(side.staff().get(address)))


def previews(pair: Pair) -> list[str]:
    leaks, blind = [], []
    address = f"/admin/pages/{pair.a.page_id}/edit/preview/"
    for side in pair:
        browser, draft = side.staff(), f"{side.word} nháp"
        words = {"title": draft, "slug": ADDRESS, "body-count": "0", "published_on": today().isoformat()}
        counts = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
        browser.post(address, words | {f"comments-{name}": value for name, value in counts.items()})
        shown = text_of(browser.get(address))
        stranger = side.other.visitor()
        stranger.cookies = browser.cookies
        if draft in text_of(stranger.get(address)) or draft in text_of(side.other.staff().get(address)):
            leaks.append(f"{side.other} shows a draft of {side}")
        if side.other.word in shown:
            leaks.append(f"a preview on {side} shows what belongs to {side.other}")
        if draft not in shown:
            blind.append(str(side))
    if blind and not leaks:
        raise CannotTell(f"{' and '.join(blind)}: a preview does not show its draft")
    return leaks


def password_reset(pair: Pair) -> list[str]:
    leaks = []
    for side in pair:
        host, others_host = side.tenant.primary_host, side.other.tenant.primary_host
        text = _reset(side, FORGETFUL)
        link = re.search(r"https?://([^/:\s]+)[^/\s]*(/\S+)", text)
        if link is None or not _opens(side, link[2]):
            raise CannotTell(f"{side} sends no link that opens")
        if link[1] != host:
            leaks.append(f"the link of {side} leads to {others_host if link[1] == others_host else link[1]}")
        if _opens(side.other, link[2]):
            leaks.append(f"the link of {side} opens on {side.other}")
        if _reset(side.other, side.forgetful):
            leaks.append(f"{side.other} writes to somebody of {side}")
    return leaks


def sitemap(pair: Pair) -> list[str]:
    """Twice: whether the next visitor is given what was made for one of the other site."""
    leaks = _offered(pair, SITEMAPS, "sitemap")
    return leaks + [leak for path in (*MAPS, *MAPS) for leak in compare(pair, partial(_public, address=path))]


def feeds(pair: Pair) -> list[str]:
    """Each by itself: one that shows nothing would hide behind the others."""
    leaks = _offered(pair, (*FEEDS, NEWS[0]), "feed|rss|atom")
    return leaks + [leak for path in NEWS for leak in compare(pair, partial(_public, address=path))]


def interfaces(pair: Pair) -> list[str]:
    """Whole files are left to `open_data`: there is a limit to how many one network gets."""
    return _offered(pair, INTERFACES, r"^api/(?!v1/[a-z-]+\.(?:csv|json)$)", signed_in=True)


def open_data(pair: Pair) -> list[str]:
    """Each dataset and each file by itself: one that shows nothing would hide behind the others."""
    leaks = []
    for key in BY_KEY:
        for address in (f"/api/v1/{key}", f"/api/v1/{key}.csv", f"/api/v1/{key}.json"):
            leaks += compare(pair, partial(_public, address=address)) if key in TOLD else _strays(pair, address)
    return leaks


def _strays(pair: Pair, address: str) -> list[str]:
    """Of a dataset in which neither site has a row with its word."""
    told = {side: side.with_hosts_as_words(_public(side, address)) for side in pair}
    return [f"{side} hands out {address} of {side.other}" for side in pair if side.other.word in told[side]]


def _offered(pair: Pair, usual: tuple[str, ...], hint: str, *, signed_in: bool = False) -> list[str]:
    """Usual addresses, and those of the installation that sound like it. Raises NotThere where none of them answers."""
    named = {
        f"/{route}" for route in routes() if re.search(hint, route) and not re.search(r"[<>()^$\\]|^admin/", route)
    }
    addresses = sorted(named.union(usual))
    answers: dict[Side, str] = {}
    for side in pair:
        browser = side.staff() if signed_in else side.visitor()
        responses = [browser.get(address, follow=True) for address in addresses]
        found = [response for response in responses if response.status_code == 200]
        answers[side] = side.with_hosts_as_words(" ".join(text_of(response) for response in found))
    if not any(answers.values()):
        raise NotThere(f"404 at {len(addresses)} addresses, {addresses[0]} among them")
    return compare(pair, lambda side: answers[side])


def routes(patterns: list[URLPattern | URLResolver] | None = None, prefix: str = "") -> Iterator[str]:
    """Every address of the installation, with placeholders."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern.url_patterns, route)


def text_of(response: Any) -> str:
    """With the address that it sends to."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.headers.get('Location', '')} {content.decode(errors='replace')}"


def _public(side: Side, address: str) -> str:
    return text_of(side.visitor().get(address))


def _post_from(side: Side, host: str) -> int:
    browser = side.visitor(enforces_csrf=True)
    own = browser.get("/admin/login/").wsgi_request
    token = own.META.get("CSRF_COOKIE", "")
    origin = f"{own.scheme}://{own.get_host().replace(side.tenant.primary_host, host)}"
    words = {"username": FORGETFUL, "password": side.token, "csrfmiddlewaretoken": token}
    return browser.post("/admin/login/", words, headers={"origin": origin}).status_code


def _reset(side: Side, address: str) -> str:
    """What the worker sends of a link to that address. Asked for in a form it could be taken by the real worker."""
    with caught_mail() as messages:
        run_in_site.call(*signed(side.schema, "signin.tasks.send_reset_link", [address], {}))
    return " ".join(str(message.body) for message in messages)


def _opens(side: Side, path: str) -> bool:
    return "new_password1" in text_of(side.visitor().get(path, follow=True))
