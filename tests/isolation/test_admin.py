"""Every screen of the admin, opened on one site after the other by the same process, with equal ids everywhere."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Comment, Page

from accounts.models import User
from accounts.roles import Role
from library.models import SiteDocument, SiteImage
from newsroom.models import ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

ID = 900
# Raises an error to show what one looks like.
NOT_FOR_US = {"/admin/failwhale/"}
SEARCHED = ("pages/search", "choose-page/search", "images", "images/chooser/results", "documents", "users")
WORDS = ("secret", "b%C3%AD+m%E1%BA%ADt")
FILLINGS = {
    "slug:app_label": "newsroom",
    "str:app_label": "newsroom",
    "slug:app_name": "pages",
    "slug:content_type_app_name": "newsroom",
    "slug:model_name": "sitesettings",
    "str:model_name": "articlepage",
    "slug:content_type_model_name": "articlepage",
    "str:pk": str(ID),
    "str:filter_spec": "original",
    "procedure_code:code": "1.001193",
    "uuid:batch": "00000000-0000-4000-8000-000000000000",
}


@pytest.mark.parametrize("is_superuser", [False, True])
def test_no_screen_fails_or_shows_what_belongs_to_another_site(
    commune: Tenant, town: Tenant, visit: Visit, is_superuser: bool
):
    browsers = {tenant.slug: visit(tenant, Role.ADMINISTRATOR) for tenant in (town, commune)}
    for tenant in (town, commune):
        fill_with_secrets(tenant, is_superuser)
    screens = {
        (slug, address): open_screen(browser, address)
        for slug, browser in browsers.items()
        for address in addresses(commune)
    }
    assert [where for where, (status, _) in screens.items() if status >= 500] == []
    assert [(where, owners) for where, (_, owners) in screens.items() if owners - {where[0]}] == []
    assert sum(bool(owners) for _, owners in screens.values()) > 50


def test_a_list_of_redirects_waits_for_its_own_site_only(commune: Tenant, town: Tenant, visit: Visit):
    """The form names the uploaded list, signed with a key that all sites share."""
    upload = SimpleUploadedFile("list.csv", f"/from,/{secret_of(cast.TOWN)}".encode(), "text/csv")
    page = visit(town, Role.ADMINISTRATOR).post(
        "/admin/redirects/import/", {"import_file": upload, "input_format": "0"}
    )
    words = dict(re.findall(r'name="(import_file_name|input_format)" value="([^"]+)"', page.content.decode()))
    assert len(words) == 2
    for tenant, is_shown in ((commune, False), (town, True)):
        answer = visit(tenant, Role.ADMINISTRATOR).post("/admin/redirects/import/process/", words)
        assert (secret_of(cast.TOWN) in answer.content.decode()) is is_shown


def open_screen(browser: Client, address: str) -> tuple[int, set[str]]:
    """The status, and the sites whose secrets are to be read."""
    browser.raise_request_exception = False
    response = browser.get(address)
    text = (response.getvalue() if response.streaming else response.content).decode(errors="replace")
    return response.status_code, {slug for slug in cast.SECRETS if secret_of(slug) in text}


def addresses(tenant: Tenant) -> list[str]:
    """Those that need no argument, and those that are content with an id; pages bear the same ids on every site."""
    with in_site(tenant):
        page = ArticlePage.objects.get()
        pages = {"page_id": page.pk, "page_to_move_id": page.pk, "parent_page_id": page.get_parent().pk}
    filled = [fill(route, pages) for route in routes(get_resolver().url_patterns) if route.startswith("admin/")]
    searches = [f"/admin/{place}/?q={word}" for place in SEARCHED for word in WORDS]
    return [f"/{address}" for address in filled if address and f"/{address}" not in NOT_FOR_US] + searches


def routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern.url_patterns, route)


def fill(route: str, pages: dict[str, int]) -> str | None:
    """None for what wants more than names and numbers."""

    def value(match: re.Match[str]) -> str:
        kind, _, name = match[1].partition(":")
        return str(pages.get(name, ID)) if kind == "int" else FILLINGS.get(match[1], match[0])

    address = re.sub(r"<([^>]+)>", value, route)
    return None if re.search(r"[<>()$^\\]", address) else address


def fill_with_secrets(tenant: Tenant, is_superuser: bool) -> None:
    """One of everything that a screen may list."""
    secret = secret_of(tenant.slug)
    with in_site(tenant):
        page = ArticlePage.objects.get()
        administrator = User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))
        User.objects.filter(pk=administrator.pk).update(is_superuser=is_superuser)
        User.objects.create_user(f"{secret}@demo.example", pk=ID, last_name=secret)
        collection = Collection.get_first_root_node().add_child(instance=Collection(pk=ID, name=f"{secret} collection"))
        document = SiteDocument(
            pk=ID, title=secret, file=ContentFile(b"x", name=f"{secret}.pdf"), collection=collection
        )
        document.save()
        document.tags.add(secret)
        image = SiteImage(pk=ID, title=secret, file=get_test_image_file(f"{secret}.png"), credit=secret)
        image.uploaded_by_user = administrator
        image.save()
        image.tags.add(secret)
        Redirect.objects.create(pk=ID, old_path=f"/{secret}", redirect_link=f"/{secret}/new")
        page.lead, page.image, page.image_alt, page.owner = f"{secret} lead", image, secret, administrator
        page.title = f"{cast.SECRETS[tenant.slug]} {secret}"
        revision = page.save_revision(user=administrator, log_action=True)
        revision.publish()
        Comment.objects.create(page=page, user=administrator, text=secret, contentpath="title")
        page.get_workflow().start(page, administrator)
        Page.objects.filter(pk=page.pk).update(locked=True, locked_by=administrator, locked_at=timezone.now())


def secret_of(slug: str) -> str:
    return f"secret-of-{slug}"
