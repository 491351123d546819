"""Everything that happens by the clock, and how often. The worker asks each second what is due, `run-schedule` once."""

import datetime
import logging
from collections.abc import Callable

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from audit.actions import forget_old_entries
from citizens.actions_forget import forget_askers, remove_unclaimed_files
from citizens.actions_transfer import waiting_since
from citizens.offices import offices
from consultations.actions import forget_commenters
from importing.actions import forget_old_uploads
from intake.actions import forget_past_attempts
from library.actions import remove_orphaned_files
from opendata.dumps import were_written_since
from opendata.tasks import write_dumps
from search.actions import look_after_words, renew_all
from tenants.crossing import in_public
from tenants.isolation.jobs import Rounds, Timer, site_by_site
from tenants.isolation.links import check_links, look_after_links_of_sites
from tenants.isolation.logins import as_site
from tenants.isolation.models import ALARM, SILENCE, Heartbeat
from tenants.isolation.publishing import publish_scheduled
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from traffic.actions import forget_visitors

logger = logging.getLogger(__name__)

# A task that has taken this many workers down with it is not tried again.
MOST_ATTEMPTS = 5
KEEP_TASKS_DAYS = 30
# Tries come 1, 5, 21 and 85 minutes after the first failure.
FIRST_PAUSE = datetime.timedelta(minutes=1)
LONGEST_PAUSE = datetime.timedelta(days=1)
# How long a question may be on its way to another office before it is sent again.
ON_THE_WAY = datetime.timedelta(minutes=10)
UNCLAIMED_HOURS = 24


# A site has so many pieces of work in the first round; the next so many come after everybody's first round, and so on.
ROUND = 20
TAKE_TURNS = """
    WITH line AS (
        SELECT id, -least(100, (row_number() OVER site - 1) / %s) AS round FROM django_tasks_database_dbtaskresult
        WHERE status = 'READY' AND (run_after <= now() OR run_after > now() + '1000 years'::interval)
        WINDOW site AS (PARTITION BY args_kwargs #>> '{args,0}' ORDER BY enqueued_at, id)
    ), free AS (
        SELECT work.id, round FROM django_tasks_database_dbtaskresult work JOIN line USING (id)
        WHERE status = 'READY' AND priority <> round FOR UPDATE OF work SKIP LOCKED
    )
    UPDATE django_tasks_database_dbtaskresult work SET priority = round FROM free WHERE work.id = free.id
"""


def requeue_lost_tasks() -> None:
    """A task whose worker died in the middle waits again; tasks may run twice."""
    with in_public():
        alive = {beat.worker_id for beat in Heartbeat.objects.filter(beat_at__gt=timezone.now() - SILENCE)}
        for result in DBTaskResult.objects.running():
            if alive.intersection(result.worker_ids):
                continue
            status = "READY" if len(result.worker_ids) < MOST_ATTEMPTS else "FAILED"
            ended_at = timezone.now() if status == "FAILED" else None
            DBTaskResult.objects.filter(pk=result.pk, status="RUNNING").update(
                status=status, started_at=None, finished_at=ended_at
            )
            logger.warning("The task %s was lost with its worker and is %s now", result.pk, status)


def let_sites_take_turns() -> None:
    """A site that asks for a great deal of work, or whoever writes it there, keeps nobody else's waiting."""
    with in_public(), connection.cursor() as cursor:
        cursor.execute(TAKE_TURNS, [ROUND])


def retry_after_outages() -> None:
    """A task that failed because a mail server or a disk did not answer waits for another try, longer each time."""
    with in_public():
        for result in DBTaskResult.objects.failed().filter(finished_at__gt=timezone.now() - LONGEST_PAUSE):
            attempts = len(result.worker_ids)
            if attempts < MOST_ATTEMPTS and _is_outage(result.exception_class_path):
                run_after = result.finished_at + FIRST_PAUSE * 4 ** (attempts - 1)
                failed = DBTaskResult.objects.filter(pk=result.pk, status="FAILED")
                failed.update(status="READY", run_after=run_after, started_at=None, finished_at=None)
                logger.warning("The task %s failed and is tried again after %s", result.pk, run_after)


def forget_finished_tasks() -> None:
    with in_public():
        days = str(KEEP_TASKS_DAYS)
        call_command(
            "prune_db_task_results", "--backend=queue", "--queue-name=*", f"--min-age-days={days}", verbosity=0
        )


def forget_senders() -> Rounds:
    """Who sent a form is nobody's business once its limit has passed."""
    return site_by_site("Past attempts were not forgotten on %s", lambda _: forget_past_attempts())


def forget_old_audit_entries() -> Rounds:
    """Each site keeps its audit log for AUDIT_LOG_MONTHS, whatever its lifecycle."""
    return site_by_site("The audit log of %s was not shortened", _forget_old_audit_entries_here)


def forget_ended_sessions() -> Rounds:
    """What is left of a session that has ended tells who was signed in; Django leaves it to the installation."""
    return site_by_site("Ended sessions were not forgotten on %s", lambda _: SessionStore.clear_expired())


def forget_old_imports() -> Rounds:
    """What was handed in to be imported is kept for IMPORT_DAYS; what an import has done stays on record."""
    return site_by_site("Old uploads were not forgotten on %s", lambda _: forget_old_uploads(days=settings.IMPORT_DAYS))


def forget_orphaned_files() -> Rounds:
    """What an import that was taken back has left on the disk goes after ORPHANED_FILE_DAYS."""
    return site_by_site(
        "Orphaned files were not removed on %s", lambda _: remove_orphaned_files(days=settings.ORPHANED_FILE_DAYS)
    )


