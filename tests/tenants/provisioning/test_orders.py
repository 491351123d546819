import datetime
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from lib.vietnamese import to_nfc
from tenants.provisioning.orders import Order, below_the_only_board, check_order
from tenants.registry.models import Tenant
from tests import cast

MakeOrder = Callable[..., Order]

SHAPE = "An address has letters a–z without marks, digits, hyphens and dots: xa-dai-an.example.gov.vn."
FIVE = "The official code of such a unit has 5 digits."
PLAIN = "A unit's name has letters, digits and single spaces only."
KIND = "Leave the kind of unit out of the name: it is chosen beside it."
MAIL = "Enter the e-mail address of the first administrator."


def errors_of(order: Order) -> dict[str, list[str]]:
    with translation.override("en"):
        try:
            check_order(order)
        except ValidationError as error:
            return error.message_dict
    return {}


def test_an_order_without_faults_passes(order: MakeOrder, db: None):
    assert errors_of(order()) == {}


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", "", "Enter the unit's name."),
        ("name", " \t ", "Enter the unit's name."),
        ("name", "Đại  An", PLAIN),
        ("name", "Đại_An", PLAIN),
        ("name", "<b>Đại An</b>", PLAIN),
        ("name", "Đại An\nxã", PLAIN),
        ("name", "Xã Đại An", KIND),
        ("name", "xã đại an", KIND),
        ("name", "Thị trấn Trà Cú", KIND),
        ("name", "Định An", "xã Định An has a site already."),
        ("name", "ĐỊNH AN", "xã ĐỊNH AN has a site already."),
        ("name", "Đinh An", "Another site has the short name xa-dinh-an already."),
        ("name", "中山", "Write the name in Latin letters: the site's address is made from it."),
        ("name", "Đ" * 101, "At most 100 characters, please."),
        ("name", "Đ" * 61, f"The short name xa-{'d' * 61} that follows from it is too long."),
        ("kind", "village", "Choose the kind of unit."),
        ("code", "", FIVE),
        ("code", "2949", FIVE),
        ("code", "294911", FIVE),
        ("code", "2949a", FIVE),
        ("code", "２９４９１", FIVE),
        ("code", "29494", f"Code 29494 is in force for Xã Định An since {cast.CODES_SINCE:%d/%m/%Y}."),
        ("parent_slug", "huyen-khong-co", "There is no site with the short name huyen-khong-co."),
        ("parent_slug", "", "Say which unit runs the board of this site: huyen-tra-cu (Huyện Trà Cú)."),
        ("parent_slug", "xa-dinh-an", "Xã Định An does not run a board."),
        ("host", "xa-đại-an.tracu.localhost", SHAPE),
        ("host", "localhost", SHAPE),
        ("host", "-a.tracu.localhost", SHAPE),
        ("host", "a-.tracu.localhost", SHAPE),
        ("host", "a..tracu.localhost", SHAPE),
        ("host", "a.tracu.localhost.", SHAPE),
        ("host", "a_b.tracu.localhost", SHAPE),
        ("host", "a.tracu.localhost:8000", SHAPE),
        ("host", "http://a.tracu.localhost", SHAPE),
        ("host", f"{'a' * 64}.tracu.localhost", SHAPE),
        ("host", f"{'a.' * 120}tracu.localhost", SHAPE),
        ("host", "www.tracu.localhost", "The name www is reserved."),
        ("host", "MAIL.tracu.localhost", "The name mail is reserved."),
        ("host", "admin.tracu.localhost", "The name admin is reserved."),
        (
            "host",
            "xadaian.gov.vn",
            "The installation does not answer on xadaian.gov.vn: add it to ALLOWED_HOSTS first.",
        ),
        ("host", "127.0.0.1", "The installation does not answer on 127.0.0.1: add it to ALLOWED_HOSTS first."),
        ("host", "xa-dinh-an.tracu.localhost", "xa-dinh-an.tracu.localhost leads to Xã Định An already."),
        ("host", " XA-DINH-AN.tracu.localhost ", "xa-dinh-an.tracu.localhost leads to Xã Định An already."),
        ("skin", "pink", "Choose one of the looks offered."),
        ("admin_email", "", MAIL),
        ("admin_email", "an", MAIL),
        ("admin_email", f"an@{'a.' * 130}vn", "At most 254 characters, please."),
        ("admin_name", "A" * 151, "At most 150 characters, please."),
    ],
)
def test_each_fault_is_told_on_its_field(order: MakeOrder, db: None, field: str, value: str, message: str):
    assert errors_of(order(**{field: value}))[field] == [message]


