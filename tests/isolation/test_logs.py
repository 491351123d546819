"""Every line of the log says which site it speaks of."""

import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as django_settings
from django.http import HttpResponse
from django.test import Client

from newsroom.models import ArticlePage
from tenants.connection import connection
from tenants.crossing import in_site
from tenants.isolation.logs import SiteFilter
from tenants.provisioning.lifecycle import suspend_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
Levels = Callable[[], list[str]]

logger = logging.getLogger("tests.isolation")


class Lines(logging.Handler):
    """Keeps the lines as the console would show them, without the time."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.addFilter(SiteFilter())
        self.setFormatter(logging.Formatter("[%(site)s] %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record).splitlines()[0])


@pytest.fixture
def lines() -> Iterator[list[str]]:
    handler, root = Lines(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield handler.lines
    root.removeHandler(handler)
    root.setLevel(level)


def test_a_line_names_the_site_at_hand(commune: Tenant, town: Tenant, lines: list[str]):
    for tenant in (commune, town):
        with in_site(tenant):
            logger.info("here")
    logger.info("nowhere")
    assert lines == [f"[{commune.schema_name}] here", f"[{town.schema_name}] here", "[public] nowhere"]


def test_a_missing_page_is_logged_for_the_site_that_was_asked(commune: Tenant, visit: Visit, lines: list[str]):
    visit(commune).get("/nowhere/")
    assert lines == [f"[{commune.schema_name}] Not Found: /nowhere/"]


def test_an_error_is_logged_for_the_site_that_was_asked(
    commune: Tenant, town: Tenant, visit: Visit, lines: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ArticlePage, "serve", lambda *args, **kwargs: 1 / 0)
    for tenant in (commune, town):
        browser = visit(tenant)
        browser.raise_request_exception = False
        browser.get("/tin-tuc/bi-mat/")
    expected = "Internal Server Error: /tin-tuc/bi-mat/"
    assert lines == [f"[{tenant.schema_name}] {expected}" for tenant in (commune, town)]


def test_an_unknown_host_is_logged_for_no_site(commune: Tenant, visit: Visit, lines: list[str]):
    visit(commune).get("/nowhere/")
    Client().get("/", headers={"host": "nowhere.tracu.localhost"})
    assert lines[1:] == ["[public] Not Found: /"]


def test_threads_log_for_their_own_sites(commune: Tenant, town: Tenant, lines: list[str]):
    def speak() -> None:
        connection.set_tenant(town)
        logger.info("there")

    with in_site(commune):
        thread = threading.Thread(target=speak)
        thread.start()
        thread.join()
        logger.info("here")
    assert lines == [f"[{town.schema_name}] there", f"[{commune.schema_name}] here"]


def test_the_console_shows_the_site():
    console = django_settings.LOGGING["handlers"]["console"]
    assert console["filters"] == ["site"]
    assert "[%(site)s]" in django_settings.LOGGING["formatters"][console["formatter"]]["format"]


@pytest.fixture
def levels(lines: list[str]) -> Levels:
    """The levels of what has been logged."""
    handler = logging.getLogger().handlers[-1]
    handler.setFormatter(logging.Formatter("%(levelname)s"))
    return lambda: lines


def test_a_visit_to_a_suspended_site_is_no_fault(commune: Tenant, visit: Visit, levels: Levels):
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    assert visit(commune).get("/").status_code == 503
    assert levels() == ["INFO"]


def test_a_page_that_is_not_there_is_no_fault(commune: Tenant, visit: Visit, levels: Levels):
    visit(commune).get("/nowhere/")
    Client().get("/", headers={"host": "nowhere.tracu.localhost"})
    assert levels() == ["INFO", "INFO"]


@pytest.mark.parametrize(("status", "level"), [(503, "ERROR"), (500, "ERROR"), (403, "WARNING"), (422, "INFO")])
def test_what_a_site_in_service_answers_is_as_loud_as_it_was(
    commune: Tenant, visit: Visit, levels: Levels, monkeypatch: pytest.MonkeyPatch, status: int, level: str
):
    monkeypatch.setattr(ArticlePage, "serve", lambda *args, **kwargs: HttpResponse(status=status))
    visit(commune).get("/tin-tuc/bi-mat/")
    assert levels() == [level]


def test_information_is_left_out_where_only_warnings_are_wanted(commune: Tenant, visit: Visit, lines: list[str]):
    logging.getLogger().setLevel(logging.WARNING)
    visit(commune).get("/nowhere/")
    assert lines == []
