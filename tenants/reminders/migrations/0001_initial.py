import datetime

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

# As `OWN_SNAPSHOTS` in isolation/policies.py has it.
TABLES = ("reminders_contact", "reminders_period", "reminders_reminder", "reminders_mail")
POLICY = """
    ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own_reminders ON {table} FOR SELECT USING (
        tenant_id IN (
            SELECT site.id FROM registry_tenant site
            WHERE has_schema_privilege(to_regnamespace(quote_ident(site.schema_name)), 'USAGE')
            OR site.parent_id IN (
                SELECT board.id FROM registry_tenant board
                WHERE has_schema_privilege(to_regnamespace(quote_ident(board.schema_name)), 'USAGE')
            )
        )
    );
"""
# The board's own rule: no text says when whom to remind.
LADDER = (("editor", 1), ("administrator", 8), ("leader", 15), ("board", 30))
SINCE = datetime.date(2022, 8, 15)


def add_steps(apps, schema_editor):
    Step = apps.get_model("reminders", "Step")
    for addressee, days in LADDER:
        Step.objects.create(addressee=addressee, after_days=days, valid_from=SINCE, changed_by="Cổng Làng")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("registry", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "tenant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="leader_contact",
                        serialize=False,
                        to="registry.tenant",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name and office")),
                ("email", models.EmailField(max_length=254, verbose_name="email address")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("changed_by", models.CharField(editable=False, max_length=255)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="OwnText",
            fields=[
                (
                    "wording",
                    models.CharField(
                        choices=[
                            ("editor", "to editors"),
                            ("administrator", "to administrators"),
                            ("leader", "to the leader of the commune"),
                            ("board", "to the district board"),
                            ("by_hand", "sent by hand"),
                        ],
                        max_length=20,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("subject", models.CharField(max_length=200, verbose_name="subject")),
                ("body", models.TextField(max_length=5000, verbose_name="text")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("changed_by", models.CharField(editable=False, max_length=255)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "tenant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="registry.tenant",
                    ),
                ),
                ("on", models.DateField(null=True)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Mail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("recipient", models.EmailField(max_length=254)),
                ("name", models.CharField(blank=True, max_length=255)),
                (
                    "wording",
                    models.CharField(
                        choices=[
                            ("editor", "to editors"),
                            ("administrator", "to administrators"),
                            ("leader", "to the leader of the commune"),
                            ("board", "to the district board"),
                            ("by_hand", "sent by hand"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("sent_by", models.CharField(blank=True, max_length=255)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("sending", "being sent"),
                            ("sent", "sent"),
                            ("failed", "failed"),
                            ("dropped", "not needed any more"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("claimed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("subject", models.CharField(blank=True, max_length=300)),
                ("body", models.TextField(blank=True)),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="registry.tenant"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("duty_key", models.CharField(max_length=40)),
                ("began_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="registry.tenant"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("duty_key", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=150)),
                ("told", models.CharField(max_length=300)),
                ("address", models.CharField(blank=True, max_length=500)),
                (
                    "addressee",
                    models.CharField(
                        choices=[
                            ("editor", "editors of the site"),
                            ("administrator", "administrators of the site"),
                            ("leader", "leader of the commune"),
                            ("board", "district board"),
                        ],
                        max_length=20,
                    ),
                ),
                ("after_days", models.PositiveSmallIntegerField(null=True)),
                ("words_key", models.CharField(blank=True, max_length=64)),
                ("recipient", models.CharField(blank=True, max_length=254)),
                ("on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("sending", "being sent"),
                            ("sent", "sent"),
                            ("failed", "failed"),
                            ("dropped", "not needed any more"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "mail",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="reminders.mail",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reminders", to="reminders.period"
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="registry.tenant"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "addressee",
                    models.CharField(
                        choices=[
                            ("editor", "editors of the site"),
                            ("administrator", "administrators of the site"),
                            ("leader", "leader of the commune"),
                            ("board", "district board"),
                        ],
                        max_length=20,
                        verbose_name="addressee",
                    ),
                ),
                (
                    "after_days",
                    models.PositiveSmallIntegerField(
                        help_text="Working days for duties that are counted in working days.",
                        validators=[django.core.validators.MaxValueValidator(1000)],
                        verbose_name="after so many days overdue",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, help_text="The last day; empty: still valid.", null=True, verbose_name="valid to"
                    ),
                ),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("changed_by", models.CharField(editable=False, max_length=255)),
            ],
            options={
                "verbose_name": "step of the ladder",
                "verbose_name_plural": "steps of the ladder",
                "ordering": ["after_days", "pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="reminders_step_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sent_by", "")),
                fields=("tenant", "recipient", "on"),
                name="reminders_one_digest_per_person_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("tenant", "duty_key"),
                name="reminders_one_running_period_per_duty",
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(fields=["tenant", "-on"], name="reminders_newest"),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("words_key", "")),
                fields=("period", "addressee", "after_days", "recipient"),
                name="reminders_one_per_step_and_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("words_key", ""), _negated=True),
                fields=("period", "recipient", "on", "words_key"),
                name="reminders_one_per_words_and_day",
            ),
        ),
        *(migrations.RunSQL(POLICY.format(table=table), f"DROP POLICY own_reminders ON {table}") for table in TABLES),
        migrations.RunPython(add_steps, migrations.RunPython.noop),
    ]
