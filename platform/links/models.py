"""Where this site's published content leads, how that stands, and what was found of it before."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.encoding import uri_to_iri
from django.utils.translation import gettext_lazy as _

from links.queries import LinkQuerySet
from links.states import Kind, Reason, State

LONGEST_ADDRESS = 2000


class Link(models.Model):
    """One address, however often it stands on the site. Those to pages and files are kept by their number."""

    # `page:12`, `document:3`, `/tin-tuc/`, or as a browser would ask for it: plain letters, no fragment.
    address = models.CharField(_("address"), max_length=LONGEST_ADDRESS, unique=True)
    kind = models.CharField(_("leads to"), max_length=10, choices=Kind)
    host = models.CharField(_("host name"), max_length=253, blank=True, db_index=True)
    target = models.PositiveBigIntegerField(null=True)

    state = models.CharField(_("state"), max_length=12, choices=State, default=State.UNCHECKED)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, blank=True)
    status = models.PositiveSmallIntegerField(null=True)
    final_address = models.CharField(_("leads on to"), max_length=LONGEST_ADDRESS, blank=True)
    changed_at = models.DateTimeField(_("since"), default=timezone.now)
    checked_at = models.DateTimeField(_("last looked at"), null=True)
    last_ok_at = models.DateTimeField(_("worked last"), null=True)
    failing_since = models.DateTimeField(_("fails since"), null=True)
    failed_days = models.PositiveSmallIntegerField(default=0)
    failed_on = models.DateField(null=True)
    next_check_at = models.DateTimeField(default=timezone.now)
    # Since when it stands nowhere.
    unused_since = models.DateField(null=True)

    # Left alone: neither asked nor counted.
    ignored_at = models.DateTimeField(null=True)
    ignored_by = models.CharField(max_length=255, blank=True)
    ignored_because = models.CharField(_("reason"), max_length=250, blank=True)

    objects: ClassVar = LinkQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        default_permissions = ("view", "change")
        indexes: ClassVar[list] = [models.Index(fields=["next_check_at"], name="links_next_first")]

    def __str__(self) -> str:
        return self.as_read

    @property
    def as_read(self) -> str:
        """As a browser shows it."""
        return str(uri_to_iri(self.address))

    @property
    def is_outside(self) -> bool:
        return self.kind == Kind.OUTSIDE

    @property
    def is_ignored(self) -> bool:
        return self.ignored_at is not None

    @property
    def reason_in_words(self) -> str:
        words = str(Reason(self.reason).label) if self.reason else ""
        return f"{words} ({self.status})" if self.reason == Reason.FAULT and self.status else words


class Place(models.Model):
    """Where a link stands: on one thing of one source, as it was published when it was read."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="places")
    source = models.CharField(max_length=40)
    number = models.BigIntegerField()
    title = models.CharField(_("stands on"), max_length=255)
    words = models.CharField(_("words of the link"), max_length=200, blank=True)
    edit_address = models.CharField(max_length=255, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["title", "pk"]
        indexes: ClassVar[list] = [models.Index(fields=["source", "number"], name="links_place_by_thing")]

    def __str__(self) -> str:
        return self.title


class ReadThing(models.Model):
    """Of which thing the links were taken, and by what it is told that it has changed since."""

    source = models.CharField(max_length=40)
    number = models.BigIntegerField()
    stamp = models.CharField(max_length=200)

    class Meta:
        default_permissions = ()
        constraints: ClassVar[list] = [models.UniqueConstraint(fields=["source", "number"], name="links_read_once")]

    def __str__(self) -> str:
        return f"{self.source} {self.number}"


class Change(models.Model):
    """What was found anew of a link, or what somebody said about it."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=12, choices=State)
    reason = models.CharField(max_length=12, choices=Reason, blank=True)
    status = models.PositiveSmallIntegerField(null=True)
    # Who left it alone, or has it looked at again; empty for what was found.
    by = models.CharField(max_length=255, blank=True)
    words = models.CharField(max_length=250, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.state}"

    @property
    def reason_in_words(self) -> str:
        words = str(Reason(self.reason).label) if self.reason else ""
        return f"{words} ({self.status})" if self.reason == Reason.FAULT and self.status else words