def test_the_boards_to_choose_from_are_named(order: MakeOrder, district: Tenant):
    second = Tenant.objects.create(
        name="Tiểu Cần", kind="district", code="846", slug="huyen-tieu-can", schema_name="b", code_valid_from=cast.DAY
    )
    assert errors_of(order(parent_slug=""))["parent_slug"] == [
        "Say which unit runs the board of this site: huyen-tieu-can (Huyện Tiểu Cần), huyen-tra-cu (Huyện Trà Cú)."
    ]
    assert below_the_only_board(order(parent_slug="")).parent_slug == ""
    Tenant.objects.filter(pk=second.pk).update(code_valid_to=cast.DAY + datetime.timedelta(days=1))
    assert below_the_only_board(order(parent_slug="")).parent_slug == district.slug


def test_without_a_board_its_site_comes_first(order: MakeOrder, db: None):
    Tenant.objects.update(code_valid_to=cast.DAY)
    assert errors_of(order(parent_slug=""))["parent_slug"] == [
        "There is no unit that runs a board yet: create the district's site first."
    ]


@pytest.mark.parametrize("kind", ["province", "district"])
def test_a_unit_that_runs_a_board_needs_none_above_it(order: MakeOrder, db: None, kind: str):
    assert "parent_slug" not in errors_of(order(kind=kind, parent_slug=""))


@pytest.mark.parametrize(
    ("kind", "code", "is_right"),
    [
        ("province", "84", True),
        ("province", "849", False),
        ("district", "850", True),
        ("ward", "29491", True),
        ("town", "850", False),
    ],
)
def test_the_code_has_as_many_digits_as_the_kind_of_unit_asks(
    order: MakeOrder, db: None, kind: str, code: str, is_right: bool
):
    assert ("code" not in errors_of(order(kind=kind, code=code))) == is_right


def test_the_same_name_in_another_spelling_is_the_same_name(order: MakeOrder, commune: Tenant):
    Tenant.objects.filter(pk=commune.pk).update(name="Hòa Mỹ", slug="xa-moi")
    message = "Xã Hòa Mỹ, the same name in another spelling, has a site already."
    assert errors_of(order(name="Hoà Mĩ")) == {"name": [message]}


@pytest.mark.parametrize(
    ("day", "is_right"), [("2023-11-01", True), ("2024-10-30", True), ("2024-10-31", False), ("3004-07-08", False)]
)
def test_a_code_may_be_awaited_for_a_year(order: MakeOrder, db: None, day: str, is_right: bool):
    expected = {} if is_right else {"code_valid_from": ["The day lies more than a year ahead."]}
    assert errors_of(order(code_valid_from=datetime.date.fromisoformat(day))) == expected


def test_every_fault_is_told_at_once(order: MakeOrder, db: None):
    assert set(errors_of(order(name="", code="1", admin_email="?"))) == {"name", "code", "admin_email"}


def test_units_that_share_a_name_get_addresses_of_their_own(order: MakeOrder):
    asked = [order(name="Định An", kind=kind) for kind in ("commune", "town", "ward")]
    assert [one.slug for one in asked] == ["xa-dinh-an", "thi-tran-dinh-an", "phuong-dinh-an"]
    assert len({one.full_host for one in asked}) == 3


def test_a_third_unit_of_that_name_may_come(order: MakeOrder, db: None):
    assert errors_of(order(name="Định An", kind="ward")) == {}


@pytest.mark.parametrize("name", ["Ea H'leo", "Ea H’leo", "1", "Đăk Ơ", "Tân-Sơn"])
def test_names_as_they_occur_pass(order: MakeOrder, db: None, name: str):
    assert "name" not in errors_of(order(name=name, kind="ward"))


def test_a_name_in_decomposed_letters_is_the_same_name(order: MakeOrder, db: None):
    decomposed = "Đi\u0323nh An"
    assert decomposed != to_nfc(decomposed)
    assert errors_of(order(name=decomposed))["name"] == ["xã Định An has a site already."]


def test_a_name_in_decomposed_letters_gives_the_same_address(order: MakeOrder):
    assert order(name="Đa\u0323i An").full_host == "xa-dai-an.tracu.localhost"


def test_a_code_is_free_again_from_the_day_on_which_its_time_is_over(order: MakeOrder, commune: Tenant):
    end = datetime.date(2025, 7, 1)
    Tenant.objects.filter(pk=commune.pk).update(code_valid_to=end)
    assert "code" in errors_of(order(code="29494", code_valid_from=end - datetime.timedelta(1)))
    assert "code" not in errors_of(order(code="29494", code_valid_from=end))


def test_reserved_names_are_free_below_another_domain(order: MakeOrder, db: None, settings: object):
    settings.ALLOWED_HOSTS = [".example.vn"]
    assert errors_of(order(host="www.xadaian.example.vn")) == {}


def test_an_installation_may_live_below_a_reserved_name(order: MakeOrder, db: None, settings: object):
    settings.BASE_DOMAIN, settings.ALLOWED_HOSTS = "demo.example.vn", [".demo.example.vn"]
    assert errors_of(order(host="demo.example.vn")) == {}


def test_an_order_survives_its_record(order: MakeOrder):
    asked = order(skin="river", name_km="ដាយអាន")
    assert Order.from_json(asked.as_json()) == asked
