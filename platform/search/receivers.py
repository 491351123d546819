"""What Wagtail publishes or takes back, by hand, by the clock or by an import, is in the index at once.

Wagtail's own documented signals: it publishes in a dozen places, and its hooks are called by the screens only.
"""

from typing import Any

from wagtail.signals import page_published, page_unpublished, published, unpublished

from search.actions import renew
from search.sources import all_sources


def listen() -> None:
    for signal in (page_published, page_unpublished, published, unpublished):
        signal.connect(_renew, dispatch_uid="search")


def _renew(*, instance: Any, **told: Any) -> None:
    for source in all_sources():
        if source.model and isinstance(instance, source.model):
            renew(source=source.key, numbers=[instance.pk])
