"""Who may read what was sent, decide on it, and give people more time."""

from typing import TYPE_CHECKING

from accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from consultations.models import ConsultationPage

READ, MODERATE = "consultations.view_comment", "consultations.moderate_comment"


def may_read(user: "User | AnonymousUser") -> bool:
    return user.is_active and user.has_perm(READ)


def may_moderate(user: "User | AnonymousUser") -> bool:
    """Sees how to reach who commented, too."""
    return user.is_active and user.has_perm(MODERATE)


def may_extend(user: "User | AnonymousUser", page: "ConsultationPage") -> bool:
    """Whoever may publish the announcement may change what it announced."""
    return user.is_active and page.permissions_for_user(user).can_publish()
