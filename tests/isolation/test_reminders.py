"""A site's login reads what that site is reminded of; a board's, of its sites; and no mail. Neither writes any."""

import psycopg2
import pytest
from django.db import connection

from tenants.crossing import in_public
from tenants.isolation.models import SiteLogin
from tenants.registry.models import Tenant
from tenants.reminders.models import Contact, Mail, Period, Reminder
from tests import cast

TABLES = ("reminders_contact", "reminders_period", "reminders_reminder", "reminders_mail")
OF_SITES = [table for table in TABLES if table != "reminders_mail"]


@pytest.fixture
def written(own_database: str):
    with in_public():
        for tenant in Tenant.objects.all():
            Contact.objects.create(tenant=tenant, name="Chủ tịch", email="a@demo.example")
            period = Period.objects.create(tenant=tenant, duty_key="news", began_on=cast.DAY)
            mail = Mail.objects.create(tenant=tenant, on=cast.DAY, recipient="a@demo.example", wording="editor")
            Reminder.objects.create(tenant=tenant, period=period, mail=mail, duty_key="news", on=cast.DAY)


def ask(slug: str, sql: str) -> list[tuple]:
    login = SiteLogin.objects.get(tenant__slug=slug)
    parameters = {**connection.get_connection_params(), "user": login.role, "password": login.password}
    parameters.pop("cursor_factory", None)
    own = psycopg2.connect(**parameters)
    try:
        with own.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else []
    finally:
        own.close()


@pytest.mark.parametrize(
    ("slug", "seen", "tables"),
    [
        (cast.COMMUNE, {cast.COMMUNE}, OF_SITES),
        (cast.TOWN, {cast.TOWN}, OF_SITES),
        (cast.DISTRICT, {cast.DISTRICT, cast.COMMUNE, cast.TOWN}, TABLES),
    ],
)
def test_a_login_reads_its_own(written: None, slug: str, seen: set[str], tables: list[str]):
    for table in tables:
        found = ask(slug, f"SELECT slug FROM public.{table} JOIN public.registry_tenant site ON site.id = tenant_id")
        assert {row[0] for row in found} == seen


@pytest.mark.parametrize("slug", [cast.COMMUNE, cast.DISTRICT])
@pytest.mark.parametrize("table", [*TABLES, "reminders_step", "reminders_owntext", "reminders_round"])
def test_no_login_writes_any_of_it(written: None, slug: str, table: str):
    for sql in (f"DELETE FROM public.{table}", f"INSERT INTO public.{table} DEFAULT VALUES"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(slug, sql)


@pytest.mark.parametrize("table", ["reminders_mail", "reminders_step", "reminders_owntext", "reminders_round"])
def test_a_commune_reads_no_mail_and_no_wording(written: None, table: str):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(cast.COMMUNE, f"SELECT * FROM public.{table}")
