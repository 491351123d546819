"""A question goes from a commune to the district and back: one clock, one link, and nothing left behind or lost."""

import uuid
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from citizens.actions import approve, ask, extend, write_answer
from citizens.actions_forget import forget_sender
from citizens.actions_transfer import accept, finish, pack, transfer, waiting_since
from citizens.models import Attachment, Question, Transfer
from citizens.offices import Office, offices
from citizens.states import State, Step
from tenants.crossing import in_site
from tenants.exchange.tasks import carry
from tenants.provisioning.lifecycle import suspend_site
from tenants.registry.models import Tenant
from tests import cast
from tests.files import PDF
from tests.platform.citizens.cases import moment

Visit = Callable[..., Client]
Work = Callable[[], None]
WORDS = "Đường liên xã bị ngập"


def person(role: Role) -> User:
    return User.objects.get(email=cast.address_of(role))


def asked(tenant: Tenant, **facts: object) -> Question:
    words = {"subject": "Đường", "body": WORDS, "name": "Thạch Sơn", "email": "son@demo.example", "language": "vi"}
    with in_site(tenant):
        file = ContentFile(PDF, "đơn.pdf")
        received = moment("2023-10-31 10:00")
        return ask(**{**words, "fingerprint": uuid.uuid4().hex, "received_at": received, "files": [file], **facts})


def passed_on(giver: Tenant, taker: Tenant, question: Question, note: str = "") -> None:
    with in_site(giver):
        question = Question.objects.get(pk=question.pk)
        transfer(question=question, to=taker.schema_name, by=person(Role.EDITOR), seen=question.version, note=note)


def here(tenant: Tenant) -> Question:
    with in_site(tenant):
        return Question.objects.prefetch_related("history", "transfers", "attachments").get()


def test_it_arrives_whole_with_its_clock_and_its_link(commune: Tenant, district: Tenant, work: Work):
    before = asked(commune)
    passed_on(commune, district, before, note="Đường do huyện quản lý")
    work()
    there = here(district)
    assert (there.secret, there.received_at, there.due_on) == (before.secret, before.received_at, before.due_on)
    assert (there.body, there.name, there.email, there.state) == (WORDS, "Thạch Sơn", "son@demo.example", "received")
    assert [one.office for one in there.history.all()] == ["Xã Định An", "Xã Định An", ""]
    assert [one.step for one in there.told_steps] == [Step.ASKED, Step.MOVED, Step.TAKEN]
    assert there.came_with.reference == before.reference
    with in_site(district):
        (file,) = there.attachments.all()
        assert (file.name, file.file.read()) == ("đơn.pdf", PDF)


def test_only_the_subject_and_the_way_stay_behind(
    commune: Tenant, district: Tenant, work: Work, django_capture_on_commit_callbacks: Callable
):
    passed_on(commune, district, asked(commune))
    with in_site(commune):
        path = Attachment.objects.get().file.name
    with in_site(commune), django_capture_on_commit_callbacks(execute=True):
        work()
    left = here(commune)
    assert (left.state, left.subject) == (State.MOVED, "Đường")
    assert [left.body, left.name, left.email, left.phone] == ["", "", "", ""]
    assert not left.attachments.all()
    assert left.last_passed_on.reference == here(district).reference
    with in_site(commune):
        assert not default_storage.exists(path)


def test_the_link_of_who_asked_leads_to_where_it_is_now(commune: Tenant, district: Tenant, visit: Visit, work: Work):
    link = f"/gui-cau-hoi/{asked(commune).secret}/"
    passed_on(commune, district, here(commune))
    assert "Huyện Trà Cú" in visit(commune).get(link).content.decode()
    work()
    answer = visit(commune).get(link)
    assert answer.status_code == 302
    assert answer["Location"].startswith("http://tracu.localhost")
    assert answer["Location"].endswith(link)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert WORDS in visit(district).get(link).content.decode()


