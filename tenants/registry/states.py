"""The kinds of unit that run a site, and the life of a site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PROVINCE = "province", _("Province")
    DISTRICT = "district", _("District")
    WARD = "ward", _("Ward")
    COMMUNE = "commune", _("Commune")
    TOWN = "town", _("Town")


# The unit's word in Vietnamese, part of its full name and of its address on the web, whatever language is spoken.
KIND_WORD: dict[str, str] = {
    Kind.PROVINCE: "tỉnh",
    Kind.DISTRICT: "huyện",
    Kind.WARD: "phường",
    Kind.COMMUNE: "xã",
    Kind.TOWN: "thị trấn",
}

# Kinds that may run the editorial board of others: a district, since 1 July 2025 a province.
BOARD_KINDS = frozenset({Kind.PROVINCE, Kind.DISTRICT})


class Lifecycle(models.TextChoices):
    PREPARING = "preparing", _("Preparing")
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    ARCHIVED = "archived", _("Archived")


MOVES: dict[str, frozenset[str]] = {
    Lifecycle.PREPARING: frozenset({Lifecycle.ACTIVE}),
    Lifecycle.ACTIVE: frozenset({Lifecycle.SUSPENDED, Lifecycle.ARCHIVED}),
    Lifecycle.SUSPENDED: frozenset({Lifecycle.ACTIVE, Lifecycle.ARCHIVED}),
    Lifecycle.ARCHIVED: frozenset({Lifecycle.ACTIVE}),
}


def may_move(before: str, after: str) -> bool:
    return after in MOVES[before]
