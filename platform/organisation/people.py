"""Who is who: one person may have several posts, now and in the past.

What of a person is public is decided field by field; what tells most of somebody's private life is closed at first.
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from lib.clock import today
from lib.mail_addresses import MailAddress
from lib.vietnamese import slug, to_nfc
from organisation.forms import PersonForm
from organisation.queries import PersonQuerySet, PostQuerySet
from organisation.states import Duty, Term, term_of


class Person(index.Indexed, ClusterableModel):
    name = models.CharField(_("full name"), max_length=150)
    portrait = models.ForeignKey(
        "library.SiteImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    home_town = models.CharField(_("home town"), max_length=255, blank=True)
    biography = models.TextField(
        _("short biography"), blank=True, help_text=_("Schooling, career, in a few lines. No private matters.")
    )
    shows_portrait = models.BooleanField(_("readers see the portrait"), default=True)
    shows_born_on = models.BooleanField(_("readers see the date of birth"), default=False)
    shows_home_town = models.BooleanField(_("readers see the home town"), default=False)
    shows_biography = models.BooleanField(_("readers see the biography"), default=True)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar = PersonQuerySet.as_manager()

    panels: ClassVar[list] = [
        FieldPanel("name"),
        InlinePanel("posts", heading=_("Posts, now and in the past"), label=_("post"), min_num=1),
        MultiFieldPanel([FieldPanel("portrait"), FieldPanel("shows_portrait")], _("Portrait")),
        MultiFieldPanel([FieldPanel("biography"), FieldPanel("shows_biography")], _("Biography")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("born_on"), FieldPanel("home_town")]),
                FieldRowPanel([FieldPanel("shows_born_on"), FieldPanel("shows_home_town")]),
            ],
            _("Personal details"),
            help_text=_("Readers see neither, as long as you do not tick it."),
        ),
    ]
    base_form_class = PersonForm
    search_fields: ClassVar[list] = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def told_posts(self) -> str:
        """Of a person that was fetched with the posts."""
        return "; ".join(f"{post.title} ({post.department})" for post in self.posts.all())

    @property
    def address_of_page(self) -> str:
        return f"nguoi/{self.pk}-{slug(self.name)[:60].rstrip('-') or 'nguoi'}/"

    def clean(self) -> None:
        super().clean()
        self.name = " ".join(to_nfc(self.name).split())
        if self.born_on and self.born_on >= today():
            raise ValidationError({"born_on": _("This day has not come yet.")})


class Post(models.Model):
    """What a person is in a department, from when until when."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="posts")
    department = models.ForeignKey(
        "organisation.Department", verbose_name=_("department"), on_delete=models.PROTECT, related_name="posts"
    )
    title = models.CharField(_("post"), max_length=255, help_text=_("For example: Chủ tịch, Trưởng phòng."))
    title_km = models.CharField(_("post in Khmer"), max_length=255, blank=True)
    title_en = models.CharField(_("post in English"), max_length=255, blank=True)
    duty = models.CharField(
        _("kind of post"),
        max_length=10,
        choices=Duty,
        default=Duty.LEADER,
        help_text=_("A contact officer is whom readers turn to with what the department does."),
    )
    position = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Among the people of the department: 1 stands first.")
    )
    duties = models.TextField(_("duties"), blank=True)
    phone = models.CharField(_("official phone"), max_length=50, blank=True)
    email = models.EmailField(_("official email address"), blank=True)
    shows_phone = models.BooleanField(_("readers see the phone"), default=True)
    shows_email = models.BooleanField(_("readers see the e-mail address"), default=True)
    since = models.DateField(_("in office since"), null=True, blank=True)
    until = models.DateField(
        _("in office until"), null=True, blank=True, help_text=_("The last day. Readers then find it among past terms.")
    )

    objects: ClassVar = PostQuerySet.as_manager()

    panels: ClassVar[list] = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("department")]),
        FieldRowPanel([FieldPanel("duty"), FieldPanel("position")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("duties"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("shows_phone")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("shows_email")]),
        FieldRowPanel([FieldPanel("title_km"), FieldPanel("title_en")]),
    ]

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["position", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")) | models.Q(since=None) | models.Q(until=None),
                name="organisation_term_ends_after_it_began",
                violation_error_message=_("The term ends before it begins. See which of the two is mistyped."),
            )
        ]
        indexes = [models.Index(fields=["department", "position"], name="organisation_post_by_place")]

    def __str__(self) -> str:
        return f"{self.title}, {self.person}"

    @property
    def name_of_post(self) -> str:
        """In the reader's language, else in Vietnamese."""
        return getattr(self, f"title_{get_language() or 'vi'}", "") or self.title

    @property
    def term(self) -> Term:
        return term_of(self.since, self.until, today())

    @property
    def public_phone(self) -> str:
        return self.phone if self.shows_phone else ""

    @property
    def public_mail(self) -> MailAddress | None:
        return MailAddress.of(self.email) if self.shows_email else None
