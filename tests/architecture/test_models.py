from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import DateField, Field, Model
from wagtail.models import Page

HOME = Path(__file__).resolve().parents[2]


def our_models() -> list[type[Model]]:
    roots = {HOME / "platform", HOME / "tenants"}
    configs = [config for config in apps.get_app_configs() if roots.intersection(Path(config.path).parents)]
    return [model for config in configs for model in config.get_models()]


def our_fields() -> list[Field]:
    return [field for model in our_models() for field in model._meta.local_fields]


@pytest.mark.parametrize("page", [model for model in our_models() if issubclass(model, Page)])
def test_every_page_names_its_parents_and_children(page: type[Page]):
    assert {"parent_page_types", "subpage_types"} <= set(vars(page))
    assert page.parent_page_types


def test_no_date_writes_itself():
    """A date that matters is given by the action; `auto_now` moves whenever somebody saves."""
    dates = [field for field in our_fields() if isinstance(field, DateField)]
    assert dates
    assert [str(field) for field in dates if field.auto_now] == []


def test_the_day_is_asked_of_the_clock():
    """`date.today()` knows neither Vietnam's midnight nor the day on which a demonstration lives."""
    rooms = [path for root in ("platform", "tenants") for path in (HOME / root).rglob("*.py")]
    asking = [path for path in rooms if "date.today()" in path.read_text() or "localdate(" in path.read_text()]
    assert [str(path.relative_to(HOME)) for path in asking] == ["platform/lib/clock.py"]


@pytest.mark.django_db
def test_every_change_of_a_table_has_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
