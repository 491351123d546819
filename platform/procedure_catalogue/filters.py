"""By what the list of procedures is narrowed."""

import datetime
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy
from django_filters import CharFilter, ChoiceFilter, DateFilter, ModelChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import AdminDateInput

from lib.clock import refuse_far_day, today
from procedure_catalogue.models import LifeEvent, ProcedureField, ProcedureVersion
from procedure_catalogue.queries import VersionQuerySet
from procedure_catalogue.states import Level, Online, Standing


class Everything(models.TextChoices):
    ALL = "all", gettext_lazy("All procedures, each once")


class ProcedureFilterSet(WagtailFilterSet):
    """Without a choice, what is in force today."""

    words = CharFilter(label=gettext_lazy("Words of the name, or the code"), method="with_words")
    standing = ChoiceFilter(
        label=gettext_lazy("State on the day"),
        choices=[
            *[(one.value, one.label) for one in Standing if one not in (Standing.DRAFT, Standing.WITHDRAWN)],
            *Everything.choices,
        ],
        empty_label=None,
        method="kept_for_later",
    )
    day = DateFilter(
        label=gettext_lazy("Day"), widget=AdminDateInput, method="kept_for_later", validators=[refuse_far_day]
    )
    field = ModelChoiceFilter(label=gettext_lazy("Field"), queryset=ProcedureField.objects.all())
    levels = MultipleChoiceFilter(
        label=gettext_lazy("Level of administration"),
        choices=Level.choices,
        widget=forms.CheckboxSelectMultiple,
        method="at_levels",
    )
    online = MultipleChoiceFilter(
        label=gettext_lazy("Online service"),
        choices=Online.choices,
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
    )
    event = ModelChoiceFilter(label=gettext_lazy("Life event"), queryset=LifeEvent.objects.all(), method="of_event")

    class Meta:
        model = ProcedureVersion
        fields = ["words", "standing", "day", "field", "levels", "online", "event"]

    def filter_queryset(self, queryset: VersionQuerySet) -> VersionQuerySet:
        found: VersionQuerySet = super().filter_queryset(queryset)
        standing = self.form.cleaned_data.get("standing") or Standing.IN_FORCE
        day = self.day_shown
        found = found.standing("" if standing == Everything.ALL else standing, day)
        return found.with_standing(day)

    @property
    def day_shown(self) -> datetime.date:
        return (self.is_bound and self.form.is_valid() and self.form.cleaned_data.get("day")) or today()

    def kept_for_later(self, queryset: VersionQuerySet, name: str, value: Any) -> VersionQuerySet:
        """The two go together."""
        return queryset

    def with_words(self, queryset: VersionQuerySet, name: str, words: str) -> VersionQuerySet:
        return queryset.matching(words)

    def at_levels(self, queryset: VersionQuerySet, name: str, levels: list[str]) -> VersionQuerySet:
        return queryset.at_levels(*levels) if levels else queryset

    def of_event(self, queryset: VersionQuerySet, name: str, event: LifeEvent | None) -> VersionQuerySet:
        return queryset.of_life_event(event.key) if event else queryset
