"""More time for a consultation, each with its reason."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Extension(models.Model):
    """More time, with the reason. Never changed: the closing date that it took the place of stays visible."""

    page = models.ForeignKey("consultations.ConsultationPage", on_delete=models.PROTECT, related_name="extensions")
    closed_on = models.DateField(_("earlier closing date"))
    closes_on = models.DateField(_("new closing date"))
    reason = models.TextField(_("reason"))
    extended_on = models.DateField(_("extended on"))
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["closes_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_on__gt=models.F("closed_on")), name="consultations_extension_is_longer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.closed_on:%d/%m/%Y} → {self.closes_on:%d/%m/%Y}"

    @property
    def reopened(self) -> bool:
        """It had closed already."""
        return self.extended_on > self.closed_on
