"""Who may write a calendar, and who may show it to readers."""

from typing import TYPE_CHECKING

from accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from agenda.models import Week

WRITE, PUBLISH = "agenda.change_week", "agenda.publish_week"


def may_write(user: "User | AnonymousUser", week: "Week | None" = None) -> bool:
    """A calendar that readers have is changed by those who may publish: the change is public at once."""
    if week is not None and week.is_published:
        return may_publish(user)
    return user.is_active and user.has_perm(WRITE)


def may_publish(user: "User | AnonymousUser") -> bool:
    return user.is_active and user.has_perm(PUBLISH)
