"""Takes what one site gives to another there. Killed at any point, it goes on when it runs again."""

from django.utils.translation import gettext as _
from django_tasks import task

from citizens.actions_transfer import accept, finish, pack, reference_of_arrived, take_back
from citizens.offices import Office
from tenants.crossing import in_site
from tenants.exchange.offices import here, reachable_from
from tenants.registry.models import Tenant


@task(queue_name="worker")
def carry(parcel: str) -> None:
    """Runs at the site that gives. Three steps, each a transaction of its own site: pack, accept there, finish."""
    packed = pack(parcel)
    if packed is None:
        return
    giver = here()
    taker = next((tenant for tenant in reachable_from(giver) if tenant.schema_name == packed.to), None)
    if taker:
        with in_site(taker):
            reference = accept(packed, giver=Office(giver.schema_name, giver.full_name))
    else:
        reference = _reference_at(packed.to, parcel)
    if reference:
        finish(parcel, reference=reference)
    else:
        take_back(parcel, reason=_("The other office's site is not at work at the moment."))


def _reference_at(schema_name: str, parcel: str) -> str:
    """The number it got there, should it have arrived before that site was closed; else empty: one question is never
    open at two offices."""
    closed = Tenant.objects.filter(schema_name=schema_name).first()
    if closed is None:
        return ""
    with in_site(closed):
        return reference_of_arrived(parcel)
