import re
from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django_tenants.postgresql_backend.base import FakeTenant
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from accounts.models import User
from newsroom.models import ArticleIndexPage
from pages.models import StandardPage
from tenants.connection import connection
from tenants.crossing import in_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.models import Outcome, SiteCreation, Template
from tenants.provisioning.orders import Order
from tenants.provisioning.template import TEMPLATE_SCHEMA, TemplateMissing, refresh_template
from tenants.registry.models import Tenant
from tests import cast

CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, contype::text, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = to_regnamespace(%s)
"""
# The server writes the condition of a partial index down in another way once it has read it back.
INDEXES = """
    SELECT tablename, indexname, split_part(indexdef, ' WHERE ', 1), indexdef ~ ' WHERE '
    FROM pg_indexes WHERE schemaname = %s
"""
COLUMNS = """
    SELECT table_name, column_name, data_type, column_default, is_nullable, is_identity
    FROM information_schema.columns WHERE table_schema = %s
"""
SEQUENCES = "SELECT sequencename, data_type::text FROM pg_sequences WHERE schemaname = %s"
TRIGGERS = """
    SELECT tgrelid::regclass::text, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = to_regnamespace(%s) AND NOT tgisinternal
"""


def described(sql: str, schema_name: str) -> set[tuple[str, ...]]:
    """What the catalogue of PostgreSQL says, without the name of the schema."""
    with connection.cursor() as cursor:
        cursor.execute(sql, [schema_name])
        rows = cursor.fetchall()
    return {tuple(re.sub(rf'"?{schema_name}"?\.', "", str(value)) for value in row) for row in rows}


@pytest.mark.parametrize(
    "sql",
    [CONSTRAINTS, INDEXES, COLUMNS, SEQUENCES, TRIGGERS],
    ids=["constraints", "indexes", "columns", "sequences", "triggers"],
)
def test_a_copy_has_the_same_things_under_the_same_names(commune: Tenant, sql: str):
    assert described(sql, commune.schema_name) == described(sql, TEMPLATE_SCHEMA)


def test_a_copy_has_constraints_and_indexes_at_all(commune: Tenant):
    assert len(described(CONSTRAINTS, commune.schema_name)) > 100
    assert len(described(INDEXES, commune.schema_name)) > 100


def test_nothing_of_a_copy_refers_to_the_template_or_a_neighbour(commune: Tenant, town: Tenant):
    definitions = str([described(sql, commune.schema_name) for sql in (CONSTRAINTS, INDEXES, COLUMNS)])
    assert TEMPLATE_SCHEMA not in definitions
    assert town.schema_name not in definitions


def test_nobody_and_no_session_is_in_the_template(db: None):
    with in_site(FakeTenant(TEMPLATE_SCHEMA)):
        assert not User.objects.exists()
        assert not Session.objects.exists()


def test_the_template_carries_no_grants_and_no_owners(db: None):
    assert not re.search(r"^(GRANT|REVOKE|ALTER \w+ \S+ OWNER)", Template.objects.get().sql, re.MULTILINE)


def test_a_copy_has_the_same_content_types_as_the_template(commune: Tenant):
    def types() -> list[tuple[int, str, str]]:
        return list(ContentType.objects.order_by("pk").values_list("pk", "app_label", "model"))

    with in_site(FakeTenant(TEMPLATE_SCHEMA)):
        expected = types()
    with in_site(commune):
        assert types() == expected


def test_the_next_page_of_a_copy_gets_a_number_of_its_own(shared_database: str, another: Callable[..., Order]):
    with in_site(create_site(order=another(), by="tests")), transaction.atomic():
        latest = Page.objects.order_by("-pk").first().pk
        index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
        assert index.add_child(instance=cast.ArticlePage(title="Mới", slug="moi")).pk == latest + 1


def test_a_template_that_is_up_to_date_is_left_alone(db: None):
    lines: list[str] = []
    taken_at = Template.objects.get().taken_at
    refresh_template(lines.append)
    assert lines == []
    assert Template.objects.get().taken_at == taken_at


def test_a_template_from_before_a_change_is_taken_anew(own_database: str, order: Callable[..., Order]):
    Template.objects.update(fingerprint="of yesterday", sql="")
    refresh_template(lambda line: None)
    with in_site(create_site(order=order(), by="tests")):
        assert not any(Page.find_problems())
        assert Page.objects.filter(depth=2).count() == 3


def test_without_a_template_that_fits_the_code_nothing_is_created(
    own_database: str, order: Callable[..., Order], traces: Callable[[], dict[str, object]]
):
    Template.objects.update(fingerprint="of yesterday")
    before = traces()
    with pytest.raises(TemplateMissing, match=r"run `manage\.py upgrade`"):
        create_site(order=order(), by="tests")
    assert traces() == before
    assert SiteCreation.objects.first().outcome == Outcome.FAILED


def test_pages_translated_in_one_transaction_with_their_parent_all_show(
    shared_database: str, another: Callable[..., Order]
):
    with in_site(create_site(order=another(), by="tests")):
        with transaction.atomic():
            parent = Page.objects.get(slug="lien-he", locale__language_code="vi")
            for slug in ("mot", "hai"):
                parent.add_child(instance=StandardPage(title=slug, slug=slug))
            for page in parent.get_children():
                source, _ = TranslationSource.update_or_create_from_instance(page.specific)
                english = parent.get_translations().get(locale__language_code="en").locale
                Translation.objects.create(source=source, target_locale=english).save_target(publish=True)
        assert not any(Page.find_problems())
        assert Page.objects.get(slug="lien-he", locale__language_code="en").get_children().count() == 2
