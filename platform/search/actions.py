"""What writes the index. It is kept in step by comparing: each of these may run twice, and be killed half way."""

import datetime
import logging
import re
import traceback
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Left
from wagtail import hooks

from lib.clock import today
from lib.vietnamese import to_nfc
from search import words as compared
from search.entries import Entry
from search.pins import Miss
from search.queries import SearchEntryQuerySet
from search.sources import Source, Thing, all_sources, source_named
from search.vocabulary import KnownWord, Word
from search.words import WORD, days_in_words, khmer_in, sign_identity, sign_key, vector, word_of, words_in

logger = logging.getLogger(__name__)

# Of how texts are taken apart: another number has everything indexed anew.
VERSION = 1
# Called without arguments, once it is committed: for whoever keeps what is made of the index.
RENEWED_HOOK = "search_index_renewed"
PORTION = 200
LONGEST_TITLE, LONGEST_EXCERPTED, LONGEST_TEXT, LONGEST_FILES = 500, 20_000, 50_000, 250_000
# Of a longer text the index of Khmer letters holds the beginning.
LONGEST_KHMER = 10_000
# Titles and beginnings hold the words that matter; a pair that is said once is chance.
LEARNT_FROM = 1_000
LEAST_OFTEN = {False: 1, True: 2}
LONGEST_MISS = 100
# Nobody fills the list by a program.
MOST_MISSES_A_DAY = 500
# An address, or seven figures with nothing but signs between them, unless they are the code of a procedure.
PERSONAL = re.compile(r"@|(?<!\d)(?!\d\.\d{6}(?![\s.()+-]*\d))\d(?:[\s.()+-]*\d){6}")
WRITTEN = [field.name for field in Entry._meta.fields if field.name not in ("id", "source", "number")]


def renew(*, source: str, numbers: Collection[int]) -> None:
    """Bring the index in step with these things: what was published is found, what is gone is not."""
    found = source_named(source)
    stamps = _with_version(found.stamps(numbers))
    gone = set(numbers) - set(stamps)
    with transaction.atomic():
        if gone:
            Entry.objects.filter(source=source, number__in=gone).delete()
        _write_what_can_be(found, stamps)
        for tell in hooks.get_hooks(RENEWED_HOOK):
            transaction.on_commit(tell, robust=True)


def renew_all() -> int:
    """Whatever differs, source by source and in portions, and how many that were. Catches what no call announced: an
    import, a file that was read meanwhile, a database out of a backup. What can't be taken in is tried each time."""
    changed = 0
    known = {source.key for source in all_sources()}
    Entry.objects.exclude(source__in=known).delete()
    for source in all_sources():
        stamps = _with_version(source.stamps(None))
        kept = dict(Entry.objects.filter(source=source.key).values_list("number", "stamp"))
        for portion in _portions(sorted(kept.keys() - stamps.keys())):
            changed += len(portion)
            Entry.objects.filter(source=source.key, number__in=portion).delete()
        differing = sorted(number for number, stamp in stamps.items() if kept.get(number) != stamp)
        for portion in _portions(differing):
            changed += len(portion)
            _write_what_can_be(source, {number: stamps[number] for number in portion})
    return changed


def look_after_words(*, days: int) -> None:
    """Once a day. Safe to repeat."""
    learn_words(today())
    forget_misses(days=days, on=today())


def learn_words(on: datetime.date) -> int:
    """Take the words of what readers may see on that day, and how they are written most often. Returns how many."""
    return learn(Word, Entry.objects.on_show(on))


@transaction.atomic
def learn(model: type[KnownWord], entries: SearchEntryQuerySet) -> int:
    """What is known afterwards are the words of these entries and no others."""
    counts: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    texts = entries.order_by().values_list("title", Left("text", LEARNT_FROM))
    for title, text in texts.iterator(chunk_size=2000):
        _count(title, counts, spellings)
        _count(text, counts, spellings)
    kept = {text: times for text, times in counts.items() if times >= LEAST_OFTEN[" " in text]}
    known = model._default_manager
    known.all().delete()
    known.bulk_create(
        (
            model(text=text, joined=text.replace(" ", ""), written=spellings[text].most_common(1)[0][0], times=times)
            for text, times in kept.items()
        ),
        batch_size=2000,
    )
    return len(kept)


