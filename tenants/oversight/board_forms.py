"""What of the board somebody wants to see. It is all in the address, so that it can be kept and passed on."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lib.clock import refuse_far_day, today
from tenants.oversight.board import Board, Line
from tenants.oversight.models import Duty
from tenants.oversight.states import Standing
from tenants.registry.states import Kind

STANDINGS = [("", _("any")), *Standing.choices, ("late", _("missing or overdue"))]
LATE = frozenset({Standing.MISSING, Standing.OVERDUE})


class Order(models.TextChoices):
    SCORE = "score", _("Lowest score first")
    BEST = "best", _("Highest score first")
    NAME = "name", _("By name")
    LAST = "last", _("Longest without anything new first")


class BoardForm(forms.Form):
    on = forms.DateField(label=_("As of"), widget=AdminDateInput, required=False, validators=[refuse_far_day])
    kind = forms.ChoiceField(label=_("Kind of unit"), required=False)
    duty = forms.ChoiceField(label=_("Duty"), required=False)
    standing = forms.ChoiceField(label=_("State"), choices=STANDINGS, required=False)
    order = forms.ChoiceField(label=_("Order"), choices=Order, required=False)
    noted = forms.BooleanField(label=_("Only silent or almost empty sites"), required=False)

    def __init__(self, *args: Any, duties: Sequence[Duty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("any")), *Kind.choices]  # type: ignore[attr-defined]
        self.fields["duty"].choices = [  # type: ignore[attr-defined]
            ("", _("any")),
            *{duty.key: duty.title for duty in duties}.items(),
        ]

    @property
    def day(self) -> datetime.date:
        return self.cleaned_data.get("on") or today()

    def lines(self, board: Board) -> list[Line]:
        """Those that are wanted, in the order that is wanted."""
        wanted = self.cleaned_data
        found = [line for line in board.lines if wanted["kind"] in ("", line.tenant.kind)]
        if wanted["noted"]:
            found = [line for line in found if line.remarks]
        if wanted["standing"]:
            standings = LATE if wanted["standing"] == "late" else {wanted["standing"]}
            found = [line for line in found if _has(line, wanted["duty"], standings)]
        return _in_order(found, wanted["order"] or Order.SCORE)


def _has(line: Line, key: str, standings: "frozenset[str] | set[str]") -> bool:
    verdicts = line.judgement.verdicts if line.judgement else ()
    return any(one.standing in standings for one in verdicts if key in ("", one.duty.key))


def _in_order(lines: list[Line], order: str) -> list[Line]:
    """Lines come by name, and keep that order among equals. Of which nothing was read comes last."""
    if order == Order.NAME:
        return lines
    if order == Order.LAST:
        return sorted(lines, key=lambda line: (line.judgement is None, line.last_on or datetime.date.min))
    up = 1 if order == Order.SCORE else -1
    return sorted(lines, key=lambda line: (line.judgement is None, up * line.score))
