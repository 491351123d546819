"""What a site's administrator has decided about signing in. Secrets of second factors are django-otp's rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Policy(models.Model):
    """At most one row; none means that nothing was ever decided."""

    factor_required_since = models.DateTimeField(_("second factor compulsory since"), null=True, blank=True)

    class Meta:
        verbose_name = _("rules of signing in")
        verbose_name_plural = _("rules of signing in")
        default_permissions = ("change",)
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="signin_one_policy")]

    def __str__(self) -> str:
        return str(self.factor_required_since or "")
