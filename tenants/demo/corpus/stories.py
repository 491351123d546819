"""Stories: a template that knows when, where and how often it may be told, and the narrator who tells it.

Slots of every template: unit Unit ten xa Xa (and unit2 …), ap, place, noi Noi, cq, ngay Ngay, buoi Buoi, thang,
thangqua, quy, sau (a coming working day), han (a deadline), dan (an invented villager, marked as such), and the
story's own `words`.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from .model import Block, Categories, Draft, text
from .paragraphs.pool import Pool
from .paragraphs.stock import POOLS
from .pictures import PICTURES
from .places import HAMLETS, Unit, unit, units
from .spelling import capital, full_date, quarter, short_date
from .year import WHOLE, Window, day_of, draw_day, is_workday, next_workday, portions

PEOPLE = (
    "Bà Thạch Thị Mẫu (nhân vật minh họa)",
    "Ông Nguyễn Văn Mẫu (nhân vật minh họa)",
    "Chị Kim Thị Mẫu (nhân vật minh họa)",
    "Anh Trần Văn Mẫu (nhân vật minh họa)",
    "Ông Sơn Văn Mẫu (nhân vật minh họa)",
    "Chị Lê Thị Mẫu (nhân vật minh họa)",
)
BOARD = "Ban biên tập (demo)"
CONTRIBUTORS = tuple(f"Cộng tác viên demo {number:02}" for number in range(1, 13))
_LAYOUTS = (
    "plain",
    "plain",
    "quote",
    "quote",
    "quote",
    "callout",
    "callout",
    "image",
    "image",
    "full",
    "full",
    "brief",
)
_SOBER = ("plain", "plain", "callout", "callout", "brief")
"""For what the board itself writes: no voices, no pictures in between."""
_ATTEMPTS = 60
Episode = tuple[Window, Mapping[str, str]]
_OF_UNIT = ("{unit}", "{Unit}", "{ten}", "{ap}", "{Ap}", "{place}", "{Place}")


@dataclass(frozen=True)
class Told:
    """A title that needs a lead of its own."""

    title: str
    lead: str


@dataclass(frozen=True)
class Story:
    topic: str
    titles: tuple[str | Told, ...]
    """Time-ordered where it matters: the first title belongs to the beginning of the window."""
    lead: str
    facts: tuple[str, ...]
    window: Window = WHOLE
    uses: int = 4
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    units: tuple[str, ...] = ()
    local: bool = False
    """True if a commune may tell it of itself on its own site."""
    author: str = ""
    episodes: tuple[Episode, ...] = ()
    """Times of the year with words of their own, told in turn; they replace `window`."""

    def headline(self, number: int) -> Told:
        chosen = self.titles[number % len(self.titles)]
        return chosen if isinstance(chosen, Told) else Told(chosen, self.lead)

    def of_unit(self, headline: Told) -> bool:
        """Whether the story, told under this headline, happens in one commune or town."""
        lines = (headline.title, headline.lead, *self.facts)
        return any(slot in line for line in lines for slot in _OF_UNIT)


def shares(stories: tuple[Story, ...], wanted: int, random: Random) -> tuple[int, ...]:
    """How often each story is told: everyone once before anyone twice, none more often than it bears."""
    told = [0] * len(stories)
    while wanted:
        open_ones = [place for place, story in enumerate(stories) if told[place] < story.uses]
        if not open_ones:
            raise ValueError("the stories cannot bear that many items")
        least = min(told[place] for place in open_ones)
        round_ = [place for place in open_ones if told[place] == least]
        random.shuffle(round_)
        for place in round_[:wanted]:
            told[place] += 1
        wanted -= len(round_[:wanted])
    return tuple(told)


class Narrator:
    """Tells stories for one site, never the same title twice; pools of paragraphs are used in turn."""

    def __init__(self, seed: str, home: Unit | None = None) -> None:
        self.random = Random(seed)  # noqa: S311 - must be the same on every run
        self.home = home
        self._turn: Counter[str] = Counter()
        self._visits: Counter[str] = Counter()
        self._titles: set[str] = set()

    def tell_all(self, stories: tuple[Story, ...], wanted: int, categories: Categories) -> list[Draft]:
        counts = shares(stories, wanted, self.random)
        return [
            draft for story, count in zip(stories, counts, strict=True) for draft in self.tell(story, count, categories)
        ]

    def tell(self, story: Story, count: int, categories: Categories) -> list[Draft]:
        offset = self.random.randrange(1000)
        return [
            self._draft(story, offset + turn, turn, episode, categories)
            for turn, episode in enumerate(episodes(story, count))
        ]

    def _draft(self, story: Story, offset: int, turn: int, episode: Episode, categories: Categories) -> Draft:
        window, fixed = episode
        published = draw_day(self.random, window)
        slots = self._dates(published, window)
        for attempt in range(_ATTEMPTS):
            headline = story.headline(turn + attempt)
            slots |= self._place(story, headline) | self._own_words(story, offset + attempt) | dict(fixed)
            title = _fill(headline.title, slots)
            if title not in self._titles:
                break
        else:
            raise ValueError(f"no new title left for: {story.headline(0).title}")
        self._titles.add(title)
        pool = POOLS[story.topic]
        picture = self._next(f"{story.topic} picture", pool.pictures) if pool.pictures else None
        body = tuple(_filled(block, slots) for block in self._body(story, pool, turn, picture))
        author = story.author or self.random.choice(CONTRIBUTORS)
        return Draft(title, _fill(headline.lead, slots), body, author, published, categories, picture)

    def _dates(self, published: date, window: Window) -> dict[str, str]:
        days = [published - timedelta(days=back) for back in (0, 0, 0, 1, 1, 2)]
        event = self.random.choice([day for day in days if day >= day_of(window[0]) and _likely(day)] or [published])
        half = self.random.choice(("sáng", "sáng", "chiều"))
        before = (published.replace(day=1) - timedelta(days=1)).month
        return {
            "ngay": f"ngày {full_date(event)}",
            "Ngay": f"Ngày {full_date(event)}",
            "buoi": f"{half} {short_date(event)}",
            "Buoi": f"{half.capitalize()} ngày {short_date(event)}",
            "thang": f"tháng {published.month}",
            "thangqua": f"tháng {before}/2022" if published.month == 1 else f"tháng {before}",
            "quy": _last_quarter(published),
            "sau": f"ngày {full_date(next_workday(published + timedelta(days=self.random.randint(5, 12))))}",
            "han": f"ngày {full_date(next_workday(published + timedelta(days=self.random.randint(15, 25))))}",
        }

    def _place(self, story: Story, headline: Told) -> dict[str, str]:
        first = self.home or self._least_visited(story.units or tuple(one.code for one in units()))
        second = self._another(first)
        hamlet = self.random.choice(HAMLETS[first.code])
        local = self.home is not None or story.of_unit(headline)
        place = {
            "ap": hamlet,
            "Ap": capital(hamlet),
            "place": f"{hamlet}, {first.phrase}",
            "Place": f"{capital(hamlet)}, {first.phrase}",
            "noi": first.phrase if local else "huyện Trà Cú",
            "Noi": capital(first.phrase) if local else "Huyện Trà Cú",
            "cq": f"UBND {first.phrase}" if local else "UBND huyện",
            "Cq": f"UBND {first.phrase}" if local else "UBND huyện",
            "dan": f"{self.random.choice(PEOPLE)}, {hamlet}, {first.phrase}",
        }
        return first.words() | second.words("2") | place

    def _least_visited(self, codes: tuple[str, ...]) -> Unit:
        fewest = min(self._visits[code] for code in codes)
        code = self.random.choice([code for code in codes if self._visits[code] <= fewest + 1])
        self._visits[code] += 1
        return unit(code)

    def _another(self, first: Unit) -> Unit:
        return self.random.choice([one for one in units() if one.name != first.name])

    def _own_words(self, story: Story, offset: int) -> dict[str, str]:
        return {name: options[offset % len(options)] for name, options in story.words.items()}

    def _next(self, name: str, options: tuple[str, ...]) -> str:
        if name not in self._turn:
            self._turn[name] = self.random.randrange(len(options))
        self._turn[name] += 1
        return options[self._turn[name] % len(options)]

    def _body(self, story: Story, pool: Pool, turn: int, picture: str | None) -> tuple[Block, ...]:
        facts = story.facts[turn % len(story.facts) :] + story.facts[: turn % len(story.facts)]
        facts = tuple(sorted(facts[:3], key=story.facts.index))
        context = self._next(f"{story.topic} context", pool.context)
        closing = self._next(f"{story.topic} closing", pool.closing)
        first, rest = facts[0], facts[1:]
        layout = self.random.choice(_SOBER if story.author else _LAYOUTS)
        if layout == "brief":
            return text(first, *rest), text(closing)
        if layout == "plain":
            return text(first, *rest), text(context, closing)
        if layout == "quote":
            return text(first, *rest), self._quote(story, pool), text(context, closing)
        if layout == "callout":
            return text(first, context), text(*rest, closing), self._callout(story, pool)
        if layout == "image":
            return text(first, *rest), *self._image(story, pool, picture), text(context, closing)
        heading = f"<h2>{self._next(f'{story.topic} heading', pool.headings)}</h2>"
        middle = (self._quote(story, pool), *self._image(story, pool, picture))
        return text(first), *middle, text(heading, context, *rest), text(closing), self._callout(story, pool)

    def _quote(self, story: Story, pool: Pool) -> Block:
        saying = self._next(f"{story.topic} quote", tuple("|".join(pair) for pair in pool.quotes))
        words, source = saying.split("|")
        return Block("quote", text=words, source=source)

    def _callout(self, story: Story, pool: Pool) -> Block:
        note = self._next(f"{story.topic} note", tuple("|".join(pair) for pair in pool.notes))
        title, words = note.split("|")
        return Block("callout", title=title, text=words)

    def _image(self, story: Story, pool: Pool, lead_picture: str | None) -> tuple[Block, ...]:
        others = tuple(key for key in pool.pictures if key != lead_picture)
        if not others:
            return ()
        picture = PICTURES[self._next(f"{story.topic} image", others)]
        return (Block("image", picture=picture.key, alt=picture.alt, caption=picture.caption),)


def episodes(story: Story, count: int) -> list[Episode]:
    if story.episodes:
        return [story.episodes[turn % len(story.episodes)] for turn in range(count)]
    return [(window, {}) for window in portions(story.window, count)] if count else []


def _last_quarter(published: date) -> str:
    """The quarter that a review published on this day looks back at."""
    then = published - timedelta(days=70)
    return quarter(then) if then.year == published.year else f"{quarter(then)}/{then.year}"


def _likely(day: date) -> bool:
    return is_workday(day) or day.weekday() == 5


def _fill(template: str, slots: Mapping[str, str]) -> str:
    return template.format_map(slots)


def _filled(block: Block, slots: Mapping[str, str]) -> Block:
    return Block(
        block.kind,
        html=_fill(block.html, slots),
        text=_fill(block.text, slots),
        source=_fill(block.source, slots),
        title=_fill(block.title, slots),
        header=block.header,
        rows=tuple(tuple(_fill(cell, slots) for cell in row) for row in block.rows),
        picture=block.picture,
        alt=block.alt,
        caption=block.caption,
    )
