"""A document on its way to the reader, by the hands of those who may do each step."""

import datetime
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision, TaskState
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from accounts.models import User
from accounts.roles import Role
from legal.models import FileText, Issuer, LegalDocument
from legal.states import Reading
from tenants.crossing import in_site
from tenants.isolation.publishing import publish_scheduled
from tenants.registry.models import Tenant
from tests import cast
from tests.files import PDF
from tests.platform.legal.documents import REGISTER, add, attach, form

Visit = Callable[..., Client]
SUBMIT, PUBLISH, DRAFT = {"action-submit": "1"}, {"action-publish": "1"}, {}
ADMIN = "/admin/legal/documents/"


def words(**changes: object) -> dict[str, object]:
    fields = {
        "form": form("decision").pk,
        "number": "15/2023/QĐ-UBND",
        "issuer": _issuer(),
        "issued_on": "01/03/2023",
        "effective_on": "",
        "expires_on": "",
        "partly_expired_on": "",
        "abstract": "Về việc giao dự toán",
        "signer": "",
        "signer_office": "",
        "field": "",
        "note": "",
        "files": inline_formset([]),
        "links": inline_formset([]),
    }
    return nested_form_data(fields | changes)


def _issuer() -> int:
    issuer = Issuer.objects.first() or Issuer(name="Ủy ban nhân dân xã")
    issuer.full_clean()
    issuer.save()
    return issuer.pk


def enter(commune: Tenant, browser: Client, action: dict[str, str], **changes: object) -> HttpResponse:
    with in_site(commune):
        sent = words(**changes)
    return browser.post(f"{ADMIN}add/", sent | action)


def only(commune: Tenant) -> LegalDocument:
    with in_site(commune):
        return LegalDocument.objects.get()


def test_a_contributor_hands_in_and_an_approver_publishes(commune: Tenant, visit: Visit):
    enter(commune, visit(commune, Role.CONTRIBUTOR), SUBMIT)
    document = only(commune)
    assert not document.live
    with in_site(commune):
        state = TaskState.objects.get()
    answer = visit(commune, Role.APPROVER).post(
        f"{ADMIN}workflow/action/{document.pk}/approve/{state.pk}/", {"comment": ""}
    )
    assert answer.status_code == 302
    assert only(commune).live
    assert b"15/2023" in visit(commune).get(REGISTER).content


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR])
def test_who_may_not_publish_does_not_by_another_button(commune: Tenant, visit: Visit, role: Role):
    enter(commune, visit(commune, role), PUBLISH)
    with in_site(commune):
        assert not LegalDocument.objects.filter(live=True).exists()


@pytest.mark.parametrize("role", [Role.APPROVER, Role.ADMINISTRATOR])
def test_who_may_publish_does(commune: Tenant, visit: Visit, role: Role):
    enter(commune, visit(commune, role), PUBLISH)
    assert only(commune).live


def test_a_contributor_opens_own_documents_only(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.CONTRIBUTOR)
    enter(commune, browser, DRAFT)
    own = only(commune)
    with in_site(commune):
        others = add("99/QĐ-UBND", live=False)
        assert own.owner == User.objects.get(email=cast.address_of(Role.CONTRIBUTOR))
    assert browser.get(f"{ADMIN}edit/{own.pk}/").status_code == 200
    assert browser.get(f"{ADMIN}edit/{others.pk}/").status_code == 302
    assert "99/QĐ-UBND" not in browser.get(ADMIN).content.decode()
    assert browser.get(f"{ADMIN}delete/{own.pk}/").status_code == 302


