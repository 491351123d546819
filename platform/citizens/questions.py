"""What citizens ask, and what has happened to it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue.models import DocumentField
from citizens.keys import new_secret
from citizens.queries import QuestionQuerySet
from citizens.states import OPEN, TOLD, Kind, State, Step, Supply
from citizens.transfers import Transfer
from organisation.models import Department

LONGEST_QUESTION = 5000


class Question(models.Model):
    """`secret` is the only key to its page, so it stands in no list, no export and no log."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.QUESTION)
    subject = models.CharField(_("what it is about"), max_length=200)
    body = models.TextField(_("words"))
    name = models.CharField(_("name"), max_length=100)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    address = models.CharField(_("address of who asks"), max_length=255, blank=True)
    field = models.ForeignKey(
        DocumentField, verbose_name=_("field"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    supply = models.CharField(_("how to hand it over"), max_length=10, choices=Supply, blank=True)
    may_be_published = models.BooleanField(_("may be published"), default=False)
    hides_name = models.BooleanField(_("without the name"), default=True)
    language = models.CharField(max_length=10)
    secret = models.CharField(max_length=64, unique=True, default=new_secret)
    # Of form and words: the same form sent twice is one question.
    fingerprint = models.CharField(max_length=64, unique=True)
    # Of the words alone: what came twice, through two forms or from two people.
    words_key = models.CharField(max_length=64, blank=True, db_index=True)
    received_at = models.DateTimeField(_("received at"))
    due_on = models.DateField(_("due on"))
    department = models.ForeignKey(
        Department, verbose_name=_("department"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RECEIVED)
    answer = models.TextField(_("answer"), blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    # Counts the changes, so that nobody writes over what somebody else has written meanwhile.
    version = models.PositiveIntegerField(default=0)

    objects: ClassVar = QuestionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("question of a citizen")
        verbose_name_plural = _("questions of citizens")
        ordering = ["due_on", "pk"]
        default_permissions = ("view",)
        permissions = [
            ("answer_question", "Can pass on and answer questions"),
            ("approve_question", "Can approve and publish answers"),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="citizens_due_first")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(published_on=None) | models.Q(may_be_published=True, state=State.ANSWERED),
                name="citizens_published_with_consent",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What is read out on the phone; it opens nothing."""
        return f"{timezone.localtime(self.received_at).year}-{self.pk:05d}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def told_answer(self) -> str:
        """What who asked may read: an answer that was approved."""
        return self.answer if self.state == State.ANSWERED else ""

    @property
    def shown_name(self) -> str:
        """What all readers may know of who asked."""
        return "" if self.hides_name else self.name

    @property
    def tells_of_asker(self) -> bool:
        """Whether there is something that who asked may want forgotten."""
        is_hidden = self.published_on is None and bool(self.subject or self.body)
        return is_hidden or any((self.name, self.email, self.phone, self.address))

    @property
    def told_steps(self) -> "list[History]":
        return [one for one in self.history.all() if one.step in TOLD]

    @property
    def came_with(self) -> Transfer | None:
        """How it came from another office, where it was asked there: who asked knows it by the number given there."""
        first = next(iter(self.transfers.all()), None)
        return first if first and first.is_incoming else None

    @property
    def last_passed_on(self) -> Transfer | None:
        passed_on = [one for one in self.transfers.all() if not one.is_incoming]
        return passed_on[-1] if passed_on else None


class History(models.Model):
    """One thing that happened: who, when, and in which words. Rows are only added.

    `office` names another office where it happened; empty for this one.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="history")
    step = models.CharField(max_length=10, choices=Step)
    note = models.CharField(max_length=500, blank=True)
    due_on = models.DateField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    office = models.CharField(max_length=255, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("what happened to a question")
        verbose_name_plural = _("what happened to questions")
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.question_id} {self.step}"
