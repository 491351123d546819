"""How much this site has stored."""

from dataclasses import dataclass

from django.db.models import Count, Sum

from library.models import SiteDocument, SiteImage


@dataclass(frozen=True)
class Storage:
    """Originals only, in bytes; what is cut out of pictures can be made again."""

    pictures: int
    documents: int
    size: int


def storage() -> Storage:
    """Two queries. Of a picture whose size nobody has asked for yet nothing is counted."""
    pictures, documents = (
        model.objects.order_by().aggregate(number=Count("pk"), size=Sum("file_size"))
        for model in (SiteImage, SiteDocument)
    )
    return Storage(pictures["number"], documents["number"], (pictures["size"] or 0) + (documents["size"] or 0))
