"""The tables of this room, each in a file with what belongs to it."""

from procedures.overlays import Defaults, Overlay
from procedures.page import ProceduresPage

__all__ = ["Defaults", "Overlay", "ProceduresPage"]
