"""What is measured, as plain records: they go from process to process as JSON, and into the report."""

from dataclasses import dataclass
from statistics import median
from typing import Self


@dataclass(frozen=True)
class Spread:
    """Of several rounds of one measurement."""

    median: float
    least: float
    most: float
    rounds: int

    @classmethod
    def of(cls, values: list[float]) -> Self:
        return cls(median(values), min(values), max(values), len(values))


@dataclass(frozen=True)
class Machine:
    cores: int
    load: tuple[float, float, float]
    memory_gib: float
    system: str
    python: str
    postgresql: str
    fsync: str


@dataclass(frozen=True)
class Creation:
    """Seconds from the call of create_site to its return, and to the first page that the new host served."""

    number: int
    created: float
    served: float


@dataclass(frozen=True)
class Migration:
    """Seconds to migrate a fresh schema, and to lay a site out in it."""

    migrated: float
    laid_out: float

    @property
    def seconds(self) -> float:
        return self.migrated + self.laid_out


@dataclass(frozen=True)
class Statements:
    """What one request sends to the database, over all its connections; `alive` asks whether a kept one still stands.
    `length` is that of the page, in bytes."""

    page: str
    path: str
    queries: int
    transaction: int
    search_path: int
    alive: int
    length: int


@dataclass(frozen=True)
class Run:
    """Requests as the load generator saw them; the worker is the web server's."""

    requests: int
    seconds: float
    p50_ms: float
    p95_ms: float
    worker_seconds: float = 0.0

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


@dataclass(frozen=True)
class Pair:
    """Two runs, one right after the other."""

    first: Run
    second: Run

    @property
    def rate_ratio(self) -> float:
        return self.first.rate / self.second.rate

    @property
    def processor_ratio(self) -> float:
        """What a request cost the second run's worker, in parts of what it cost the first one's."""
        first, second = (run.worker_seconds / run.requests for run in (self.first, self.second))
        return second / first if first else float("nan")


@dataclass(frozen=True)
class Crowd:
    """A run of requests over all sites, with the connections that the web server then had open at most, those it may
    have, and those it opened meanwhile."""

    sites: int
    most_open: int
    bound: int
    opened: int
    run: Run

    @property
    def opened_share(self) -> float:
        return self.opened / self.run.requests


@dataclass(frozen=True)
class Told:
    """What the counter of visits was told, and how often it did not say yes."""

    answered: int
    refused: int
    seconds: float

    @property
    def rate(self) -> float:
        return self.answered / self.seconds


@dataclass(frozen=True)
class Burdened:
    """Pages alone, and right after that beside what the counter of visits was told."""

    what: str
    alone: Run
    beside: Run
    told: Told

    @property
    def p50_ratio(self) -> float:
        return self.beside.p50_ms / self.alone.p50_ms

    @property
    def p95_ratio(self) -> float:
        return self.beside.p95_ms / self.alone.p95_ms

    @property
    def hit_ms(self) -> float:
        """Processor time of the workers for one hit, writing it down included."""
        pages = self.beside.requests * self.alone.worker_seconds / self.alone.requests
        return max(0.0, 1000 * (self.beside.worker_seconds - pages) / self.told.answered)

    @property
    def hit_share(self) -> float:
        """Of the processor time that one page costs."""
        return self.hit_ms / (1000 * self.alone.worker_seconds / self.alone.requests)


@dataclass(frozen=True)
class Checked:
    """Answers looked at for texts of another site; `cold` of them when nothing was kept of the site asked for."""

    sites: int
    answers: int
    cold: int
    wrong: int
    failed: int
    seconds: float


@dataclass(frozen=True)
class Importing:
    """Seconds of one step of importing a sheet of so many rows."""

    step: str
    rows: int
    seconds: float


@dataclass(frozen=True)
class ImportedProcedures:
    """Seconds of one step of importing so many files, and the most MiB that the process has had until then."""

    step: str
    files: int
    seconds: float
    peak_mib: float


@dataclass(frozen=True)
class Saving:
    """One change of the catalogue with so many sites in the registry, of which `whole` have a schema: statements at
    most, milliseconds, and on how many of the sites that were asked next it stood."""

    verb: str
    registered: int
    whole: int
    statements: int
    p50_ms: float
    p95_ms: float
    asked: int
    shown: int


@dataclass(frozen=True)
class Memory:
    """Of one process, in MiB: all of it, with shared pages counted in parts, what ends with this process."""

    process: str
    rss: float
    pss: float
    uss: float


@dataclass(frozen=True)
class Relevance:
    """Of so many questions of a kind, how often one of the wanted things was among the first three."""

    kind: str
    questions: int
    found: int


@dataclass(frozen=True)
class Indexed:
    """What it takes to index so many things: all in seconds, one as it is published in ms, comparing and learning all
    words in seconds."""

    things: int
    all_seconds: float
    one_ms: float
    slowest_ms: float
    compared_seconds: float
    learnt_seconds: float


@dataclass(frozen=True)
class Copied:
    """What it takes, in seconds, to copy so many things of all sites, to compare all sites where nothing differs, the
    largest one where one thing does, and to learn the words of all."""

    things: int
    all_seconds: float
    compared_seconds: float
    one_seconds: float
    learnt_seconds: float


@dataclass(frozen=True)
class Searched:
    """One question to a list of a site with so many documents or procedures, or to the search of one with so many
    things, and how many it found."""

    question: str
    documents: int
    found: int
    p50_ms: float
    p95_ms: float


@dataclass(frozen=True)
class Asked:
    """A screen of the board with so many sites, and its statements; None where it is no page."""

    what: str
    sites: int
    queries: int | None
    p50_ms: float
    p95_ms: float


@dataclass(frozen=True)
class SearchOfSite:
    """What the search of the district's site finds, what its index costs, and how fast it answers once it is large;
    the same over all sites."""

    relevance: list[Relevance]
    indexed: list[Indexed]
    asked: list[Searched]
    offered: list[Searched]
    copied: list[Copied]
    asked_of_all: list[Searched]


@dataclass(frozen=True)
class Measured:
    """With so many sites in the portal. `rotating` pairs requests for another site each with the same in turn."""

    sites: int
    statements: list[Statements]
    beside_single_site: list[Pair]
    beside_no_logins: list[Pair]
    rotating: list[Pair]
    memory: list[Memory]


@dataclass(frozen=True)
class Results:
    """All of a run. `growth` are the creations between those at few and those at many sites."""

    machine: Machine
    minutes: float
    is_pinned: bool
    home_page_bytes: int
    ceiling: Run
    few: Measured
    many: Measured
    single_site_statements: list[Statements]
    created_at_few: list[Creation]
    growth: list[Creation]
    created_at_many: list[Creation]
    migrations: list[Migration]
    imports: list[Importing]
    crowds: list[list[Crowd]]
    checked: Checked
    searched: list[Searched]
    search: SearchOfSite
    listed: list[Searched]
    procedures: list[Searched]
    imported_procedures: list[ImportedProcedures]
    visits: list[Burdened]
    sites_with_login: int


@dataclass(frozen=True)
class Unit:
    """Of which the district's pages name the site."""

    name: str
    address: str
