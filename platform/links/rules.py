"""Who sees how links stand, and who has one looked at again or left alone."""

from accounts.models import User


def may_read(user: User) -> bool:
    return user.has_perm("links.view_link")


def may_decide(user: User) -> bool:
    return user.has_perm("links.change_link")
