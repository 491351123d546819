"""What writes the index. It is kept in step by comparing: each of these may run twice, and be killed half way."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from django.db import transaction

from search.entries import Entry
from search.sources import Source, Thing, all_sources, source_named
from search.words import Word, days_in_words, khmer_in, sign_identity, sign_key, vector, words_in

# Of how texts are taken apart: another number has everything indexed anew.
VERSION = 1
PORTION = 200
LONGEST_TITLE, LONGEST_EXCERPTED, LONGEST_FILES = 500, 20_000, 400_000
# Of a longer text the index of Khmer letters holds the beginning.
LONGEST_KHMER = 10_000
WRITTEN = [field.name for field in Entry._meta.fields if field.name not in ("id", "source", "number")]


def renew(*, source: str, numbers: Collection[int]) -> None:
    """Bring the index in step with these things: what was published is found, what is gone is not."""
    found = source_named(source)
    stamps = _with_version(found.stamps(numbers))
    gone = set(numbers) - set(stamps)
    with transaction.atomic():
        if gone:
            Entry.objects.filter(source=source, number__in=gone).delete()
        _write(found, stamps)


def renew_all() -> int:
    """Whatever differs, source by source and in portions, and how many that were. Catches what no call announced: an
    import, a file that was read meanwhile, a database out of a backup."""
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
            with transaction.atomic():
                _write(source, {number: stamps[number] for number in portion})
    return changed


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
    title, text, keywords = (words_in(words) for words in (thing.title, thing.text, _keywords(thing)))
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


def _marked(words: Sequence[Word]) -> list[str]:
    return [word.marked for word in words if word.marked != word.plain]


def _with_version(stamps: Mapping[int, str]) -> dict[int, str]:
    return {number: f"{VERSION}:{stamp}"[:200] for number, stamp in stamps.items()}


def _portions(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(numbers), PORTION):
        yield numbers[first : first + PORTION]
