"""A site comes to be, or nothing does."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tenants.crossing import in_public, in_site
from tenants.provisioning import actions
from tenants.provisioning.actions import create_site, order_site
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast

MakeOrder = Callable[..., Order]
Traces = Callable[[], dict[str, object]]


def test_a_new_site_answers_on_its_host_at_once(shared_database: str, another: MakeOrder, visit: Callable[..., Client]):
    tenant = create_site(order=another(), by="tests")
    answer = visit(tenant).get("/")
    assert answer.status_code == 200
    assert f"Ủy ban nhân dân xã {tenant.name}" in answer.content.decode()


def test_a_new_site_answers_on_a_name_of_its_own(
    shared_database: str, another: MakeOrder, visit: Callable[..., Client]
):
    tenant = create_site(order=another(host="Ten-Rieng.tracu.localhost"), by="tests")
    assert tenant.primary_host == "ten-rieng.tracu.localhost"
    assert visit(tenant).get("/").status_code == 200


def test_the_registry_has_the_unit_as_it_was_ordered(
    shared_database: str, another: MakeOrder, find: Callable[[str], Tenant]
):
    order = another(name=" Đa\u0323i An ")
    create_site(order=order, by="tests")
    tenant = find("xa-dai-an")
    assert (tenant.name, tenant.kind, tenant.code, tenant.code_valid_from, tenant.parent.slug, tenant.lifecycle) == (
        "Đại An",
        "commune",
        order.code,
        cast.CODES_SINCE,
        cast.DISTRICT,
        Lifecycle.ACTIVE,
    )


def test_what_was_asked_for_is_forgotten_after_a_while(db: None, another: MakeOrder):
    kept, forgotten = (order_site(order=another(), by="tests") for _ in range(2))
    SiteCreation.objects.filter(pk=forgotten.pk).update(asked_at=timezone.now() - actions.KEEP_RECORDS)
    order_site(order=another(), by="tests")
    assert set(SiteCreation.objects.filter(pk__in=[kept.pk, forgotten.pk])) == {kept}


def test_the_first_change_says_who_opened_the_site(shared_database: str, another: MakeOrder):
    tenant = create_site(order=another(), by="Trần Văn Bình <binh@demo.example>")
    change = tenant.changes.get()
    assert (change.before, change.after) == (Lifecycle.PREPARING, Lifecycle.ACTIVE)
    assert change.by == "Trần Văn Bình <binh@demo.example>"


def test_every_step_is_reported_in_its_order(shared_database: str, another: MakeOrder):
    steps: list[Step] = []
    create_site(order=another(), by="tests", report=steps.append)
    assert steps == list(Step)[1:]


def test_the_record_says_how_it_ended(shared_database: str, another: MakeOrder):
    tenant = create_site(order=another(), by="tests")
    creation = SiteCreation.objects.get(tenant=tenant)
    assert (creation.outcome, creation.step, creation.error) == (Outcome.SUCCEEDED, Step.DONE, "")
    assert creation.asked_at <= creation.started_at <= creation.ended_at


def test_a_refused_creation_leaves_not_even_a_record(shared_database: str, another: MakeOrder, traces: Traces):
    before = traces()
    order = another(code="29494")
    with pytest.raises(ValidationError, match="29494"):
        create_site(order=order, by="tests")
    assert traces() == before
    assert not SiteCreation.objects.filter(order__name=order.name).exists()


def test_a_creation_that_breaks_late_leaves_nothing_but_its_record(
    shared_database: str, another: MakeOrder, traces: Traces
):
    def break_at_the_end(step: Step) -> None:
        if step == Step.FINISH:
            raise OSError("no space left on device")

    before = traces()
    with pytest.raises(OSError, match="no space"):
        create_site(order=another(), by="tests", report=break_at_the_end)
    assert traces() == before
    creation = SiteCreation.objects.first()
    assert creation.outcome == Outcome.FAILED
    assert creation.error
    assert "no space" not in creation.error


def test_after_a_failure_the_same_order_succeeds(shared_database: str, another: MakeOrder):
    def break_down(step: Step) -> None:
        raise OSError

    order = another()
    with pytest.raises(OSError):  # noqa: PT011 - any will do
        create_site(order=order, by="tests", report=break_down)
    assert create_site(order=order, by="tests").slug == order.slug


def test_a_refused_order_is_not_even_recorded(db: None, order: MakeOrder, traces: Traces):
    before = traces(), SiteCreation.objects.count()
    with pytest.raises(ValidationError):
        order_site(order=order(name="Định An"), by="tests")
    assert (traces(), SiteCreation.objects.count()) == before


def test_a_creation_is_carried_out_once(shared_database: str, another: MakeOrder):
    create_site(order=another(), by="tests")
    with pytest.raises(RuntimeError, match="taken or over"):
        actions.carry_out(creation_id=SiteCreation.objects.first().pk)


def test_a_creation_does_not_begin_inside_a_transaction_of_another_site(
    shared_database: str, another: MakeOrder, find: Callable[[str], Tenant]
):
    with in_site(find(cast.DISTRICT)), transaction.atomic(), pytest.raises(RuntimeError, match="transaction is open"):
        create_site(order=another(), by="tests")


def test_the_name_of_a_schema_is_never_used_again(shared_database: str, another: MakeOrder):
    order = another(name="Hàm Giang")
    first = create_site(order=order, by="tests")
    with in_public():
        Tenant.objects.filter(pk=first.pk).delete()
    second = create_site(order=order, by="tests")
    assert first.schema_name == f"xa_ham_giang_{first.pk}"
    assert second.schema_name == f"xa_ham_giang_{second.pk}"
    assert second.pk > first.pk


def test_a_failed_creation_uses_up_its_number(shared_database: str, another: MakeOrder):
    def break_at_the_end(step: Step) -> None:
        if step == Step.FINISH:
            raise OSError("no space left on device")

    latest = create_site(order=another(), by="tests").pk
    with pytest.raises(OSError, match="no space"):
        create_site(order=another(), by="tests", report=break_at_the_end)
    assert create_site(order=another(), by="tests").pk == latest + 2


def test_a_long_name_has_a_schema_all_the_same(shared_database: str, another: MakeOrder):
    tenant = create_site(order=another(name="Đ" * 60), by="tests")
    assert len(tenant.schema_name.encode()) <= 63
    with in_site(tenant):
        assert actions.Group.objects.count() == 4


def test_a_new_district_may_provision_in_its_turn(shared_database: str, another: MakeOrder):
    tenant = create_site(order=another(kind="district", code="850", name="Cầu Ngang", parent_slug=""), by="tests")
    with in_site(tenant):
        holders = actions.Group.objects.filter(permissions__codename="provision_site")
        assert [group.name for group in holders] == ["Quản trị trang"]


# --- Several at once --------------------------------------------------------------------------------------------------


def create_in_thread(order: Order) -> Tenant | ValidationError:
    try:
        return create_site(order=order, by="tests")
    except ValidationError as error:
        return error
    finally:
        connections.close_all()


def test_of_two_orders_for_the_same_unit_at_once_one_is_granted(shared_database: str, another: MakeOrder):
    order, barrier = another(), threading.Barrier(2)

    def create(_: int) -> Tenant | ValidationError:
        barrier.wait()
        return create_in_thread(order)

    with ThreadPoolExecutor(2) as threads:
        granted, refused = sorted(threads.map(create, range(2)), key=lambda end: isinstance(end, ValidationError))
    assert granted.slug == order.slug
    assert set(refused.message_dict) == {"name", "code", "host"}


def test_twenty_orders_at_once_are_all_granted(shared_database: str, another: MakeOrder):
    orders = [another() for _ in range(20)]
    with ThreadPoolExecutor(4) as threads:
        tenants = list(threads.map(create_in_thread, orders))
    assert [tenant.slug for tenant in tenants] == [one.slug for one in orders]
    assert SiteCreation.objects.filter(outcome=Outcome.SUCCEEDED, tenant__in=tenants).count() == 20


def test_a_creation_waits_for_the_one_before(shared_database: str, another: MakeOrder, wait_until: Callable):
    order = another()
    thread = threading.Thread(target=create_in_thread, args=[order])
    with transaction.atomic():
        actions.hold_creations()
        thread.start()
        wait_until(lambda: SiteCreation.objects.filter(order__name=order.name, step=Step.REGISTER).exists())
        assert not Tenant.objects.filter(slug=order.slug).exists()
    thread.join()
    assert Tenant.objects.filter(slug=order.slug).exists()


def test_an_order_waits_for_the_worker(db: None, order: MakeOrder):
    queued = DBTaskResult.objects.count()
    creation = order_site(order=order(), by="tests")
    assert (creation.step, creation.outcome) == (Step.QUEUED, Outcome.OPEN)
    assert DBTaskResult.objects.count() == queued + 1
    assert not Tenant.objects.filter(slug="xa-dai-an").exists()
