"""The board's screens for what procedures are sorted by: fields and life events. Nothing of them is deleted; what is no
longer chosen gets a day."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn

from lib.vietnamese import sort_key
from pages.views_items import DayColumn
from procedure_catalogue.models import LifeEvent, ProcedureField
from procedure_catalogue.reading import line
from tenants.oversight.deadlines import BoardViewSet, edit_url

NAMES = ["name_vi", "name_km", "name_en"]


class EntryForm(WagtailAdminModelForm):
    """The key is chosen once: addresses lead to it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["key"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for name in NAMES:
            cleaned[name] = line(cleaned.get(name))
        if cleaned["name_vi"] and self._others_with(cleaned["name_vi"]):
            raise ValidationError({"name_vi": _("There is one of this name already.")})
        return cleaned

    def _others_with(self, name: str) -> bool:
        return bool(self._meta.model.objects.filter(name_vi=name).exclude(pk=self.instance.pk).exists())


class FieldForm(EntryForm):
    class Meta:
        model = ProcedureField
        fields = ["key", *NAMES, "retired_on"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.instance.sort_key = sort_key(cleaned["name_vi"])
        return cleaned


class EventForm(EntryForm):
    class Meta:
        model = LifeEvent
        fields = ["key", *NAMES, "position", "retired_on"]


def _columns(name: str) -> list[Column]:
    return [
        TitleColumn("name_vi", label=capfirst(gettext_lazy("name in Vietnamese")), get_url=edit_url(name)),
        Column("name_km", label=capfirst(gettext_lazy("name in Khmer"))),
        Column("name_en", label=capfirst(gettext_lazy("name in English"))),
        DayColumn("retired_on", label=capfirst(gettext_lazy("retired on"))),
    ]


class ProcedureFieldViewSet(BoardViewSet):
    model = ProcedureField
    icon = "list-ul"
    menu_label = gettext_lazy("Fields of procedures")
    menu_order = 720
    list_display = _columns("board_procedure_fields")
    ordering = ["sort_key", "key"]

    def get_form_class(self, for_update: bool = False) -> type[FieldForm]:
        return FieldForm


class LifeEventViewSet(BoardViewSet):
    model = LifeEvent
    icon = "user"
    menu_label = gettext_lazy("Life events")
    menu_order = 730
    list_display = _columns("board_life_events")
    ordering = ["position", "key"]

    def get_form_class(self, for_update: bool = False) -> type[EventForm]:
        return EventForm
