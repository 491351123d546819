from wagtail import hooks

from search.actions import RENEWED_HOOK
from tenants.syndication.tasks import ask_for_renewal

hooks.register(RENEWED_HOOK, ask_for_renewal)
