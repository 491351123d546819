"""The register as a feed: with the same filters, in the order in which readers first had the documents."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from legal.models import LegalDocument, RegisterPage
from legal.queries import LATEST
from legal.searches import Search, offers
from legal.subjects import document_key
from pages.announcements import Announcement, Wanted, announced, first_path, shortened

LONGEST_TITLE = 160
PLACE = ("category__position", "category__key")


def newest(wanted: Wanted) -> list[Announcement]:
    """Three queries; five more where the address asks for something: that is read as the register reads it."""
    register = first_path(RegisterPage, wanted)
    if not register:
        return []
    search = Search.of(wanted.question, offers(wanted.on)) if wanted.question else Search()
    stands = LegalDocument.categories.through.objects
    documents = search.documents(wanted.on)
    if wanted.category:
        documents = documents.filter(pk__in=stands.filter(category=wanted.category).values("legaldocument_id"))
    keys = stands.filter(legaldocument=OuterRef("pk")).order_by(*PLACE).values("category__key")
    rows = documents.select_related("form").defer("search_text", "note").annotate(category_keys=ArraySubquery(keys))
    in_order = rows.order_by(*LATEST)
    return [
        announced(
            key=document_key(one),
            title=shortened(f"{one.title}: {one.abstract}", LONGEST_TITLE),
            path=f"{register}{one.address}",
            gist=one.abstract,
            published=one.first_published_at or one.issued_on,
            first=one.first_published_at,
            updated=one.last_published_at,
            categories=tuple(one.category_keys),
        )
        for one in in_order[wanted.skip : wanted.until]
    ]
