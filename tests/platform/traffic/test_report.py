"""The office reads how many visits there were, and enters what an older system counted."""

import datetime
import io
from collections.abc import Callable

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from wagtail.models import Page

from accounts.models import User
from accounts.roles import Role
from catalogue.figures import Period
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from traffic.actions import correct_total, enter_total, withdraw_total
from traffic.charts import chart_of
from traffic.figures import DayVisits, Visits, counter, visits
from traffic.models import DayCount, PageCount, PastTotal, SourceCount
from traffic.states import Device

Visit = Callable[..., Client]
REPORT, TOTALS = "/admin/traffic/", "/admin/traffic/totals/"
LAST = datetime.date(2023, 10, 31)
DAY = datetime.timedelta(days=1)
YEAR_BEFORE = {"first": datetime.date(2022, 1, 1), "last": datetime.date(2022, 12, 31), "source": "Báo cáo 2022"}


def administrator() -> User:
    return User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))


@pytest.fixture
def counted(commune: Tenant, article: Page) -> Tenant:
    """Ten visits a day on three days, the last of them today; a page that is gone had some as well."""
    with in_site(commune):
        for number in range(3):
            on = LAST - number * DAY
            DayCount.objects.create(on=on, device=Device.PHONE, views=20, visits=7)
            DayCount.objects.create(on=on, device=Device.COMPUTER, views=5, visits=3)
            PageCount.objects.create(on=on, page=article.pk, language="vi", views=20, visits=9)
            PageCount.objects.create(on=on, page=99999, language="km", views=5, visits=1)
            SourceCount.objects.create(on=on, source="", visits=6)
            SourceCount.objects.create(on=on, source="=1+1.example", visits=4)
    return commune


def test_figures_of_a_period(counted: Tenant):
    with in_site(counted):
        found = visits(Period(LAST - DAY, LAST))
        assert (found.counted, found.views, found.counted_per_day, found.total) == (20, 50, 10, 20)
        assert found.days == (DayVisits(LAST - DAY, 10, 25), DayVisits(LAST, 10, 25))
        # Days before the first that was counted are none of the counter's.
        assert visits(Period(LAST - 200 * DAY, LAST)).counted_per_day == 10
        assert visits(Period(LAST + DAY, LAST + DAY)).counted_per_day is None


def test_an_entered_total_stands_apart_and_counts_whole_or_not_at_all(counted: Tenant):
    with in_site(counted):
        enter_total(**YEAR_BEFORE, visits=730, by=administrator())
        whole = visits(Period(datetime.date(2022, 1, 1), LAST))
        assert (whole.counted, whole.from_older_systems, whole.total) == (30, 730, 760)
        assert (whole.entered[0].per_day, whole.entered[0].source) == (2, "Báo cáo 2022")
        part = visits(Period(datetime.date(2022, 6, 1), LAST))
        assert (part.total, part.entered, part.in_part) == (30, (), whole.entered)
        shown = counter()
        assert (shown.total, shown.entered, shown.since) == (760, 730, datetime.date(2022, 1, 1))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (datetime.date(2022, 12, 31), datetime.date(2023, 1, 5)),
        (datetime.date(2021, 1, 1), datetime.date(2023, 1, 1)),
        (datetime.date(2023, 10, 1), datetime.date(2023, 10, 29)),
        (datetime.date(2023, 2, 1), datetime.date(2023, 1, 1)),
    ],
)
def test_no_day_is_in_two_totals(counted: Tenant, first: datetime.date, last: datetime.date):
    with in_site(counted):
        enter_total(**YEAR_BEFORE, visits=730, by=administrator())
        with pytest.raises(ValidationError):
            enter_total(first=first, last=last, visits=1, source="x", by=administrator())
        assert PastTotal.objects.count() == 1


def test_what_happened_to_a_total_stays_on_record(commune: Tenant):
    with in_site(commune):
        total = enter_total(**YEAR_BEFORE, visits=730, by=administrator())
        correct_total(total=total, visits=731, reason="Gõ nhầm", by=administrator())
        withdraw_total(total=total, reason="Không có căn cứ", by=administrator())
        assert [(one.visits, one.reason, one.is_withdrawal) for one in total.changes.all()] == [
            (731, "Không có căn cứ", True),
            (731, "Gõ nhầm", False),
            (730, "", False),
        ]
        assert all(cast.address_of(Role.ADMINISTRATOR) in one.by for one in total.changes.all())
        assert counter().total == 0
        enter_total(**YEAR_BEFORE, visits=732, by=administrator())


def test_only_an_administrator_enters_totals(commune: Tenant, visit: Visit):
    with in_site(commune):
        approver = User.objects.get(email=cast.address_of(Role.APPROVER))
        with pytest.raises(PermissionDenied):
            enter_total(**YEAR_BEFORE, visits=1, by=approver)
    assert visit(commune, Role.APPROVER).get(TOTALS).status_code == 302
    assert TOTALS not in visit(commune, Role.APPROVER).get(REPORT).content.decode()


