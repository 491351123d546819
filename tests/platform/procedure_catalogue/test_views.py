"""Every site's administration reads the catalogue; a commune reads what readers see, and nothing more."""

import csv
import datetime
import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from procedure_catalogue.actions import save_draft
from procedure_catalogue.actions_repeal import repeal_many
from procedure_catalogue.models import ProcedureVersion
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.procedure_catalogue.cases import CODE, LATER, OTHER, content, decision, officer, published

Visit = Callable[..., Client]
LIST = "/admin/procedure-catalogue/"


@pytest.fixture
def filled(district: Tenant) -> None:
    with in_site(district):
        published(result="Bản cũ của kết quả")
        published(day=LATER, seen=1, result="Bản mới của kết quả", related=[OTHER, "9.999999"])
        save_draft(code=CODE, content=content(result="Bản nháp bí mật"), by=officer(), seen=2)
        published(OTHER, name="=Chứng thực", field="chung-thuc", levels=["district", "commune"], online="full")


@pytest.fixture
def clerk(filled: None, commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.CONTRIBUTOR)


def codes(browser: Client, query: str = "") -> list[str]:
    return [version.procedure.code for version in browser.get(f"{LIST}{query}").context["object_list"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [OTHER, CODE]),
        ("?words=khai+sinh", [CODE]),
        ("?words=1.0011", [CODE]),
        ("?levels=district", [OTHER]),
        ("?online=partial", [CODE]),
        ("?standing=all", [OTHER, CODE]),
        ("?standing=ended", []),
        ("?standing=coming&day=01/06/2023", [CODE]),
        ("?day=31/12/2022", []),
        ("?standing=draft", [OTHER, CODE]),
        ("?day=31/02/2023", [OTHER, CODE]),
    ],
)
def test_the_list_is_narrowed(clerk: Client, query: str, found: list[str]):
    assert codes(clerk, query) == found


def test_a_commune_sees_the_version_in_force_and_no_draft(clerk: Client):
    page = clerk.get(f"{LIST}{CODE}/").text
    assert "Bản mới của kết quả" in page
    assert "Bản nháp bí mật" not in page
    draft = ProcedureVersion.objects.drafts().get()
    assert clerk.get(f"{LIST}{CODE}/?version={draft.pk}").status_code == 404
    assert "Bản nháp bí mật" not in clerk.get(f"{LIST}{CODE}/compare/").text


def test_a_commune_hears_nothing_of_a_procedure_that_is_only_a_draft(clerk: Client, district: Tenant):
    with in_site(district):
        save_draft(code="1.000999", content=content(name="Chưa công bố"), by=officer(), seen=None)
    assert "1.000999" not in codes(clerk, "?standing=all")
    assert "Chưa công bố" not in clerk.get(f"{LIST}?standing=all&export=csv").getvalue().decode()


def test_a_related_procedure_is_named_where_the_catalogue_has_it(clerk: Client):
    page = clerk.get(f"{LIST}{CODE}/").text
    assert f"{OTHER} – =Chứng thực" in page
    assert "9.999999" in page


def test_two_versions_are_compared_word_by_word(clerk: Client):
    page = clerk.get(f"{LIST}{CODE}/compare/").text
    assert "<del>cũ</del><ins>mới</ins>" in page


def test_a_repeal_is_told_with_what_takes_its_place(clerk: Client, district: Tenant):
    with in_site(district):
        on = datetime.date(2023, 9, 1)
        seen = {OTHER: 1}
        repeal_many(seen=seen, decision=decision("77/QĐ"), effective_on=on, by=officer(), successors=[CODE])
    page = clerk.get(f"{LIST}{OTHER}/").text
    assert "77/QĐ" in page
    assert CODE in page


@pytest.mark.parametrize("path", ["3.000000/", f"{CODE}/?version=x", f"{CODE}/compare/?a=999999", "abc/"])
def test_what_is_not_there_is_not_found(clerk: Client, path: str):
    assert clerk.get(f"{LIST}{path}").status_code == 404


def test_the_list_leaves_as_a_table_without_formulas(clerk: Client):
    answer = clerk.get(f"{LIST}?export=csv")
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert [row[:4] for row in rows[1:]] == [
        [OTHER, "'=Chứng thực", "Chứng thực", "Cấp huyện, Cấp xã"],
        [CODE, "Thủ tục đăng ký khai sinh", "Hộ tịch", "Cấp xã"],
    ]


def test_a_workbook_is_one(clerk: Client):
    answer = clerk.get(f"{LIST}?export=xlsx")
    assert b"".join(answer).startswith(b"PK")


def test_the_list_asks_as_much_for_three_rows_as_for_one(clerk: Client, district: Tenant):
    def ask(query: str) -> int:
        clerk.get(f"{LIST}{query}")
        with CaptureQueriesContext(connection) as asked:
            clerk.get(f"{LIST}{query}")
        return len(asked)

    one = ask("?words=khai+sinh")
    with in_site(district):
        for number in range(2):
            published(f"1.00000{number}", name="Đăng ký lại khai sinh")
    assert len(codes(clerk, "?words=khai+sinh")) == 3
    assert ask("?words=khai+sinh") == one


def test_who_is_not_signed_in_is_sent_to_the_door(filled: None, commune: Tenant, visit: Visit):
    assert visit(commune).get(LIST).status_code == 302
