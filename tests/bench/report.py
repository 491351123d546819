"""What was measured, as tables to read and as JSON to compute with."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tests.bench.connections import SITE_CONNECTIONS, THREADS, WORKERS
from tests.bench.processes import plain
from tests.bench.records import (
    Asked,
    Burdened,
    ImportedProcedures,
    Measured,
    Pair,
    Results,
    Saving,
    Searched,
    SearchOfSite,
    Spread,
    Statements,
)

SLICE = 25
NOTHING = "–"


@dataclass(frozen=True)
class Row:
    label: str
    cells: list[Spread | str]
    digits: int = 2


@dataclass(frozen=True)
class Table:
    title: str
    columns: list[str]
    rows: list[Row]
    remarks: tuple[str, ...] = ()


def as_text(results: Results) -> str:
    machine = results.machine
    lines = [
        f"{machine.cores} processor cores, {machine.memory_gib:.0f} GiB of memory; load at the start"
        f" {machine.load[0]:.2f}, over 5 minutes {machine.load[1]:.2f}, over 15 {machine.load[2]:.2f}",
        f"{machine.system}, {machine.python}, PostgreSQL {machine.postgresql} with fsync {machine.fsync}",
        f"Measured in {results.minutes:.1f} minutes. Median (least – most of so many rounds).",
    ]
    return "\n".join([*lines, *(f"\n{text_of(table)}" for table in tables(results))])


def as_json(results: Results) -> str:
    content = {"tables": [plain(table) for table in tables(results)], "results": plain(results)}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def tables(results: Results) -> list[Table]:
    return [
        _provisioning(results),
        _growth(results),
        _statements(results),
        _beside_single_site(results),
        _beside_no_logins(results),
        _rotating(results),
        _crowds(results),
        _mixups(results),
        _memory(results),
        _change(results),
        _imports(results),
        _searched(results),
        *tables_of_search(results.search),
        _listed(results),
        table_of_procedures(results.procedures),
        table_of_imported_procedures(results.imported_procedures),
        table_of_visits(results.visits),
    ]


def _provisioning(results: Results) -> Table:
    made = (results.created_at_few, results.created_at_many)
    return Table(
        "1. Seconds to provision a site",
        _numbers_of_sites(results),
        [
            Row("create_site, in process", _spreads(made, "created")),
            Row("from the call to the first 200", _spreads(made, "served")),
            Row("a schema by migrations, laid out", [_spread(results.migrations, "seconds"), NOTHING]),
        ],
        ("Aim: 0.8 to the first 200, which comes from the web server as it is deployed.",),
    )


def _growth(results: Results) -> Table:
    parts = [results.growth[start : start + SLICE] for start in range(0, len(results.growth), SLICE)]
    return Table(
        "   The same while the portal grew",
        [f"sites {part[0].number}–{part[-1].number}" for part in parts],
        [
            Row("create_site, in process", _spreads(parts, "created")),
            Row("from the call to the first 200", _spreads(parts, "served")),
        ],
    )


def _statements(results: Results) -> Table:
    many = {counted.page: _sum(counted) for counted in results.many.statements}
    single = {counted.page: _sum(counted) for counted in results.single_site_statements}
    return Table(
        "2. SQL of one anonymous request, warm: queries + begin and commit + set search_path + is the connection alive",
        [*_numbers_of_sites(results), "single site"],
        [
            Row(counted.page, [_sum(counted), many[counted.page], single.get(counted.page, NOTHING)])
            for counted in results.few.statements
        ],
        (
            "Aim: 8 queries for the home page, 10 for an article page. After a pause the host is looked up again,",
            "and the frame around every page is put together anew. Counted where the driver sends it, over all",
            "connections of the request.",
        ),
    )


def _beside_single_site(results: Results) -> Table:
    place = ", on a processor core of its own" if results.is_pinned else ""
    return Table(
        "3. The district's home page, beside the same page of a single site without django-tenants",
        _numbers_of_sites(results),
        _pair_rows([look.beside_single_site for look in _looks(results)], "portal", "single site"),
        (
            f"Aim: 0.95. Both answer the same {results.home_page_bytes:,} bytes.",
            f"Each has one gunicorn worker with one thread{place}. Requests come over",
            "two lasting connections, from another process. An application that only answers as many bytes makes",
            f"{results.ceiling.rate:,.0f} requests/s.",
        ),
    )


def _beside_no_logins(results: Results) -> Table:
    return Table(
        "   The same with a database login for each site, beside the portal with one login for all",
        _numbers_of_sites(results),
        _pair_rows([look.beside_no_logins for look in _looks(results)], "with logins", "without"),
        (f"Aim: 0.97. In the same rounds as above. Sites with a login in the end: {results.sites_with_login}.",),
    )


def _rotating(results: Results) -> Table:
    return Table(
        "   Home pages of all sites, each request for another site, beside the same requests site by site",
        _numbers_of_sites(results),
        _pair_rows([look.rotating for look in _looks(results)], "in rotation", "site by site"),
        ("Sites without articles, as all but the first 18 are, have a lighter home page.",),
    )


def _crowds(results: Results) -> Table:
    bound = results.crowds[0][0].bound
    return Table(
        "4. Connections to the database, home pages of all sites in rotation",
        [f"{rounds[0].sites} sites" for rounds in results.crowds],
        [
            Row(f"open at most, of {bound} allowed", _spreads(results.crowds, "most_open"), 0),
            Row("opened per request", _spreads(results.crowds, "opened_share")),
            Row("requests/s", _spreads(results.crowds, "run.rate"), 0),
            Row("p50 in ms", _spreads(results.crowds, "run.p50_ms"), 0),
            Row("p95 in ms", _spreads(results.crowds, "run.p95_ms"), 0),
        ],
        (
            f"{WORKERS} workers of {THREADS} threads, {SITE_CONNECTIONS} connections of sites each; as many visitors",
            f"as threads. Allowed: {WORKERS} × ({THREADS} + {SITE_CONNECTIONS}).",
        ),
    )


def _mixups(results: Results) -> Table:
    checked = results.checked
    return Table(
        "5. Answers that belong to another site than the one asked for",
        [f"{checked.sites} sites"],
        [
            Row("wrong", [f"{checked.wrong:,}"]),
            Row("of answers checked", [f"{checked.answers:,}"]),
            Row("of these from a site that nothing was kept of", [f"{checked.cold:,}"]),
            Row("requests that failed", [f"{checked.failed:,}"]),
        ],
        (f"One worker of two threads, hosts at random for {checked.seconds:.0f} s. Expected: 0 wrong, 0 failed.",),
    )


def _memory(results: Results) -> Table:
    rows = []
    for process in dict.fromkeys(memory.process for memory in results.few.memory):
        looks = [[memory for memory in look.memory if memory.process == process] for look in _looks(results)]
        rows += [Row(f"{process}, {kind.upper()}", _spreads(looks, kind), 0) for kind in ("pss", "uss", "rss")]
    return Table("6. Memory of one process after load, in MiB", _numbers_of_sites(results), rows)


def _change(results: Results) -> Table:
    made = (results.created_at_few, results.created_at_many)
    pairs = [look.beside_single_site for look in _looks(results)]
    return Table(
        "7. What changes between",
        [*_numbers_of_sites(results), "change of the median"],
        [
            _change_row("create_site, seconds", _spreads(made, "created")),
            _change_row("from the call to the first 200, seconds", _spreads(made, "served")),
            _change_row("home page, requests/s", _spreads(pairs, "first.rate"), 0),
            _change_row("home page, requests/s beside the single site's", _spreads(pairs, "rate_ratio"), 3),
            _change_row("home page, p50 in ms", _spreads(pairs, "first.p50_ms"), 1),
        ],
    )


def _imports(results: Results) -> Table:
    steps = dict.fromkeys(one.step for one in results.imports)
    by_step = {step: [one for one in results.imports if one.step == step] for step in steps}
    return Table(
        "8. Seconds to import a sheet into a register",
        [f"{results.imports[0].rows:,} rows"],
        [Row(step, [_spread(ones, "seconds")]) for step, ones in by_step.items()],
        ("Aim: 60 for all of an import. The register of legal documents of a site, nine columns, all rows new.",),
    )


def _searched(results: Results) -> Table:
    documents = max(one.documents for one in results.searched)
    return _answers(f"9. The register of {documents:,} documents, in ms", results.searched, most=100)


def _listed(results: Results) -> Table:
    procedures = max(one.documents for one in results.listed)
    return _answers(
        f"16. The catalogue of {procedures:,} procedures, as the board lists it, in ms", results.listed, most=100
    )


def table_of_procedures(asked: Sequence[Searched]) -> Table:
    procedures = max(one.documents for one in asked)
    return _answers(f"17. The catalogue of {procedures:,} procedures, as readers list it, in ms", asked, most=100)


def table_of_saving(measured: Sequence[Saving]) -> Table:
    verbs = list(dict.fromkeys(one.verb for one in measured))
    columns = list(dict.fromkeys((one.registered, one.whole) for one in measured))
    by_place = {(one.verb, one.registered): one for one in measured}
    return Table(
        "20. Changing the catalogue of procedures, by the number of sites",
        [f"{registered:,} sites, {whole:,} whole" for registered, whole in columns],
        [Row(verb, [_saving(by_place[verb, registered]) for registered, __ in columns]) for verb in verbs],
        ("SQL statements at most, p50 and p95 in ms, and the sites asked next on which the change stood.",),
    )


def _saving(one: Saving) -> str:
    seen = f", {one.shown} of {one.asked}" if one.asked else ""
    return f"{one.statements} · {one.p50_ms:.0f} · {one.p95_ms:.0f}{seen}"


def table_of_imported_procedures(steps: Sequence[ImportedProcedures]) -> Table:
    return Table(
        f"18. Importing {steps[0].files:,} procedures in the shape of the national portal",
        ["seconds", "MiB at most, until then"],
        [Row(one.step, [f"{one.seconds:.1f}", f"{one.peak_mib:,.0f}"]) for one in steps],
        ("Promised: 60 seconds for all of an import, and no change the second time.",),
    )


def table_of_board(asked: Sequence[Asked]) -> Table:
    def cells(one: Asked) -> list[str]:
        queries = "" if one.queries is None else str(one.queries)
        return [str(one.sites), queries, f"{one.p50_ms:.0f}", f"{one.p95_ms:.0f}"]

    return Table(
        "21. The board over a year of snapshots, in ms",
        ["sites", "queries", "p50", "p95"],
        [Row(one.what, cells(one)) for one in sorted(asked, key=lambda one: one.what)],
        ("Promised: 200 ms, as many queries for 1,000 sites as for 18, next to nothing where nothing changed.",),
    )


def table_of_visits(measured: list[Burdened]) -> Table:
    looks = [[one for one in measured if one.what == what] for what in dict.fromkeys(one.what for one in measured)]
    return Table(
        "19. Counting visits beside the home page, one page at a time",
        [ones[0].what for ones in looks],
        [
            Row("hits a second that were answered", _spreads(looks, "told.rate"), 0),
            Row("hits that were refused", _spreads(looks, "told.refused"), 0),
            Row("processor time of a hit, in ms", _spreads(looks, "hit_ms"), 3),
            Row("the same in parts of a page's", _spreads(looks, "hit_share"), 3),
            Row("page alone, p50 in ms", _spreads(looks, "alone.p50_ms"), 1),
            Row("page beside, p50 in ms", _spreads(looks, "beside.p50_ms"), 1),
            Row("beside : alone, p50", _spreads(looks, "p50_ratio"), 3),
            Row("beside : alone, p95", _spreads(looks, "p95_ratio"), 3),
        ],
        ("Aim: 1,000 hits a second on two cores, pages at most 5 % slower. The sender runs on the same cores.",),
    )


def tables_of_search(search: SearchOfSite) -> list[Table]:
    return [
        _relevance(search),
        _indexing(search),
        _asked(search),
        _offered(search),
        _copying(search),
        _asked_of_all(search),
    ]


def _relevance(search: SearchOfSite) -> Table:
    kinds = search.relevance
    total, found = sum(one.questions for one in kinds), sum(one.found for one in kinds)
    rows = [Row(one.kind, [str(one.questions), f"{one.found / one.questions:.1%}"]) for one in kinds]
    return Table(
        "10. What citizens type, with what they want among the first three results",
        ["questions", "share"],
        [*rows, Row("all", [str(total), f"{found / total:.1%}"])],
        ("Aim: 95 %. On the district's site of the demonstration; tests/bench/wanted.py.",),
    )


def _indexing(search: SearchOfSite) -> Table:
    one = search.indexed[0]
    return Table(
        f"11. The index of a site with {one.things:,} things",
        ["cost"],
        [
            Row("one thing as it is published, median in ms", [f"{one.one_ms:.1f}"]),
            Row("one thing as it is published, slowest in ms", [f"{one.slowest_ms:.1f}"]),
            Row("one of all at once, in ms", [f"{one.all_seconds / one.things * 1000:.1f}"]),
            Row("comparing all with what is indexed, in seconds", [f"{one.compared_seconds:.2f}"]),
            Row("learning all words anew, in seconds", [f"{one.learnt_seconds:.1f}"]),
        ],
    )


def _asked(search: SearchOfSite) -> Table:
    return _answers("12. The search of a site with {} things, in ms", search.asked, most=150)


def _offered(search: SearchOfSite) -> Table:
    return _answers("13. What that site offers while somebody types, in ms", search.offered, most=80)


def _copying(search: SearchOfSite) -> Table:
    one = search.copied[0]
    return Table(
        f"14. The shared index of all sites with {one.things:,} things, in seconds",
        ["cost"],
        [
            Row("copying all of it", [f"{one.all_seconds:.1f}"]),
            Row("comparing all sites where nothing differs", [f"{one.compared_seconds:.2f}"]),
            Row("the largest site where one thing differs", [f"{one.one_seconds:.2f}"]),
            Row("learning all words anew", [f"{one.learnt_seconds:.1f}"]),
        ],
    )


def _asked_of_all(search: SearchOfSite) -> Table:
    return _answers("15. The search over all sites with {} things, in ms", search.asked_of_all, most=150)


def _answers(title: str, answers: list[Searched], *, most: int) -> Table:
    slowest = max(one.p95_ms for one in answers)
    return Table(
        title.format(f"{answers[0].documents:,}"),
        ["p50", "p95", "found"],
        [Row(one.question, [f"{one.p50_ms:.0f}", f"{one.p95_ms:.0f}", f"{one.found:,}"]) for one in answers],
        (
            "The whole answer, inside one process without a web server."
            f" Promised: p95 of at most {most} ms; highest here {slowest:.0f}.",
        ),
    )


def _numbers_of_sites(results: Results) -> list[str]:
    return [f"{look.sites} sites" for look in _looks(results)]


def _looks(results: Results) -> tuple[Measured, Measured]:
    return results.few, results.many


def _sum(counted: Statements) -> str:
    return f"{counted.queries} + {counted.transaction} + {counted.search_path} + {counted.alive}"


def _pair_rows(looks: list[list[Pair]], first: str, second: str) -> list[Row]:
    rows = [
        Row(f"{first} : {second}, requests/s pair by pair", _spreads(looks, "rate_ratio"), 3),
        Row(f"{second} : {first}, processor time of the worker", _spreads(looks, "processor_ratio"), 3),
    ]
    for side, name in (("first", first), ("second", second)):
        rows += [
            Row(f"{name}, requests/s", _spreads(looks, f"{side}.rate"), 0),
            Row(f"{name}, p50 in ms", _spreads(looks, f"{side}.p50_ms"), 1),
            Row(f"{name}, p95 in ms", _spreads(looks, f"{side}.p95_ms"), 1),
        ]
    return rows


def _change_row(label: str, spreads: list[Spread], digits: int = 2) -> Row:
    before, after = (spread.median for spread in spreads)
    return Row(label, [*spreads, f"{after / before - 1:+.0%}"], digits)


def _spreads(columns: Iterable[Sequence[object]], figure: str) -> list[Spread]:
    return [_spread(records, figure) for records in columns]


def _spread(records: Sequence[object], figure: str) -> Spread:
    """Of an attribute, or one of an attribute: `first.rate`."""
    return Spread.of([attrgetter(figure)(record) for record in records])


def text_of(table: Table) -> str:
    lines = [
        ["", *table.columns],
        *([row.label, *(_cell(cell, row.digits) for cell in row.cells)] for row in table.rows),
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    texts = ["   ".join(map(str.ljust, line, widths)).rstrip() for line in lines]
    return "\n".join([table.title, *(f"   {line}" for line in (*texts, *table.remarks))])


def _cell(cell: Spread | str, digits: int) -> str:
    if isinstance(cell, str):
        return cell
    return f"{cell.median:,.{digits}f} ({cell.least:,.{digits}f} – {cell.most:,.{digits}f} of {cell.rounds})"
