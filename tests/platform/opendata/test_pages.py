"""The description of the API, the catalogue for other catalogues, and the pages on which people read both."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from wagtail.models import Site

from accounts.roles import Role
from opendata.actions import refresh_dumps
from opendata.models import OpenDataSettings
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.opendata.data import API, KEYS, dump, fill, get

Visit = Callable[..., Client]
PAGES = ["/du-lieu-mo/", "/du-lieu-mo/api/", *(f"/du-lieu-mo/{key}/" for key in KEYS)]


def main(browser: Client, path: str) -> BeautifulSoup:
    answer = browser.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


def described_parts(told: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of every row, by the way to it."""
    for name, schema in told["components"]["schemas"].items():
        for field, part in schema["properties"].items():
            yield f"{name}.{field}", part


def test_every_field_and_every_parameter_is_explained(commune: Tenant, visit: Visit):
    told = get(visit(commune), "openapi.json")
    assert [path for path, part in described_parts(told) if not part.get("description")] == []
    parameters = [one for methods in told["paths"].values() for one in methods["get"].get("parameters", [])]
    assert len(parameters) > 60
    assert [one["name"] for one in parameters if not one.get("description")] == []


def test_the_description_is_in_the_language_that_is_asked_for(commune: Tenant, visit: Visit):
    browser = visit(commune)
    told = {
        language: browser.get(f"{API}openapi.json", HTTP_ACCEPT_LANGUAGE=language).json()
        for language in ("vi", "km", "en")
    }
    first = {language: dict(described_parts(one))["ProjectRow.aim"]["description"] for language, one in told.items()}
    assert first["en"] == "What it is for and who gains by it."
    assert len(set(first.values())) == 3
    assert "Đang thực hiện" in json.dumps(told["vi"], ensure_ascii=False)


def test_the_description_names_this_site_and_no_other(commune: Tenant, town: Tenant, visit: Visit):
    names = {tenant: get(visit(tenant), "openapi.json") for tenant in (commune, town)}
    for tenant, told in names.items():
        assert told["servers"] == [{"url": f"http://{tenant.primary_host}"}]
    assert names[commune]["info"]["title"] != names[town]["info"]["title"]


@pytest.mark.parametrize("key", KEYS)
def test_rows_are_as_they_are_described(commune: Tenant, visit: Visit, key: str):
    with in_site(commune):
        fill()
    browser = visit(commune)
    told = get(browser, "openapi.json")
    schema = told["paths"][f"/api/v1/{key}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**_nullable(schema), "components": _nullable(told["components"])}
    jsonschema.validate(get(browser, key), whole)


def _nullable(part: Any) -> Any:
    """From OpenAPI 3.0 to JSON Schema."""
    if isinstance(part, list):
        return [_nullable(one) for one in part]
    if not isinstance(part, dict):
        return part
    found = {name: _nullable(value) for name, value in part.items()}
    return {"anyOf": [found, {"type": "null"}]} if found.pop("nullable", False) is True else found


def test_the_catalogue_names_every_file_with_its_sum(commune: Tenant, visit: Visit):
    browser = visit(commune)
    dump(browser, "articles", "csv")
    told = get(browser, "catalog.jsonld")
    assert told["@type"] == "dcat:Catalog"
    assert [one["dct:identifier"] for one in told["dcat:dataset"]] == KEYS
    articles = told["dcat:dataset"][0]
    csv = next(one for one in articles["dcat:distribution"] if one["@id"].endswith(".csv"))
    answer = browser.get(f"{API}articles.csv")
    assert csv["spdx:checksum"]["spdx:checksumValue"]["@value"] == answer["X-Checksum-SHA256"]
    assert csv["dcat:byteSize"]["@value"] == answer["Content-Length"]
    assert articles["dct:license"]["dct:title"]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_readable_in_each_language(commune: Tenant, visit: Visit, path: str):
    browser = visit(commune)
    for language in ("", "/km", "/en"):
        html = main(browser, f"{language}{path}")
        assert html.h1.text
        assert not html.select("script, [style], [onclick]")


def test_a_dataset_that_there_is_not_has_no_page(commune: Tenant, visit: Visit):
    assert visit(commune).get("/du-lieu-mo/nothing/").status_code == 404


def test_the_footer_leads_to_the_catalogue_and_that_to_each_dataset(commune: Tenant, visit: Visit):
    browser = visit(commune)
    footer = BeautifulSoup(browser.get("/").content, "html.parser").footer
    assert footer.select('a[href="/du-lieu-mo/"]')
    links = [link["href"] for link in main(browser, "/du-lieu-mo/").select(".datasets__title a")]
    assert links == [f"/du-lieu-mo/{key}/" for key in KEYS]


def test_rows_size_and_day_of_the_files_are_told(commune: Tenant, visit: Visit):
    browser = visit(commune)
    assert "1 dòng" not in main(browser, "/du-lieu-mo/articles/").text
    with in_site(commune):
        refresh_dumps()
    assert "1 dòng" in " ".join(main(browser, "/du-lieu-mo/articles/").text.split())
    assert main(browser, "/du-lieu-mo/articles/").select_one(".sums__sum").text


def test_keys_of_a_choice_are_told_with_their_labels(commune: Tenant, visit: Visit):
    html = main(visit(commune), "/du-lieu-mo/projects/")
    assert {item.code.text: item.text.split(maxsplit=1)[1] for item in html.select(".meanings .keys li")}[
        "running"
    ] == "Đang thực hiện"


def test_terms_are_those_of_the_site(commune: Tenant, visit: Visit):
    browser = visit(commune)
    assert "ghi rõ nguồn" in main(browser, "/du-lieu-mo/").text
    with in_site(commune):
        OpenDataSettings.objects.create(
            site=Site.objects.get(), terms_vi="Hỏi trước khi dùng.", licence_address="https://licence.example/"
        )
    html = main(browser, "/du-lieu-mo/")
    assert "Hỏi trước khi dùng." in html.text
    assert html.select('a[rel="license"][href="https://licence.example/"]')
    assert get(browser, "openapi.json")["info"]["license"] == {
        "name": "Hỏi trước khi dùng.",
        "url": "https://licence.example/",
    }
    assert get(browser, "catalog.jsonld")["dct:license"] == {"@id": "https://licence.example/"}


@pytest.mark.parametrize("role", list(Role))
def test_the_administrator_writes_the_terms(commune: Tenant, visit: Visit, role: Role):
    answer = visit(commune, role).get("/admin/settings/opendata/opendatasettings/", follow=True)
    assert ("terms_vi" in answer.content.decode()) is (role == Role.ADMINISTRATOR)


def test_limits_are_told(commune: Tenant, visit: Visit, settings: Settings):
    settings.OPEN_DATA_REQUESTS, settings.OPEN_DATA_DOWNLOADS = 321, 45
    text = " ".join(main(visit(commune), "/du-lieu-mo/api/").text.split())
    assert "321 yêu cầu và 45 tệp trong 10 phút" in text


def test_pages_read_no_rows_and_write_none(commune: Tenant, visit: Visit):
    browser = visit(commune)
    with in_site(commune):
        fill()
    for path in PAGES:
        browser.get(path)
        with CaptureQueriesContext(connection) as captured:
            browser.get(path)
        asked = [query["sql"] for query in captured]
        assert [sql for sql in asked if sql.startswith(("INSERT", "UPDATE"))] == []
        assert not [sql for sql in asked if "legal_legaldocument" in sql or "newsroom_articlepage" in sql]
