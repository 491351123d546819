"""What is asked for when a site is to be created, and whether it can be granted."""

import dataclasses
import datetime
import re
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http.request import validate_host
from django.utils.translation import gettext as _

from lib.clock import today
from lib.vietnamese import slug as plain_slug
from lib.vietnamese import spelling_key, to_nfc
from pages.models import Skin
from tenants.registry.models import Domain, Tenant
from tenants.registry.names import unit_name
from tenants.registry.states import BOARD_KINDS, KIND_WORD, Kind

CODE_DIGITS = {Kind.PROVINCE: 2, Kind.DISTRICT: 3, Kind.WARD: 5, Kind.COMMUNE: 5, Kind.TOWN: 5}
HOST_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)\Z")
UNIT_NAME = re.compile(r"[^\W_]+(?:[ '’-][^\W_]+)*\Z")

LONGEST = {"name": 100, "admin_name": 150, "admin_email": 254}
LONGEST_SLUG = 63

# A site may be made ready before its unit's code comes into force; what lies further ahead is a slip of the pen.
LONGEST_WAIT = datetime.timedelta(days=365)

# First labels below the base domain that mean something else to people, browsers or mail servers.
RESERVED_LABELS = frozenset(
    "admin api app archive autoconfig backup cdn demo dev documents ftp help imap localhost mail media mx ns ns1 ns2 "  # noqa: SIM905
    "pop public root smtp static status support test webmail www".split()
)

Errors = dict[str, list[str]]


