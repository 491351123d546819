from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from organisation.actions import has_changed
from organisation.search import DEPARTMENTS, PEOPLE
from organisation.views import OrganisationViewSetGroup
from search.sources import HOOK, Source

register_snippet(OrganisationViewSetGroup)


@hooks.register(HOOK)
def offer_departments() -> Source:
    return DEPARTMENTS


@hooks.register(HOOK)
def offer_people() -> Source:
    return PEOPLE


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def note_change(request: HttpRequest, instance: object) -> None:
    has_changed(instances=[instance])


@hooks.register("after_delete_snippet")
def note_deletion(request: HttpRequest, instances: list[object]) -> None:
    has_changed(instances=instances)
