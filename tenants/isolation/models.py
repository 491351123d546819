"""Signs of life of the processes that nobody looks at, and what sites log in to the database with."""

import datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone

# A worker that has not beaten for this long is taken for dead.
SILENCE = datetime.timedelta(seconds=60)
# Work that was refused is spoken of for so long, also after the worker that met it has ended.
ALARM = datetime.timedelta(days=7)


class Heartbeat(models.Model):
    """One row per worker process, written every few seconds while it lives."""

    worker_id = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField(default=timezone.now)
    beat_at = models.DateTimeField(default=timezone.now)
    # When work last stood in the queue that nobody here had asked for.
    refused_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager]

    class Meta:
        ordering = ["-beat_at"]

    def __str__(self) -> str:
        return f"{self.worker_id} {self.beat_at:%Y-%m-%d %H:%M:%S}"

    @property
    def is_alive(self) -> bool:
        return timezone.now() - self.beat_at < SILENCE


class Job(models.Model):
    """The heartbeat of one piece of timed work, over all processes that share it."""

    name = models.CharField(max_length=100, unique=True)
    seconds = models.PositiveIntegerField(default=0)
    # Who has it, or had it last, and that process's last sign of life while it is at it.
    process = models.CharField(max_length=64, blank=True)
    started_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    # None while it runs.
    ended_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    objects: ClassVar[models.Manager]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class JobSite(models.Model):
    """How that work went on one site the last time."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="sites")
    tenant = models.ForeignKey("registry.Tenant", on_delete=models.CASCADE, related_name="+")
    done_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    objects: ClassVar[models.Manager]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["job", "tenant"], name="isolation_one_heartbeat_per_job_and_site")
        ]

    def __str__(self) -> str:
        return f"{self.job_id} {self.tenant_id}"


class SiteLogin(models.Model):
    """The PostgreSQL role that acts for a site. It may use its own schema and what all sites share, and nothing else;
    this table is not among it."""

    tenant = models.OneToOneField("registry.Tenant", primary_key=True, on_delete=models.CASCADE, related_name="login")
    role = models.CharField(max_length=63, unique=True)
    password = models.CharField(max_length=64)
    changed_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager]

    def __str__(self) -> str:
        return self.role


class AskedHost(models.Model):
    """When a host of the outside may be asked for links again, by whichever site."""

    host = models.CharField(max_length=253, primary_key=True)
    next_at = models.DateTimeField(db_index=True)
    # In a row.
    failures = models.PositiveIntegerField(default=0)
    robots = models.TextField(blank=True)
    robots_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager]

    def __str__(self) -> str:
        return self.host
