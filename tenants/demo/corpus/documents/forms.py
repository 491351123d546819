"""Documents: a template of what is issued, and the office that dates, numbers and publishes it."""

from datetime import date, timedelta
from random import Random

from tenants.demo.corpus.model import Block, Categories, Draft, listing, text
from tenants.demo.corpus.places import Unit, unit, units
from tenants.demo.corpus.spelling import QUARTERS, capital, full_date
from tenants.demo.corpus.stories import BOARD
from tenants.demo.corpus.year import LAST, Window, draw_workday, next_workday, portions, previous_workday

from .budgets import disclosed
from .entries import entry, links
from .fields import FIELDS
from .papers import QUARTERS as QUARTERS_OF_PAPERS
from .papers import Doc, Numbered, Paper

NAMES = {
    "QD": "Quyết định",
    "KH": "Kế hoạch",
    "CV": "Công văn",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "CT": "Chỉ thị",
    "NQ": "Nghị quyết",
    "CD": "Công điện",
}
_SIGNS = {"QD": "QĐ", "CD": "CĐ"}
_OPENINGS = {
    "QD": (" của {issuer} về việc ", " của {issuer} về việc ", " về việc "),
    "KH": (" của {issuer} ", " của {issuer} về việc ", " về việc "),
    "CV": (" của {issuer} về việc ", " của {issuer} về việc ", " về việc "),
    "TB": (" của {issuer} về việc ", " của {issuer} về việc ", " về việc "),
    "BC": (" của {issuer} về ", " của {issuer} ", " về "),
    "CT": (" của {issuer} về việc ",),
    "NQ": (" của {issuer} về việc ",),
    "CD": (" của {issuer} về việc ",),
}
DISCLOSURE: Categories = ("budget_disclosure",)
_A_YEAR = {"QD": 6400, "KH": 262, "CV": 3900, "TB": 430, "BC": 610, "CT": 6, "NQ": 46, "CD": 6}
"""About how many of each form a district issues in a year; only a part is published."""
_DELAYS = (0, 0, 1, 1, 1, 2, 2, 3, 5)


class Office:
    """The office of one issuer: it dates papers as they come and numbers them all at the end."""

    def __init__(self, seed: str, issuer: str = "UBND huyện Trà Cú", home: Unit | None = None) -> None:
        self.random = Random(seed)  # noqa: S311 - must be the same on every run
        self.issuer = issuer
        self.home = home
        self.papers: list[Paper] = []

    def issue(self, docs: tuple[Doc, ...], places: list[Categories]) -> None:
        """Issues as many papers as there are places; which paper gets which categories is drawn by lot."""
        lot = self.random.sample(places, len(places))
        for doc, count in zip(docs, _shares(docs, len(places), self.random), strict=True):
            self._issue_one(doc, lot[:count])
            lot = lot[count:]

    def drafts(self) -> list[Draft]:
        papers = sorted(self.papers, key=lambda paper: (paper.issued, paper.published, paper.about))
        numbers = _Numbers(self.random, scale=0.12 if self.home else 1.0)
        numbered = [Numbered(paper, _sign(paper.doc, numbers.next(paper))) for paper in papers]
        followed = links(numbered)
        return [self._draft(place, one, followed.get(one.sign, ("", ""))) for place, one in enumerate(numbered)]

    def _issue_one(self, doc: Doc, lot: list[Categories]) -> None:
        count = len(lot)
        if not count:
            return
        codes = self._codes(doc, count)
        offset = self.random.randrange(1000)
        for turn, (window, slots) in enumerate(_occasions(doc, count, self.random)):
            filled = slots | self._words(doc, offset, turn) | unit(codes[turn % len(codes)]).words()
            issued = draw_workday(self.random, window)
            published = next_workday(issued + timedelta(days=self.random.choice(_DELAYS)))
            published = min(published, previous_workday(LAST))
            self.papers.append(Paper(doc, doc.about.format_map(filled), issued, published, lot[turn]))

    def _codes(self, doc: Doc, count: int) -> list[str]:
        if self.home:
            return [self.home.code]
        codes = list(doc.units or (one.code for one in units()))
        return self.random.sample(codes, len(codes))

    def _words(self, doc: Doc, offset: int, turn: int) -> dict[str, str]:
        """The first option may be any, but rounds ("dot") come in their order."""
        starts = {name: 0 if name == "dot" else offset for name in doc.words}
        return {name: options[(starts[name] + turn) % len(options)] for name, options in doc.words.items()}

    def _draft(self, place: int, one: Numbered, link: tuple[str, str]) -> Draft:
        paper, sign = one.paper, one.sign
        form = NAMES[paper.doc.form]
        issuer = self.issuer.replace("UBND", "HĐND") if paper.doc.form == "NQ" else self.issuer
        opening = _opening(paper, place).format(issuer=issuer)
        title = f"{form} số {sign} ngày {full_date(paper.issued)}{opening}{paper.about}"
        lead = _lead(self.random, form, sign, paper, issuer)
        body = _body(self.random, form, sign, paper, issuer)
        record = entry(one, issuer, self.home, link)
        draft = Draft(title, lead, body, BOARD, paper.published, paper.categories, record=record)
        return disclosed(draft, paper, self.home) if paper.categories == DISCLOSURE else draft


class _Numbers:
    """Rising numbers within each form, with gaps for what was issued but not published."""

    def __init__(self, random: Random, scale: float) -> None:
        self.random = random
        self.scale = scale
        self._last: dict[str, int] = {}

    def next(self, paper: Paper) -> int:
        form = paper.doc.form
        share = paper.issued.timetuple().tm_yday / 365
        due = round(_A_YEAR[form] * self.scale * share * self.random.uniform(0.985, 1.0))
        number = max(self._last.get(form, 0) + 1, due)
        self._last[form] = number
        return number


