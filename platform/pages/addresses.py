"""Addresses of many pages at once, written out of what Wagtail remembers of the site; no query once that is known."""

from django.conf import settings
from wagtail.models import Site


class Addresses:
    """Of the one site there is, in each of its languages."""

    def __init__(self) -> None:
        roots = Site.get_site_root_paths()
        self._roots = [(root.root_path, root.language_code) for root in roots]
        self.site = next((str(root.root_url) for root in roots), "")

    def path_of(self, url_path: str) -> str:
        """As it stands after the host name; empty for a page that hangs below no home page."""
        for root, language in self._roots:
            if url_path.startswith(root):
                return home_path(language) + url_path[len(root) :]
        return ""

    def of(self, url_path: str) -> str:
        path = self.path_of(url_path)
        return f"{self.site}{path}" if path else ""


def home_path(language: str) -> str:
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