@dataclasses.dataclass(frozen=True)
class Order:
    """A site to be created. Names without the kind of unit; `host` empty means the usual one below BASE_DOMAIN."""

    name: str
    kind: str
    code: str
    code_valid_from: datetime.date
    admin_email: str
    admin_name: str = ""
    parent_slug: str = ""
    host: str = ""
    skin: str = Skin.FLAG.value
    name_km: str = ""
    name_en: str = ""
    superior_vi: str = ""
    # A site for the technical unit's own trial: it stays in preparation, so no visitor finds it, and nobody is invited.
    is_trial: bool = False

    @property
    def slug(self) -> str:
        """`xa-dai-an`: two units may share a name, so the kind is part of it."""
        return plain_slug(f"{KIND_WORD.get(self.kind, '')} {self.name}")

    @property
    def unit(self) -> str:
        return unit_name(self.kind, to_nfc(self.name).strip())

    @property
    def full_host(self) -> str:
        return self.host.strip().lower() or f"{self.slug}.{settings.BASE_DOMAIN}"

    def as_json(self) -> dict[str, Any]:
        return {**dataclasses.asdict(self), "code_valid_from": self.code_valid_from.isoformat()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(**{**data, "code_valid_from": datetime.date.fromisoformat(data["code_valid_from"])})


def below_the_only_board(order: Order) -> Order:
    """The same order, below the one board there is where it needs a board and names none."""
    boards = [] if order.parent_slug or order.kind in BOARD_KINDS else _boards()
    return dataclasses.replace(order, parent_slug=boards[0].slug) if len(boards) == 1 else order


def check_order(order: Order) -> None:
    """Raises ValidationError with a message per field; asks the registry, so call it where `public` is in reach."""
    errors: Errors = {
        "name": name_errors(order.name, kind=order.kind) or _slug_errors(order),
        "kind": [] if order.kind in Kind.values else [_("Choose the kind of unit.")],
        "code": _code_errors(order),
        "code_valid_from": _day_errors(order.code_valid_from),
        "parent_slug": _parent_errors(order),
        "host": _host_errors(order.full_host),
        "skin": [] if order.skin in Skin.values else [_("Choose one of the looks offered.")],
        "admin_name": _length_errors("admin_name", order.admin_name),
        "admin_email": _email_errors(order.admin_email),
    }
    found = {field: messages for field, messages in errors.items() if messages}
    if found:
        raise ValidationError(found)


def host_errors(host: str) -> list[str]:
    """Why a host name can't be given to a site."""
    return _host_errors(host.strip().lower())


def name_errors(name: str, *, kind: str, own_id: int = 0) -> list[str]:
    """Why a unit can't be called so; `own_id` is that of a site about to be renamed."""
    name = to_nfc(name).strip()
    if not name:
        return [_("Enter the unit's name.")]
    if not UNIT_NAME.match(name):
        return [_("A unit's name has letters, digits and single spaces only.")]
    if any(name.lower().startswith(f"{word} ") for word in KIND_WORD.values()):
        return [_("Leave the kind of unit out of the name: it is chosen beside it.")]
    others = Tenant.objects.in_force().filter(kind=kind).exclude(pk=own_id)
    if others.filter(name__iexact=name).exists():
        return [_("%(unit)s has a site already.") % {"unit": f"{KIND_WORD[kind]} {name}"}]
    for other in others:
        if spelling_key(other.name) == spelling_key(name):
            return [_("%(unit)s, the same name in another spelling, has a site already.") % {"unit": other.full_name}]
    return _length_errors("name", name)


def _slug_errors(order: Order) -> list[str]:
    if not plain_slug(order.name):
        return [_("Write the name in Latin letters: the site's address is made from it.")]
    if Tenant.objects.filter(slug=order.slug).exists():
        return [_("Another site has the short name %(slug)s already.") % {"slug": order.slug}]
    if len(order.slug) > LONGEST_SLUG:
        return [_("The short name %(slug)s that follows from it is too long.") % {"slug": order.slug}]
    return []


def _code_errors(order: Order) -> list[str]:
    digits = CODE_DIGITS.get(Kind(order.kind)) if order.kind in Kind.values else None
    if digits and not (order.code.isascii() and order.code.isdigit() and len(order.code) == digits):
        return [_("The official code of such a unit has %(digits)d digits.") % {"digits": digits}]
    for other in Tenant.objects.filter(code=order.code):
        if other.code_valid_to is None or other.code_valid_to > order.code_valid_from:
            return [
                _("Code %(code)s is in force for %(unit)s since %(date)s.")
                % {"code": order.code, "unit": other.full_name, "date": f"{other.code_valid_from:%d/%m/%Y}"}
            ]
    return []


def _day_errors(day: datetime.date) -> list[str]:
    return [_("The day lies more than a year ahead.")] if day > today() + LONGEST_WAIT else []


def _parent_errors(order: Order) -> list[str]:
    if not order.parent_slug:
        needs_board = order.kind in Kind.values and order.kind not in BOARD_KINDS and not order.is_trial
        return _missing_parent_errors() if needs_board else []
    parent = Tenant.objects.filter(slug=order.parent_slug).first()
    if parent is None:
        return [_("There is no site with the short name %(slug)s.") % {"slug": order.parent_slug}]
    return [] if parent.runs_board else [_("%(unit)s does not run a board.") % {"unit": parent.full_name}]


def _missing_parent_errors() -> list[str]:
    """Without a board nobody would see the site but its own people."""
    if boards := ", ".join(f"{board.slug} ({board.full_name})" for board in _boards()):
        return [_("Say which unit runs the board of this site: %(boards)s.") % {"boards": boards}]
    return [_("There is no unit that runs a board yet: create the district's site first.")]


def _boards() -> list[Tenant]:
    return list(Tenant.objects.in_force().boards().in_reading_order())


def _host_errors(host: str) -> list[str]:
    labels = host.split(".")
    if len(host) > 253 or len(labels) < 2 or not all(HOST_LABEL.match(label) for label in labels):
        return [_("An address has letters a–z without marks, digits, hyphens and dots: xa-dai-an.example.gov.vn.")]
    if labels[0] in RESERVED_LABELS and ".".join(labels[1:]) == settings.BASE_DOMAIN:
        return [_("The name %(label)s is reserved.") % {"label": labels[0]}]
    if not validate_host(host, settings.ALLOWED_HOSTS):
        return [_("The installation does not answer on %(host)s: add it to ALLOWED_HOSTS first.") % {"host": host}]
    taken = Domain.objects.select_related("tenant").filter(host=host).first()
    if taken:
        return [_("%(host)s leads to %(unit)s already.") % {"host": host, "unit": taken.tenant.full_name}]
    return []


def _email_errors(address: str) -> list[str]:
    try:
        validate_email(address)
    except ValidationError:
        return [_("Enter the e-mail address of the first administrator.")]
    return _length_errors("admin_email", address)


def _length_errors(field: str, text: str) -> list[str]:
    longest = LONGEST[field]
    return [_("At most %(longest)d characters, please.") % {"longest": longest}] if len(text) > longest else []
