import pytest
from django.core.management import CommandError, call_command
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.signin.phone import give_factor

ADMINISTRATOR = cast.address_of(Role.ADMINISTRATOR)


def test_a_lost_factor_is_reset_on_that_site_and_written_down(commune: Tenant, town: Tenant):
    for tenant in (commune, town):
        give_factor(tenant, ADMINISTRATOR)
    call_command("factor", "reset", cast.COMMUNE, "Administrator@demo.example", verbosity=0)
    with in_site(commune):
        assert not TOTPDevice.objects.exists()
        entry = AuditEntry.objects.get(event=Event.FACTOR_RESET)
        assert (entry.subject, entry.actor, entry.browser) == (ADMINISTRATOR, "", "manage.py")
    with in_site(town):
        assert TOTPDevice.objects.exists()


@pytest.mark.parametrize(
    ("slug", "email", "message"),
    [("xa-khong-co", ADMINISTRATOR, "no site"), (cast.COMMUNE, ADMINISTRATOR, "Nobody"), (cast.COMMUNE, "x", "Nobody")],
)
def test_what_can_not_be_meant_is_said(commune: Tenant, slug: str, email: str, message: str):
    with pytest.raises(CommandError, match=message):
        call_command("factor", "reset", slug, email)