def test_the_same_document_twice_is_refused_with_the_way_to_the_first(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    enter(commune, browser, DRAFT)
    first = only(commune)
    answer = enter(commune, browser, DRAFT, number="15/2023/qd-ubnd", issued_on="02/04/2023")
    assert f'<a href="{ADMIN}edit/{first.pk}/">' in answer.content.decode()
    assert only(commune).pk == first.pk
    enter(commune, browser, DRAFT, issued_on="02/04/2022")
    with in_site(commune):
        assert LegalDocument.objects.count() == 2


def test_numbers_that_differ_by_a_stroke_only_are_two_documents(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.APPROVER)
    enter(commune, browser, PUBLISH, number="1/12/QĐ-UBND")
    enter(commune, browser, PUBLISH, number="11/2/QĐ-UBND")
    reader = visit(commune)
    assert len(reader.get(REGISTER, {"q": "1/12/QĐ-UBND"}).context["documents"]) >= 1
    assert len(reader.get(REGISTER, {"q": "112qdubnd"}).context["documents"]) == 2


def test_a_draft_from_before_an_upgrade_keeps_its_identity(commune: Tenant):
    with in_site(commune):
        document = add("1/12/QĐ-UBND", live=False)
        revision = document.save_revision()
        del revision.content["number_identity"]
        revision.save()
        revision.publish()
        assert only(commune).number_identity == "1 12qdubnd"


@pytest.mark.parametrize(
    ("field", "value"),
    [("issued_on", "01/03/2999"), ("effective_on", "28/02/2023"), ("expires_on", "28/02/2023"), ("abstract", "")],
)
def test_what_can_not_be_is_refused_and_kept_as_typed(commune: Tenant, visit: Visit, field: str, value: str):
    answer = enter(commune, visit(commune, Role.APPROVER), PUBLISH, **{field: value})
    assert list(answer.context["form"].errors) == [field]
    assert "15/2023/QĐ-UBND" in answer.content.decode()


def test_a_draft_may_lack_anything_but_what_it_is_known_by(commune: Tenant, visit: Visit):
    answer = enter(commune, visit(commune, Role.EDITOR), DRAFT, form="", issuer="", issued_on="", abstract="")
    assert answer.status_code == 302
    assert only(commune).number == "15/2023/QĐ-UBND"


def test_a_change_of_a_published_document_waits_for_its_publication(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.APPROVER)
    enter(commune, browser, PUBLISH)
    document = only(commune)
    with in_site(commune):
        changed = words(abstract="Lời khác hẳn", number="16/2023/QĐ-UBND")
    browser.post(f"{ADMIN}edit/{document.pk}/", changed)
    reader = visit(commune)
    assert len(reader.get(REGISTER, {"q": "du toan"}).context["documents"]) == 1
    browser.post(f"{ADMIN}edit/{document.pk}/", changed | PUBLISH)
    assert len(reader.get(REGISTER, {"q": "du toan"}).context["documents"]) == 0
    assert len(reader.get(REGISTER, {"q": "loi khac han 16"}).context["documents"]) == 1
    with in_site(commune):
        assert Revision.objects.for_instance(document).count() == 3


def test_what_is_due_is_published_and_taken_down_by_the_clock(commune: Tenant):
    now, hour = timezone.now(), datetime.timedelta(hours=1)
    with in_site(commune):
        coming, going = add("1/QĐ-UBND", live=False), add("2/QĐ-UBND")
        revision = coming.save_revision()
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=now - hour)
        LegalDocument.objects.filter(pk=going.pk).update(expire_at=now - hour)
    publish_scheduled([commune])
    with in_site(commune):
        assert list(LegalDocument.objects.published()) == [coming]


@pytest.mark.parametrize(
    "screen", ["", "add/", "edit/{pk}/", "history/{pk}/", "usage/{pk}/", "?q=15+qd", "?q=khong-co"]
)
def test_every_screen_opens(commune: Tenant, visit: Visit, screen: str):
    with in_site(commune):
        document = add()
    assert visit(commune, Role.EDITOR).get(ADMIN + screen.format(pk=document.pk)).status_code == 200


def test_the_list_leads_to_each_document_and_to_the_import(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = add()
    ways = {role: visit(commune, role).get(ADMIN).content.decode() for role in (Role.EDITOR, Role.APPROVER)}
    assert all(f'href="{ADMIN}edit/{document.pk}/"' in way for way in ways.values())
    assert [role for role, way in ways.items() if "/imports/new/legal-documents/" in way] == [Role.APPROVER]


def test_a_draft_can_be_looked_at(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    with in_site(commune):
        document, sent = add(), words(abstract="Lời trong bản nháp")
    address = f"{ADMIN}preview/{document.pk}/"
    browser.post(address, sent)
    assert "Lời trong bản nháp" in browser.get(address).content.decode()


def test_files_are_read_for_the_search(commune: Tenant, visit: Visit, work: Callable[[], None]):
    with in_site(commune):
        document = add()
        kept = attach(document, "quyet-dinh.pdf", PDF)
        sent = words(files=inline_formset([{"id": document.files.get().pk, "file": kept.pk, "ORDER": 1}], initial=1))
    visit(commune, Role.APPROVER).post(f"{ADMIN}edit/{document.pk}/", sent | PUBLISH)
    work()
    with in_site(commune):
        assert FileText.objects.get().reading in (Reading.SCANNED, Reading.UNREADABLE)
        FileText.objects.update(reading=Reading.READ, text="tong muc dau tu")
    assert len(visit(commune).get(REGISTER, {"q": "tổng mức"}).context["documents"]) == 1


def test_a_number_that_a_draft_of_another_document_bears_is_refused(commune: Tenant, visit: Visit):
    """Published later, that draft would meet a table that takes one of them."""
    browser = visit(commune, Role.APPROVER)
    enter(commune, browser, PUBLISH)
    with in_site(commune):
        sent = words(number="16/2023/QĐ-UBND")
    browser.post(f"{ADMIN}edit/{only(commune).pk}/", sent | DRAFT)
    answer = enter(commune, browser, PUBLISH, number="16/2023/QĐ-UBND")
    assert answer.status_code == 200
    assert "number" in answer.context["form"].errors
    assert only(commune).number == "15/2023/QĐ-UBND"
