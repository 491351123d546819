"""Which pictures and files are for whom."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Collection, CollectionViewRestriction

from library.models import SiteImage, SiteRendition


def closed_collection_of(name: str) -> Collection | None:
    """The collection of the picture in that file, where its readers are limited; None for a public picture.

    One query on a site without closed collections, a second one where there are some.
    """
    closed = closed_paths()
    if not closed:
        return None
    below = Q()
    for path in closed:
        below |= Q(path__startswith=path)
    holders = (
        SiteRendition.objects.filter(file=name)
        .values("image__collection")
        .union(SiteImage.objects.filter(file=name).values("collection"), all=True)
    )
    return Collection.objects.filter(below, pk__in=holders).first()


def closed_paths() -> tuple[str, ...]:
    """Where collections begin whose readers are limited; what stands below one is limited as well."""
    return tuple(
        CollectionViewRestriction.objects.order_by("collection__path")
        .values_list("collection__path", flat=True)
        .distinct()
    )


def in_closed_collection(name: str) -> Exists:
    """Whether a file, named by its key in the row at hand, lies where readers are limited; asked along with the row."""
    path = ExpressionWrapper(OuterRef(f"{name}__collection__path"), output_field=CharField())
    return Exists(CollectionViewRestriction.objects.alias(path=path).filter(path__startswith=F("collection__path")))
