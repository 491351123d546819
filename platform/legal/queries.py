"""Which documents a reader finds, what is in force on a day, and in what order they stand."""

import datetime
from typing import Any, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import Case, CharField, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from legal.states import Relation, Status
from lib.search_words import WORD_FOR_NUMBER, compact, has_khmer, identity, phrases
from lib.vietnamese import to_nfc
from library.queries import in_closed_collection
from pages.queries import unexpired

# As the indexes have it: another configuration would not use them.
CONFIG = "simple"
# Among so many the new ones of each category are looked for.
NEW = 100
# Of different issuers and years.
MOST_OF_ONE_NUMBER = 100

# As readers first had them: the order of the feed, and of the index for it.
LATEST = (F("first_published_at").desc(nulls_last=True), F("issued_on").desc(), F("id").desc())
ORDERS = {
    "moi-nhat": ("-issued_on", "-pk"),
    "cu-nhat": ("issued_on", "pk"),
    "so-hieu": ("number_key", "-issued_on", "-pk"),
    "hieu-luc": (F("effective_on").desc(nulls_last=True), "-pk"),
}


def words_of(*names: str) -> SearchVector:
    return SearchVector(*names, config=CONFIG)


class DocumentQuerySet(models.QuerySet):
    def published(self) -> Self:
        """And not past the end that was set."""
        return self.filter(unexpired(), live=True)

    def newest_first(self) -> Self:
        return self.order_by("-issued_on", "-pk")

    def in_order(self, order: str) -> Self:
        return self.order_by(*ORDERS.get(order, ORDERS["moi-nhat"]))

    def for_rows(self, on: datetime.date) -> Self:
        """With all that a line of a list shows, in one query."""
        return self.select_related("form", "issuer", "field").with_status(on).defer("search_text", "note")

    def for_detail(self) -> Self:
        return self.select_related("form", "issuer", "field")

    def with_status(self, on: datetime.date) -> Self:
        return self.annotate(
            status=Case(
                When(self._followed(Relation.REPLACES, on), then=Value(Status.REPLACED)),
                When(expires_on__lte=on, then=Value(Status.EXPIRED)),
                When(Q(effective_on__gt=on) | Q(effective_on=None, issued_on__gt=on), then=Value(Status.NOT_YET)),
                When(Q(partly_expired_on__lte=on) | self._followed(Relation.AMENDS, on), then=Value(Status.PARTLY)),
                default=Value(Status.IN_FORCE),
                output_field=CharField(),
            )
        )

    def in_status(self, status: str, on: datetime.date) -> Self:
        return self.with_status(on).filter(status=status)

    def issued_in(self, year: int) -> Self:
        return self.filter(year=year)

    def first_published_in(self, first: datetime.date, last: datetime.date) -> Self:
        return self.filter(first_published_at__date__gte=first, first_published_at__date__lte=last)

    def matching(self, text: str) -> Self:
        """Every word somewhere in number, abstract, form, issuer and signer, or every word in one of the files.

        Each way is looked up in its index once, and rows are asked whether they are in one of the results: of a word
        that most documents have, PostgreSQL would take longer to unite the results and to join them again.
        """
        text = WORD_FOR_NUMBER.sub("", to_nfc(text))
        words = phrases(text)
        if not words:
            return self.none()
        own = self.model._default_manager.order_by()
        if has_khmer(text):
            for word in words:
                own = own.filter(search_text__contains=" ".join(word))
            return self.filter(pk__in=own.values("pk"))
        found = own.alias(words=words_of("search_text")).filter(words=_query(words, " <-> ")).values("pk")
        ways = Q(pk__in=found) | Q(pk__in=_files_with(words))
        if _has_digit(text):
            ways |= Q(pk__in=own.filter(number_key__contains=compact(text)).values("pk"))
        return self.filter(ways)

    def with_number_first(self, text: str) -> Self:
        """In the order they have, but what bears exactly this number stands above what only contains it."""
        if not _has_digit(text):
            return self
        exact = self.model._default_manager.order_by().filter(
            number_identity=identity(WORD_FOR_NUMBER.sub("", to_nfc(text)))
        )
        numbers = list(exact.values_list("pk", flat=True)[:MOST_OF_ONE_NUMBER])
        if not numbers:
            return self
        return self.order_by(Case(When(pk__in=numbers, then=0), default=1), *self.query.order_by)

    def years(self) -> list[int]:
        """From the last to the first year of which there is a document; two look-ups in an index."""
        ends = self.aggregate(first=models.Min("issued_on"), last=models.Max("issued_on"))
        if ends["first"] is None:
            return []
        return list(range(ends["last"].year, ends["first"].year - 1, -1))

    def _followed(self, relation: Relation, on: datetime.date) -> Q:
        """A published document stands so to this one, and is in force by that day.

        The links are looked up once for all rows: asked for each row, PostgreSQL compiles the question first (JIT).
        """
        begins = Coalesce("document__effective_on", "document__issued_on")
        links = apps.get_model("legal", "LegalLink").objects.order_by().alias(starts=begins)
        following = links.filter(unexpired("document__"), relation=relation, document__live=True, starts__lte=on)
        return Q(pk__in=following.values("target"))


def newest_by_category(documents: DocumentQuerySet) -> dict[str, list[Any]]:
    """Of the newest documents, those of each category by its key, in one question however many there are.

    A category whose last document is older than all of these has nothing new.
    """
    stands = documents.model.categories.through.objects.filter(legaldocument=OuterRef("pk"))
    newest = documents.published().newest_first().select_related("form").only("number", "abstract", "issued_on", "form")
    found: dict[str, list[Any]] = {}
    for document in newest.annotate(category_keys=ArraySubquery(stands.values("category__key")))[:NEW]:
        for key in document.category_keys:
            found.setdefault(key, []).append(document)
    return found


def _files_with(words: list[list[str]]) -> models.QuerySet:
    """Phrases are looked up word by word here: to find them as they stand, whole files would be read again."""
    files = apps.get_model("legal", "LegalFile").objects
    single = [[part] for word in words for part in word]
    texts = (
        apps.get_model("legal", "FileText").objects.alias(words=words_of("text")).filter(words=_query(single, " & "))
    )
    found = files.order_by().filter(~in_closed_collection("file"), file__in=texts.values("file"))
    return found.values("document_id")


def _query(words: list[list[str]], between: str) -> SearchQuery:
    """The last word may be the beginning of one: `ngan sa` finds `ngân sách`."""
    quoted = [between.join(f"'{part}'" for part in word) for word in words]
    last = words[-1][-1]
    ends_open = ":*" if len(last) > 1 and not last.isdigit() else ""
    return SearchQuery(" & ".join(quoted) + ends_open, config=CONFIG, search_type="raw")


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
