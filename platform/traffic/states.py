"""What readers hold in their hands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Device(models.TextChoices):
    PHONE = "phone", _("Phone")
    TABLET = "tablet", _("Tablet")
    COMPUTER = "computer", _("Computer")
