"""Where a duty is seen by readers, and where it is done: out of what was read of a site, without asking it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from tenants.oversight.models import Duty
from tenants.oversight.states import Evidence

# The list in which readers find the items of a kind, as `pages.figures.lists` names it, and the screen of its editors.
KINDS: dict[str, tuple[str, str]] = {
    "newsroom": ("articleindexpage", "articles:index"),
    "legal": ("registerpage", "wagtailsnippets_legal_legaldocument:list"),
    "planning": ("projectindexpage", "projects:index"),
    "budget": ("disclosureindexpage", "budget:index"),
    "places": ("placeindexpage", "places:index"),
    "recruitment": ("vacancyindexpage", "recruitment:index"),
    "consultations": ("consultationindexpage", "consultations_pages:index"),
    "agenda": ("agendapage", "agenda:index"),
}
QUEUES: dict[str, tuple[str, str]] = {
    "questions": ("questionspage", "citizens:questions"),
    "procedures": ("procedurespage", "procedures:index"),
    "approvals": ("", "wagtailadmin_reports:workflow"),
}
OFFICE = ("organisationpage", "wagtailsnippets_organisation_department:list")
# What is mostly written in a category; elsewhere articles.
OF_CATEGORIES = {"directives": "legal", "notices_reports": "legal", "planning": "legal", "budget_disclosure": "budget"}


def public_path(duty: Duty, lists: Mapping[str, str]) -> str:
    """On the site of the unit; its home page where there is no such list."""
    if duty.evidence == Evidence.CATEGORY:
        return f"/tim-kiem/?{urlencode({'chuyen-muc': duty.reference})}"
    if duty.evidence == Evidence.LANGUAGE:
        return f"/{duty.reference}/"
    if duty.evidence == Evidence.PAGE:
        return lists.get(duty.trace_key, "/")
    return lists.get(_names(duty)[0], "/")


def working_path(duty: Duty) -> str:
    """In the administration of the unit's own site."""
    if duty.evidence == Evidence.OFFICE and duty.reference == "contact":
        return reverse("wagtailsettings:edit", args=["pages", "sitesettings"])
    if duty.evidence == Evidence.PAGE:
        return reverse("wagtailadmin_explore_root")
    return reverse(_names(duty)[1])


def _names(duty: Duty) -> tuple[str, str]:
    if duty.evidence == Evidence.QUEUE:
        return QUEUES.get(duty.reference, QUEUES["approvals"])
    if duty.evidence == Evidence.OFFICE:
        return OFFICE
    if duty.evidence == Evidence.WEEKS:
        return KINDS["agenda"]
    if duty.evidence == Evidence.CATEGORY:
        return KINDS[OF_CATEGORIES.get(duty.reference, "newsroom")]
    return KINDS.get(duty.reference, KINDS["newsroom"])
