"""Which entries an import leaves alone: those that a colleague is at work on."""

from typing import Any

from django.utils.translation import gettext as _

from importing.cells import Wrong


def closed(entry: Any) -> Wrong | None:
    """Why an import does not touch it; else None. What readers do not see holds nothing yet: a row about a draft always
    differs from it."""
    if not entry.live:
        return Wrong(
            _("This entry is there as a draft, which an import leaves alone."), _("Publish or delete the draft first.")
        )
    if entry.has_unpublished_changes:
        return Wrong(
            _("This entry has changes that are not published yet; an import would lose them."),
            _("Publish or discard them first."),
        )
    if entry.locked:
        return Wrong(_("This entry is locked."), _("Ask whoever has locked it."))
    return None
