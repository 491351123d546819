"""Which view an address leads to."""

import pytest
from django.urls import Resolver404, resolve, reverse
from django.utils import translation

from opendata.views_api import NothingView


@pytest.mark.parametrize(
    ("path", "view"),
    [
        ("/admin/", "wagtailadmin_home"),
        ("/media/images/a.png", "media"),
        ("/giao-dien.css", "site_colours"),
        ("/tin-tuc/", "wagtail_serve"),
    ],
)
def test_an_address_leads_to_its_view(path: str, view: str):
    with translation.override("vi"):
        assert resolve(path).url_name == view


@pytest.mark.parametrize(("language", "address"), [("vi", "/tin-tuc/"), ("km", "/km/tin-tuc/"), ("en", "/en/tin-tuc/")])
def test_every_language_but_vietnamese_has_a_prefix(language: str, address: str):
    with translation.override(language):
        assert reverse("wagtail_serve", args=["tin-tuc/"]) == address


def test_no_other_door_stands_open():
    with translation.override("en"), pytest.raises(Resolver404):
        resolve("/django-admin/")


def test_wagtails_own_api_is_not_there():
    assert resolve("/api/v2/pages/").func.cls is NothingView