def forget_old_commenters() -> Rounds:
    """How to reach who commented on a draft is kept for COMMENTER_DAYS after the last day; so is what was hidden."""
    return site_by_site(
        "Commenters were not forgotten on %s", lambda _: forget_commenters(days=settings.COMMENTER_DAYS)
    )


def forget_old_askers() -> Rounds:
    """Who asked a question is kept for ASKER_DAYS after the answer; so are the words of what was not published."""
    return site_by_site("Askers were not forgotten on %s", lambda _: forget_askers(days=settings.ASKER_DAYS))


def carry_what_waits() -> Rounds:
    """A question that was passed to another office and has not arrived, because its task was lost, sets out again."""
    return site_by_site("Questions on their way from %s were not looked after", _carry_what_waits_here, enter=as_site)


def remove_unclaimed_attachments() -> Rounds:
    """Files whose question was never sent go after a day."""
    return site_by_site(
        "Unclaimed files were not removed on %s", lambda _: remove_unclaimed_files(hours=UNCLAIMED_HOURS)
    )


def forget_past_visitors() -> Rounds:
    """Who was here today can't be recognised tomorrow."""
    return site_by_site("Visitors of past days were not forgotten on %s", lambda _: forget_visitors())


def renew_search() -> Rounds:
    """What no call announced: an import, a text that was read out of a file, a database out of a backup."""
    return site_by_site("The search of %s was not brought in step", lambda _: renew_all(), enter=as_site)


def learn_words_of_searches() -> Rounds:
    """What spellings are compared with, and an end of what was sought in vain SEARCH_MISS_DAYS ago."""
    return site_by_site(
        "The search of %s did not learn its words",
        lambda _: look_after_words(days=settings.SEARCH_MISS_DAYS),
        enter=as_site,
    )


def have_dumps_written() -> Rounds:
    """Each active site's files of open data, once a day, in its first hour: a piece of work of its own for each site.
    A large one holds up nothing that is due, and one that fails no other."""
    return site_by_site("The files of open data of %s were not asked for", _have_dumps_written_here, enter=as_site)


def forget_dead_workers() -> None:
    with in_public():
        now = timezone.now()
        silent = Heartbeat.objects.filter(beat_at__lt=now - 60 * SILENCE)
        silent.exclude(refused_at__isnull=False, refused_at__gt=now - ALARM).delete()


def timers() -> list[Timer]:
    """The installation's clock. A worker's sign of life is not among it: it waits for none of this."""
    return [
        Timer("publish what is due", 60, publish_scheduled),
        Timer("let sites take turns", 2, let_sites_take_turns),
        Timer("find lost tasks", 30, requeue_lost_tasks),
        Timer("retry after outages", 30, retry_after_outages),
        Timer("bring searches in step", 120, renew_search),
        Timer("copy what sites have published", 60, _named("tenants.syndication.actions.renew_all_sites")),
        Timer("read sites for the board", 120, _named("tenants.oversight.actions.keep_watch")),
        Timer("remind sites", 600, _named("tenants.reminders.actions.remind_sites")),
        Timer("learn words of searches", 24 * 3600, learn_words_of_searches),
        Timer("learn words of all sites", 24 * 3600, _named("tenants.syndication.actions.learn_shared_words")),
        Timer("forget senders", 60, forget_senders),
        Timer("forget visitors of past days", 60, forget_past_visitors),
        Timer("forget dead workers", 3600, forget_dead_workers),
        Timer("forget finished tasks", 24 * 3600, forget_finished_tasks),
        Timer("forget ended sessions", 24 * 3600, forget_ended_sessions),
        Timer("forget old uploads for imports", 24 * 3600, forget_old_imports),
        Timer("forget orphaned files", 24 * 3600, forget_orphaned_files),
        Timer("forget who commented on drafts", 24 * 3600, forget_old_commenters),
        Timer("forget who asked questions", 24 * 3600, forget_old_askers),
        Timer("carry questions that wait", 600, carry_what_waits),
        Timer("remove unclaimed files", 3600, remove_unclaimed_attachments),
        Timer("write files of open data", 3600, have_dumps_written),
        Timer("forget old audit entries", 24 * 3600, forget_old_audit_entries),
        Timer("look after links", 300, look_after_links_of_sites, apart=True),
        Timer("check links to other sites", 60, check_links, apart=True),
    ]


def _named(path: str) -> Callable[[], Rounds | None]:
    """Work of a layer above this one, which is imported when it is due."""

    def work() -> Rounds | None:
        done: Rounds | None = import_string(path)()
        return done

    return work


def _is_outage(exception_class_path: str) -> bool:
    """Errors of connections, files and mail are all of one family."""
    try:
        return issubclass(import_string(exception_class_path), OSError)
    except (ImportError, TypeError):
        return False


def _forget_old_audit_entries_here(tenant: Tenant) -> None:
    removed = forget_old_entries(months=settings.AUDIT_LOG_MONTHS)
    if removed:
        logger.info("Removed %d entries from the audit log of %s", removed, tenant)


def _carry_what_waits_here(tenant: Tenant) -> None:
    for parcel in waiting_since(timezone.now() - ON_THE_WAY):
        offices().carry(parcel)


def _have_dumps_written_here(tenant: Tenant) -> None:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    if tenant.lifecycle == Lifecycle.ACTIVE and not were_written_since(midnight):
        write_dumps.enqueue()
