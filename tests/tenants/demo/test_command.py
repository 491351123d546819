"""`manage.py demo`, as somebody at the console sees it."""

from io import StringIO

from django.core.management import call_command

from tenants.registry.models import Tenant


def test_only_demo_sites_are_said_to_have_demo_accounts(commune: Tenant, town: Tenant):
    Tenant.objects.filter(pk=town.pk).update(slug="thi-tran-moi", name="Mới")
    output = StringIO()
    call_command("demo", "show", stdout=output)
    said = output.getvalue()
    assert "http://xa-dinh-an.tracu.localhost:8000/" in said
    assert "Thị trấn Mới" not in said
    assert "Demo accounts, on each demo site, at /admin/:" in said
