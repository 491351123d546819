"""The ladder of reminders, their wording, and the log of what was sent to whom about what; all of it in `public`.

What a site's login reads of it, row policies say: periods, reminders and the contact of its own. It writes nothing:
actions do, with the rights of the platform.
"""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tenants.registry.models import Tenant
from tenants.reminders.queries import PeriodQuerySet, ReminderQuerySet, StepQuerySet
from tenants.reminders.states import Addressee, State, Wording


class Step(models.Model):
    """From so many days overdue on, these are told, once in each period in which a duty is overdue."""

    addressee = models.CharField(_("addressee"), max_length=20, choices=Addressee)
    after_days = models.PositiveSmallIntegerField(
        _("after so many days overdue"),
        validators=[MaxValueValidator(1000)],
        help_text=_("Working days for duties that are counted in working days."),
    )
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True, help_text=_("The last day; empty: still valid."))
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.CharField(max_length=255, editable=False)

    objects: ClassVar = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of the ladder")
        verbose_name_plural = _("steps of the ladder")
        default_permissions = ()
        ordering = ["after_days", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from")),
                name="reminders_step_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_addressee_display()} {self.after_days}"


class OwnText(models.Model):
    """A wording that the board has changed. Without a row the default holds (`wordings.py`)."""

    wording = models.CharField(max_length=20, choices=Wording, primary_key=True)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), max_length=5000)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.CharField(max_length=255, editable=False)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.subject


class Contact(models.Model):
    """The commune's leader, as the board or the site's administrator has entered it. Needs no account."""

    tenant = models.OneToOneField(Tenant, primary_key=True, on_delete=models.CASCADE, related_name="leader_contact")
    name = models.CharField(_("name and office"), max_length=150)
    email = models.EmailField(_("email address"))
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.CharField(max_length=255, editable=False)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Period(models.Model):
    """From when on, and until when, a site was behind with a duty. Whoever is behind again begins another one."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="+")
    duty_key = models.CharField(max_length=40)
    # The last day on which all was well.
    began_on = models.DateField()
    # Seen to be well again.
    ended_on = models.DateField(null=True)

    objects: ClassVar = PeriodQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "duty_key"],
                condition=models.Q(ended_on=None),
                name="reminders_one_running_period_per_duty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tenant_id} {self.duty_key} {self.began_on:%d/%m/%Y}"


class Round(models.Model):
    """Up to which day the reminders of a site are written. Held while one is at it."""

    tenant = models.OneToOneField(Tenant, primary_key=True, on_delete=models.CASCADE, related_name="+")
    on = models.DateField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.tenant_id} {self.on}"


class Mail(models.Model):
    """One digest to one person about one site. It is written first and sent then; its text is set down as it leaves."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    recipient = models.EmailField()
    name = models.CharField(max_length=255, blank=True)
    wording = models.CharField(max_length=20, choices=Wording)
    # Of whoever sent it by hand.
    words = models.TextField(blank=True)
    sent_by = models.CharField(max_length=255, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "recipient", "on"],
                condition=models.Q(sent_by=""),
                name="reminders_one_digest_per_person_and_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.on:%d/%m/%Y}"


class Reminder(models.Model):
    """A line of the log: who was told what about which duty of which site. No one gets two of the same."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="+")
    period = models.ForeignKey(Period, on_delete=models.CASCADE, related_name="reminders")
    mail = models.ForeignKey(Mail, null=True, on_delete=models.CASCADE, related_name="reminders")
    duty_key = models.CharField(max_length=40)
    # As it was told, in Vietnamese.
    title = models.CharField(max_length=150)
    told = models.CharField(max_length=300)
    address = models.CharField(max_length=500, blank=True)
    addressee = models.CharField(max_length=20, choices=Addressee)
    # Of the step; empty where somebody sent it by hand.
    after_days = models.PositiveSmallIntegerField(null=True)
    # Of the words of whoever sent it by hand; empty for the ladder.
    words_key = models.CharField(max_length=64, blank=True)
    # Empty where there was nobody to tell.
    recipient = models.CharField(max_length=254, blank=True)
    on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    reason = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)

    objects: ClassVar = ReminderQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["tenant", "-on"], name="reminders_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "addressee", "after_days", "recipient"],
                condition=models.Q(words_key=""),
                name="reminders_one_per_step_and_person",
            ),
            models.UniqueConstraint(
                fields=["period", "recipient", "on", "words_key"],
                condition=~models.Q(words_key=""),
                name="reminders_one_per_words_and_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.duty_key}"
