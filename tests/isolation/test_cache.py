"""One process serves every site from the same caches: what one site keeps there is never another's."""

import pytest
from django.conf import settings
from django.core.cache import caches
from wagtail.coreutils import get_locales_display_names
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale

from library.models import SiteImage, SiteRendition
from newsroom.models import ArticlePage
from tenants.crossing import in_public, in_site
from tenants.registry.models import Tenant
from tests import cast

ALIASES = list(settings.CACHES)


@pytest.mark.parametrize("alias", ALIASES)
def test_a_key_of_one_site_is_unknown_on_another(commune: Tenant, town: Tenant, alias: str):
    with in_site(commune):
        caches[alias].set("secret", cast.SECRETS[cast.COMMUNE])
    with in_site(town):
        assert caches[alias].get("secret") is None
    with in_public():
        assert caches[alias].get("secret") is None


@pytest.mark.parametrize("alias", ALIASES)
def test_the_same_key_holds_each_sites_own_value(commune: Tenant, town: Tenant, alias: str):
    for tenant in (commune, town):
        with in_site(tenant):
            caches[alias].set_many({"secret": cast.SECRETS[tenant.slug]})
    with in_site(commune):
        assert caches[alias].get_many(["secret"]) == {"secret": cast.SECRETS[cast.COMMUNE]}


@pytest.mark.parametrize("alias", ALIASES)
def test_deleting_a_key_leaves_the_other_sites_alone(commune: Tenant, town: Tenant, alias: str):
    for tenant in (commune, town):
        with in_site(tenant):
            caches[alias].set("counter", 1)
    with in_site(town):
        caches[alias].delete("counter")
    with in_site(commune):
        assert caches[alias].incr("counter") == 2


def test_pages_with_equal_ids_have_their_own_sites_addresses(commune: Tenant, town: Tenant):
    found = {}
    for tenant in (commune, town):
        with in_site(tenant):
            page = ArticlePage.objects.get()
            found[tenant.primary_host] = (page.pk, page.full_url)
    assert len({pk for pk, _ in found.values()}) == 1
    assert all(url.startswith(f"http://{host}:8000/") for host, (_, url) in found.items())


def test_names_of_locales_with_equal_ids_are_each_sites_own(commune: Tenant, town: Tenant):
    with in_site(town):
        Locale.objects.filter(language_code="en").update(language_code="zz")
    with in_site(commune):
        assert "English" in get_locales_display_names().values()
    with in_site(town):
        assert "English" not in get_locales_display_names().values()


def test_a_rendition_comes_from_its_own_site(commune: Tenant, town: Tenant):
    first, second = (add_image(tenant) for tenant in (commune, town))
    assert first.pk == second.pk
    with in_site(town):
        SiteRendition.objects.create(image=second, filter_spec="fill-9x9", file="images/other", width=9, height=9)
    with in_site(commune):
        kept = first.get_rendition("width-20")
    with in_site(town):
        assert second.get_rendition("width-20").pk == second.renditions.get(filter_spec="width-20").pk
    with in_site(commune):
        assert SiteImage.objects.get(pk=first.pk).get_rendition("width-20").pk == kept.pk


def add_image(tenant: Tenant) -> SiteImage:
    """The same file under the same name and id on every site."""
    with in_site(tenant):
        return SiteImage.objects.create(pk=900, title="Ảnh", file=get_test_image_file("anh.png", size=(40, 30)))
