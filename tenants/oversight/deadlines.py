"""The board's screens for what the clock of citizens' questions counts by: deadlines and compensatory days. They are
shared by all sites; what was received before a change keeps the day that was told."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import BasePermissionPolicy

from catalogue.models import Deadline, OfficeDay
from citizens.states import Kind
from pages.views_items import DayColumn
from tenants.exchange.offices import here
from tenants.oversight.menus import BoardMenuItem
from tenants.registry.rules import may_provision

# About a year. Each question counts through all of them, and nobody waits for none.
MOST_WORKING_DAYS = 250


class BoardPolicy(BasePermissionPolicy):
    """Who runs the board's sites. Nothing that was in force is deleted: it gets a last day."""

    def __init__(self, model: type[Any], *, may_delete: bool) -> None:
        super().__init__(model)
        self.may_delete = may_delete

    def user_has_permission(self, user: Any, action: str) -> bool:
        return (action != "delete" or self.may_delete) and may_provision(user, here())


class DeadlineForm(WagtailAdminModelForm):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Kind)
    working_days = forms.IntegerField(
        label=capfirst(gettext_lazy("working days")), min_value=1, max_value=MOST_WORKING_DAYS
    )

    class Meta:
        model = Deadline
        fields = ["kind", "working_days", "valid_from", "valid_to", "basis", "is_law"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if not first or "kind" not in cleaned:
            return cleaned
        if last and last < first:
            raise ValidationError({"valid_to": _("The last day is before the first.")})
        others = Deadline.objects.filter(Q(valid_to=None) | Q(valid_to__gte=first), kind=cleaned["kind"])
        if last:
            others = others.filter(valid_from__lte=last)
        other = others.exclude(pk=self.instance.pk).first()
        if other:
            told = _("From %(day)s on there is another deadline of this kind. Give that one a last day first.")
            raise ValidationError({"valid_from": told % {"day": f"{other.valid_from:%d/%m/%Y}"}})
        return cleaned


class OfficeDayForm(WagtailAdminModelForm):
    class Meta:
        model = OfficeDay
        fields = ["day", "is_open", "basis"]
        help_texts = {
            "is_open": gettext_lazy("Tick it for a Saturday or Sunday that is worked; leave it empty for a day off.")
        }


def edit_url(name: str) -> Callable[[Any], str]:
    return lambda one: reverse(f"{name}:edit", args=[one.pk])


class BoardViewSet(ModelViewSet):
    menu_item_class = BoardMenuItem
    add_to_settings_menu = True
    inspect_view_enabled = False
    copy_view_enabled = False
    list_per_page = 50

    @property
    def permission_policy(self) -> BoardPolicy:  # type: ignore[override]
        return BoardPolicy(self.model, may_delete=self.model is OfficeDay)


class DeadlineViewSet(BoardViewSet):
    model = Deadline
    icon = "time"
    menu_label = gettext_lazy("Deadlines for answers")
    menu_order = 700
    list_display = [
        TitleColumn(
            "kind",
            label=gettext_lazy("Kind"),
            accessor=lambda one: Kind(one.kind).label,
            get_url=edit_url("board_deadlines"),
        ),
        Column("working_days", label=capfirst(gettext_lazy("working days"))),
        DayColumn("valid_from", label=capfirst(gettext_lazy("valid from"))),
        DayColumn("valid_to", label=capfirst(gettext_lazy("valid to"))),
        BooleanColumn("is_law", label=capfirst(gettext_lazy("laid down by law"))),
        Column("basis", label=capfirst(gettext_lazy("basis"))),
    ]
    ordering = ["kind", "-valid_from"]

    def get_form_class(self, for_update: bool = False) -> type[DeadlineForm]:
        return DeadlineForm


class OfficeDayViewSet(BoardViewSet):
    model = OfficeDay
    icon = "date"
    menu_label = gettext_lazy("Compensatory days")
    menu_order = 710
    list_display = [
        TitleColumn("day", label=capfirst(gettext_lazy("day")), accessor=str, get_url=edit_url("board_office_days")),
        BooleanColumn("is_open", label=capfirst(gettext_lazy("the office is open"))),
        Column("basis", label=capfirst(gettext_lazy("basis"))),
    ]
    ordering = ["-day"]

    def get_form_class(self, for_update: bool = False) -> type[OfficeDayForm]:
        return OfficeDayForm
