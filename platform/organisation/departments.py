"""The units of an office in their tree.

NĐ 42/2022 article 4 (in force until 30 June 2026) asked for functions, tasks, powers, structure and contacts of each;
NĐ 224/2026 article 9, in force since, for the organisation.
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from lib.mail_addresses import MailAddress
from lib.vietnamese import slug, to_nfc
from organisation.charts import DEEPEST
from organisation.forms import DepartmentForm
from organisation.queries import DepartmentQuerySet


class Department(index.Indexed, models.Model):
    """Its place among its siblings is `position`, then the name."""

    name_vi = models.CharField(_("name in Vietnamese"), max_length=255)
    name_km = models.CharField(_("name in Khmer"), max_length=255, blank=True)
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text=_("The unit above it. Empty for the unit at the top."),
    )
    position = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Among the units of the same unit above: 1 stands first.")
    )
    is_shown = models.BooleanField(
        _("readers see it"), default=True, help_text=_("Otherwise neither it nor the units below it are shown.")
    )
    tasks_vi = models.TextField(_("functions, tasks and powers"), blank=True)
    tasks_km = models.TextField(_("functions, tasks and powers in Khmer"), blank=True)
    tasks_en = models.TextField(_("functions, tasks and powers in English"), blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("official email address"), blank=True)
    hours = models.TextField(_("office hours"), blank=True, help_text=_("One line for each time."))
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar = DepartmentQuerySet.as_manager()

    panels: ClassVar[list] = [
        FieldPanel("name_vi"),
        FieldRowPanel([FieldPanel("parent"), FieldPanel("position")]),
        FieldPanel("is_shown"),
        FieldPanel("tasks_vi"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("hours"),
            ],
            _("Contact"),
        ),
        MultiFieldPanel(
            [FieldPanel("name_km"), FieldPanel("tasks_km"), FieldPanel("name_en"), FieldPanel("tasks_en")],
            _("In Khmer and English"),
        ),
    ]
    base_form_class = DepartmentForm
    search_fields: ClassVar[list] = [index.SearchField("name_vi"), index.AutocompleteField("name_vi")]

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["position", "name_vi", "pk"]

    def __str__(self) -> str:
        return self.name_vi

    @property
    def name(self) -> str:
        """In the reader's language, else in Vietnamese."""
        return getattr(self, f"name_{get_language() or 'vi'}", "") or self.name_vi

    @property
    def tasks(self) -> str:
        return getattr(self, f"tasks_{get_language() or 'vi'}", "") or self.tasks_vi

    @property
    def mail(self) -> MailAddress | None:
        return MailAddress.of(self.email)

    @property
    def address_of_page(self) -> str:
        """Below the page of the organisation: the number never changes, the words after it may."""
        return f"don-vi/{self.pk}-{slug(self.name_vi)[:60].rstrip('-') or 'don-vi'}/"

    def clean(self) -> None:
        super().clean()
        for name in ("name_vi", "name_km", "name_en"):
            setattr(self, name, " ".join(to_nfc(getattr(self, name)).split()))
        above = Department.objects.numbers_above(self.parent_id) if self.parent_id else []
        if self.pk and self.pk in above:
            raise ValidationError({"parent": _("It can't be part of itself, nor of a unit below it.")})
        below = Department.objects.levels_below(self.pk) if self.pk else 0
        if len(above) + 1 + below > DEEPEST:
            raise ValidationError({"parent": _("The tree has room for %(count)d levels.") % {"count": DEEPEST}})
