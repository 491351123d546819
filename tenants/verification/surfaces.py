"""Where one site could show what belongs to another, and the probe for each."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tenants.verification.actions import two_sites
from tenants.verification.pair import Pair
from tenants.verification.probes import admin, sql, stores, web, work
from tenants.verification.verdicts import CannotTell, Finding, NotThere, Verdict

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Surface:
    name: str
    tried: str
    # Returns a sentence for each leak.
    probe: Callable[[Pair], list[str]]


SURFACES = (
    Surface("grants", "every right of every site against the table of rights", sql.grants),
    Surface("rows", "every table, read as Django reads it", sql.rows),
    Surface("raw SQL, reading", "the other's people by name, search path, statement", sql.reads),
    Surface("raw SQL, writing", "the other's rows, tables and numbers; the register", sql.changes),
    Surface("set_config('role', …)", "the platform's role, the other's, back to the first", sql.roles),
    Surface("query_to_xml", "functions that run SQL given as text", sql.functions),
    Surface("queue", "work for the other site and for the platform", sql.queue),
    Surface("pages", "the same addresses, as a visitor, twice", web.pages),
    Surface("lists of items", "projects, budgets, consultations, vacancies and places, as a visitor", web.items),
    Surface("documents", "the register, the same document, its exports", web.register),
    Surface("search", "the other's word: editors, index, page, offers", stores.search),
    Surface(
        "shared index",
        "the copy of what sites publish, by SQL and by its page",
        stores.shared_index,
    ),
    Surface("reference index", "a picture in use on one site only", stores.reference_index),
    Surface("cache", "the same key in every cache", stores.cache),
    Surface("sessions", "the cookie of the same person", web.sessions),
    Surface("forms", "a log-in sent from the other's page", web.forms),
    Surface("media", "the same name; paths into the other's folder", web.media),
    Surface("private documents", "the same number, as a visitor, with the other's cookie", web.documents),
    Surface("admin", "every screen, with the same numbers", admin.screens),
    Surface("API", "usual addresses and the editors' own", web.interfaces),
    Surface("open data", "rows, single rows and whole files of each dataset, as a visitor", web.open_data),
    Surface("previews", "the same page's draft, with the other's cookie", web.previews),
    Surface("sitemap", "the map for search engines and the one for people", web.sitemap),
    Surface("feeds", "of the site, of each register and of a category", web.feeds),
    Surface("tasks", "the same task for the same number", work.tasks),
    Surface("scheduled publishing", "the same page, due on one site only", work.publishing),
    Surface("mail recipients", "an article handed in for approval", work.recipients),
    Surface("password reset", "the other's address; the other's link", web.password_reset),
    Surface("logs", "a page that is missing", work.logs),
)


def verify() -> Iterator[Finding]:
    """Probe one surface after the other on two sites that are made for it.

    Raises AnotherRunIsUnderWay, CannotTell where the two sites do not come out alike, and ValidationError where they
    can't be created.
    """
    with two_sites() as pair:
        for surface in SURFACES:
            yield probe(surface, pair)


def probe(surface: Surface, pair: Pair) -> Finding:
    """Raises nothing: a probe that breaks has proved nothing."""
    try:
        leaks = surface.probe(pair)
    except NotThere as absence:
        return Finding(surface.name, surface.tried, Verdict.NOT_THERE, str(absence))
    except CannotTell as reason:
        return Finding(surface.name, surface.tried, Verdict.CANNOT_TELL, str(reason))
    except Exception as error:
        logger.exception("The probe of %s broke", surface.name)
        return Finding(surface.name, surface.tried, Verdict.CANNOT_TELL, f"{type(error).__name__}: {error}".strip())
    verdict = Verdict.LEAK if leaks else Verdict.OK
    return Finding(surface.name, surface.tried, verdict, "; ".join(leaks))
