"""What a site's login may touch, as a table. `faults.py` compares it with the server's own record of rights."""

from dataclasses import dataclass

from django.db import connection

# On a site's own schema: everything but what changes its shape.
OWN_TABLES = ("SELECT", "INSERT", "UPDATE", "DELETE")
OWN_SEQUENCES = ("USAGE",)
# Of its own tables, those that it only reads.
ONLY_READ = ("django_migrations",)

QUEUE = "django_tasks_database_dbtaskresult"
SNAPSHOTS = "oversight_snapshot"
# What a site reads of its own, and a board of its sites, as row policies have it.
REMINDERS = ("reminders_contact", "reminders_period", "reminders_reminder")
MAILS = "reminders_mail"
PROCEDURES = (
    "procedure_catalogue_procedurefield",
    "procedure_catalogue_lifeevent",
    "procedure_catalogue_decision",
    "procedure_catalogue_procedure",
    "procedure_catalogue_procedure_life_events",
    "procedure_catalogue_procedureversion",
    "procedure_catalogue_repeal",
    "procedure_catalogue_repeal_successors",
)
FORMS = "procedure_catalogue_formfile"
# Shared tables, for the logins of all sites.
FOR_SITES: dict[str, tuple[str, ...]] = {
    "registry_tenant": ("SELECT",),
    "registry_domain": ("SELECT",),
    "catalogue_category": ("SELECT",),
    "catalogue_documentform": ("SELECT",),
    "catalogue_documentfield": ("SELECT",),
    "catalogue_deadline": ("SELECT",),
    "catalogue_officeday": ("SELECT",),
    # The catalogue of procedures, but for its history, which says who of the board did what, and for drafts, which a
    # row policy keeps to the board (`policies.py`).
    **dict.fromkeys(PROCEDURES, ("SELECT",)),
    # Those of forms that were published once, as a row policy has it.
    FORMS: ("SELECT",),
    "oversight_duty": ("SELECT",),
    # A row policy shows a site its own, and a board those of its sites.
    SNAPSHOTS: ("SELECT",),
    **dict.fromkeys(REMINDERS, ("SELECT",)),
    # A row policy lets a site ask for work in its own schema only.
    QUEUE: ("INSERT",),
}
# Beyond those, for the logins of sites whose unit runs a board.
FOR_BOARDS: dict[str, tuple[str, ...]] = {
    "registry_lifecyclechange": ("SELECT",),
    "provisioning_sitecreation": ("SELECT",),
    "isolation_heartbeat": ("SELECT",),
    "catalogue_category": ("INSERT", "UPDATE", "DELETE"),
    "catalogue_category_id_seq": ("USAGE",),
    "catalogue_deadline": ("INSERT", "UPDATE"),
    "catalogue_deadline_id_seq": ("USAGE",),
    "catalogue_officeday": ("INSERT", "UPDATE", "DELETE"),
    "catalogue_officeday_id_seq": ("USAGE",),
    # Nothing of it is ever deleted, but for the links that sort procedures into life events.
    **dict.fromkeys(PROCEDURES, ("INSERT", "UPDATE")),
    FORMS: ("INSERT", "UPDATE"),
    "procedure_catalogue_procedure_life_events": ("INSERT", "DELETE"),
    "procedure_catalogue_repeal_successors": ("INSERT",),
    "procedure_catalogue_change": ("SELECT", "INSERT"),
    **{f"{table}_id_seq": ("USAGE",) for table in (*PROCEDURES, "procedure_catalogue_change")},
    "oversight_duty": ("INSERT", "UPDATE"),
    "oversight_duty_id_seq": ("USAGE",),
    "oversight_reading": ("SELECT",),
    "oversight_savedview": ("SELECT", "INSERT", "UPDATE", "DELETE"),
    "oversight_savedview_id_seq": ("USAGE",),
    MAILS: ("SELECT",),
    "reminders_step": ("SELECT",),
    "reminders_owntext": ("SELECT",),
    "syndication_sharedentry": ("SELECT",),
    "syndication_sharedword": ("SELECT",),
}
# On the database itself. TEMPORARY, which PostgreSQL gives to everybody, no site needs.
ON_DATABASE = ("CONNECT",)
# What a site may add to the queue, as the migrations set it down.
OWN_WORK = """
    task_path = 'tenants.isolation.tasks.run_in_site' AND backend_name = 'queue' AND priority = 0
    AND status = 'READY' AND started_at IS NULL AND finished_at IS NULL AND return_value IS NULL
    AND worker_ids = '[]' AND exception_class_path = '' AND traceback = ''
    AND jsonb_typeof(args_kwargs) = 'object' AND (args_kwargs - 'args') = '{"kwargs": {}}'
    AND jsonb_typeof(args_kwargs -> 'args') = 'array'
    AND args_kwargs #>> '{args,0}' <> 'public'
    AND has_schema_privilege(args_kwargs #>> '{args,0}', 'USAGE')
    AND run_after > now() + '1000 years'::interval
    AND NOT args_kwargs @? '$.**{20}'::jsonpath AND args_kwargs::text !~ '[0-9]{250}'
"""


@dataclass(frozen=True)
class Groups:
    """Roles without a login that carry the rights on shared tables: one for all sites, one for those with a board."""

    sites: str
    boards: str


def groups() -> Groups:
    """Named after the database, because roles belong to the whole server."""
    name = connection.settings_dict["NAME"][:50]
    return Groups(sites=f"{name}_sites", boards=f"{name}_boards")
