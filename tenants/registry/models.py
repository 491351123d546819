"""The sites of the installation: who they are, where they answer, what became of them.

Identity and lifecycle only. Texts, contacts and looks are the site's own business, in its own schema.
"""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lib.clock import today
from lib.vietnamese import sort_key
from tenants.registry.names import unit_name
from tenants.registry.queries import TenantQuerySet
from tenants.registry.states import BOARD_KINDS, Kind, Lifecycle


class Tenant(models.Model):
    """One site. django-tenants' TenantMixin is left out on purpose: it creates schemas in save() and
    switches sites through one list that all threads share; see `tenants/provisioning` and `tenants/crossing.py`."""

    # Read by a signal handler of django-tenants.
    auto_create_schema = auto_drop_schema = False

    schema_name = models.CharField(max_length=63, unique=True, editable=False)
    slug = models.SlugField(_("slug"), max_length=63, unique=True)
    name = models.CharField(_("name"), max_length=100, help_text=_("Without the kind of unit: Đại An, not Xã Đại An."))
    sort_key = models.CharField(max_length=250, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    code = models.CharField(_("official code"), max_length=10)
    code_valid_from = models.DateField(_("code holds from"))
    code_valid_to = models.DateField(_("code held until"), null=True, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("unit that runs the board"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    lifecycle = models.CharField(
        _("lifecycle"), max_length=20, choices=Lifecycle, default=Lifecycle.PREPARING, editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = TenantQuerySet.as_manager()

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=models.Q(code_valid_to=None),
                name="registry_one_site_per_code_in_force",
            ),
            models.UniqueConstraint(
                fields=["kind", "name"],
                condition=models.Q(code_valid_to=None),
                name="registry_one_site_per_unit_in_force",
            ),
            models.CheckConstraint(
                condition=models.Q(code_valid_to=None) | models.Q(code_valid_to__gt=models.F("code_valid_from")),
                name="registry_code_ends_after_it_begins",
            ),
        ]
        permissions = [
            ("provision_site", "Can create, suspend, archive and delete sites"),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)

    @property
    def full_name(self) -> str:
        return unit_name(self.kind, self.name)

    @property
    def runs_board(self) -> bool:
        return self.kind in BOARD_KINDS

    @property
    def primary_host(self) -> str:
        """The host name that this site writes into its addresses.

        Raises StopIteration where a site has none, which provisioning never leaves behind.
        """
        return next(domain.host for domain in self.domains.all() if domain.is_primary)


class Domain(models.Model):
    """A host name that leads to a site. One is primary; an alias redirects there."""

    host = models.CharField(_("host name"), max_length=253, unique=True)
    tenant = models.ForeignKey(Tenant, verbose_name=_("site"), on_delete=models.CASCADE, related_name="domains")
    is_primary = models.BooleanField(_("primary"), default=False)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ["-is_primary", "host"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant"], condition=models.Q(is_primary=True), name="registry_one_primary_address_per_site"
            )
        ]

    def __str__(self) -> str:
        return self.host


class LifecycleChange(models.Model):
    """A decision about a site: who moved it, when, why, and until when."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="changes")
    before = models.CharField(max_length=20, choices=Lifecycle)
    after = models.CharField(max_length=20, choices=Lifecycle)
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(_("by"), max_length=255, help_text=_("Name and address of the person, or the command."))
    reason = models.TextField(_("notice to visitors"), blank=True)
    expected_until = models.DateField(_("expected return"), null=True, blank=True)

    class Meta:
        verbose_name = _("change of lifecycle")
        verbose_name_plural = _("changes of lifecycle")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.tenant}: {self.before} → {self.after}"

    @property
    def is_late(self) -> bool:
        """The site was to be back by now."""
        return self.expected_until is not None and self.expected_until < today()
