"""Forms of the administration that lose nobody's work: what a colleague has changed meanwhile is not written over."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import CharField, HiddenInput
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class AsSeenForm(WagtailAdminModelForm):
    """Knows when its object was last changed as the form was opened. The object has `changed_at`."""

    seen = CharField(widget=HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.changed_at.isoformat() if self.instance.pk else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk:
            rows = type(self.instance)._default_manager.select_for_update(of=("self",)).filter(pk=self.instance.pk)
            changed_at = rows.values_list("changed_at", flat=True).first()
            if changed_at and cleaned.get("seen") != changed_at.isoformat():
                raise ValidationError(
                    _(
                        "A colleague has changed this since you opened it. What you wrote is still here: open the page "
                        "once more beside this one, compare, and save there."
                    ),
                    code="meanwhile",
                )
        self.instance.changed_at = timezone.now()
        return cleaned


class DepartmentForm(AsSeenForm):
    def clean(self) -> dict[str, Any]:
        """Nobody moves another unit in the same moment: two moves that are right alone may make a circle."""
        list(type(self.instance)._default_manager.select_for_update().order_by("pk").values_list("pk"))
        return super().clean()


class PersonForm(AsSeenForm):
    pass
