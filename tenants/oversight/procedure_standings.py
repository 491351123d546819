"""Which of the board's sites have not yet confirmed that what they say about procedures fits the catalogue of today.

Asked of the sites when somebody looks, page by page: a change of the catalogue does nothing for each of them.
"""

import datetime
import logging
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from lib.clock import today
from lib.pagination import page_of
from procedures.figures import Standing, standing
from tenants.crossing import in_each_site
from tenants.exchange.offices import here
from tenants.provisioning.views import ProvisioningMixin
from tenants.registry.models import Tenant

logger = logging.getLogger(__name__)
SITES_PER_PAGE = 50


@dataclass(frozen=True)
class SiteStanding:
    """Without a standing: the site could not be read."""

    tenant: Tenant
    standing: Standing | None


def standings(tenants: list[Tenant], on: datetime.date) -> list[SiteStanding]:
    """In the order of the sites; one that can't be read stops no other. Not to be called within a transaction."""
    results, failures = in_each_site(lambda __: transaction.atomic(standing)(on), tenants=tenants)
    for failure in failures:
        logger.error("The procedures of %s can't be read", failure.tenant, exc_info=failure.error)
    found = {tenant.pk: one for tenant, one in results}
    return [SiteStanding(tenant, found.get(tenant.pk)) for tenant in tenants]


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class ProcedureStandingsView(ProvisioningMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "oversight/procedure_standings.html"
    page_title = gettext_lazy("Procedures in the communes")
    header_icon = "form"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        board = here()
        sites = Tenant.objects.run_by(board).in_reading_order().with_addresses()
        page = page_of(sites, self.request, per_page=SITES_PER_PAGE)
        return {
            **super().get_context_data(**kwargs),
            "sites": page,
            "standings": standings(list(page), today()),
        }
