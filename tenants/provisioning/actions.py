"""What creates sites, names them and leads hosts to them. `lifecycle.py` moves them, `archives.py` removes them."""

import datetime
import logging
import uuid
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tenants.postgresql_backend.base import FakeTenant

from accounts.actions import invite_administrator
from accounts.models import User
from accounts.roles import Role
from home.actions import begin_history, introduce_site, move_site_to, rename_in_settings, renew_roles
from lib.vietnamese import to_nfc
from procedure_catalogue.states import Level
from procedures.actions import begin as begin_procedures
from tenants.crossing import in_public, in_site
from tenants.isolation.hosts import forget_addresses
from tenants.isolation.tasks import queue_in_site
from tenants.provisioning.journal import Journal, hold_in_transaction
from tenants.provisioning.lifecycle import move
from tenants.provisioning.locks import hold
from tenants.provisioning.logins import give_login
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order, check_order, host_errors, name_errors
from tenants.provisioning.queries import is_under_way, may_be_forgotten
from tenants.provisioning.template import copy_template
from tenants.registry.models import Domain, Tenant
from tenants.registry.names import committee_names
from tenants.registry.states import Kind, Lifecycle

logger = logging.getLogger(__name__)
Report = Callable[[Step], None]

# How long the record of a creation stays, with the address of the person it invited.
KEEP_RECORDS = datetime.timedelta(days=90)
# One number for the installation: creations wait for each other, so that two of the same unit can't both pass.
CREATION_LOCK = 0x436F6E67
# Another one for orders, which need not wait until a creation is over.
ORDER_LOCK = CREATION_LOCK + 1


def order_site(*, order: Order, by: str) -> SiteCreation:
    """Check an order and hand it to the worker.

    Raises ValidationError with a message per field.
    """
    with in_public(), transaction.atomic():
        check_order(order)
        hold(ORDER_LOCK)
        if is_under_way(order):
            raise ValidationError({"name": [_("The site of %(unit)s is being created.") % {"unit": order.unit}]})
        creation = _open_record(order, by)
        queue_in_site("tenants.provisioning.tasks.run_creation", str(creation.pk))
    return creation


def create_site(*, order: Order, by: str, report: Report = lambda step: None) -> Tenant:
    """Create a site here and now.

    Raises ValidationError with a message per field; whatever is raised, nothing of the site remains.
    """
    with in_public(), transaction.atomic():
        check_order(order)
        creation = _open_record(order, by)
    return carry_out(creation_id=creation.pk, report=report)


def carry_out(*, creation_id: uuid.UUID, report: Report = lambda step: None) -> Tenant:
    """Do what a SiteCreation asks for, in one transaction: killed at any point it leaves nothing but its record.

    Raises ValidationError, or RuntimeError where another process has taken the creation.
    """
    with in_public():
        creation = SiteCreation.objects.get(pk=creation_id)
    order = Order.from_json(creation.order)
    with Journal(creation.pk) as journal:
        if not journal.claim():
            raise RuntimeError(f"Creation {creation.pk} is taken or over.")

        def reach(step: Step) -> None:
            journal.reach(step)
            report(step)

        try:
            tenant = _create(creation.pk, order, by=creation.asked_by, reach=reach)
        except ValidationError as error:
            journal.end(Outcome.FAILED, "\n".join(error.messages))
            raise
        except Exception:
            logger.exception("Creation %s failed", creation.pk)
            journal.end(Outcome.FAILED, _("Something broke on the server; the technical unit finds it in the log."))
            raise
        report(Step.DONE)
        return tenant


def forget_creation(*, creation: SiteCreation, by: str) -> None:
    """Take an attempt that led to no site off the board's list.

    Raises ValidationError while somebody works on it, or where its site stands.
    """
    with in_public(), transaction.atomic():
        held = SiteCreation.objects.select_for_update().filter(pk=creation.pk).first()
        if held is None:
            return
        if not may_be_forgotten(held):
            raise ValidationError(_("%(unit)s is being created or has its site.") % {"unit": held.unit})
        held.delete()
    logger.info("%s forgot the creation of %s", by, creation.unit)


def _open_record(order: Order, by: str) -> SiteCreation:
    SiteCreation.objects.filter(asked_at__lt=timezone.now() - KEEP_RECORDS).delete()
    return SiteCreation.objects.create(order=order.as_json(), asked_by=by)


def _create(creation_id: uuid.UUID, order: Order, *, by: str, reach: Report) -> Tenant:
    identity, schema_name = _next_identity(order)
    with in_site(FakeTenant(schema_name)), transaction.atomic():
        hold_in_transaction(creation_id)
        hold_creations()
        reach(Step.REGISTER)
        tenant = _register(order, identity, schema_name)
        reach(Step.COPY)
        copy_template(schema_name)
        give_login(tenant)
        reach(Step.PERSONALISE)
        _personalise(order, tenant)
        reach(Step.INVITE)
        user = invite_administrator(email=order.admin_email, name=order.admin_name)
        if not order.is_trial:
            queue_in_site("accounts.tasks.send_invitation", user.pk)
        reach(Step.FINISH)
        if not order.is_trial:
            move(tenant, Lifecycle.ACTIVE, by=by)
        SiteCreation.objects.filter(pk=creation_id).update(
            outcome=Outcome.SUCCEEDED, step=Step.DONE, tenant=tenant, ended_at=timezone.now()
        )
    logger.info("Created %s as %s", tenant.full_name, schema_name)
    return tenant


