"""The two throw-away sites: equal ids, addresses, people and file names; each with a word that only it may show."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.test import Client

from accounts.models import User
from tenants.isolation.logins import as_site
from tenants.registry.models import Tenant

# Rows that a probe adds bear this number on both sites.
NUMBER = 900_000
# No mail is delivered to such an address, wherever it may get to.
DOMAIN = "kiem-tra.invalid"
TWIN = f"quan-tri@{DOMAIN}"
FORGETFUL = f"quen@{DOMAIN}"


class Browser(Client):
    """Django's own, which takes requests through all of the middleware; as the installation's visitors ask."""

    def request(self, **request: Any) -> Any:
        return super().request(**{**request, "wsgi.url_scheme": "https" if settings.HTTPS else "http"})


@dataclass(eq=False)
class Side:
    """One of the two sites. `word` stands in everything that belongs to it, and nowhere else."""

    letter: str
    tenant: Tenant
    word: str
    token: str
    # Of the one article, the same on both sites.
    page_id: int = 0
    other: "Side" = field(init=False, repr=False)

    def __str__(self) -> str:
        return f"site {self.letter}"

    @property
    def schema(self) -> str:
        return self.tenant.schema_name

    @property
    def address(self) -> str:
        """Of a person whom the other site does not know."""
        return f"{self.word}@{DOMAIN}"

    @property
    def forgetful(self) -> str:
        """Of another one, who has a password."""
        return f"quen-{self.word}@{DOMAIN}"

    def with_hosts_as_words(self, text: str) -> str:
        """An address of a site belongs to it like its word."""
        for side in (self, self.other):
            text = text.replace(side.tenant.primary_host, side.word)
        return text

    def visitor(self, *, enforces_csrf: bool = False) -> Browser:
        """A browser that nobody is signed in with."""
        host = f"{self.tenant.primary_host}:{settings.PUBLIC_PORT}"
        browser = Browser(headers={"host": host}, enforce_csrf_checks=enforces_csrf)
        browser.raise_request_exception = False
        return browser

    def staff(self) -> Browser:
        """A browser with the session of the person who has the same id, address and password on both sites."""
        browser = self.visitor()
        with as_site(self.tenant):
            browser.force_login(User.objects.get(email=TWIN))
        return browser


@dataclass(frozen=True)
class Pair:
    a: Side
    b: Side

    def __post_init__(self) -> None:
        self.a.other, self.b.other = self.b, self.a

    def __iter__(self) -> Iterator[Side]:
        yield from (self.a, self.b)
