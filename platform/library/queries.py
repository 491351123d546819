"""Which pictures are for whom."""

from django.db.models import Q
from wagtail.models import Collection, CollectionViewRestriction

from library.models import SiteImage, SiteRendition


def closed_collection_of(name: str) -> Collection | None:
    """The collection of the picture in that file, where its readers are limited; None for a public picture.

    One query on a site without closed collections, a second one where there are some.
    """
    closed = list(CollectionViewRestriction.objects.values_list("collection__path", flat=True).distinct())
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
