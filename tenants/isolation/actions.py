"""What the worker leaves for people to see, beside its sign of life: refused work, and how its timed work goes."""

import datetime
from collections.abc import Collection, Mapping

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tenants.crossing import in_public
from tenants.isolation.models import SILENCE, Heartbeat, Job, JobSite
from tenants.registry.models import Tenant

# Two looks are never quite as far apart as they should be.
SLACK = datetime.timedelta(seconds=1)


def note_refused_work() -> None:
    """Work that this installation's code has not asked for stood in the queue: the board's list of sites says so."""
    with in_public():
        Heartbeat.objects.update(refused_at=timezone.now())


def claim_job(*, name: str, seconds: int, process: str) -> bool:
    """Whether that process is to run it now: it is due, and nobody is at it, or whoever was shows no life any more."""
    with in_public():
        Job.objects.bulk_create([Job(name=name)], ignore_conflicts=True)
        now, every = timezone.now(), datetime.timedelta(seconds=seconds)
        is_due = Q(ended_at__isnull=False, started_at__lte=now - every + min(SLACK, every / 4))
        is_lost = Q(ended_at=None, beat_at__lt=now - SILENCE)
        free = Job.objects.filter(Q(started_at=None) | is_due | is_lost, name=name)
        return bool(free.update(started_at=now, beat_at=now, ended_at=None, process=process, seconds=seconds))


def keep_job(*, name: str, process: str) -> None:
    with in_public():
        Job.objects.filter(name=name, process=process, ended_at=None).update(beat_at=timezone.now())


def end_job(
    *,
    name: str,
    process: str,
    error: str = "",
    done: Collection[int] = (),
    failures: Mapping[int, str] | None = None,
) -> None:
    """Of work that goes from site to site, `done` are sites where it went well, `failures` the others with an error.
    Says nothing where another process has taken it up meanwhile."""
    now = timezone.now()
    with in_public(), transaction.atomic():
        job = Job.objects.select_for_update().filter(name=name, process=process, ended_at=None).first()
        if job is None:
            return
        job.ended_at, job.error = now, error
        job.done_at, job.failing_since = (job.done_at, job.failing_since or now) if error else (now, None)
        job.save()
        _note_sites(job, now, done, failures or {})


def _note_sites(job: Job, now: datetime.datetime, done: Collection[int], failures: Mapping[int, str]) -> None:
    """Sites that were deleted meanwhile are left out."""
    there = set(Tenant.objects.filter(pk__in=[*done, *failures]).values_list("pk", flat=True))
    since = dict(job.sites.filter(failing_since__isnull=False).values_list("tenant_id", "failing_since"))
    before = dict(job.sites.filter(tenant_id__in=failures).values_list("tenant_id", "done_at"))
    rows = [JobSite(job=job, tenant_id=pk, done_at=now) for pk in done if pk in there]
    rows += [
        JobSite(job=job, tenant_id=pk, done_at=before.get(pk), failing_since=since.get(pk, now), error=error)
        for pk, error in failures.items()
        if pk in there
    ]
    fields = ["done_at", "failing_since", "error"]
    JobSite.objects.bulk_create(rows, update_conflicts=True, update_fields=fields, unique_fields=["job", "tenant"])


def forget_jobs(*, names: Collection[str]) -> None:
    """All but these: what the code no longer does needs no heartbeat."""
    with in_public():
        Job.objects.exclude(name__in=names).delete()
