from wagtail.snippets.models import register_snippet

from legal.views import LegalViewSetGroup

register_snippet(LegalViewSetGroup)
