"""The browser itself says what the policies forbid: nothing of ours, and all that is put into a page from outside."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Route, expect

from accounts.roles import Role
from tenants.verification.items import LISTS
from tests import cast
from tests.journeys.conftest import PHONE, Installation

pytestmark = pytest.mark.browser

VIDEO = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
# An article with every block, a picture and a document; prints the numbers of the three.
FILL = f"""
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.images.tests.utils import get_test_image_file
from library.models import SiteDocument, SiteImage
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import all_tenants, in_site
from tests.platform.budget.test_models import add as disclose
from tests.platform.consultations.drafts import add as ask, comment
from tests.platform.places.test_models import add as show
from tests.platform.planning.test_models import add as plan
from tests.platform.recruitment.test_models import add as recruit
tenant = next(tenant for tenant in all_tenants() if tenant.slug == {cast.COMMUNE!r})
with in_site(tenant), transaction.atomic():
    image = SiteImage.objects.create(title="Cổng làng", file=get_test_image_file(filename="cong-lang.png"))
    document = SiteDocument.objects.create(title="Dự toán", file=ContentFile(b"%PDF-1.4", name="du-toan.pdf"))
    picture = {{"image": {{"image": image.pk, "alt_text": "Cổng", "decorative": False}}, "caption": "Cổng"}}
    columns = [{{"type": "text", "heading": "Cột"}}]
    body = [
        ("text", "<h2>Đề mục</h2><p>Chữ</p><hr/>"),
        ("picture", picture),
        ("gallery", {{"title": "Ảnh", "pictures": [picture, picture]}}),
        ("quote", {{"text": "Lời", "source": "Người nói"}}),
        ("table", {{"caption": "Bảng", "table": {{"columns": columns, "rows": [{{"values": ["<p>Ô</p>"]}}]}}}}),
        ("attachments", {{"title": "Tệp", "documents": [document.pk]}}),
        ("video", {{"address": "https://youtu.be/dQw4w9WgXcQ", "title": "Lễ hội"}}),
        ("call_out", {{"kind": "note", "text": "<p>Lưu ý</p>"}}),
    ]
    index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    page = ArticlePage(title="Đủ mọi khối", slug="du-moi-khoi", published_on="2023-10-30", image=image)
    page.image_alt = "Cổng"
    page.body = page.body.stream_block.to_python([{{"type": kind, "value": value}} for kind, value in body])
    index.add_child(instance=page)
    page.save_revision(clean=False)
    plan(slug="mot")
    disclose(slug="mot", sheet=True)
    recruit(slug="mot")
    comment(ask(slug="mot"), to="published")
    show(slug="mot", image=image, image_alt="Cổng", map_picture=image, map_alt="Đường")
