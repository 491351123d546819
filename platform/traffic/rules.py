"""Who reads the figures, and who enters totals of older systems."""

from accounts.models import User


def may_read(user: User) -> bool:
    return user.has_perm("traffic.view_daycount")


def may_enter_totals(user: User) -> bool:
    return user.has_perm("traffic.change_pasttotal")
