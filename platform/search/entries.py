"""What is found on this site, as it was read last. Who may see it is asked of the sources, each time."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from search.queries import SearchEntryQuerySet


class IndexedThing(models.Model):
    """One thing of one source. Its address is not kept: a page that moves takes it along."""

    source = models.CharField(max_length=40)
    number = models.BigIntegerField()
    locale = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    day = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    categories = ArrayField(models.CharField(max_length=50), default=list)
    sign_key = models.CharField(max_length=100, blank=True)
    sign_identity = models.CharField(max_length=100, blank=True)
    khmer = models.TextField(blank=True)
    # Plain letters, with weights: title A, keywords B, text C, files D.
    vector = SearchVectorField()
    title_vector = SearchVectorField()
    # With marks, of title and text; it is looked up for what was found already.
    marked_vector = SearchVectorField()
    stamp = models.CharField(max_length=200)

    objects: ClassVar = SearchEntryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.source} {self.number}"


def indexes(name: str) -> list[models.Index]:
    """What a table of such things is looked through by; their names begin with that name."""
    return [
        # Without the list of what is to be added later, which every search would read through.
        GinIndex(fields=["vector"], name=f"{name}_by_word", fastupdate=False),
        GinIndex(fields=["title_vector"], name=f"{name}_by_title", fastupdate=False),
        GinIndex(OpClass("sign_key", name="gin_trgm_ops"), name=f"{name}_by_sign", condition=~models.Q(sign_key="")),
        GinIndex(OpClass("khmer", name="gin_trgm_ops"), name=f"{name}_by_khmer", condition=~models.Q(khmer="")),
        models.Index(fields=["sign_identity"], name=f"{name}_by_identity", condition=~models.Q(sign_identity="")),
        models.Index(models.F("day").desc(nulls_last=True), models.F("id").desc(), name=f"{name}_newest_first"),
    ]


class Entry(IndexedThing):
    """Of this site, whatever readers may see of it on the day at hand."""

    class Meta:
        verbose_name = "entry of the search"
        verbose_name_plural = "entries of the search"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="search_one_entry_each")]
        indexes = indexes("search")