def _count(text: str, counts: Counter[str], spellings: dict[str, Counter[str]]) -> None:
    """Words, and those that follow each other; no numbers, and nothing that is written without spaces."""
    before: tuple[str, str] | None = None
    for written in WORD.findall(to_nfc(text)):
        plain = word_of(written).plain
        if not plain.isalpha() or not plain.isascii():
            before = None
            continue
        found = [(plain, written.lower())]
        if before:
            found.append((f"{before[0]} {plain}", f"{before[1]} {written.lower()}"))
        for key, spelling in found:
            counts[key] += 1
            spellings[key][spelling] += 1
        before = (plain, written.lower())


@transaction.atomic
def note_miss(*, words: str, on: datetime.date) -> None:
    """One more search for these words that found nothing. Kept are the words and the day; not what may tell who typed
    them: an e-mail address, a phone or card number."""
    whole = " ".join(words.lower().split())
    said = whole[:LONGEST_MISS]
    if not said or PERSONAL.search(whole):
        return
    counted = Miss.objects.filter(on=on)
    if not counted.filter(words=said).exists() and counted.count() >= MOST_MISSES_A_DAY:
        return
    miss, _ = Miss.objects.get_or_create(words=said, on=on)
    Miss.objects.filter(pk=miss.pk).update(times=F("times") + 1)


@transaction.atomic
def forget_misses(*, days: int, on: datetime.date) -> int:
    return Miss.objects.filter(on__lt=on - datetime.timedelta(days=days)).delete()[0]


def _write_what_can_be(source: Source, stamps: Mapping[int, str]) -> None:
    """All at once, else one by one: a thing that can't be taken in keeps no other out, nor what publishes it from going
    on. What the index held of it goes, for its words may be those that were taken out."""
    try:
        _write(source, stamps)
    except Exception as error:  # noqa: BLE001 - a thing may fail in any way, and must not keep the others out
        if len(stamps) > 1:
            for number, stamp in stamps.items():
                _write_what_can_be(source, {number: stamp})
            return
        for number in stamps:
            logger.error("%s %d is not in the search: %s", source.key, number, _without_content(error))
            Entry.objects.filter(source=source.key, number=number).delete()


def _without_content(error: Exception) -> str:
    """Which error and where; its words may be those of the thing."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name}, {place.filename}:{place.lineno}"


@transaction.atomic
def _write(source: Source, stamps: Mapping[int, str]) -> None:
    if not stamps:
        return
    entries = [_entry(source, thing, stamps[thing.number]) for thing in source.read(sorted(stamps))]
    Entry.objects.bulk_create(entries, update_conflicts=True, unique_fields=["source", "number"], update_fields=WRITTEN)
    # There by the stamps, and not to be read: between the two questions it went.
    unread = set(stamps) - {entry.number for entry in entries}
    if unread:
        Entry.objects.filter(source=source.key, number__in=unread).delete()


def _entry(source: Source, thing: Thing, stamp: str) -> Entry:
    title, text, keywords = (words_in(words[:LONGEST_TEXT]) for words in (thing.title, thing.text, _keywords(thing)))
    more = words_in(thing.more[:LONGEST_FILES])
    texts = ((title, "A"), (keywords, "B"), (text, "C"), (more, "D"))
    return Entry(
        source=source.key,
        number=thing.number,
        locale=thing.locale,
        kind=thing.kind,
        title=thing.title[:LONGEST_TITLE],
        text=thing.text[:LONGEST_EXCERPTED],
        day=thing.day,
        year=thing.year or (thing.day.year if thing.day else None),
        categories=list(thing.categories),
        sign_key=sign_key(thing.sign)[:100],
        sign_identity=sign_identity(thing.sign)[:100],
        khmer=khmer_in(f"{thing.title} {thing.keywords} {thing.text}"[:LONGEST_KHMER]),
        vector=vector(([word.plain for word in words], weight) for words, weight in texts),
        title_vector=vector([([word.plain for word in title], "A")]),
        marked_vector=vector((_marked(words), weight) for words, weight in texts[:3]),
        stamp=stamp,
    )


def _keywords(thing: Thing) -> str:
    """With the day in figures, however the text tells it."""
    day = f"{thing.day:%d/%m/%Y}" if thing.day else ""
    return " ".join((thing.sign, thing.keywords, day, days_in_words(f"{thing.title} {thing.text}")))


def _marked(words: Sequence[compared.Word]) -> list[str]:
    return [word.marked for word in words if word.marked != word.plain]


def _with_version(stamps: Mapping[int, str]) -> dict[int, str]:
    return {number: f"{VERSION}:{stamp}"[:200] for number, stamp in stamps.items()}


def _portions(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(numbers), PORTION):
        yield numbers[first : first + PORTION]