def test_totals_are_entered_corrected_and_withdrawn_on_screens(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.ADMINISTRATOR)
    assert TOTALS in browser.get(REPORT).content.decode()
    typed = {"first": "01/01/2022", "last": "31/12/2022", "visits": "730", "source": "Báo cáo 2022"}
    assert browser.post(f"{TOTALS}enter/", {**typed, "last": "1/1/2021"}).status_code == 422
    assert browser.post(f"{TOTALS}enter/", typed).status_code == 302
    with in_site(commune):
        number = PastTotal.objects.get().pk
    assert browser.post(f"{TOTALS}{number}/correct/", typed).status_code == 422
    assert (
        browser.post(f"{TOTALS}{number}/correct/", {**typed, "visits": "731", "reason": "Gõ nhầm"}).status_code == 302
    )
    assert browser.post(f"{TOTALS}{number}/withdraw/", {"reason": "Thôi"}).status_code == 302
    page = browser.get(TOTALS).content.decode()
    assert "Gõ nhầm" in page
    assert "Thôi" in page
    assert browser.get(f"{TOTALS}{number}/correct/").status_code == 404


def test_the_report_shows_all_tables_of_the_last_thirty_days(counted: Tenant, visit: Visit):
    context = visit(counted, Role.EDITOR).get(REPORT).context
    assert context["visits"].period == Period(LAST - 29 * DAY, LAST)
    assert [(row["title"], row["shown"]) for row in context["pages"]] == [("Bí mật của xã", 60), ("", 15)]
    assert [number for _, number in context["sources"]] == [18, 12]
    assert [number for _, number in context["devices"]] == [21, 9]
    assert context["languages"] == [("vi", 27), ("km", 3)]


def test_a_site_without_visits_says_so(commune: Tenant, visit: Visit):
    page = visit(commune, Role.EDITOR).get(REPORT)
    assert page.context["chart"] is None
    assert "Không có lượt truy cập nào" in page.content.decode()


@pytest.mark.parametrize("query", [{"first": "x"}, {"first": "31/10/2023", "last": "1/10/2023"}])
def test_days_that_are_none_are_told(counted: Tenant, visit: Visit, query: dict[str, str]):
    page = visit(counted, Role.EDITOR).get(REPORT, query)
    assert "visits" not in page.context
    assert page.context["form"].errors


def test_a_contributor_sees_no_visits(commune: Tenant, visit: Visit):
    assert visit(commune, Role.CONTRIBUTOR).get(REPORT).status_code == 302


def test_the_workbook_has_every_table_and_no_formula(counted: Tenant, visit: Visit):
    answer = visit(counted, Role.EDITOR).get(REPORT, {"export": "xlsx"})
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert len(book.sheetnames) == 6
    days, pages, sources = (list(book.worksheets[number].values) for number in range(3))
    assert days[1:] == [(f"{LAST - number * DAY}", 10, 25) for number in (2, 1, 0)]
    assert [row[3:] for row in pages[1:]] == [(27, 60), (3, 15)]
    assert sources[2] == ("'=1+1.example", 12)


def test_a_table_as_csv(counted: Tenant, visit: Visit):
    lines = visit(counted, Role.EDITOR).get(REPORT, {"export": "csv", "table": "days"}).content.decode().splitlines()
    assert lines[1:] == [f"{LAST - number * DAY},10,25" for number in (2, 1, 0)]
    assert visit(counted, Role.EDITOR).get(REPORT, {"export": "csv", "table": "people"}).status_code == 404


def test_the_chart_has_a_column_for_each_day_and_then_for_each_month():
    first = datetime.date(2023, 1, 1)
    some = Visits(Period(first, LAST), (DayVisits(first, 50, 60), DayVisits(first + 2 * DAY, 100, 120)), (), ())
    chart = chart_of(some)
    assert [(column.visits, column.y, column.height) for column in chart.columns] == [
        (50, "50.00", "50.00"),
        (0, "100.00", "0.00"),
        (100, "0.00", "100.00"),
    ]
    year = Visits(Period(first, LAST), tuple(DayVisits(first + number * DAY, 1, 1) for number in range(304)), (), ())
    assert [column.visits for column in chart_of(year).columns] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31]


@pytest.mark.parametrize("number", [1, 60])
def test_more_pages_cost_no_more_queries(
    commune: Tenant, visit: Visit, number: int, django_assert_num_queries: Callable
):
    with in_site(commune):
        for page in range(number):
            PageCount.objects.create(on=LAST, page=page, language="vi", views=1, visits=1)
            SourceCount.objects.create(on=LAST, source=f"s{page}.example", visits=1)
        DayCount.objects.create(on=LAST, device=Device.PHONE, views=1, visits=1)
    browser = visit(commune, Role.EDITOR)
    browser.get(REPORT)
    with django_assert_num_queries(25):
        browser.get(REPORT)
