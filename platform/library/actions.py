"""What cleans up in the site's library. Entries are written by Wagtail's own screens, and by imports."""

import datetime
from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.db.models import Model
from django.utils import timezone

from library.models import SiteDocument, SiteImage, SiteRendition

# Where the library keeps files, and whose they are.
HOLDERS: dict[str, type[Model]] = {"documents": SiteDocument, "original_images": SiteImage, "images": SiteRendition}
AT_ONCE = 500


def remove_orphaned_files(*, days: int) -> int:
    """Files of no entry, untouched for so many days, and how many there were. Safe to repeat.

    They are left by imports that were taken back or killed: a transaction takes back rows, and no files.
    """
    before = timezone.now() - datetime.timedelta(days=days)
    removed = 0
    for folder in HOLDERS:
        for name in _orphans(folder):
            if default_storage.get_modified_time(name) < before:
                default_storage.delete(name)
                removed += 1
    return removed


def _orphans(folder: str) -> Iterator[str]:
    if not default_storage.exists(folder):
        return
    names = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        held = set(HOLDERS[folder]._default_manager.filter(file__in=some).values_list("file", flat=True))
        yield from (name for name in some if name not in held)
