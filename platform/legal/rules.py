"""Who may do what with documents: as with pages, whoever may write may also change what is their own."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from accounts.models import User
from accounts.roles import PUBLISH_DOCUMENTS

# Under which documents are known to the room of imports.
REGISTER_KEY = "legal-documents"


def may_publish_many(user: User) -> bool:
    """Enter, change and publish documents of anybody, and add the bodies that issue them: what an import does."""
    return user.has_perms(PUBLISH_DOCUMENTS)


class OwnDocumentsPolicy(ModelPermissionPolicy):
    """Django's permissions on the model, and `change` of one's own with `add` alone. Publishing is never implied."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return super().user_has_permission(user, action) or (
            action == "change" and super().user_has_permission(user, "add")
        )

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return super().user_has_permission(user, action) or (
            action == "change"
            and instance.owner_id == user.pk  # type: ignore[attr-defined]
            and super().user_has_permission(user, "add")
        )

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Model) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        actions = list(actions)
        if any(super(OwnDocumentsPolicy, self).user_has_permission(user, action) for action in actions):
            return self.model._default_manager.all()
        if "change" in actions and super().user_has_permission(user, "add"):
            return self.model._default_manager.filter(owner=user)
        return self.model._default_manager.none()
