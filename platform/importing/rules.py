"""Who may see and do what with an import: whoever may add and publish in its register."""

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from importing.models import Import
from importing.registers import Register, all_registers
from importing.states import State


def may_import(user: User, register: Register) -> bool:
    return user.is_active and register.may_import(user)


def is_anywhere_allowed(user: User | AnonymousUser) -> bool:
    return isinstance(user, User) and any(may_import(user, register) for register in all_registers())


def may_be_undone(found: Import) -> bool:
    return found.state == State.APPLIED and is_last(found)


def is_last(found: Import) -> bool:
    """What came later may build on it: it has to be taken back first."""
    last = Import.objects.into([found.register]).in_force().first()
    return last is not None and last.pk == found.pk
