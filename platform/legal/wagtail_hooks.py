from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from importing.registers import HOOK, Register
from legal.actions_import import LOGGED
from legal.imports import DOCUMENTS
from legal.search import DOCUMENTS as FOUND
from legal.views import LegalViewSetGroup
from search import sources

register_snippet(LegalViewSetGroup)


@hooks.register(HOOK)
def offer_documents() -> Register:
    return DOCUMENTS


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(LOGGED, _("Import"), _("Written by an import of a sheet"))


@hooks.register(sources.HOOK)
def offer_to_search() -> sources.Source:
    return FOUND
