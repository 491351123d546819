"""Forms that the board has uploaded: where they are handed out, and to whom no longer or not yet."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import PageViewRestriction

from accounts.roles import Role
from procedure_catalogue import actions_forms
from procedure_catalogue.actions import save_draft
from procedure_catalogue.actions_forms import keep_form_file
from procedure_catalogue.models import FormFile
from procedures.actions import offer
from procedures.models import ProceduresPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.files import ooxml, zipped
from tests.platform.procedure_catalogue.cases import content, officer
from tests.platform.procedures.cases import BIRTH, PAGE, announce, change, number_of, person, repeal, seen_of

Visit = Callable[..., Client]
FORM = ooxml("docx")


def uploaded(file: bytes = FORM, name: str = "to-khai.docx", code: str = BIRTH) -> str:
    with in_site(find_tenant(cast.DISTRICT)):
        return keep_form_file(code=code, file=SimpleUploadedFile(name, file), by=officer()).address


def dossier(address: str) -> list[dict[str, object]]:
    return [{"name": "Tờ khai", "originals": 1, "form_name": "Tờ khai đăng ký khai sinh", "form_url": address}]


@pytest.fixture
def address(commune: Tenant, town: Tenant) -> str:
    """Of a form that stands in a version in force."""
    found = uploaded()
    announce(dossier=dossier(found))
    return found


def test_every_site_hands_it_out_to_be_kept(commune: Tenant, town: Tenant, visit: Visit, address: str):
    for tenant in (commune, town):
        assert f'href="{address}"' in visit(tenant).get(f"{PAGE}1-001193/").text
        answer = visit(tenant).get(address)
        assert (answer.status_code, answer.content) == (200, FORM)
        assert answer["Content-Disposition"] == f'attachment; filename="{BIRTH}-to-khai-dang-ky-khai-sinh.docx"'
        assert answer["Content-Type"].endswith("wordprocessingml.document")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_where_it_is_withheld_or_dealt_with_elsewhere_readers_have_no_form(
    commune: Tenant, district: Tenant, visit: Visit, address: str
):
    with in_site(commune):
        offer(seen={number_of(): seen_of()}, is_offered=False, by=person())
    assert visit(commune).get(address).status_code == 404
    assert visit(district).get(address).status_code == 404
    assert visit(commune, Role.EDITOR).get(address).status_code == 200


def test_of_a_former_version_only_the_office_has_the_form(commune: Tenant, visit: Visit, address: str):
    change(dossier=dossier(uploaded()))
    assert visit(commune).get(address).status_code == 404
    assert visit(commune, Role.EDITOR).get(address).status_code == 200


def test_where_the_page_of_procedures_is_closed_readers_have_no_form(commune: Tenant, visit: Visit, address: str):
    with in_site(commune):
        for page in ProceduresPage.objects.all():
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert visit(commune).get(address).status_code == 404
    assert visit(commune, Role.EDITOR).get(address).status_code == 200


def test_of_a_repealed_procedure_only_the_office_has_the_form(commune: Tenant, visit: Visit, address: str):
    repeal()
    assert visit(commune).get(address).status_code == 404
    assert visit(commune, Role.EDITOR).get(address).status_code == 200


def test_of_a_draft_only_the_board_has_the_form(commune: Tenant, district: Tenant, visit: Visit):
    found = uploaded()
    announce()
    with in_site(district):
        save_draft(code=BIRTH, content=content(dossier=dossier(found)), by=officer(), seen=1)
    assert visit(commune).get(found).status_code == 404
    assert visit(commune, Role.ADMINISTRATOR).get(found).status_code == 404
    assert visit(district, Role.EDITOR).get(found).status_code == 404
    assert visit(district, Role.ADMINISTRATOR).get(found).status_code == 200


@pytest.mark.parametrize("ending", ["pdf", "html", "exe"])
def test_under_another_ending_there_is_nothing(commune: Tenant, visit: Visit, address: str, ending: str):
    assert visit(commune).get(address.replace("docx", ending)).status_code == 404


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (FORM, "to-khai.pdf"),
        (b"<html><script>alert(1)</script>", "to-khai.docx"),
        (b"MZ\x90", "to-khai.exe"),
        (FORM, "to-khai.docm"),
        (ooxml("docx", **{"word/vbaProject.bin": b"x"}), "to-khai.docx"),
        (zipped({"a": b"0" * 400_000_000}), "to-khai.xlsx"),
        (b"", "to-khai.docx"),
    ],
)
def test_what_is_no_harmless_form_is_refused(district: Tenant, file: bytes, name: str):
    with pytest.raises(ValidationError):
        uploaded(file, name)
    assert not FormFile.objects.exists()


def test_what_is_too_large_is_refused(district: Tenant, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(actions_forms, "MOST_BYTES", len(FORM) - 1)
    with pytest.raises(ValidationError, match="0 MB"):
        uploaded()


def test_only_who_keeps_the_catalogue_uploads(district: Tenant):
    with in_site(district), pytest.raises(PermissionDenied):
        keep_form_file(code=BIRTH, file=SimpleUploadedFile("a.docx", FORM), by=person(Role.EDITOR))
