"""What a version of a procedure says: the parts that NĐ 63/2010 art. 8.2 (as amended by NĐ 92/2017) and the rules on
publishing ask for. The import, the form and the demonstration write a `Content`; pages read one.

`Content.read` takes what was typed or imported and gives it a clean form; `data()` is what is stored and compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from procedure_catalogue.states import Online


@dataclass(frozen=True)
class Way:
    """A way to apply, with its own time limit and fee, in the words of the decision."""

    channel: str
    time_limit: str = ""
    fee: str = ""
    note: str = ""


@dataclass(frozen=True)
class Step:
    text: str
    text_km: str = ""
    text_en: str = ""


@dataclass(frozen=True)
class Component:
    """One paper of the dossier. `case` is in which case it is asked for, empty where always. `form_url` leads to the
    file of its form."""

    name: str
    case: str = ""
    originals: int = 0
    copies: int = 0
    form_name: str = ""
    form_url: str = ""


@dataclass(frozen=True)
class Basis:
    """A document that the procedure rests on. `issued_on` is an ISO day, or empty."""

    number: str
    title: str = ""
    issued_on: str = ""
    issuer: str = ""


@dataclass(frozen=True)
class Content:
    """`field` is the key of a ProcedureField, `levels` and `online` are values of states, `related` are codes."""

    name: str
    field: str
    levels: tuple[str, ...]
    deciding_agency: str = ""
    performing_agencies: tuple[str, ...] = ()
    coordinating_agencies: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    steps: tuple[Step, ...] = ()
    dossier: tuple[Component, ...] = ()
    sets: int | None = None
    result: str = ""
    conditions: str = ""
    legal_basis: tuple[Basis, ...] = ()
    related: tuple[str, ...] = ()
    online: str = Online.INFORMATION.value
    portal_url: str = ""
    name_km: str = ""
    name_en: str = ""

    def data(self) -> dict[str, Any]:
        """As JSON has it: the same for the same content, whatever it was read from."""
        return {name: _plain(getattr(self, name)) for name in PARTS}

    def without_columns(self) -> dict[str, Any]:
        """What of it stands in `ProcedureVersion.details`."""
        return {name: value for name, value in self.data().items() if name not in COLUMNS}

    @property
    def agencies(self) -> list[str]:
        """Who decides and who performs, each once: what lists are filtered by."""
        return list(dict.fromkeys(name for name in (self.deciding_agency, *self.performing_agencies) if name))


# Parts that lists show or filter by have columns of their own; the rest is read with one procedure at a time.
COLUMNS = ("name", "name_km", "name_en", "field", "levels", "deciding_agency", "online")
ROWS: dict[str, type] = {"ways": Way, "steps": Step, "dossier": Component, "legal_basis": Basis}
TEXT_LISTS = ("performing_agencies", "coordinating_agencies", "applicants", "related", "levels")
PARTS = tuple(field.name for field in fields(Content))


def stored_content(data: Mapping[str, Any]) -> Content:
    """Of data that was clean when it was stored. Keys that a later version of the code added get their default."""
    known = {name: data[name] for name in PARTS if name in data}
    for name, row in ROWS.items():
        known[name] = tuple(row(**one) for one in known.get(name, ()))
    for name in TEXT_LISTS:
        known[name] = tuple(known.get(name, ()))
    return Content(**known)


def _plain(value: Any) -> Any:
    return [one if isinstance(one, str) else dict(vars(one)) for one in value] if isinstance(value, tuple) else value