def _shares(docs: tuple[Doc, ...], wanted: int, random: Random) -> list[int]:
    told = [0] * len(docs)
    for _ in range(wanted):
        free = [place for place, doc in enumerate(docs) if told[place] < doc.bears]
        if not free:
            raise ValueError(f"{len(docs)} documents cannot bear {wanted} items")
        least = min(told[place] for place in free)
        told[random.choice([place for place in free if told[place] == least])] += 1
    return told


def _occasions(doc: Doc, count: int, random: Random) -> list[tuple[Window, dict[str, str]]]:
    if doc.is_quarterly:
        return [_quarter(number) for number in range(count)]
    if "{thang}" in doc.about or "{sau}" in doc.about:
        return [_month(month) for month in sorted(random.sample(range(1, 11), count))]
    return [(window, {}) for window in portions(doc.window, count)]


def _quarter(number: int) -> tuple[Window, dict[str, str]]:
    """A report looks back at the quarter that ends, a plan looks at the one that comes."""
    window, ended, so_far = QUARTERS_OF_PAPERS[number]
    coming = f"quý {QUARTERS[number + 1]}"
    return window, {"quy": ended, "quysau": coming, "ky": so_far}


def _month(month: int) -> tuple[Window, dict[str, str]]:
    last = 30 if month == 10 else 28
    return (f"{month:02}-17", f"{month:02}-{last}"), {"thang": f"tháng {month}", "sau": f"tháng {month + 1}"}


def _opening(paper: Paper, place: int) -> str:
    if paper.about.startswith(("kết luận", "hoạt động")):
        return " "
    if paper.about.startswith(("lịch", "thời gian")):
        return " của {issuer} về "
    openings = _OPENINGS[paper.doc.form]
    return openings[place % len(openings)]


def _sign(doc: Doc, number: int) -> str:
    if doc.form == "CV":
        return f"{number}/UBND-{FIELDS[doc.area].suffix}"
    body = "HĐND" if doc.form == "NQ" else "UBND"
    return f"{number:02}/{_SIGNS.get(doc.form, doc.form)}-{body}"


def _lead(random: Random, form: str, sign: str, paper: Paper, issuer: str) -> str:
    field = FIELDS[paper.doc.area]
    options = (
        f"{issuer} ban hành {form} số {sign} ngày {full_date(paper.issued)}. Văn bản thuộc lĩnh vực "
        f"{_lower(field.name)}.",
        f"Ngày {full_date(paper.issued)}, {issuer} ban hành {form} số {sign}, giao các cơ quan, đơn vị liên quan "
        f"thực hiện.",
        f"Ban biên tập đăng tải {form} số {sign} của {issuer} để cơ quan, tổ chức và người dân tra cứu, thực hiện.",
        f"{form} số {sign} được gửi đến các cơ quan, đơn vị liên quan qua hệ thống quản lý văn bản và điều hành.",
    )
    return random.choice(options)


def _body(random: Random, form: str, sign: str, paper: Paper, issuer: str) -> tuple[Block, ...]:
    field = FIELDS[paper.doc.area]
    tasks = tuple(random.sample(field.tasks, 3))
    blocks = (_facts(form, sign, paper, issuer), _ground(form, paper, field.law, random.choice(field.aims)))
    if form == "Quyết định":
        return (*blocks, _articles(paper, field.office))
    if form in ("Thông báo", "Báo cáo"):
        return (*blocks, listing("Nội dung chính của văn bản:", tasks))
    intro = "Nhiệm vụ trọng tâm:" if form == "Kế hoạch" else "Yêu cầu các cơ quan, đơn vị, địa phương:"
    return (*blocks, listing(intro, tasks), _duty(random, field.office, paper.published))


def _facts(form: str, sign: str, paper: Paper, issuer: str) -> Block:
    rows = (
        ("Số, ký hiệu", sign),
        ("Ngày ban hành", full_date(paper.issued)),
        ("Hình thức văn bản", form),
        ("Cơ quan ban hành", issuer),
        ("Lĩnh vực", FIELDS[paper.doc.area].name),
        ("Trích yếu", capital(paper.about)),
    )
    return Block("table", title="Thông tin văn bản", header=("Mục", "Nội dung"), rows=rows)


def _ground(form: str, paper: Paper, law: str, aim: str) -> Block:
    base = "Luật Tổ chức chính quyền địa phương ngày 19/6/2015 (sửa đổi, bổ sung năm 2019)"
    return text(f"<h2>Căn cứ và mục đích</h2><p>{form} được ban hành căn cứ {base}; {law}.</p>", aim)


def _articles(paper: Paper, office: str) -> Block:
    about = paper.about.rstrip(".")
    return text(
        "<h2>Nội dung</h2>",
        f"<b>Điều 1.</b> {capital(about)}.",
        f"<b>Điều 2.</b> Giao {office} chủ trì, phối hợp với các đơn vị liên quan tổ chức thực hiện.",
        f"<b>Điều 3.</b> Quyết định có hiệu lực kể từ ngày {full_date(paper.issued)}. Thủ trưởng các cơ quan, "
        f"đơn vị liên "
        "quan chịu trách nhiệm thi hành.",
    )


def _duty(random: Random, office: str, published: date) -> Block:
    due = full_date(next_workday(published + timedelta(days=random.randint(20, 60))))
    words = f"{office} chủ trì, theo dõi, đôn đốc và báo cáo kết quả trước ngày {due}."
    return Block("callout", title="Tổ chức thực hiện", text=words)


def _lower(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]
