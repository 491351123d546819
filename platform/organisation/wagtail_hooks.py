from wagtail.snippets.models import register_snippet

from organisation.views import OrganisationViewSetGroup

register_snippet(OrganisationViewSetGroup)
