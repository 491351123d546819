"""Makes the two throw-away sites, fills them, and removes them; what a probe has to write is written here as well."""

import datetime
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connections, transaction
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Category, DocumentForm
from consultations.actions import leave_comment, moderate
from consultations.models import ConsultationPage
from consultations.states import Standing
from legal.models import Issuer, LegalDocument, LegalFile
from lib.clock import today
from library.models import SiteDocument, SiteImage
from newsroom.models import ArticleIndexPage, ArticlePage
from pages.models import SectionPage, StandardPage
from tenants.crossing import all_tenants, in_public, in_site
from tenants.isolation.logins import as_site, close_kept_connections
from tenants.isolation.tasks import queue_in_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.archives import discard_trial
from tenants.provisioning.models import SiteCreation
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tenants.registry.states import Kind, Lifecycle
from tenants.verification.items import ADDRESS, items_of
from tenants.verification.pair import FORGETFUL, NUMBER, TWIN, Pair, Side
from tenants.verification.process import apart
from tenants.verification.verdicts import CannotTell

BY = "manage.py isolation verify"
NAME = "Kiểm tra cách ly"
SLUGS = "xa-kiem-tra-cach-ly-"
LETTERS = ("A", "B")
RUN_LOCK = 0x56657266
# The smallest GIF: one pixel.
PICTURE = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")


class AnotherRunIsUnderWay(RuntimeError):
    """Of the two sites there is one pair at a time."""


@contextmanager
def two_sites() -> Iterator[Pair]:
    """Both are in preparation as far as anybody else can see: no visitor, list or worker finds them. They go in the
    end, however that comes; those of a run that was killed go first.

    Raises AnotherRunIsUnderWay, and ValidationError where they can't be created.
    """
    hosts = [f"{SLUGS}{letter.lower()}.{settings.BASE_DOMAIN}" for letter in LETTERS]
    with _alone(), override_settings(ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, *hosts]):
        remove_left_overs()
        try:
            pair = _create_pair()
            with apart(pair):
                _fill(pair)
                yield pair
        finally:
            close_kept_connections()
            remove_left_overs()


def remove_left_overs() -> None:
    """Sites of earlier runs: no others stay in preparation once they can be seen."""
    for tenant in all_tenants():
        if tenant.slug.startswith(SLUGS) and tenant.lifecycle == Lifecycle.PREPARING:
            discard_trial(tenant=tenant)
    with in_public():
        SiteCreation.objects.filter(order__is_trial=True, asked_by=BY).delete()


@contextmanager
def _alone() -> Iterator[None]:
    """Holds a lock on a connection of its own: it goes with the process, however that ends."""
    own = connections.create_connection("default")
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [RUN_LOCK])
            if not cursor.fetchone()[0]:
                raise AnotherRunIsUnderWay("Another run is under way: wait until it is over.")
        yield
    finally:
        own.close()


def _create_pair() -> Pair:
    token = secrets.token_hex(4)
    return Pair(*(_create(letter, token) for letter in LETTERS))


def _create(letter: str, token: str) -> Side:
    order = Order(
        name=f"{NAME} {letter}",
        kind=Kind.COMMUNE.value,
        code=_unused_code(),
        code_valid_from=today(),
        admin_email=TWIN,
        is_trial=True,
    )
    tenant = create_site(order=order, by=BY)
    with in_public():
        tenant = Tenant.objects.with_addresses().get(pk=tenant.pk)
    # In this process the site is open.
    tenant.lifecycle = Lifecycle.ACTIVE
    return Side(letter, tenant, word=f"rieng{letter.lower()}{token}", token=token)


def _unused_code() -> str:
    with in_public():
        taken = set(Tenant.objects.values_list("code", flat=True))
    return next(code for code in map(str, range(99_999, 10_000, -1)) if code not in taken)


def _fill(pair: Pair) -> None:
    """Raises CannotTell where the two are not numbered alike: a mix-up would not show."""
    for side in pair:
        with in_site(side.tenant), transaction.atomic():
            _add_people(side)
            _add_files(side)
            _add_article(side)
            _add_items(side)
            _add_text(side)
            _add_document(side)
    with in_site(pair.b.tenant):
        password = User.objects.get(email=TWIN).password
    for side in pair:
        with in_site(side.tenant), transaction.atomic():
            User.objects.filter(email=TWIN).update(password=password)
    if pair.a.page_id != pair.b.page_id:
        raise CannotTell("the two sites number their pages differently")


