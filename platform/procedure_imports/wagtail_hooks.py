from wagtail import hooks

from importing.registers import HOOK, Register
from procedure_imports.register import PROCEDURES


@hooks.register(HOOK)
def offer_procedures() -> Register:
    return PROCEDURES