def test_it_comes_back_as_the_same_question(commune: Tenant, district: Tenant, visit: Visit, work: Work):
    first = asked(commune)
    passed_on(commune, district, first)
    work()
    with in_site(district):
        question = Question.objects.get()
        extend(question=question, working_days=5, reason="Chờ đo", by=person(Role.EDITOR), seen=question.version)
    passed_on(district, commune, here(district))
    work()
    back = here(commune)
    assert (back.pk, back.reference, back.body, back.name) == (first.pk, first.reference, WORDS, "Thạch Sơn")
    assert back.due_on.isoformat() == "2023-11-28"
    steps = [(one.step, one.office) for one in back.told_steps]
    assert steps == [
        (Step.ASKED, ""),
        (Step.MOVED, ""),
        (Step.TAKEN, "Huyện Trà Cú"),
        (Step.EXTENDED, "Huyện Trà Cú"),
        (Step.MOVED, "Huyện Trà Cú"),
        (Step.TAKEN, ""),
    ]
    assert back.came_with is None
    assert visit(commune).get(f"/gui-cau-hoi/{first.secret}/").status_code == 200
    assert visit(district).get(f"/gui-cau-hoi/{first.secret}/").status_code == 302
    assert not here(district).name
    with in_site(commune):
        assert back.attachments.get().file.read() == PDF


def test_there_and_back_and_there_again_tells_nothing_twice(commune: Tenant, district: Tenant, work: Work):
    question = asked(commune)
    for giver, taker in ((commune, district), (district, commune), (commune, district)):
        passed_on(giver, taker, here(giver))
        work()
    steps = [(one.step, one.office) for one in here(district).told_steps]
    assert len(steps) == len({(one.at, one.step) for one in here(district).told_steps}) == 7
    assert here(district).due_on == question.due_on


def test_who_asked_is_told_by_mail_who_has_it_now(commune: Tenant, district: Tenant, work: Work):
    passed_on(commune, district, asked(commune))
    work()
    work()
    letter = mail.outbox[-1]
    assert letter.to == ["son@demo.example"]
    assert "Xã Định An" in letter.body
    assert "tracu.localhost" in letter.body


def test_killed_after_it_arrived_it_is_finished_by_the_next_try(commune: Tenant, district: Tenant, work: Work):
    passed_on(commune, district, asked(commune))
    with in_site(commune):
        parcel = pack(str(Transfer.objects.get().parcel))
    with in_site(district):
        accept(parcel, giver=Office(commune.schema_name, commune.full_name))
    assert here(commune).name
    work()
    assert here(district).history.count() == 3
    assert not here(commune).name


def test_killed_after_it_arrived_it_may_come_back_before_the_next_try(commune: Tenant, district: Tenant, work: Work):
    passed_on(commune, district, asked(commune))
    with in_site(commune):
        late = str(Transfer.objects.get().parcel)
        parcel = pack(late)
    with in_site(district):
        accept(parcel, giver=Office(commune.schema_name, commune.full_name))
    passed_on(district, commune, here(district))
    with in_site(district):
        carry.call(str(Transfer.objects.get(is_incoming=False).parcel))
    with in_site(commune):
        carry.call(late)
    back = here(commune)
    assert (back.state, back.body, back.name) == (State.RECEIVED, WORDS, "Thạch Sơn")
    assert [one.name for one in back.attachments.all()] == ["đơn.pdf"]
    assert back.last_passed_on.reference == here(district).reference


def test_run_twice_it_is_there_once(commune: Tenant, district: Tenant, work: Work):
    passed_on(commune, district, asked(commune))
    work()
    with in_site(commune):
        carry.call(str(Transfer.objects.get().parcel))
        finish(str(Transfer.objects.get().parcel), reference="?")
        assert Transfer.objects.get().reference == here(district).reference


def test_a_site_that_was_suspended_meanwhile_gets_nothing_and_the_giver_has_it_again(
    commune: Tenant, district: Tenant, work: Work
):
    question = asked(district)
    passed_on(district, commune, question)
    suspend_site(tenant=commune, by="tests", reason="Nâng cấp")
    work()
    with in_site(commune):
        assert not Question.objects.exists()
    back = here(district)
    assert (back.state, back.name, back.due_on) == (State.RECEIVED, "Thạch Sơn", question.due_on)
    assert back.told_steps[-1].step == Step.STAYED
    with in_site(district):
        write_answer(question=back, answer="Được.", by=person(Role.EDITOR), seen=back.version, propose=True)


