"""Forms of the district's screens for sites."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from pages.models import Skin
from tenants.provisioning.orders import Order, check_order
from tenants.registry.models import Tenant
from tenants.registry.states import BOARD_KINDS, Kind

COMPONENT_KINDS = [(kind.value, kind.label) for kind in Kind if kind not in BOARD_KINDS]


class OrderForm(forms.Form):
    """A new site. Every rule lives in `orders.py`; here are the words that help to meet it."""

    name = forms.CharField(
        label=capfirst(_("name of the unit")),
        max_length=100,
        help_text=_("Without the kind of unit: Đại An, not Xã Đại An."),
    )
    kind = forms.ChoiceField(label=capfirst(_("kind of unit")), choices=COMPONENT_KINDS, initial=Kind.COMMUNE)
    code = forms.CharField(
        label=capfirst(_("official code")),
        max_length=10,
        help_text=_("The five digits of the national list of administrative units."),
    )
    code_valid_from = forms.DateField(
        label=capfirst(_("code holds from")),
        widget=AdminDateInput,
        help_text=_(
            "Day/month/year, for example 08/07/2004. Codes have been given anew in mergers: the day tells which unit "
            "is meant."
        ),
    )
    host = forms.CharField(
        label=capfirst(_("address")),
        required=False,
        max_length=253,
        help_text=_(
            "Leave empty for the usual address: kind and name without marks, below the district's own. "
            "Since 1 July 2026 a commune's own name has four levels: tenphuongxa.tentinhthanh.gov.vn "
            "(Decree 224/2026/NĐ-CP, article 11)."
        ),
    )
    skin = forms.ChoiceField(label=capfirst(_("look")), choices=Skin, initial=Skin.FLAG, widget=forms.RadioSelect)
    admin_name = forms.CharField(
        label=capfirst(_("name of the first administrator")),
        max_length=150,
        help_text=_("Family name first; the last word is the given name."),
    )
    admin_email = forms.EmailField(
        label=capfirst(_("email address of the first administrator")),
        help_text=_("Gets a link to choose a password; the link holds for a week."),
    )

    def __init__(self, *args: Any, board: Tenant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.board = board

    @property
    def order(self) -> Order:
        return Order(parent_slug=self.board.slug, **self.cleaned_data)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                check_order(self.order)
            except ValidationError as error:
                for field, messages in error.message_dict.items():
                    self.add_error(field if field in self.fields else None, ValidationError(messages))
        return cleaned


class SuspensionForm(forms.Form):
    # Two forms of a page ask for a reason.
    prefix = "suspension"

    reason = forms.CharField(
        label=capfirst(_("notice to visitors")),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Since 1 July 2026 a planned suspension is announced at least 7 working days before, with the expected "
            "return, except for force majeure (Decree 224/2026/NĐ-CP, article 13)."
        ),
    )
    expected_until = forms.DateField(
        label=capfirst(_("expected return")),
        widget=AdminDateInput,
        required=False,
        help_text=_("Day/month/year, for example 31/10/2023."),
    )


class InvitationForm(forms.Form):
    prefix = "invitation"

    email = forms.EmailField(widget=forms.HiddenInput)


class ArchiveForm(forms.Form):
    prefix = "archive"

    reason = forms.CharField(label=capfirst(_("notice")), widget=forms.Textarea(attrs={"rows": 2}), required=False)
