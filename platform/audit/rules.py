"""Who may read what a site's people did."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

VIEW_LOG = "audit.view_auditentry"


def may_read_log(user: AbstractBaseUser | AnonymousUser) -> bool:
    return user.is_active and user.has_perm(VIEW_LOG)  # type: ignore[attr-defined,union-attr]
