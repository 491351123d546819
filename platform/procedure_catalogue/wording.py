"""A content in the words in which an office reads it: a heading for each part, and its lines."""

import datetime
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from procedure_catalogue.contents import Basis, Component, Content, Step, Way
from procedure_catalogue.states import Channel, Level, Online

# In the order of the national portal, translations last.
HEADINGS = {
    "name": gettext_lazy("Name of the procedure"),
    "field": gettext_lazy("Field"),
    "levels": gettext_lazy("Levels that deal with it"),
    "deciding_agency": gettext_lazy("Deciding agency"),
    "performing_agencies": gettext_lazy("Performing agencies"),
    "coordinating_agencies": gettext_lazy("Co-ordinating agencies"),
    "applicants": gettext_lazy("Who may apply"),
    "online": gettext_lazy("Online service"),
    "portal_url": gettext_lazy("Address on the national service portal"),
    "ways": gettext_lazy("Ways to apply"),
    "steps": gettext_lazy("Steps"),
    "dossier": gettext_lazy("Dossier"),
    "sets": gettext_lazy("Number of sets"),
    "result": gettext_lazy("Result"),
    "conditions": gettext_lazy("Requirements and conditions"),
    "legal_basis": gettext_lazy("Legal basis"),
    "related": gettext_lazy("Related procedures"),
    "name_km": gettext_lazy("Name in Khmer"),
    "name_en": gettext_lazy("Name in English"),
}


# Translated where something stands behind them: an import words a hundred thousand rows.
FEE, FORM, CASE = gettext_lazy("Fee"), gettext_lazy("Form"), gettext_lazy("Case")
IN_KHMER, IN_ENGLISH = gettext_lazy("In Khmer"), gettext_lazy("In English")


def lines_of(content: Content, part: str, field_names: Mapping[str, str] | None = None) -> list[str]:
    """One line for each row of the part, none where it is empty. `field_names` are by key."""
    value = getattr(content, part)
    if part == "field":
        return [(field_names or {}).get(value, value)]
    if part == "levels":
        return [str(Level(level).label) for level in value]
    if part == "online":
        return [str(Online(value).label)]
    if isinstance(value, tuple):
        return [row_line(row) for row in value]
    return str(value).split("\n") if value not in ("", None) else []


def row_line(row: object) -> str:
    if isinstance(row, Way):
        return _joined(str(Channel(row.channel).label), row.time_limit, _told(FEE, row.fee), row.note)
    if isinstance(row, Step):
        return _joined(row.text, _told(IN_KHMER, row.text_km), _told(IN_ENGLISH, row.text_en))
    if isinstance(row, Component):
        form = row.form_name or row.form_url
        return _joined(row.name, copies_of(row), _told(FORM, form), _told(CASE, row.case))
    if isinstance(row, Basis):
        return _joined(row.number, row.title, written_day(row.issued_on), row.issuer)
    return str(row)


def copies_of(component: Component) -> str:
    """`1 original, 2 copies`."""
    originals, copies = component.originals, component.copies
    told = []
    if originals:
        told.append(ngettext("%(count)d original", "%(count)d originals", originals) % {"count": originals})
    if copies:
        told.append(ngettext("%(count)d copy", "%(count)d copies", copies) % {"count": copies})
    return ", ".join(told)


def written_day(iso: str) -> str:
    """`20/11/2014`; empty for a document without a day."""
    return f"{datetime.date.fromisoformat(iso):%d/%m/%Y}" if iso else ""


def _joined(*texts: str) -> str:
    """In one line: a line break within a cell would look like a row of its own."""
    return " · ".join(" ".join(text.split("\n")) for text in texts if text)


def _told(label: Promise, text: str) -> str:
    return f"{label}: {text}" if text else ""
