"""The demo year as plain records: what others may use of it."""

from .communes import ACTIVITY
from .introductions import UnitTexts, unit_texts
from .model import Block, Item
from .pictures import PICTURES, draw
from .places import DISTRICT, Unit, unit, units
from .plan import commune_items, district_items, figures, overlap_plan

__all__ = [
    "ACTIVITY",
    "DISTRICT",
    "PICTURES",
    "Block",
    "Item",
    "Unit",
    "UnitTexts",
    "commune_items",
    "district_items",
    "draw",
    "figures",
    "overlap_plan",
    "unit",
    "unit_texts",
    "units",
]
