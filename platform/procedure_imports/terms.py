"""What the district says along with a file: by which decision it holds, from which day, and whether it is complete."""

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from importing.cells import shown_day
from importing.registers import Terms
from lib.clock import refuse_far_day
from procedure_catalogue.actions import DecisionText

NOT_COMPLETE, FIELDS, ALL = "", "fields", "all"
COMPLETE = [
    (NOT_COMPLETE, _("No: what the file does not name stays as it is")),
    (FIELDS, _("Yes, for the fields it names: what else stands in these fields is retired")),
    (ALL, _("Yes, it is the whole catalogue: everything else is retired")),
]


class DecisionTerms(Terms):
    number = forms.CharField(label=_("Number and sign of the decision"), max_length=100)
    issued_on = forms.DateField(label=_("Issued on"), widget=AdminDateInput, validators=[refuse_far_day])
    issuer = forms.CharField(label=_("Issuing body"), max_length=300)
    title = forms.CharField(label=_("Abstract"), max_length=2000, required=False)
    valid_from = forms.DateField(
        label=_("Valid from"),
        widget=AdminDateInput,
        validators=[refuse_far_day],
        help_text=_("All procedures of the file hold from this day on, and all that are retired end on its eve."),
    )
    complete = forms.ChoiceField(
        label=_("Is the file complete?"), choices=COMPLETE, required=False, widget=forms.RadioSelect, initial=""
    )

    field_order = ("number", "issued_on", "issuer", "title", "valid_from", "complete", "sheet")

    def kept(self) -> dict[str, Any]:
        said = self.cleaned_data
        days = {name: said[name].isoformat() for name in ("issued_on", "valid_from")}
        texts = {name: said[name] for name in ("number", "issuer", "title", "complete")}
        return {**texts, **days, "batch": str(uuid.uuid4()), "told": self._told()}

    def _told(self) -> list[list[str]]:
        said = self.cleaned_data
        decision = f"{said['number']}, {shown_day(said['issued_on'])}, {said['issuer']}"
        return [
            [str(capfirst(_("decision"))), decision],
            [str(_("Valid from")), shown_day(said["valid_from"])],
            [str(_("Is the file complete?")), str(dict(COMPLETE)[said["complete"]])],
        ]


@dataclass(frozen=True)
class Order:
    """The terms, read back."""

    decision: DecisionText
    valid_from: datetime.date
    complete: str
    batch: uuid.UUID


def order_of(kept: Mapping[str, Any]) -> Order:
    return Order(
        DecisionText(
            number=kept["number"],
            issued_on=datetime.date.fromisoformat(kept["issued_on"]),
            issuer=kept["issuer"],
            title=kept["title"],
        ),
        datetime.date.fromisoformat(kept["valid_from"]),
        kept["complete"],
        uuid.UUID(kept["batch"]),
    )
