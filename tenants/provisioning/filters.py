"""How the list of sites is narrowed down."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy
from django_filters import CharFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from lib.vietnamese import slug as plain_slug
from tenants.registry.models import Tenant
from tenants.registry.states import Kind, Lifecycle


class TenantFilterSet(WagtailFilterSet):
    q = CharFilter(label=gettext_lazy("Name, code or address"), method="search")
    kind = MultipleChoiceFilter(label=gettext_lazy("Kind"), choices=Kind, widget=forms.CheckboxSelectMultiple)
    lifecycle = MultipleChoiceFilter(
        label=gettext_lazy("Lifecycle"), choices=Lifecycle, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Tenant
        fields = ["q", "kind", "lifecycle"]

    def search(self, tenants: models.QuerySet, name: str, value: str) -> models.QuerySet:
        plain = plain_slug(value)
        matches = models.Q(name__icontains=value) | models.Q(code=value) | models.Q(domains__host__icontains=value)
        if plain:
            matches |= models.Q(slug__contains=plain)
        return tenants.filter(matches).distinct()
