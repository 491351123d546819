"""Which pages anybody may read, and which pictures stand on them."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, QuerySet, Value, Window
from django.db.models.functions import Length, RowNumber, Substr
from wagtail.models import CollectionViewRestriction, Page, PageQuerySet, ReferenceIndex

from home.latest import OF_ONE_CATEGORY
from library.models import SiteImage, SiteRendition
from newsroom.models import ArticlePage
from pages.queries import unexpired
from places.models import PlacePage

ITEMS = (ArticlePage, *OF_ONE_CATEGORY)
PICTURES_PER_PAGE = 20


def readable(on: datetime.date) -> PageQuerySet:
    """Live, not past their end, open to everybody, not dated later than that day, and no copy; two queries."""
    pages = Page.objects.live().public().filter(unexpired(), alias_of=None, depth__gt=1)
    for model in ITEMS:
        pages = pages.exclude(pk__in=model.objects.order_by().filter(published_on__gt=on).values("pk"))
    return pages


def outline(pages: PageQuerySet, *, home: Page, most: int) -> QuerySet[Page]:
    """What hangs below a home page, less the items of lists: of the pages below one page the first so many.

    Each knows how many `siblings` it has, itself included.
    """
    kinds = ContentType.objects.get_for_models(*ITEMS).values()
    below = pages.filter(path__startswith=home.path, depth__gt=home.depth).exclude(content_type__in=kinds)
    above = Substr("path", 1, Length("path") - Value(Page.steplen))
    numbered = below.annotate(
        place=Window(RowNumber(), partition_by=[above], order_by="path"),
        siblings=Window(Count("pk"), partition_by=[above]),
    )
    return numbered.filter(place__lte=most).order_by("path")


def pictures_on(pages: Iterable[Page]) -> dict[int, list[str]]:
    """Addresses of the pictures that are open to everybody, by the number of the page; at most six queries."""
    stands: dict[int, list[int]] = defaultdict(list)
    numbers = [page.pk for page in pages]
    for page, picture in [*_leading(numbers), *_references(numbers)]:
        if picture not in stands[page]:
            stands[page].append(picture)
    wanted = {picture for pictures in stands.values() for picture in pictures[:PICTURES_PER_PAGE]}
    found = _addresses_of(wanted)
    return {
        page: [found[picture] for picture in pictures[:PICTURES_PER_PAGE] if picture in found]
        for page, pictures in stands.items()
    }


def _leading(numbers: list[int]) -> Iterable[tuple[int, int]]:
    """The picture that stands above a page."""
    first, second = (
        model.objects.order_by().filter(pk__in=numbers, image__isnull=False).values_list("pk", "image")
        for model in (ArticlePage, PlacePage)
    )
    return first.union(second, all=True)


def _references(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """As Wagtail notes them whenever a page is saved, whatever field or block they stand in."""
    kinds = ContentType.objects.get_for_models(Page, SiteImage)
    rows = ReferenceIndex.objects.filter(
        base_content_type=kinds[Page],
        to_content_type=kinds[SiteImage],
        object_id__in=[str(number) for number in numbers],
    )
    for page, picture in rows.order_by("pk").values_list("object_id", "to_object_id"):
        yield int(page), int(picture)


def _addresses_of(numbers: set[int]) -> dict[int, str]:
    """The largest cut that readers have been given already, else the picture itself: no picture is cut for a map."""
    pictures = SiteImage.objects.filter(pk__in=numbers)
    closed = CollectionViewRestriction.objects.values_list("collection__path", flat=True).distinct()
    for path in closed:
        pictures = pictures.exclude(collection__path__startswith=path)
    found = {picture.pk: picture.file.url for picture in pictures.only("file", "width", "height")}
    cuts = SiteRendition.objects.filter(image__in=found).order_by("image", "-width", "pk").distinct("image")
    return found | {cut.image_id: cut.file.url for cut in cuts.only("image", "file", "width", "height")}
