"""Words for places to see."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """NĐ 224/2026 art 9 has a unit introduce its history, traditions, monuments and landscapes."""

    MONUMENT = "monument", _("Historical monument")
    TEMPLE = "temple", _("Pagoda, temple, communal house")
    LANDSCAPE = "landscape", _("Landscape")
    CRAFT = "craft", _("Craft village")
    MUSEUM = "museum", _("Museum, exhibition")
    REST = "rest", _("Food, lodging, market")
    OTHER = "other", _("Other places")
