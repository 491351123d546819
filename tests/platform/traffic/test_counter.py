"""What readers see of the counter, and what a page tells."""

import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Page, Site

from accounts.roles import Role
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.readers import Readers
from traffic.hits import ADDRESS, PAGE, SOURCE
from traffic.models import CounterSettings

Visit = Callable[..., Client]
ARTICLE = "/tin-tuc/bi-mat/"


def test_a_page_says_its_number_to_scripts_and_to_those_without(commune: Tenant, article: Page, visit: Visit):
    page = visit(commune).get(ARTICLE).content.decode()
    assert f'visit.js" data-page="{article.pk}" defer' in page
    assert f'<noscript><img src="{ADDRESS}?{PAGE}={article.pk}"' in page
    assert page.count(ADDRESS) == 1


def test_script_and_server_speak_of_the_same_things():
    script = open("themes/scripts/visit.js").read()  # noqa: SIM115, PTH123
    assert f'"{ADDRESS}"' in script
    assert f'"{PAGE}="' in script
    assert f'"&{SOURCE}="' in script


@pytest.mark.parametrize("path", ["/khong-co/", "/gui-cau-hoi/"])
def test_what_is_no_page_tells_nothing(commune: Tenant, visit: Visit, path: str):
    assert ADDRESS not in visit(commune).get(path).content.decode()


def test_staff_are_not_counted(commune: Tenant, visit: Visit):
    assert ADDRESS not in visit(commune, Role.CONTRIBUTOR).get(ARTICLE).content.decode()


def test_a_preview_tells_nothing(commune: Tenant, article: Page):
    with in_site(commune):
        page = article.specific
        answer = page.make_preview_request(preview_mode=page.default_preview_mode)
        assert ADDRESS not in answer.render().content.decode()


def test_without_script_a_page_counts_once(commune: Tenant, article: Page, readers: Readers):
    assert readers.show_without_script(commune, article.pk).body.startswith(b"GIF89a")
    assert len(readers.visits.of(commune).take()) == 1


def test_the_counter_is_there_where_it_is_wanted(commune: Tenant, article: Page, visit: Visit, readers: Readers):
    readers.show(commune, article.pk)
    readers.written_down()
    assert 'class="counter' not in visit(commune).get("/").content.decode()
    cache.clear()
    with in_site(commune):
        CounterSettings.objects.create(site=Site.objects.get(), is_shown=True)
    for path in ("/", "/km/", "/en/"):
        page = visit(commune).get(path).content.decode()
        assert re.findall(r"<dd>(\d+)</dd>", page) == ["1", "1", "1"]
        assert page.count("<dt>") == 3


def test_an_administrator_switches_it_on_and_an_editor_does_not(commune: Tenant, visit: Visit):
    with in_site(commune):
        address = f"/admin/settings/traffic/countersettings/{Site.objects.get().pk}/"
    assert visit(commune, Role.EDITOR).get(address).status_code == 302
    assert visit(commune, Role.ADMINISTRATOR).post(address, {"is_shown": "on"}).status_code == 302
    with in_site(commune):
        assert CounterSettings.objects.get().is_shown
