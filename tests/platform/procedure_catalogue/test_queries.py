"""What a reader finds: by name without accents, by code, by what lists are filtered by, on a day."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from procedure_catalogue.actions import save_draft
from procedure_catalogue.actions_repeal import repeal_many
from procedure_catalogue.figures import Stock, procedures_in_force
from procedure_catalogue.models import LifeEvent, ProcedureField, ProcedureVersion
from procedure_catalogue.states import Standing
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.procedure_catalogue.cases import CODE, DAY, LATER, OTHER, content, decision, officer, published

THIRD = "1.000894"


@pytest.fixture(autouse=True)
def at_the_board(district: Tenant) -> Iterator[None]:
    with in_site(district):
        yield


@pytest.fixture
def three() -> None:
    published(name_km="ការចុះបញ្ជីកំណើត")
    published(OTHER, name="Chứng thực bản sao từ bản chính", field="chung-thuc", levels=["district", "commune"])
    published(
        THIRD, name="Đăng ký kết hôn", levels=["province", "commune"], online="full", deciding_agency="Sở Tư pháp"
    )


def codes(versions: object) -> list[str]:
    return [version.procedure.code for version in versions.for_rows()]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("khai sinh", [CODE]),
        ("dang ky khai si", [CODE]),
        ("ĐĂNG KÝ KẾT HÔN", [THIRD]),
        ("dang ky", [THIRD, CODE]),
        ("ban chinh", [OTHER]),
        ("1.001193", [CODE]),
        ("1.00", [THIRD, CODE]),
        ("1001193", [CODE]),
        ("001193", [CODE]),
        ("khai sinh 1.001193", [CODE]),
        ("ចុះបញ្ជី", [CODE]),
        ("không có gì", []),
        ("...", []),
        ("'; DROP TABLE", []),
    ],
)
def test_what_is_typed_is_found(three: None, typed: str, found: list[str]):
    assert codes(ProcedureVersion.objects.in_force(DAY).matching(typed).in_reading_order()) == found


def test_names_stand_in_the_order_of_the_vietnamese_alphabet(three: None):
    assert codes(ProcedureVersion.objects.in_force(DAY).in_reading_order()) == [OTHER, THIRD, CODE]


def test_filters(three: None):
    rows = ProcedureVersion.objects.in_force(DAY).by_code()
    assert codes(rows.at_levels("district", "province")) == [THIRD, OTHER]
    assert codes(rows.in_field("chung-thuc")) == [OTHER]
    assert codes(rows.online("full")) == [THIRD]
    assert codes(rows.of_agency("Sở Tư pháp")) == [THIRD]
    assert sorted(rows.agency_names(9)) == ["Sở Tư pháp", "Ủy ban nhân dân cấp xã"]
    assert rows.count_by_field() == {"ho-tich": 2, "chung-thuc": 1}


def test_one_of_each_procedure_in_its_nearest_standing(three: None):
    published(day=datetime.date(2024, 1, 1), seen=1)
    save_draft(code=CODE, content=content(), by=officer(), seen=2)
    save_draft(code="1.000005", content=content(), by=officer(), seen=None)
    published("1.000006", day=datetime.date(2024, 1, 1))
    repeal_many(seen={OTHER: 1}, decision=decision(), effective_on=LATER, by=officer())
    rows = ProcedureVersion.objects.standing("", DAY).with_standing(DAY).by_code()
    assert [(row.procedure.code, row.standing_on_day) for row in rows] == [
        ("1.000005", Standing.DRAFT),
        ("1.000006", Standing.COMING),
        (THIRD, Standing.IN_FORCE),
        (CODE, Standing.IN_FORCE),
        (OTHER, Standing.ENDED),
    ]
    for standing in (Standing.DRAFT, Standing.COMING, Standing.IN_FORCE, Standing.ENDED, Standing.WITHDRAWN):
        found = ProcedureVersion.objects.standing(standing, DAY).with_standing(DAY)
        assert {row.standing_on_day for row in found} <= {standing}
        assert {row.standing(DAY) for row in found} <= {standing}


def test_the_figure_of_the_report_counts_a_procedure_of_two_levels_once(three: None):
    assert procedures_in_force(DAY) == Stock(3, {"commune": 3, "district": 1}, {"partial": 2, "full": 1})
    assert procedures_in_force(datetime.date(2022, 12, 31)).procedures == 0


def test_a_list_asks_as_much_for_three_rows_as_for_one(three: None):
    def ask(rows: object) -> int:
        with CaptureQueriesContext(connection) as asked:
            for row in rows.for_rows():
                assert all((row.procedure.code, row.field.name, row.decision.number))
        return len(asked)

    rows = ProcedureVersion.objects.in_force(DAY)
    assert ask(rows.in_field("chung-thuc")) == ask(rows) == 1


def test_fields_and_life_events_have_names_in_three_languages():
    for entry in (*ProcedureField.objects.all(), *LifeEvent.objects.all()):
        assert all((entry.name_vi, entry.name_km, entry.name_en))
    keys = list(ProcedureField.objects.values_list("key", flat=True))
    assert keys.index("cong-tac-dan-toc") < keys.index("dat-dai") < keys.index("giao-duc-mam-non")


def test_a_title_is_in_the_readers_language(three: None):
    version = ProcedureVersion.objects.get(procedure__code=CODE)
    with translation.override("km"):
        assert version.title == "ការចុះបញ្ជីកំណើត"
    with translation.override("en"):
        assert version.title == version.name