def _add_people(side: Side) -> None:
    twin = User.objects.get(email=TWIN)
    twin.set_password(secrets.token_urlsafe(32))
    twin.is_superuser, twin.last_name = True, side.word
    twin.save()
    person = User.objects.create_user(side.address, pk=NUMBER, last_name=side.word)
    person.groups.add(Group.objects.get(name=Role.APPROVER.value))
    for number, address in enumerate((FORGETFUL, side.forgetful), NUMBER + 1):
        User.objects.create_user(address, secrets.token_urlsafe(32), pk=number)


def _add_files(side: Side) -> None:
    default_storage.save(public_name(side), ContentFile(side.word.encode()))
    closed = Collection.get_first_root_node().add_child(instance=Collection(pk=NUMBER, name=f"{side.word} nội bộ"))
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    text = ContentFile(side.word.encode(), name=document_name(side))
    SiteDocument.objects.create(pk=NUMBER, title=side.word, file=text, file_size=len(side.word), collection=closed)
    SiteImage.objects.create(pk=NUMBER, title=side.word, file=ContentFile(PICTURE, name=f"{side.token}.gif"))
    Redirect.objects.create(pk=NUMBER, old_path=f"/{ADDRESS}", redirect_link=f"/{side.word}")


def _add_article(side: Side) -> None:
    index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    page = ArticlePage(title=side.word, slug=ADDRESS, lead=side.word, published_on=today())
    page.body = [{"type": "text", "value": f"<p>{side.word}</p>"}]
    page.categories = [Category.objects.get(key="news")]
    if side.letter == "A":
        page.image_id, page.image_alt = NUMBER, side.word
    index.add_child(instance=page)
    page.save_revision(user=User.objects.get(email=TWIN), log_action=True).publish()
    side.page_id = page.pk


def _add_items(side: Side) -> None:
    for item in items_of(side):
        (parent,) = item.allowed_parent_page_models()
        parent.objects.get(locale__language_code="vi").add_child(instance=item)
        if isinstance(item, ConsultationPage):
            _add_comment(side, item)


def _add_text(side: Side) -> None:
    """At an address that says which site it is of."""
    section = SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")
    section.add_child(instance=StandardPage(title=side.word, slug=side.word))


def _add_comment(side: Side, page: ConsultationPage) -> None:
    """Of the same number on both sites, and published."""
    words = {"body": side.word, "name": side.word, "contact": side.word, "fingerprint": side.token}
    comment = leave_comment(page=page, language="vi", **words)
    twin = User.objects.get(email=TWIN)
    moderate(seen={comment.pk: Standing.WAITING}, to=Standing.PUBLISHED, by=twin)


def _add_document(side: Side) -> None:
    """Of the same number in the register of both sites."""
    issuer = Issuer.objects.create(pk=NUMBER, name=side.word)
    form = DocumentForm.objects.get(key="decision")
    document = LegalDocument(pk=NUMBER, number="1/QĐ-UBND", issuer=issuer, form=form, issued_on=today())
    document.abstract = f"Văn bản {side.word}"
    document.full_clean()
    document.save()
    LegalFile.objects.create(pk=NUMBER, document=document, file_id=NUMBER)


def public_name(side: Side) -> str:
    return f"images/{side.token}.txt"


def document_name(side: Side) -> str:
    return f"{side.token}.txt"


def queued(side: Side) -> list[str]:
    """The sites that work is for which is asked for on this one; it is taken back before any worker sees it."""
    with in_site(side.tenant), transaction.atomic():
        asked_at = timezone.now()
        queue_in_site("accounts.tasks.send_invitation", NUMBER)
        added = DBTaskResult.objects.filter(enqueued_at__gte=asked_at, args_kwargs__args__2=[NUMBER])
        targets = [str(result.args_kwargs["args"][0]) for result in added]
        transaction.set_rollback(True)
    return targets


def put_into_caches(side: Side) -> None:
    with as_site(side.tenant):
        for alias in caches:
            caches[alias].set(side.token, side.word, 60)


def take_from_caches(side: Side) -> None:
    with as_site(side.tenant):
        for alias in caches:
            caches[alias].delete(side.token)


def schedule(side: Side, at: datetime.timedelta) -> None:
    """The same page of both sites, with another title, for a time before or after now."""
    with as_site(side.tenant):
        page = ArticlePage.objects.get(pk=side.page_id)
        page.title = f"{side.word} theo lịch"
        page.go_live_at = timezone.now() + at
        with transaction.atomic():
            revision = page.save_revision()
            type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=page.go_live_at)


def submit(side: Side) -> None:
    """For approval: those who approve get mail."""
    with as_site(side.tenant), transaction.atomic():
        page = Page.objects.get(pk=side.page_id).specific
        page.save_revision()
        page.get_workflow().start(page, User.objects.get(email=TWIN))
