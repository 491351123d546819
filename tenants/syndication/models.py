"""What all sites have published, in one table of `public`: a copy of what each site's own search holds of it."""

from typing import ClassVar

from django.db import models

from search.entries import IndexedThing, indexes
from search.vocabulary import KnownWord, by_part
from tenants.registry.models import Tenant
from tenants.syndication.queries import SharedEntryQuerySet


class SharedEntry(IndexedThing):
    """Read by the logins of boards only; nothing is shown out of it, each hit is asked of its site once more."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar = SharedEntryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["tenant", "source", "number"], name="syndication_one_entry_each")
        ]
        indexes = indexes("syndication")


class SharedWord(KnownWord):
    """Of all sites that visitors may enter."""

    class Meta:
        default_permissions = ()
        indexes = [by_part("syndication")]
