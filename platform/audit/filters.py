"""How the audit log is narrowed down."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, DateFromToRangeFilter, MultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from audit.models import AuditEntry
from audit.states import Event


class AuditEntryFilterSet(WagtailFilterSet):
    person = CharFilter(label=_("Person: part of the e-mail address"), method="of_person")
    at = DateFromToRangeFilter(label=_("Period"), widget=DateRangePickerWidget)
    event = MultipleChoiceFilter(label=_("Event"), choices=Event, widget=forms.CheckboxSelectMultiple)
    address = CharFilter(label=_("Network address"), lookup_expr="startswith")

    class Meta:
        model = AuditEntry
        fields = ["person", "at", "event", "address"]

    def of_person(self, entries: models.QuerySet, name: str, value: str) -> models.QuerySet:
        return entries.filter(models.Q(subject__icontains=value) | models.Q(actor__icontains=value))