def test_what_has_arrived_before_that_site_was_suspended_is_open_there_only(
    commune: Tenant, district: Tenant, work: Work
):
    passed_on(district, commune, asked(district))
    with in_site(district):
        parcel = pack(str(Transfer.objects.get().parcel))
    with in_site(commune):
        accept(parcel, giver=Office(district.schema_name, district.full_name))
    suspend_site(tenant=commune, by="tests", reason="Nâng cấp")
    work()
    assert here(commune).is_open
    left = here(district)
    assert (left.state, left.name) == (State.MOVED, "")
    assert left.last_passed_on.reference == here(commune).reference


def test_what_is_on_its_way_is_forgotten_by_nobody_until_it_has_arrived(
    commune: Tenant, district: Tenant, visit: Visit, work: Work
):
    passed_on(commune, district, asked(commune))
    words = {"contact": "son@demo.example", "forget": "1", "sure": "1"}
    told = visit(commune, Role.APPROVER).post("/admin/questions/asker/", words)
    assert "đang được chuyển" in told.content.decode()
    work()
    assert (here(district).subject, here(district).body) == ("Đường", WORDS)


def test_a_file_that_the_disk_has_lost_keeps_no_question_on_its_way(commune: Tenant, district: Tenant, work: Work):
    question = asked(commune)
    with in_site(commune):
        default_storage.delete(Attachment.objects.get().file.name)
    passed_on(commune, district, question)
    work()
    assert (here(district).body, len(here(district).attachments.all())) == (WORDS, 0)


def test_nothing_that_was_said_on_the_way_outlives_who_asked(commune: Tenant, district: Tenant, work: Work):
    passed_on(commune, district, asked(commune), note="Hỏi lại anh Sơn theo số 0912")
    work()
    with in_site(district):
        forget_sender(contact="son@demo.example", by=person(Role.APPROVER))
        assert [one.note for one in Transfer.objects.all()] == [""]


def test_what_is_on_its_way_is_nobodys_to_answer(commune: Tenant, district: Tenant):
    passed_on(commune, district, asked(commune))
    moved = here(commune)
    with in_site(commune), pytest.raises(ValidationError):
        write_answer(question=moved, answer="Được.", by=person(Role.EDITOR), seen=moved.version)


def test_a_commune_reaches_its_district_only_and_the_district_all_its_communes(
    commune: Tenant, town: Tenant, district: Tenant
):
    with in_site(commune):
        assert [one.name for one in offices().within_reach()] == ["Huyện Trà Cú"]
    with in_site(district):
        assert [one.name for one in offices().within_reach()] == ["Xã Định An", "Thị trấn Định An"]
    question = asked(commune)
    with in_site(commune), pytest.raises(ValidationError):
        transfer(question=question, to=town.schema_name, by=person(Role.EDITOR), seen=question.version)


def test_what_has_not_arrived_after_a_while_sets_out_again(commune: Tenant, district: Tenant, work: Work):
    passed_on(commune, district, asked(commune))
    with in_site(commune):
        assert waiting_since(timezone.now()) == [str(Transfer.objects.get().parcel)]
    work()
    with in_site(commune):
        assert waiting_since(timezone.now()) == []


def test_answered_there_it_is_answered_for_who_asked_here(commune: Tenant, district: Tenant, visit: Visit, work: Work):
    link = f"/gui-cau-hoi/{asked(commune).secret}/"
    passed_on(commune, district, here(commune))
    work()
    with in_site(district):
        question = Question.objects.get()
        question = write_answer(
            question=question, answer="Sẽ sửa.", by=person(Role.EDITOR), seen=question.version, propose=True
        )
        approve(question=question, by=person(Role.APPROVER), seen=question.version)
    assert visit(commune).get(link)["Location"].endswith(link)
    assert "Sẽ sửa." in visit(district).get(link).content.decode()