print(page.pk, image.pk, document.pk)
"""
PUBLIC = [
    *(
        f"{language}{path}"
        for language in ("", "/km", "/en")
        for path in ("/", "/tin-tuc/", "/gioi-thieu/", "/lien-he/")
    ),
    "/tin-tuc/du-moi-khoi/",
    *(f"{path}{item}" for path in LISTS for item in ("", "mot/")),
    "/so-do-trang/",
    "/nguon-tin/",
    "/khong-co/",
    "/giao-dien.css",
]
ADMIN = [
    "/",
    "/articles/",
    "/projects/",
    "/budget/",
    "/recruitment/",
    "/places/",
    "/projects/choose_parent/",
    "/budget/choose_parent/",
    "/recruitment/choose_parent/",
    "/consultations/",
    "/consultations/choose_parent/",
    "/consultations/comments/",
    "/places/choose_parent/",
    "/pages/",
    "/pages/{page}/edit/",
    "/pages/{page}/history/",
    "/pages/{page}/copy/",
    "/pages/{page}/move/",
    "/images/",
    "/images/add/",
    "/images/multiple/add/",
    "/images/{image}/",
    "/documents/",
    "/documents/delete/{document}/",
    "/documents/edit/{document}/",
    "/users/",
    "/users/new/",
    "/groups/",
    "/redirects/",
    "/redirects/add/",
    "/collections/",
    "/workflows/list/",
    "/settings/pages/sitesettings/",
    "/reports/site-history/",
    "/reports/aging-pages/",
    "/locales/",
    "/account/",
    "/localize/submit/page/{page}/",
]


@dataclass
class Complaints:
    """What the browsers' consoles said about policies, and scripts that broke."""

    texts: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.texts.append(str(error.error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if "Policy" in message.text or "Policies" in message.text:
            self.texts.append(f"{message.page.url if message.page else ''}: {message.text}")


@dataclass(frozen=True)
class Filled:
    page: str
    image: str
    document: str


@pytest.fixture
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture(scope="module")
def filled(installation: Installation) -> Filled:
    return Filled(*installation.run(FILL).split())


@pytest.fixture
def reader(phone: Page, complaints: Complaints) -> Iterator[Page]:
    complaints.listen(phone.context)
    phone.context.route("https://www.youtube-nocookie.com/**", _play)
    return phone


@pytest.fixture
def clerk(sign_in: Callable[..., Page], complaints: Complaints) -> Page:
    page = sign_in(cast.COMMUNE, Role.ADMINISTRATOR)
    complaints.listen(page.context)
    return page


def test_public_pages_need_nothing_that_is_forbidden(
    installation: Installation, filled: Filled, reader: Page, complaints: Complaints
) -> None:
    for path in PUBLIC:
        reader.goto(installation.address(cast.COMMUNE, path), wait_until="networkidle")
    assert complaints.texts == []


def test_a_video_plays_in_its_frame(
    installation: Installation, filled: Filled, reader: Page, complaints: Complaints
) -> None:
    reader.goto(installation.address(cast.COMMUNE, "/tin-tuc/du-moi-khoi/"))
    reader.locator("[data-video]").click()
    expect(reader.frame_locator(".video__frame").get_by_text("Đang phát")).to_be_visible()
    assert complaints.texts == []


def test_pages_that_stand_alone_do(installation: Installation, reader: Page, complaints: Complaints) -> None:
    reader.goto(f"http://nowhere.tracu.localhost:{installation.port}/", wait_until="networkidle")
    expect(reader.get_by_role("heading", level=1)).to_have_text("404")
    for path in ("/admin/login/", "/admin/password_reset/"):
        reader.goto(installation.address(cast.COMMUNE, path), wait_until="networkidle")
    assert complaints.texts == []


def test_static_files_and_pictures_bear_the_headers_and_are_for_this_site_only(
    installation: Installation, filled: Filled, reader: Page
) -> None:
    for path in ("/static/styles/base.css", "/media/original_images/cong-lang.png"):
        answer = reader.goto(installation.address(cast.COMMUNE, path))
        assert answer is not None
        assert answer.status == 200
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "content-security-policy" in answer.headers
        assert "permissions-policy" in answer.headers
        assert "access-control-allow-origin" not in answer.headers


def test_what_is_put_into_a_public_page_from_outside_does_nothing(
    installation: Installation, filled: Filled, reader: Page, complaints: Complaints
) -> None:
    reader.goto(installation.address(cast.COMMUNE, "/tin-tuc/du-moi-khoi/"))
    for harm in (
        "<img src=x onerror='window.harmed = true'>",
        "<p style='position: fixed'>x</p>",
        "<iframe src='https://evil.example/'></iframe>",
        "<img src='https://evil.example/?cookie'>",
    ):
        _put_in(reader, harm)
    reader.evaluate(
        "const s = document.createElement('script'); s.text = 'window.harmed = true'; document.body.append(s)"
    )
    reader.wait_for_timeout(300)
    assert reader.evaluate("window.harmed") is None
    for directive in ("script-src 'self'", "style-src 'self'", "frame-src", "img-src 'self'"):
        assert any(directive in text for text in complaints.texts), (directive, complaints.texts)


def test_what_is_put_into_the_admin_from_outside_neither_handles_nor_sends(clerk: Page, complaints: Complaints) -> None:
    for harm in ("<img src=/x onerror='window.harmed = true'>", "<img src='https://evil.example/?cookie'>"):
        _put_in(clerk, harm)
    clerk.evaluate("fetch('https://evil.example/').catch(() => null)")
    clerk.evaluate("try { setTimeout('window.harmed = true') } catch {}")
    clerk.wait_for_timeout(300)
    assert clerk.evaluate("window.harmed") is None
    for directive in ("script-src-attr", "img-src 'self'", "connect-src 'self'"):
        assert any(directive in text for text in complaints.texts), (directive, complaints.texts)


@pytest.mark.parametrize("width", [PHONE["width"], 1280])
def test_the_screens_of_the_admin_need_nothing_that_is_forbidden(
    installation: Installation, filled: Filled, clerk: Page, complaints: Complaints, width: int
) -> None:
    clerk.set_viewport_size({"width": width, "height": 900})
    for path in ADMIN:
        address = installation.address(cast.COMMUNE, f"/admin{path.format(**vars(filled))}")
        answer = clerk.goto(address, wait_until="networkidle")
        assert answer is not None
        assert answer.status == 200, path
    assert complaints.texts == []


def test_writing_with_pictures_and_preview_needs_nothing_that_is_forbidden(
    installation: Installation, filled: Filled, clerk: Page, complaints: Complaints
) -> None:
    clerk.set_viewport_size({"width": 1600, "height": 1000})
    clerk.goto(installation.address(cast.COMMUNE, f"/admin/pages/{filled.page}/edit/"), wait_until="networkidle")
    _write(clerk)
    _choose_picture(clerk)
    _preview(clerk)
    assert complaints.texts == []


def test_a_picture_is_uploaded_and_shown_at_once(
    installation: Installation, clerk: Page, complaints: Complaints
) -> None:
    picture = installation.folder / "tai-len.png"
    picture.write_bytes(clerk.screenshot(clip={"x": 0, "y": 0, "width": 60, "height": 60}))
    clerk.goto(installation.address(cast.COMMUNE, "/admin/images/multiple/add/"), wait_until="networkidle")
    clerk.set_input_files("input[type=file]", str(picture))
    expect(clerk.locator("#upload-list form").first).to_be_visible()
    assert complaints.texts == []


def test_the_district_follows_a_creation(
    installation: Installation, sign_in: Callable[..., Page], complaints: Complaints
) -> None:
    page = sign_in(cast.DISTRICT, Role.ADMINISTRATOR)
    complaints.listen(page.context)
    for path in ("/admin/units/", "/admin/units/new/"):
        page.goto(installation.address(cast.DISTRICT, path), wait_until="networkidle")
    assert complaints.texts == []


def _play(route: Route) -> None:
    route.fulfill(content_type="text/html; charset=utf-8", body="<p>Đang phát</p>")


def _put_in(page: Page, html: str) -> None:
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", html)


def _write(page: Page) -> None:
    editor = page.locator(".public-DraftEditor-content").first
    editor.click()
    editor.press_sequentially("/")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+b")
    editor.press_sequentially("đậm")
    expect(page.locator(".public-DraftEditor-content").first).to_contain_text("đậm")


def _choose_picture(page: Page) -> None:
    page.locator("#id_image-chooser [data-w-dropdown-target=toggle]").click()
    page.locator("[data-chooser-action-choose]:visible").first.click()
    page.locator(".modal-body [data-chooser-modal-choice]").first.click()
    expect(page.locator(".modal-body")).to_have_count(0)


def _preview(page: Page) -> None:
    page.locator("[data-side-panel-toggle=preview]").click()
    frame = page.frame_locator("[data-side-panel=preview] iframe").first
    expect(frame.get_by_role("heading", level=1)).to_have_text("Đủ mọi khối")