def rename_site(*, tenant: Tenant, name: str) -> Tenant:
    """Give a unit its new name; its addresses stay, so that links keep working.

    Raises ValidationError where the name can't be one, or another unit in force has it.
    """
    name = to_nfc(name).strip()
    before = committee_names(tenant.kind, tenant.name)
    with in_site(tenant), transaction.atomic():
        hold_creations()
        if messages := name_errors(name, kind=tenant.kind, own_id=tenant.pk):
            raise ValidationError({"name": messages})
        tenant.name = name
        tenant.save(update_fields=["name", "sort_key"])
        rename_in_settings(before=before, after=committee_names(tenant.kind, name))
    forget_addresses()
    return tenant


def add_domain(*, tenant: Tenant, host: str, primary: bool = False) -> Domain:
    """Let another host name lead to a site, or make one of its names primary: the old one then redirects to it.

    Raises ValidationError for a name that can't be used.
    """
    host = host.strip().lower()
    with in_site(tenant), transaction.atomic():
        hold_creations()
        own = Domain.objects.filter(tenant=tenant)
        is_promotion = primary and own.filter(host=host).exists()
        if not is_promotion and (messages := host_errors(host)):
            raise ValidationError({"host": messages})
        if primary:
            own.update(is_primary=False)
            move_site_to(host=host, port=settings.PUBLIC_PORT)
        domain, __ = own.update_or_create(host=host, tenant=tenant, defaults={"is_primary": primary})
    forget_addresses()
    return domain


def remove_domain(*, tenant: Tenant, host: str) -> None:
    """Raises ValidationError for the primary name, or one that does not lead to this site."""
    with in_public(), transaction.atomic():
        domain = Domain.objects.select_for_update().filter(tenant=tenant, host=host.strip().lower()).first()
        if domain is None:
            raise ValidationError({"host": _("%(host)s does not lead to this site.") % {"host": host}})
        if domain.is_primary:
            raise ValidationError({"host": _("Make another address primary first: a site needs one.")})
        domain.delete()
    forget_addresses()


def renew_site_roles(tenant: Tenant) -> None:
    """Bring the roles of a standing site up to the code."""
    with in_site(tenant), transaction.atomic():
        renew_roles()
        begin_procedures(levels=[_level_of(tenant)])
        if tenant.runs_board:
            _grant_board()


def invite_again(*, tenant: Tenant, email: str) -> None:
    """Mail another link to somebody who has not chosen a password yet: the first one was lost or is too old.

    Raises ValidationError where nobody on the site waits for one.
    """
    with in_site(tenant), transaction.atomic():
        user = User.objects.filter(email__iexact=email.strip()).first()
        if user is None or user.has_usable_password():
            refusal = _("%(email)s does not wait for an invitation.") % {"email": email}
            raise ValidationError({"email": ValidationError(refusal, code="has_password" if user else "no_account")})
        queue_in_site("accounts.tasks.send_invitation", user.pk)


def align_address(tenant: Tenant) -> bool:
    """Write the installation's port and the primary host into the site's own record. Returns whether it changed."""
    with in_site(tenant), transaction.atomic():
        return move_site_to(host=tenant.primary_host, port=settings.PUBLIC_PORT)


def _next_identity(order: Order) -> tuple[int, str]:
    """A number that no site ever had, so that nothing left of a deleted one is ever met again."""
    with in_public(), connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('registry_tenant', 'id'))")
        identity = cursor.fetchone()[0]
    return identity, f"{order.slug.replace('-', '_')[:50]}_{identity}"


def _register(order: Order, identity: int, schema_name: str) -> Tenant:
    check_order(order)
    tenant = Tenant.objects.create(
        pk=identity,
        schema_name=schema_name,
        slug=order.slug,
        name=to_nfc(order.name).strip(),
        kind=order.kind,
        code=order.code,
        code_valid_from=order.code_valid_from,
        parent=Tenant.objects.filter(slug=order.parent_slug).first() if order.parent_slug else None,
    )
    Domain.objects.create(tenant=tenant, host=order.full_host, is_primary=True)
    return tenant


def _personalise(order: Order, tenant: Tenant) -> None:
    names = committee_names(tenant.kind, tenant.name)
    own = {"vi": names["vi"], "km": order.name_km or names["km"], "en": order.name_en or names["en"]}
    superior = {"vi": order.superior_vi}
    if tenant.parent:
        superior = committee_names(tenant.parent.kind, tenant.parent.name)
    introduce_site(names=own, superior=superior, host=order.full_host, port=settings.PUBLIC_PORT, skin=order.skin)
    begin_history(at=timezone.now())
    begin_procedures(levels=[_level_of(tenant)])
    if tenant.runs_board:
        _grant_board()


def _level_of(tenant: Tenant) -> Level:
    """Of the procedures that the unit deals with itself."""
    return {Kind.PROVINCE.value: Level.PROVINCE, Kind.DISTRICT.value: Level.DISTRICT}.get(tenant.kind, Level.COMMUNE)


def _grant_board() -> None:
    """What the administrators of a board may do beyond those of other sites."""
    group = Group.objects.get(name=Role.ADMINISTRATOR.value)
    for app_label, codename in (("registry", "provision_site"), ("procedure_catalogue", "keep_procedure")):
        group.permissions.add(Permission.objects.get(content_type__app_label=app_label, codename=codename))


def hold_creations() -> None:
    """Until the transaction ends, however it ends, no site comes to be and no name or address changes hands. Raises
    LockHeld, a ValidationError."""
    hold(CREATION_LOCK)
