"""Who answers citizens, and who approves what is answered."""

from typing import TYPE_CHECKING

from accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


def may_answer(user: "User | AnonymousUser") -> bool:
    """Passes it on, extends it and writes the answer."""
    return user.is_active and user.has_perm("citizens.answer_question")


def may_approve(user: "User | AnonymousUser") -> bool:
    return user.is_active and user.has_perm("citizens.approve_question")
